"""STR-4: what nobody meant to leave in the text."""

from datetime import date

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.text_marks import draft_mark, prompt_marks
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.rules.structure.placeholders import RULE
from tests.review.rules.whole_example import found, framework, mended, whole, with_part

LEFT = [
    ("We met in TBC and began.", "TBC"),
    ("TODO: ask Ilse", "TODO"),
    ("It cost XXX pounds.", "XXX"),
    ("It helped ??? learners.", "???"),
    ("Lorem ipsum dolor sit amet, and so on.", "Lorem ipsum dolor sit amet"),
    ("See insert the link here for more.", "insert the link here"),
    ("As [insert name of college] asked.", "[insert name of college]"),
    ("See [link to film].", "[link to film]"),
]
FINE = [
    "I had much to do, and to be confirmed in it took a year.",
    "I would add that here the press was cold.",
    "See [add a chapter](https://larkmoor.example/todo).",
    "The page https://larkmoor.example/XXX/TODO is theirs.",
    "Write `TODO` in the margin.",
    "<!-- TODO: think -->We bound it.",
    "[[private: TODO ask Ilse]] We bound it.",
    "You should have seen my face, and I showed it.",
    "Is that so??",
]


@pytest.mark.parametrize(("text", "quote"), LEFT)
def test_a_placeholder_is_told_and_taken_out(text: str, quote: str) -> None:
    mine = with_part(whole(), "1a", description=f"We bound it.\n\n{text}\n\nIt held.")
    (finding,) = found(RULE, mine)
    assert finding[:4] == ("STR-4", Level.WARNING, "1a", "description")
    assert finding.quote == quote
    assert mine.section("1a").description[finding.start :].startswith(quote)
    after = mended(RULE, mine, finding)
    assert found(RULE, after) == []
    left = after.section("1a").description
    assert left.startswith("We bound it.\n\n") and left.endswith("\n\nIt held.")
    assert "\n\n\n" not in left and "  " not in left
    assert after.section("1a").status is mine.section("1a").status


@pytest.mark.parametrize("text", FINE)
def test_words_of_prose_code_and_targets_of_links_are_passed_over(text: str) -> None:
    mine = with_part(whole(), "1a", description=text)
    assert found(RULE, mine, Purpose.WRITING) == []


def test_a_line_that_holds_little_else_goes_with_it() -> None:
    mine = with_part(whole(), "1a", description="One.\n\n- TODO: ask Ilse\n- Two.\n")
    (finding,) = found(RULE, mine)
    assert mended(RULE, mine, finding).section("1a").description == "One.\n\n- Two.\n"


def test_a_fix_whose_words_are_gone_changes_nothing() -> None:
    mine = with_part(whole(), "1a", description="TODO")
    (finding,) = found(RULE, mine)
    assert mended(RULE, whole(), finding) is not None
    assert mended(RULE, whole(), finding) == whole()


def test_marks_of_a_beginning_are_told_and_taken_out_one_by_one() -> None:
    text = f"{draft_mark({1}, 6, date(2026, 11, 22))}\n\n{prompt_marks(['So what?', 'And now?'])}"
    mine = with_part(whole(), "1a", description=text)
    prompts, draft = found(RULE, mine)
    assert "2 prompts are not answered yet" in prompts.message
    assert "draft from answers" in draft.message
    for _ in range(3):
        mine = mended(RULE, mine, found(RULE, mine)[0])
    assert found(RULE, mine) == []


def test_guidance_of_the_framework_and_of_the_form_is_told() -> None:
    asked = next(one for one in framework().sections if one.id == "1a").prompts[0]
    form = "Candidates should show how they understand the constraints of technologies."
    mine = with_part(whole(), "1a", description=f"{asked} We bound it.\n\n{form}")
    first, second = found(RULE, mine)
    assert (first.quote, second.quote) == (asked, form)
    assert found(RULE, with_part(whole(), "1a", description=f"## {asked}\n\nWe bound it.")) == []
    assert "We bound it." in mended(RULE, mine, first).section("1a").description


def test_a_private_stretch_with_no_end_is_told_and_a_closed_one_is_named() -> None:
    opened = with_part(whole(), "1a", description="We bound it. [[private: ask Ilse")
    (finding,) = found(RULE, opened)
    assert finding.level is Level.WARNING and "no ]]" in finding.message
    closed = with_part(whole(), "1a", description="We bound it. [[private: ask Ilse]]")
    (finding,) = found(RULE, closed)
    assert finding.level is Level.HINT and "1 private stretch will be left out" in finding.message
    assert found(RULE, closed, Purpose.WRITING) == []
    assert found(RULE, closed, Purpose.PUBLIC) == [finding]
