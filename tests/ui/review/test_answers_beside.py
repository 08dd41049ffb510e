"""Findings beside the text are explained, dismissed with a reason, mended and raised again."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.dismissing import DismissScreen
from cmalt_tui.workbench.desk import Desk, open_desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Shown = Callable[[CmaltApp], str]
SIZES = [(80, 24), (160, 50)]
DESCRIPTION = TextAddress("1a", "description")


async def open_tab(pilot: Pilot[None], settle: Settle) -> None:
    await settle(pilot)
    await pilot.press("f3", "right", "right")
    await settle(pilot)


async def press(pilot: Pilot[None], settle: Settle, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_gravest_comes_first_and_is_explained_in_its_place(
    make_app: MakeApp, settle: Settle, cards: Shown, seen: Shown, size: tuple[int, int]
) -> None:
    app = make_app("1a/the-pilot")
    async with app.run_test(size=size) as pilot:
        await open_tab(pilot, settle)
        told = cards(app)
        assert told.index("! warning") < told.index("· hint")
        assert "m say it came first" in told
        assert "Readers ask about won." not in told

        await press(pilot, settle, "e")
        told = cards(app)
        assert "why  Readers ask about won." in told
        assert "for example  Say it without won." in told
        assert "source  A test" in told
        assert "[b]x[/b] [/]" in seen(app).replace("\n", "")

        await press(pilot, settle, "e")
        assert "Readers ask about won." not in cards(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_finding_is_dismissed_with_a_reason_and_can_be_raised_again(
    make_app: MakeApp, desk: Desk, settle: Settle, cards: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await open_tab(pilot, settle)
        await press(pilot, settle, "x")
        assert isinstance(app.screen, DismissScreen)
        await press(pilot, settle, *"mine", "enter")
        [answer] = desk.portfolio.dismissed
        assert (answer.rule, answer.reason, answer.on) == ("ZZZ-2", "mine", date.today())
        assert "Here stands won" not in cards(app)
        assert "1 answer of yours: d" in cards(app)

        await press(pilot, settle, "d")
        assert "✓ dismissed  mine" in cards(app)
        await press(pilot, settle, "r")
        assert desk.portfolio.dismissed == ()
        await press(pilot, settle, "d")
        assert "Here stands won" in cards(app)

        await press(pilot, settle, "x", "down", "enter")
        assert desk.portfolio.dismissed[0].reason == "The text says it in other words"
        assert "Here stands won" not in cards(app)
        await press(pilot, settle, "u")
        assert desk.portfolio.dismissed == ()
        assert "Here stands won" in cards(app)


async def test_a_finding_comes_back_when_its_words_change(
    make_app: MakeApp, desk: Desk, settle: Settle, cards: Shown
) -> None:
    app = make_app("1a/the-pilot")
    async with app.run_test(size=(160, 50)) as pilot:
        await open_tab(pilot, settle)
        await press(pilot, settle, "down", "x", "enter")
        assert "Here stands ask first" not in cards(app)
        await press(pilot, settle, "escape", "ctrl+end", "!", "ctrl+s")
        assert "Here stands ask first" in cards(app)
        assert len(desk.portfolio.dismissed) == 1


async def test_what_is_mended_is_a_step_that_undo_takes_back(
    make_app: MakeApp, desk: Desk, settle: Settle, cards: Shown
) -> None:
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await open_tab(pilot, settle)
        await press(pilot, settle, "m")
        assert "The second one came first." in desk.portfolio.section("1a").description
        assert app.screen.query_one(ProseEditor).text.endswith("came first.")
        assert "Here stands won" not in cards(app)
        await press(pilot, settle, "ctrl+z")
        assert "The second one won." in desk.portfolio.section("1a").description

        await press(pilot, settle, "down", "m")
        notes = [note.message for note in app._notifications]
        assert "this can only be mended by hand" in notes


@pytest.mark.parametrize("size", SIZES)
async def test_enter_marks_the_words_without_selecting_them_until_they_change(
    make_app: MakeApp, desk: Desk, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app("1a/the-pilot")
    async with app.run_test(size=size) as pilot:
        await open_tab(pilot, settle)
        await press(pilot, settle, "enter")
        editor = app.screen.query_one(ProseEditor)
        assert editor.address == DESCRIPTION
        assert editor.selection.is_empty
        row, column = editor.cursor_location
        assert editor.document.lines[row][column:].startswith("won")
        marked = editor.get_line(row)
        spans = [span for span in marked.spans if "underline" in str(span.style)]
        assert [marked.plain[span.start : span.end] for span in spans] == ["won"]

        await press(pilot, settle, "x")
        assert desk.portfolio.section("1a").description.endswith("The second one xwon.")
        assert editor.line_marker is None


async def test_read_only_says_why_nothing_can_be_answered(
    make_app: MakeApp, desk: Desk, settle: Settle, cards: Shown
) -> None:
    desk.locked_by = "Odo has it open"
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await open_tab(pilot, settle)
        await press(pilot, settle, "e", "x", "m")
        assert "Readers ask about won." in cards(app)
        assert desk.portfolio.dismissed == ()
        assert not isinstance(app.screen, DismissScreen)
        notes = [note.message for note in app._notifications]
        assert any("for reading only" in note for note in notes)
    desk.locked_by = ""


async def test_answers_are_saved(
    make_app: MakeApp, desk: Desk, settle: Settle, places: object
) -> None:
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await open_tab(pilot, settle)
        await press(pilot, settle, "x", "enter", "escape", "ctrl+s")
    again = open_desk(desk.folder, places)  # type: ignore[arg-type]
    assert [one.rule for one in again.portfolio.dismissed] == ["ZZZ-2"]
