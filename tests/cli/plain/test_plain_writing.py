"""Writing line by line: what is typed is on the disk at once, and can be taken back."""

import os
import re
import signal
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from cmalt_tui.cli.plain.table import COMMANDS
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.workbench.desk import Desk

Talk = Callable[..., str]
HERE = TextAddress("1a", "description")
FIRST = "We compared two ways of filming a bench."
SECOND = "The second one won."


def on_disk(folder: Path) -> str:
    table = tomllib.loads((folder / "sections" / "1a.toml").read_text(encoding="utf-8"))
    text: str = table["description"]["text"]
    return text.rstrip("\n")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_carried_out_somewhere(command: object) -> None:
    module = import_module(f"cmalt_tui.cli.plain.commands.{command.module}")  # type: ignore[attr-defined]
    assert callable(getattr(module, f"{command.name}_command"))  # type: ignore[attr-defined]


def test_each_line_is_on_the_disk_before_the_next_one_is_asked_for(
    talk: Talk, folder: Path
) -> None:
    seen: list[str] = []
    talk("write", "A new thought", lambda: seen.append(on_disk(folder)), "goes on.", ".")
    assert seen == [f"{FIRST}\n\n{SECOND}\n\nA new thought"]
    assert on_disk(folder) == f"{FIRST}\n\n{SECOND}\n\nA new thought\ngoes on."


def test_what_another_program_writes_meanwhile_stays(talk: Talk, folder: Path) -> None:
    def write_elsewhere() -> None:
        file = folder / "sections" / "1a.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("We", "Odo and I"), "utf-8")

    talk("write", "One.", write_elsewhere, "Two.", "Three.", ".")
    first = FIRST.replace("We", "Odo and I")
    assert on_disk(folder) == f"{first}\n\n{SECOND}\n\nOne.\nTwo.\nThree."


def test_one_undo_takes_back_all_that_was_typed_in_one_go(talk: Talk, desk: Desk) -> None:
    said = talk("write", "One.", "", "Two.", ".", "undo", "read", "redo")
    assert "Taken back: written." in said
    assert text_at(desk.portfolio, HERE).endswith("One.\n\nTwo.")


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_what_was_typed_stays_when_the_terminal_is_closed(
    talk: Talk, folder: Path, name: str
) -> None:
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip(f"{name} is no signal of this system")
    talk("write", "Half a thought", lambda: signal.raise_signal(number), "never typed")
    assert on_disk(folder) == f"{FIRST}\n\n{SECOND}\n\nHalf a thought"


def test_stopping_keeps_what_was_typed_and_the_talk_goes_on(talk: Talk, folder: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    said = talk("insert 1", "Begun.", stop, "where")
    assert "undo takes it out" in said
    assert "3 paragraphs" in said
    assert on_disk(folder).startswith("Begun.\n\nWe compared")
    said = talk("delete 1", "insert 1", stop, "undo")
    assert "undo takes it out" not in said and "Nothing was written." in said
    assert on_disk(folder).startswith("Begun.")


def test_undo_goes_to_the_reflection_that_it_brings_back(talk: Talk, desk: Desk) -> None:
    before = desk.portfolio
    said = talk("go 1a/reflection", "move to 1b", "undo", "remove", "go 1b", "undo")
    for step in ("moved a reflection to 1b", "removed reflection"):
        assert f"Taken back: {step}.\n1a reflection The pilot>" in said
    assert desk.portfolio == before


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of this kind")
def test_what_an_editor_leaves_is_taken_in_and_kept_if_it_fails(
    talk: Talk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited_with(command: str) -> str:
        monkeypatch.setenv("VISUAL", f"sh -c '{command}'")
        return talk("edit", "where")

    assert "Taken in: 3 paragraphs" in edited_with('printf "\\nAnd so on.\\n" >> $0')
    text = f"{FIRST}\n\n{SECOND}\n\nAnd so on."
    assert on_disk(folder) == text
    said = edited_with('printf "Half" > $0; exit 3')
    kept = re.search(r"is kept in (.*)\.\n", said)
    assert kept and Path(kept[1]).read_text(encoding="utf-8") == "Half"
    assert on_disk(folder) == text
    assert said.endswith("1a description> ")


def test_changing_and_deleting_name_paragraphs_by_number(talk: Talk, desk: Desk) -> None:
    said = talk("change 2", "The first one won.", ".", "shift 2 to 1", "delete 2", "read")
    assert f"It reads now: {SECOND}" in said
    assert text_at(desk.portfolio, HERE) == "The first one won."


def test_changing_to_nothing_leaves_the_paragraph(talk: Talk, desk: Desk) -> None:
    assert "Nothing was written." in talk("change 1", ".")
    assert text_at(desk.portfolio, HERE).startswith(FIRST)


def test_what_can_not_be_done_is_told_and_the_talk_goes_on(talk: Talk) -> None:
    said = talk("dance", "re", "delete", "read 9", "go 9z", "status splendid", "title x", "read 2")
    assert "Not done: there is no command" in said
    assert "could be read, reflection, remove, re" in said
    assert said.count("Not done") == 7
    assert f"2. {SECOND}" in said


def test_shaping_a_section(talk: Talk, desk: Desk) -> None:
    talk(
        *("status review", "principle P2", "reflection Ask first", "write", "Next time.", "."),
        *("title Ask early", "go evidence", "use glue-list", "shows glue-list Which one held."),
    )
    section = desk.portfolio.section("1a")
    assert (section.status.value, section.principles) == ("review", ("P2",))
    assert [piece.title for piece in section.reflections] == ["The pilot", "Ask early"]
    assert section.reflections[1].text == "Next time."
    assert section.evidence[0].shows == "Which one held."


def test_citing_puts_a_reference_at_the_end_of_a_paragraph_in_one_step(
    talk: Talk, desk: Desk
) -> None:
    before = desk.portfolio
    said = talk("cite glue-list 1", "cite glue-list", "cite glue", "cite glue-list 9", "go note")
    ref = "[[ev:glue-list]]"
    assert text_at(desk.portfolio, HERE) == f"{FIRST} {ref}\n\n{SECOND} {ref}"
    assert [use.item for use in desk.portfolio.section("1a").evidence] == ["glue-list"]
    assert said.count("Not done") == 2
    assert "no paragraph here" in talk("cite glue-list", at="1b/description")
    talk("undo", "undo")
    assert desk.portfolio == before


def test_a_reference_in_a_private_note_is_no_use_of_the_item(talk: Talk, desk: Desk) -> None:
    talk("write", "Look at it again.", ".", "cite glue-list", at="1a/note")
    assert desk.portfolio.section("1a").note == "Look at it again. [[ev:glue-list]]"
    assert not desk.portfolio.section("1a").evidence


def test_moving_a_paragraph_and_a_reflection_elsewhere(talk: Talk, desk: Desk) -> None:
    said = talk(
        *("move 1 to 1b/reflection", "read", "go 1a/reflection", "move to 1b", "read"),
        *("move 1", "move to future"),
    )
    assert text_at(desk.portfolio, HERE) == SECOND
    pieces = desk.portfolio.section("1b").reflections
    assert [piece.text for piece in pieces] == [FIRST, "It taught me to ask first."]
    assert "1b reflection" in said
    assert said.count("Not done") == 2


def test_a_portfolio_that_is_open_elsewhere_can_be_read_and_not_changed(
    talk: Talk, desk: Desk
) -> None:
    desk.locked_by = "is open in another cmalt-tui"
    said = talk("write", "read 1")
    assert "Not done: nothing can be changed" in said
    assert f"1. {FIRST}" in said


@pytest.mark.parametrize(("answer", "stands"), [("mine", "My way."), ("theirs", "Their way.")])
def test_two_versions_of_a_paragraph_are_asked_about(
    talk: Talk, folder: Path, answer: str, stands: str
) -> None:
    file = folder / "sections" / "1a.toml"

    def change_outside() -> None:
        file.write_text(file.read_text(encoding="utf-8").replace(SECOND, "Their way."))

    said = talk("read 1", change_outside, "change 2", "My way.", ".", answer)
    assert "mine or theirs?" in said
    assert on_disk(folder).endswith(stands)


def test_a_piped_talk_needs_no_terminal_and_says_nothing_that_acts_on_one(talk: Talk) -> None:
    said = talk("write", "red \x1b[31malert", ".", "sections", "guidance", "questions", "read")
    assert "\x1b" not in said
    assert "red alert" in said
