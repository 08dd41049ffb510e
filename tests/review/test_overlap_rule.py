"""What the rule DUP-2 says about the words that a text has in common with a passage."""

import pytest

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.overlap import Likeness, Overlap
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.progress import Cancelled, Progress, Report, unreported
from cmalt_tui.review import ReviewedText, overlap_findings

BADGES = Passage(
    "b",
    "Grey herons wade.",
    Origin("Badges that mean something", "Ximena Harcastle", licence="CC BY 4.0"),
    "1a",
    "reflection",
)
UNNAMED = Passage("u", "Grey herons wade.", Origin("Herons"))


def findings(overlap: Overlap) -> list[Finding]:
    texts = [ReviewedText("2a", "reflection", "pilot", "I saw grey herons wade.")]
    return list(overlap_findings(texts, lambda text, report: (overlap,), unreported))


@pytest.mark.parametrize(
    ("words", "level"), [(6, Level.HINT), (11, Level.HINT), (12, Level.WARNING)]
)
def test_the_same_words_in_a_row(words: int, level: Level) -> None:
    overlap = Overlap(
        6, 22, "grey herons wade", "Grey herons wade", BADGES, Likeness.SAME_WORDS, words
    )
    (found,) = findings(overlap)
    assert found == Finding(
        "DUP-2",
        level,
        "2a",
        "reflection",
        "pilot",
        f'{words} words in a row also stand in "Badges that mean something" by Ximena Harcastle'
        " (1a reflection, CC BY 4.0).",
        "Say it in your own words, or quote it with its source?",
        "grey herons wade",
        6,
    )


def test_a_paraphrase_is_a_hint_that_shows_the_other_sentence_and_how_near_it_is() -> None:
    overlap = Overlap(
        6, 22, "grey herons wade", "There wade grey herons", UNNAMED, Likeness.PARAPHRASE, 30, 0.714
    )
    (found,) = findings(overlap)
    assert found.level is Level.HINT
    assert '"Herons" (all rights reserved): “There wade grey herons”' in found.message
    assert "likeness 0.71; from 0.60 it was a paraphrase in 98 of 100" in found.message


def test_it_tells_of_each_text_and_can_be_stopped_inside_one() -> None:
    texts = [ReviewedText(section, "description", "", "Text.") for section in ("1a", "1b")]
    told: list[Progress] = []

    def compare(text: str, report: Report) -> tuple[Overlap, ...]:
        report(Progress(0, 1, "inside"))
        return ()

    assert list(overlap_findings(texts, compare, told.append)) == []
    assert [(step.done, step.total) for step in told] == [(0, 2), (0, 2), (1, 2), (1, 2), (2, 2)]

    def stop_inside(progress: Progress) -> None:
        told.append(progress)
        if len(told) > 1:
            raise Cancelled

    told.clear()
    with pytest.raises(Cancelled):
        list(overlap_findings(texts, compare, stop_inside))
