"""What helps with writing, line by line: questions, templates, spelling, finding, ideas, drafts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.places import Places
from cmalt_tui.workbench.desk import Desk, open_desk

Talk = Callable[..., str]
HERE = TextAddress("1a", "description")


def here(desk: Desk) -> str:
    return text_at(desk.portfolio, HERE)


def test_an_interview_makes_a_draft_that_one_undo_takes_back(talk: Talk, desk: Desk) -> None:
    before = desk.portfolio

    def look() -> None:
        assert "Nobody could hear." in text_at(desk.portfolio, TextAddress("1b", "description"))

    said = talk(
        *("interview", "Nobody could hear.", look, ".", ".", "The students.", "."),
        lambda: None,
        at="1b/description",
    )
    assert "2 of " in said
    text = text_at(desk.portfolio, TextAddress("1b", "description"))
    assert "draft from answers to 1 and 3" in text
    assert text.endswith("Nobody could hear.\n\nThe students.")
    assert desk.portfolio.section("1b").status == "draft"
    desk.undo()
    assert desk.portfolio == before


def test_stopping_an_interview_keeps_what_was_answered(talk: Talk, desk: Desk) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    talk("interview", "The bench was loud.", stop, "where")
    assert here(desk).endswith("The bench was loud.")


def test_a_template_puts_its_prompts_at_the_end(talk: Talk, desk: Desk) -> None:
    said = talk("template", "template 1")
    assert "1. " in said and "prompts" in said
    assert here(desk).startswith("We compared") and "<!-- ?" in here(desk)


def test_what_was_removed_is_heard_read_and_brought_back(talk: Talk, desk: Desk) -> None:
    assert "Nothing was removed" in talk("bin")
    said = talk("remove", "bin", "bin 1", "bring 2", "bring 1", at="1a/the-pilot")
    assert "1. reflection “The pilot” of 1a, removed" in said
    assert said.count("It taught me to ask first.") == 2
    assert "Not done: there is no number" in said
    assert "Brought back: reflection “The pilot” of 1a. undo takes that back." in said
    assert [piece.text for piece in desk.portfolio.section("1a").reflections] == [
        "It taught me to ask first."
    ]
    assert not desk.unsaved


def test_spelling_goes_from_word_to_word(talk: Talk, desk: Desk) -> None:
    written = "We recieve it, quillish wrods becuase."
    desk.change(with_text(desk.portfolio, HERE, written))
    said = talk("spelling", "1", "p", "words", "", "spelling", "q")
    assert "1 receive" in said
    assert here(desk) == "We receive it, quillish words becuase."
    assert said.count("quillish, in:") == 1
    assert (desk.folder / "words.txt").read_text(encoding="utf-8").split() == ["quillish"]


def test_finding_tells_the_place_and_replacing_asks_about_each(talk: Talk, desk: Desk) -> None:
    said = talk(
        *("find everywhere ask", "replace everywhere one => other", "n", "replace w => W", "a"),
        *("replace nothing", "find"),
    )
    assert "1a reflection the-pilot, paragraph 1: It taught me to ask first." in said
    assert "Replaced 0 of 1." in said
    assert here(desk) == "We compared tWo Ways of filming a bench.\n\nThe second one Won."
    assert said.count("Not done") == 2


def test_an_idea_waits_in_the_inbox_until_it_is_placed(talk: Talk, desk: Desk) -> None:
    said = talk("idea Ask the apprentices", "inbox", "inbox 1", "place 1", "inbox", "step")
    assert "1. Ask the apprentices" in said
    assert "The inbox is empty." in said
    assert here(desk).endswith("Ask the apprentices")


@pytest.mark.parametrize(("answer", "stands"), [("take", "Unsaved words."), ("drop", "one won.")])
def test_what_a_crash_left_is_offered(
    talk: Talk, folder: Path, places: Places, desk: Desk, answer: str, stands: str
) -> None:
    desk.close()
    crashed = open_desk(folder, places)
    crashed.change(with_text(crashed.portfolio, HERE, "Unsaved words."))
    crashed.keep_drafts()
    desk.lock()
    said = talk("drafts", answer, "drafts")
    assert "Some text was left unsaved" in said
    assert "description, the draft: Unsaved words." in said
    assert said.endswith("Nothing was left unsaved.\n1a description> ")
    assert here(desk).endswith(stands)
