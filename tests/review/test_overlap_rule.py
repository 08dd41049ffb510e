"""What the rule DUP-2 says about the words that a text has in common with a passage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.overlap import Likeness, Overlap
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.review.overlap_rule import RULE
from cmalt_tui.review.reviewed import Reviewed

BADGES = Passage(
    "b",
    "Grey herons wade.",
    Origin("Badges that mean something", "Ximena Harcastle", licence="CC BY 4.0"),
    "1a",
    "reflection",
)
UNNAMED = Passage("u", "Grey herons wade.", Origin("Herons"))


def reviewed(places: Places, *overlaps: Overlap) -> Reviewed:
    pilot = Reflection("pilot", text="I saw grey herons wade.")
    mine = Portfolio(
        "Mine", "Ilse Quillfeather", "cmalt-2019", "cmalt",
        sections={"2a": Section("2a", reflections=(pilot,))},
    )  # fmt: skip
    framework = load_framework("cmalt-2019", places)
    return Reviewed(framework, mine, date(2026, 3, 1), overlaps=lambda text: overlaps)


@pytest.fixture
def findings(places: Places) -> Callable[[Overlap], list[Finding]]:
    return lambda overlap: list(RULE.find(reviewed(places, overlap)))


Findings = Callable[[Overlap], list[Finding]]


@pytest.mark.parametrize(
    ("words", "level"), [(6, Level.HINT), (11, Level.HINT), (12, Level.WARNING)]
)
def test_the_same_words_in_a_row(findings: Findings, words: int, level: Level) -> None:
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


def test_a_paraphrase_is_a_hint_that_shows_the_other_sentence_and_how_near_it_is(
    findings: Findings,
) -> None:
    overlap = Overlap(
        6, 22, "grey herons wade", "There wade grey herons", UNNAMED, Likeness.PARAPHRASE, 30, 0.714
    )
    (found,) = findings(overlap)
    assert found.level is Level.HINT
    assert '"Herons" (all rights reserved): “There wade grey herons”' in found.message
    assert "likeness 0.71; from 0.60 it was a paraphrase in 98 of 100" in found.message


def test_where_there_are_no_examples_nothing_is_compared(places: Places) -> None:
    assert list(RULE.find(replace(reviewed(places), overlaps=None))) == []
