"""PRI-1, THE-1, DUP-1: principles that are shown, sources that are named, stories told once."""

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import Section
from cmalt_tui.review.rules.reflection import principles_shown, story_told_twice, theory_cited
from tests.review.rules.written_example import described, found

STORY = (
    "When the press jammed for the third time in a week, I took it apart with Odo, drew every"
    " spring of it on the back of an envelope, and found that the felt had been glued in upside"
    " down since the day it was bought."
)
LEARNING = "I let the learners bind a book before I showed them how it is done. " * 12


def tagged(section: str, *principles: str) -> Section:
    return Section(section, description="I bound it.", principles=principles)


def test_principles_that_are_shown_in_two_areas_are_passed_over() -> None:
    everywhere = ("P1", "P2", "P3", "P4")
    sections = (tagged("1a", *everywhere), tagged("4a", *everywhere))
    assert found(principles_shown.RULE, *sections) == []


def test_one_that_is_shown_nowhere_is_a_warning_and_in_one_area_a_hint() -> None:
    sections = (tagged("1a", "P1", "P2"), tagged("1b", "P2"), tagged("4a", "P1", "P4"))
    found_ones = found(principles_shown.RULE, *sections)
    assert [(one.level, one.message.split(":")[0].split()[-1]) for one in found_ones] == [
        (Level.HINT, "only"),
        (Level.WARNING, "P3"),
        (Level.HINT, "only"),
    ]


def test_where_nothing_is_tagged_it_is_said_once() -> None:
    (finding,) = found(principles_shown.RULE, tagged("1a"), tagged("4a"))
    assert finding.level is Level.WARNING
    assert found(principles_shown.RULE, Section("1a")) == []


@pytest.mark.parametrize(
    "source",
    [
        "That is what Quill (2019) found.",
        "Doing comes first (Quill & Marl, 2019).",
        "Marl et al. call it binding by doing.",
        "I had Kolb in mind.",
        "Doing comes first.[^quill]",
        "### References",
    ],
)
def test_a_section_on_learning_with_a_source_is_passed_over(source: str) -> None:
    assert found(theory_cited.RULE, described(f"{LEARNING}\n\n{source}\n\nI.", "2a")) == []


def test_one_without_is_asked_for_it() -> None:
    (finding,) = found(theory_cited.RULE, described(LEARNING + "In May (2019) I did.", "2a"))
    assert finding.section == "2a"
    assert found(theory_cited.RULE, described(LEARNING, "2b")) == []
    assert found(theory_cited.RULE, described("I taught.", "2a")) == []


def test_a_theory_without_its_author_is_named() -> None:
    (finding,) = found(theory_cited.RULE, described(LEARNING + "That is scaffolding.", "2a"))
    assert (
        finding.message == "“scaffolding” is named here without an author, a year or a reference."
    )


def test_a_story_that_comes_again_in_nearly_the_same_words_is_found() -> None:
    again = STORY.replace("third", "fourth").replace("on the back of", "upon")
    sections = (described(STORY), described(f"I bound it.\n\n{again}", "specialist-1"))
    (finding,) = found(story_told_twice.RULE, *sections)
    assert finding.section == "specialist-1"
    assert "told in 1a as well" in finding.message
    assert finding.quote == again
    assert finding.start == len("I bound it.\n\n")


def test_the_same_words_in_one_section_and_common_phrases_are_passed_over() -> None:
    other = "I took the felt out of the press with Ilse, and we glued it in again the right way."
    sections = (described(f"{STORY}\n\n{STORY}"), described(other, "1b"))
    assert found(story_told_twice.RULE, *sections) == []


def test_the_same_story_in_other_words_is_found_by_its_rare_words() -> None:
    retold = (
        "Odo and I lifted the felt off the jammed press one week. Whoever bought and glued it had"
        " it upside down; I drew every spring, and the envelope is still on my wall."
    )
    (finding,) = found(story_told_twice.RULE, described(STORY), described(retold, "4a"))
    assert "1a may tell the same story" in finding.message
    assert "“envelope”" in finding.message


def test_a_statement_may_say_beforehand_what_a_section_tells() -> None:
    retold = "Odo and I lifted the felt, glued upside down, off the jammed press, spring by spring."
    sections = (Section("context", statement=f"{retold} See my envelope."), described(STORY))
    assert found(story_told_twice.RULE, *sections) == []
