"""What the project's own list of misspellings was meant to be is found, and suggested first."""

import sys
from pathlib import Path

import pytest

from cmalt_tui.language.dictionary import Dictionary, load_dictionary

sys.path.insert(0, str(Path(__file__).parent))
from pairs import PAIRS, Pair


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return load_dictionary("british")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.typed)
def test_a_misspelling_is_found_and_its_word_comes_first(
    dictionary: Dictionary, pair: Pair
) -> None:
    assert [one.word for one in dictionary.check_line(f"It was {pair.typed} here.")] == [pair.typed]
    assert dictionary.suggest(pair.typed)[0] in pair.right


def test_no_right_word_of_the_list_is_doubtful(dictionary: Dictionary) -> None:
    right = " ".join(word for pair in PAIRS for word in pair.right)
    assert dictionary.check_line(right) == ()
