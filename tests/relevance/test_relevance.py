"""The search finds what people mean: on the whole set, however it was typed."""

import random
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cmalt_tui.corpus import ExampleCorpus

sys.path.insert(0, str(Path(__file__).parent))
from known_items import known_items, name_of, phrases, sample_corpus, sample_texts
from scores import score
from variants import CHANGES

SEEDS = (1, 2, 3)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> ExampleCorpus:
    return sample_corpus(tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="module")
def mrr(corpus: ExampleCorpus) -> Callable[[str], float]:
    """The mean reciprocal rank of a variant of all searches, over several seeds."""

    @cache
    def measure(variant: str) -> float:
        typed = [
            (CHANGES[variant](item.words, chance), item.wanted)
            for chance in map(random.Random, SEEDS if variant != "clean" else SEEDS[:1])
            for item in known_items()
        ]
        return score((found(corpus, words), {wanted}) for words, wanted in typed).mrr

    return measure


def found(corpus: ExampleCorpus, typed: str) -> list[str]:
    return [name_of(hit.passage) for hit in corpus.search(typed).hits]


def test_set_is_large_and_names_passages_that_there_are() -> None:
    items = known_items()
    assert len({item.words for item in items}) >= 60
    assert {item.wanted for item in items} <= set(sample_texts())


def test_clean(mrr: Callable[[str], float]) -> None:
    assert mrr("clean") >= 0.80


@pytest.mark.parametrize(
    ("variant", "kept"),
    [
        ("one slip", 0.94),
        ("two slips", 0.85),
        ("last word cut", 0.85),
        ("every word cut", 0.85),
        ("a word fewer", 0.85),
        ("reordered", 0.94),
        ("American", 0.94),
    ],
)
def test_most_is_kept_however_it_is_typed(
    mrr: Callable[[str], float], variant: str, kept: float
) -> None:
    assert mrr(variant) >= kept * mrr("clean")


def test_an_exact_title_is_first(corpus: ExampleCorpus) -> None:
    names = set(sample_texts())
    assert {found(corpus, name.split(": ", 1)[1])[0] for name in names} == names


@pytest.mark.parametrize("words", [2, 4, 7])
@pytest.mark.parametrize("quote", ["", '"'])
def test_an_exact_phrase_is_first(corpus: ExampleCorpus, words: int, quote: str) -> None:
    for phrase, right in phrases(sample_texts(), words, random.Random(words)).items():
        assert found(corpus, f"{quote}{phrase}{quote} ")[0] in right, phrase


def test_no_single_slip_gives_an_empty_list(corpus: ExampleCorpus) -> None:
    for item in known_items():
        for seed in SEEDS:
            assert found(corpus, CHANGES["one slip"](item.words, random.Random(seed)))
