"""The review of a section: sentences with letters, one question at a time, findings beside."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from cmalt_tui.model.portfolio import Reflection, Section
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.review import rules as rule_table
from cmalt_tui.review.rules.reflection import missing_moves
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.dismissing import DismissScreen
from cmalt_tui.ui.screens.review import ReviewScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.xray_pane import XrayPane
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Shown = Callable[[CmaltApp], str]
Rows = Callable[..., str]
SIZES = [(80, 24), (160, 50)]
HOSTILE = "[b]x[/b] [/] \x1b]0;owned\x07\u202eend"
PILOT = (
    "I ran the glue pilot with six learners. It was hard, because two of them could not follow."
    "\n\nAfterwards I asked Ilse Quillfeather."
)


async def press(pilot: Pilot[None], settle: Settle, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.fixture(autouse=True)
def reflected(desk: Desk) -> None:
    section = desk.portfolio.section("1a")
    first = Reflection("the-pilot", f"The pilot {HOSTILE}", PILOT)
    section = replace(section, reflections=(first, *section.reflections[1:]))
    desk.change(desk.portfolio.with_section(section))


@pytest.fixture(autouse=True)
def questions(rules: None, monkeypatch: pytest.MonkeyPatch) -> None:
    del rules
    monkeypatch.setattr(rule_table, "RULES", (*rule_table.RULES, missing_moves.RULE))


@pytest.mark.parametrize("size", SIZES)
async def test_sentences_stand_with_their_letters_and_what_they_mean(
    make_app: MakeApp, settle: Settle, rows: Rows, seen: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6")
        assert isinstance(app.screen, ReviewScreen)
        told = rows(app, "#sentences")
        assert any(line.startswith("E") and "I ran the glue" in line for line in told.split("\n"))
        assert "Reflection 1" in seen(app)
        await press(pilot, settle, "down")
        moves = str(app.screen.query_one("#xray-moves", Static).render())
        assert "difficulty" in moves
        assert "not found in this section" in seen(app)

        await press(pilot, settle, "left")
        assert "We compared two ways of filming a bench." in rows(app, "#sentences")
        assert "Description" in seen(app)


@pytest.mark.parametrize("size", SIZES)
async def test_one_question_is_asked_and_its_answer_is_written_with_the_question_in_sight(
    make_app: MakeApp, desk: Desk, settle: Settle, seen: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6")
        pane = app.screen.query_one(XrayPane)
        assert pane.questions > 1
        first = pane.question
        await press(pilot, settle, "n")
        assert pane.question != first
        asked = pane.question
        assert asked is not None
        assert asked.question[:30] in seen(app)

        await press(pilot, settle, "a")
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        assert screen.address.part == "reflection"
        assert asked.question[-20:].split()[-1] in seen(app)
        editor = screen.query_one(ProseEditor)
        assert app.focused is editor
        row, column = editor.cursor_location
        before = editor.document.lines[row][:column].rstrip()
        assert before.endswith(".")

        await press(pilot, settle, *"Yes.")
        assert asked.question[:30] in seen(app)
        screen.open_address(TextAddress("1a", "description"))
        await settle(pilot)
        assert asked.question[:30] not in seen(app)


async def test_a_dismissed_question_gives_way_to_the_next_and_undo_brings_it_back(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6")
        pane = app.screen.query_one(XrayPane)
        count, first = pane.questions, pane.question
        await press(pilot, settle, "x")
        assert isinstance(app.screen, DismissScreen)
        await press(pilot, settle, "enter")
        assert desk.portfolio.dismissed[0].rule == "REF-2"
        assert first is not None
        assert pane.questions < count
        assert pane.question != first
        await press(pilot, settle, "u")
        assert pane.questions == count


@pytest.mark.parametrize("size", SIZES)
async def test_findings_have_a_side_of_their_own(
    make_app: MakeApp, desk: Desk, settle: Settle, rows: Rows, seen: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6", "e")
        assert any("with tab" in note.message for note in app._notifications)
        await press(pilot, settle, "tab")
        assert "Here stands won" in seen(app)
        await press(pilot, settle, "e")
        assert "Readers ask about won." in rows(app, "#findings-list")
        await press(pilot, settle, "m")
        assert "came first" in desk.portfolio.section("1a").description
        assert "Here stands won" not in rows(app, "#findings-list")
        await press(pilot, settle, "u")
        assert "Here stands won" in rows(app, "#findings-list")

        await press(pilot, settle, "x", *"no", "enter")
        assert "Here stands won" not in rows(app, "#findings-list")
        await press(pilot, settle, "d")
        assert "✓ dismissed  no" in rows(app, "#findings-list")
        await press(pilot, settle, "r", "d")
        assert "Here stands won" in rows(app, "#findings-list")

        await press(pilot, settle, "enter")
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        assert screen.address == TextAddress("1a", "description")
        editor = screen.query_one(ProseEditor)
        row, column = editor.cursor_location
        assert editor.document.lines[row][column:].startswith("won")


async def test_enter_goes_to_the_marked_sentence_and_escape_back(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("1a/captions")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6", "escape")
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address.item == "captions"
        await press(pilot, settle, "alt+6", "down", "down", "enter")
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address == TextAddress("1a", "reflection", "the-pilot")
        assert app.screen.query_one(ProseEditor).cursor_location == (2, 0)


async def test_brackets_go_from_section_to_section_that_has_text(
    make_app: MakeApp, desk: Desk, settle: Settle, seen: Shown
) -> None:
    desk.change(desk.portfolio.with_section(Section("2a", description="We teach with films.")))
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6", "]")
        assert "2a" in seen(app).split("\n")[0]
        await press(pilot, settle, "]")
        assert any("last section" in note.message for note in app._notifications)
        await press(pilot, settle, "[")
        assert "1a" in seen(app).split("\n")[0]


async def test_a_section_without_text_says_so(
    make_app: MakeApp, settle: Settle, seen: Shown
) -> None:
    app = make_app("1b")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6")
        assert "No text here yet" in seen(app)
        await press(pilot, settle, "n", "a", "x")
        assert isinstance(app.screen, ReviewScreen)
        await press(pilot, settle, "enter")
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address.section == "1b"


async def test_read_only_can_look_and_not_answer(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    desk.locked_by = "Odo has it open"
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+6", "x", "a", "u")
        assert isinstance(app.screen, ReviewScreen)
        assert desk.portfolio.dismissed == ()
        notes = [note.message for note in app._notifications]
        assert sum("for reading only" in note for note in notes) == 3
    desk.locked_by = ""
