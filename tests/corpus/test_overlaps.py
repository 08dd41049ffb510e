"""Where a text has the words of somebody's passage, and where that is no copying."""

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmalt_tui.corpus import ExampleCorpus, read_passages
from cmalt_tui.corpus.passages.placed_words import placed_words
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.telling_words import is_telling
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.model.overlap import Likeness, Overlap
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.places import shipped
from cmalt_tui.progress import Cancelled, Progress

COPIED = "a guide alone changes little. People need a colleague"
MARKS = ["word", "**", "_", "`", "[a b](http://x.y/z)", "![p](q)", "> ", "# ", "1. ", "- ", "\n\n"]
MARKS += ["```\n", "<!-- c -->", "<b>", "[^1]", "[x]: http://a\n", "|", " ", "\\*", "’", "é", "\n"]


def quoted(text: str, overlap: Overlap) -> str:
    return text[overlap.start : overlap.end]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> ExampleCorpus:
    folder = tmp_path_factory.mktemp("samples")
    filled = ExampleCorpus(folder / "corpus", folder / "cache")
    for file in sorted((shipped("samples") / "corpus").glob("*.jsonl")):
        filled.add(file.stem, Origin(file.stem), read_passages(file))
    return filled


@given(st.lists(st.sampled_from(MARKS), max_size=12).map("".join))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words = placed_words(text)
    assert [placed.word for placed in words] == tokens(plain(text))
    ends = [0, *(placed.end for placed in words)]
    assert all(end <= placed.start < placed.end for end, placed in zip(ends, words, strict=False))


@pytest.mark.parametrize(
    "text",
    [
        f"I have learnt how {COPIED}, said the tide.",
        "I know how **a GUIDE alone** changes [little](https://example.org): *people* need a\n"
        "colleague, said the tide.",
        "- Grey herons wade.\n- A guide alone changes little – people need a colleague",
    ],
)
def test_the_same_words_are_found_under_any_marks(corpus: ExampleCorpus, text: str) -> None:
    (found,) = corpus.overlaps(text)
    assert (found.kind, found.words, found.likeness) == (Likeness.SAME_WORDS, 9, 1.0)
    assert tokens(plain(quoted(text, found))) == tokens(COPIED)
    assert (found.passage.id, found.theirs) == ("captions", COPIED)


def test_five_words_are_too_few(corpus: ExampleCorpus) -> None:
    assert corpus.overlaps("Herons: a guide alone changes little, herons.") == ()


def test_a_run_needs_two_words_that_tell_something(corpus: ExampleCorpus) -> None:
    corpus.add(
        "day",
        Origin("Day"),
        [Passage("d", "At the end of the day and then it was.", Origin("Day"))],
    )
    assert corpus.overlaps("At the end of the day and then it was over.") == ()


def test_a_changed_word_does_not_part_a_stretch(corpus: ExampleCorpus) -> None:
    text = (
        "Accessibility legislation came into force while they were choosing a platform. I read on."
    )
    (found,) = corpus.overlaps(text)
    assert quoted(text, found).startswith("Accessibility legislation")
    assert quoted(text, found).endswith("I read")
    assert (found.words, found.likeness) == (6, 12 / 13)


def test_a_heading_counts_too(corpus: ExampleCorpus) -> None:
    heading = Passage(
        "h", "Herons wade.", Origin("H"), title="What three wet winters taught the harbour"
    )
    corpus.add("h", Origin("H"), [heading])
    (found,) = corpus.overlaps("# What three wet winters taught the harbour\n\nNothing.")
    assert (found.passage.id, found.theirs) == ("h", heading.title)


def test_a_heading_and_its_text_are_one_stretch(corpus: ExampleCorpus) -> None:
    title, text = "What three wet winters taught the harbour", "Grey herons wade beside wet quays."
    corpus.add("h", Origin("H"), [Passage("h", text, Origin("H"), title=title)])
    (found,) = corpus.overlaps(f"{title}: {text}")
    assert found.theirs == f"{title} {text.rstrip('.')}"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_run_put_into_a_text_is_found_where_it_stands(
    samples: ExampleCorpus, data: st.DataObject
) -> None:
    files = sorted((shipped("samples") / "corpus").glob("*.jsonl"))
    passages = list(read_passages(data.draw(st.sampled_from(files))))
    words = tokens(plain(data.draw(st.sampled_from(passages)).text))
    start = data.draw(st.integers(0, len(words) - 6))
    run = words[start : start + data.draw(st.integers(6, 30))]
    if len({word[:4] for word in run if is_telling(word)}) < 2:
        return
    before = " ".join(data.draw(st.lists(st.sampled_from(["heron", "wades", "quay"]), min_size=1)))
    text = f"{before} {' '.join(run)} heron"
    same = [found for found in samples.overlaps(text) if found.kind is Likeness.SAME_WORDS]
    assert [quoted(text, found) for found in same] == [" ".join(run)]
    assert " ".join(run) in " ".join(tokens(plain(same[0].passage.text)))


def test_common_words_hide_no_run(make_corpus: Callable[[], ExampleCorpus]) -> None:
    """Every three words of it stand in hundreds of passages, all six in one alone."""
    chooser = random.Random(4)
    common = ["harbour", "lantern", "the", "quay", "winter", "and", "ferry", "tablet"]
    wanted = ["harbour", "lantern", "the", "quay", "winter", "and", "ferry"]
    texts = [" ".join(chooser.choices(common, k=200)) for _ in range(3_000)]
    texts = [text for text in texts if " ".join(wanted) not in text]
    texts[2_000] += f" {' '.join(wanted)}"
    origin = Origin("Harbours")
    filled = make_corpus()
    filled.add("h", origin, [Passage(f"h{n}", text, origin) for n, text in enumerate(texts)])
    text = f"Heron {' '.join(wanted)} heron"
    assert any(quoted(text, found) == " ".join(wanted) for found in filled.overlaps(text))


def test_ones_own_passages_do_not_count(corpus: ExampleCorpus) -> None:
    text = f"I said that {COPIED}."
    assert corpus.overlaps(text, Origin("Another title", "Sam  ROWAN")) == ()
    assert len(corpus.overlaps(text, Origin("Sam's portfolio"))) == 1
    unnamed = Origin("My portfolio")
    corpus.add("mine", unnamed, [Passage("m", "Grey herons wade along the harbour wall.", unnamed)])
    herons = "Look: grey herons wade along the harbour wall."
    assert corpus.overlaps(herons, Origin("my portfolio")) == ()
    assert len(corpus.overlaps(herons, Origin("Other"))) == 1


@pytest.mark.parametrize(
    ("text", "is_copying"),
    [
        (f"> {COPIED}", True),
        (f"> {COPIED}\n>\n> — Sam Rowan, https://example.org/sam", False),
        (f"> {COPIED}\n\n— Sam Rowan", False),
        (f"As Rowan writes:\n\n> {COPIED}", False),
        (f"Rowan (2021) says that “{COPIED}”.", False),
        (f'It is true that "{COPIED}" (Rowan, 2021).', False),
        (f"It is true that ‘{COPIED}’[^1].", False),
        (f'Sam Rowan told me: "{COPIED}".', False),
        (f'It is true that "{COPIED}".', True),
        (f"Rowan (2021) knew it. {COPIED}", True),
    ],
)
def test_a_quotation_with_its_source_is_no_copying(
    corpus: ExampleCorpus, text: str, is_copying: bool
) -> None:
    assert bool(corpus.overlaps(text)) is is_copying


def test_what_anybody_may_repeat_is_no_copying(corpus: ExampleCorpus) -> None:
    text = f"It asks: {COPIED}."
    assert (
        corpus.overlaps(
            text, allowed=("Say why a guide alone changes little: people need a colleague.",)
        )
        == ()
    )
    assert len(corpus.overlaps(text, allowed=("Say why a guide alone can't help.",))) == 1


def test_a_paraphrase_names_the_sentence_it_is_like(samples: ExampleCorpus) -> None:
    text = (
        "Herons wade. Each marker was allowed to bring ten of their own sentences after we had "
        "emptied the comment bank. Herons wade."
    )
    (found,) = samples.overlaps(text)
    assert found.kind is Likeness.PARAPHRASE
    assert quoted(text, found).startswith("Each marker")
    assert quoted(text, found).endswith("comment bank")
    assert (
        found.theirs == "We emptied the bank and let each marker bring ten sentences of their own."
    )
    assert 0.6 <= found.likeness < 1


def test_ones_own_sentence_is_no_paraphrase(samples: ExampleCorpus) -> None:
    text = "Each marker was allowed to bring ten of their own sentences after we emptied the bank."
    (found,) = samples.overlaps(text)
    assert samples.overlaps(text, Origin("", found.passage.origin.author)) == ()


def test_what_was_found_follows_the_corpus(corpus: ExampleCorpus) -> None:
    text = f"I know how {COPIED}."
    assert len(corpus.overlaps(text)) == 1
    corpus.remove("sam")
    assert corpus.overlaps(text) == ()


def test_places_count_from_the_beginning_of_the_text(corpus: ExampleCorpus) -> None:
    once = f"I know how {COPIED}."
    text = f"# Herons\n\n{once}\n\n- One\n\n{once}"
    assert [quoted(text, found) for found in corpus.overlaps(text)] == [COPIED, COPIED]


def test_it_tells_how_far_it_is_and_can_be_stopped(corpus: ExampleCorpus) -> None:
    text = "\n\n".join(f"Paragraph {n} has words. " * 40 for n in range(5))
    told: list[Progress] = []
    corpus.overlaps(text, report=told.append)
    assert [step.done for step in told] == sorted({step.done for step in told})
    assert told[-1].done == told[-1].total == len(tokens(text))

    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        corpus.overlaps(text, report=stop)


@pytest.mark.parametrize("text", ["", "\n\n> \n\n---\n"])
def test_a_text_without_words_has_nothing_to_compare(corpus: ExampleCorpus, text: str) -> None:
    assert corpus.overlaps(text) == ()


def test_there_is_nothing_in_an_empty_corpus(make_corpus: Callable[[], ExampleCorpus]) -> None:
    assert make_corpus().overlaps(f"I know how {COPIED}.") == ()
