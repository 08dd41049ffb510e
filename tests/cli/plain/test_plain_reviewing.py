"""The review in the line mode: told, explained, dismissed, raised again, confirmed, X-rayed."""

from collections.abc import Callable, Iterator

import pytest

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.review import rules as rule_table
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.freshness.stale import Stale
from cmalt_tui.review.rules.reflection import missing_moves
from cmalt_tui.workbench import answered_findings, freshness_list
from cmalt_tui.workbench.desk import Desk

Talk = Callable[..., str]


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        if "won" in text.text:
            yield Finding(
                *("FRE-9", Level.HINT, text.section, text.part, text.item),
                *("Somebody \x1b]0;owned\x07won.", "Who?", "won", text.text.index("won")),
            )


def _mended(portfolio: Portfolio, finding: Finding) -> Portfolio:
    del finding
    return portfolio.with_section(portfolio.section("1c"))


RULE = Rule("FRE-9", "won", "It dates.", "It won then.", "A test", _find, fix=Fix("mend", _mended))


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_table, "RULES", (RULE,))
    monkeypatch.setattr(
        freshness_list, "staleness", lambda reviewed: [Stale(f, 30) for f in _find(reviewed)]
    )
    monkeypatch.setattr(answered_findings, "rule_of", {"FRE-9": RULE}.get)


def test_findings_are_told_explained_dismissed_and_raised_again(talk: Talk, desk: Desk) -> None:
    said = talk(
        "review", "why 1", "dismiss 1", "dismiss 1 it did", "review", "dismissed", "again 1"
    )
    assert "1. Hint, 1a description: Somebody" in said
    assert "\x1b" not in said
    assert "FRE-9: It dates." in said
    assert "For example: It won then." in said
    assert "a finding is dismissed with a reason" in said
    assert "Nothing is found." in said
    assert "1 answer of yours" in said
    assert ": it did" in said
    assert desk.portfolio.dismissed == ()


def test_what_is_still_true_is_noted_and_undo_takes_it_back(talk: Talk, desk: Desk) -> None:
    said = talk("still 1", "fresh", "still 1", "fresh")
    assert "no finding was told so far" in said
    assert "No day of submission is planned" in said
    assert [one.reason for one in desk.portfolio.dismissed] == ["still true"]
    assert said.rstrip().splitlines()[-2].endswith("Nothing is found.")
    talk("undo")
    assert desk.portfolio.dismissed == ()


def test_a_finding_is_mended(talk: Talk, desk: Desk) -> None:
    assert "Done: mend." in talk("review all", "mend 1")
    assert "1c" in desk.portfolio.sections


def test_another_section_has_findings_of_its_own(talk: Talk) -> None:
    assert "Nothing is found." in talk("review 1b")
    assert '"9z" is no part of 1a' in talk("review 9z")


def test_the_xray_tells_moves_and_asks_one_question_at_a_time(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_table, "RULES", (missing_moves.RULE,))
    said = talk("xray", "xray next", "xray then")
    assert "It taught me to ask first." in said
    assert "Not found in this section: " in said
    assert "Question 1 of" in said
    assert "Question 2 of" in said
    assert '"then" is not known here' in said
