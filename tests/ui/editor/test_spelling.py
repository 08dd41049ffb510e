"""Doubtful words in the text: underlined while one writes, corrected one after another."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from rich.text import Text
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from cmalt_tui.places import Places
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.live_settings import change_setting
from cmalt_tui.ui.screens.correct_word import CorrectWordScreen
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
SIZE = (120, 40)


def editor_of(app: CmaltApp) -> ProseEditor:
    return app.query_one(ProseEditor)


def underlined(app: CmaltApp, row: int = 0) -> list[str]:
    """The words of a line that are painted with a line below them, letter by letter."""
    line: Text = editor_of(app).get_line(row)
    return [line.plain[span.start : span.end] for span in line.spans if underlines(span.style)]


def underlines(style: object) -> bool:
    return bool(getattr(style, "underline", False))


async def write(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))


async def look(pilot: Pilot[None]) -> None:
    """Have counted and checked what was typed, as happens when one pauses."""
    pilot.app.screen_stack[0].show_figures()  # type: ignore[attr-defined]
    await pilot.pause()


def suggested(app: CmaltApp) -> list[str]:
    listed = app.screen.query_one(OptionList)
    return [str(listed.get_option_at_index(at).prompt) for at in range(listed.option_count)]


async def test_doubtful_words_are_underlined_but_not_the_one_being_typed(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert underlined(app, 2) == []
        editor_of(app).move_cursor(editor_of(app).document.end)
        await write(pilot, " We recieve teh")
        await look(pilot)
        assert underlined(app, 2) == ["recieve"]
        await write(pilot, " ")
        assert underlined(app, 2) == ["recieve", "teh"]
        assert "2 doubtful ^t" in str(app.screen.query_one("#below", Line).render())


async def test_underlines_move_along_and_go_with_the_slip(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor = editor_of(app)
        editor.insert("One teh, two wich. ", (0, 0))
        await look(pilot)
        assert underlined(app) == ["teh", "wich"]
        editor.insert("Yes: ", (0, 0))
        assert underlined(app) == ["teh", "wich"]
        editor.replace("the", (0, 9), (0, 12))
        assert underlined(app) == ["wich"]
        await look(pilot)
        assert underlined(app) == ["wich"]
        editor.undo()
        await look(pilot)
        assert underlined(app) == ["teh", "wich"]
        editor.insert("```\nteh\n```\n", (0, 0))
        await look(pilot)
        assert underlined(app, 1) == [] and underlined(app, 3) == ["teh", "wich"]


async def test_one_walks_through_all_slips_and_undo_takes_each_back(
    make_app: MakeApp, settle: Settle, folder: Path, places: Places
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor = editor_of(app)
        editor.insert("We recieve teh bookery, recieve larkmoorish and wich.\n", (0, 0))
        editor.move_cursor((0, 0))
        await pilot.press("alt+x")
        assert isinstance(app.screen, CorrectWordScreen)
        assert suggested(app)[0] == "1  receive"
        keys = str(app.screen.query_one(".dialog-keys", Static).render())
        assert keys.startswith("enter or 1–") and "all 2" in keys
        listed = app.screen.query_one(OptionList)
        await pilot.press("j")
        assert listed.highlighted == 1
        await pilot.press("k", "a", "enter")
        assert editor.document[0].startswith("We receive teh bookery, receive ")
        await pilot.press("1")
        assert editor.document[0].startswith("We receive the bookery")
        await pilot.press("p")
        assert (folder / "words.txt").read_text(encoding="utf-8") == "bookery\n"
        await pilot.press("m")
        assert places.own_words.read_text(encoding="utf-8") == "larkmoorish\n"
        await pilot.press("s")
        assert not isinstance(app.screen, CorrectWordScreen)
        told = [note.message for note in app._notifications]
        assert told == ["No doubtful word is left in this text."]
        assert underlined(app) == []
        await pilot.press("ctrl+z")
        assert editor.document[0].startswith("We receive teh bookery, receive ")
        await pilot.press("ctrl+z")
        assert editor.document[0].startswith("We recieve teh bookery, recieve ")
        assert underlined(app) == ["recieve", "teh", "recieve"]


async def test_escape_leaves_the_word_and_the_cursor_behind_it(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor = editor_of(app)
        editor.insert("All teh glue and wich.", (2, 0))
        editor.move_cursor((2, 6))
        await pilot.press("alt+x")
        assert editor.selected_text == "teh"
        await pilot.press("escape")
        assert editor.selection.is_empty and editor.cursor_location == (2, 7)
        editor.move_cursor(editor.document.end)
        await pilot.press("alt+x")
        assert editor.selected_text == "teh"


@pytest.mark.parametrize("chosen", ["american", "off"])
async def test_the_setting_holds_at_once(make_app: MakeApp, settle: Settle, chosen: str) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor_of(app).insert("A color is a colour. ", (0, 0))
        await look(pilot)
        assert underlined(app) == ["color"]
        change_setting(app, "spelling", chosen)
        await settle(pilot)
        assert underlined(app) == {"american": ["colour"], "off": []}[chosen]
        await pilot.press("alt+x")
        assert isinstance(app.screen, CorrectWordScreen) == (chosen == "american")


async def test_a_list_that_cannot_be_written_is_told_and_nothing_is_lost(
    make_app: MakeApp, settle: Settle, folder: Path
) -> None:
    (folder / "words.txt").mkdir()
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert any("words.txt" in note.message for note in app._notifications)
        editor_of(app).insert("teh ", (0, 0))
        editor_of(app).move_cursor((0, 0))
        app.clear_notifications()
        await pilot.press("alt+x", "p")
        assert any("words.txt" in note.message for note in app._notifications)
        assert underlined(app) == ["teh"]


async def test_nothing_is_corrected_where_nothing_may_be_written(
    make_app: MakeApp, settle: Settle, desk: Desk
) -> None:
    desk.locked_by = "Odo has it open"
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("alt+x")
        assert not isinstance(app.screen, CorrectWordScreen)


async def test_grammar_is_underlined_in_another_way_and_corrected_alike(
    make_app: MakeApp, settle: Settle
) -> None:
    pytest.importorskip("harper", reason="harper-py is not installed; the extra grammar brings it")
    app = make_app(grammar=True)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor = editor_of(app)
        editor.insert("We saw the the glue and teh pot.\n", (0, 0))
        await look(pilot)
        await settle(pilot)
        assert underlined(app) == ["the the", "teh"]
        first, second = (span.style for span in editor.get_line(0).spans if underlines(span.style))
        assert first != second
        editor.move_cursor((0, 0))
        await pilot.press("alt+x")
        assert suggested(app) == ["1  the", "s  leave it, this time"]
        await pilot.press("p", "1", "escape")
        await look(pilot)
        assert editor.document[0] == "We saw the glue and teh pot."
        assert underlined(app) == ["teh"]


async def test_without_the_extra_one_is_told_and_words_are_checked_all_the_same(
    make_app: MakeApp, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmalt_tui.workbench.spelling.has_grammar", lambda: False)
    app = make_app(grammar=True)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert any("cmalt-tui[grammar]" in note.message for note in app._notifications)
        editor_of(app).insert("We saw the the teh pot.\n", (0, 0))
        await look(pilot)
        assert underlined(app) == ["teh"]
