"""REF-2: a move of reflection that was not found, as a question about the text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.review.dismissing import answer_to, with_dismissed
from cmalt_tui.review.moves import load_move_rules
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rules.reflection.missing_moves import RULE
from tests.review.moves.move_sentences import MAKES
from tests.review.rules.evidence_example import DAY, FRAMEWORK, MINE, found

ALL = " ".join(made[0] for made in MAKES.values())


def reflecting(text: str, described: str = "I ran the pilot with six volunteers.") -> Portfolio:
    section = Section("1a", description=described, reflections=(Reflection("noise", text=text),))
    return replace(MINE, sections={"1a": section})


def test_a_reflection_with_every_move_is_passed_over() -> None:
    assert found(RULE, reflecting(ALL)) == []


def test_what_is_missing_is_asked_in_words_of_the_text() -> None:
    (finding,) = found(RULE, reflecting(ALL.replace(MAKES["differently"][0], "")))
    assert finding == Finding(
        "REF-2",
        Level.HINT,
        "1a",
        "reflection",
        "noise",
        "No sentence was found here that says what you would change, or have changed. It may be"
        " there in words that the rules don't know.",
        "You ran the pilot with six volunteers: what would you change if you did it again, and why"
        " that first?",
        "I ran the pilot with six volunteers.",
        0,
    )


def test_at_most_two_are_asked_the_weightiest_first() -> None:
    asked = found(RULE, reflecting("The rooms have doors."))
    assert len(asked) == 2
    assert "what you would change" in asked[0].message
    assert "what it meant for learners" in asked[1].message


def test_each_has_words_of_its_own_so_that_each_is_answered_by_itself() -> None:
    portfolio = reflecting("The rooms have doors. The doors have locks.", "The site is large.")
    first, second = found(RULE, portfolio)
    assert {first.quote, second.quote} == {"The doors have locks.", "The rooms have doors."}
    answered = with_dismissed(portfolio, first, "It is in 1b.", date(2026, 12, 1))
    assert answer_to(answered, first) is not None
    assert answer_to(answered, second) is None


def test_a_section_without_a_reflection_is_no_matter_of_this_rule() -> None:
    assert found(RULE, reflecting("  ")) == []
    statement = Section("1a", statement="I ran the pilot.")
    assert found(RULE, replace(MINE, sections={"1a": statement})) == []


def test_own_rules_hold_here_too(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[[rule]]\nid = "mine"\nmove = "differently"\nwords = ["doors"]\n', encoding="utf-8"
    )
    portfolio = reflecting("The rooms have doors.")
    own = Reviewed(FRAMEWORK, portfolio, DAY, move_rules=load_move_rules(tmp_path))
    assert "what you would change" not in next(RULE.find(own)).message
