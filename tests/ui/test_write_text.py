"""Typing into a text: what the screen, the desk and the disk make of it."""

import tomllib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from cmalt_tui.model.portfolio import Status
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.autosave import Autosave
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.outline_tree import OutlineTree
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]


def screen_of(app: CmaltApp) -> WriteScreen:
    screen = app.screen
    assert isinstance(screen, WriteScreen)
    return screen


def look_and_wait(autosave: Autosave) -> None:
    """Look whether it is time, and take in what the disk answers."""
    autosave.look()
    assert autosave._disk.wait(30)
    autosave.look()


def shown(app: CmaltApp, line: str) -> str:
    return str(app.screen.query_one(f"#{line}", Line).render())


def on_disk(folder: Path, section: str) -> dict[str, object]:
    return tomllib.loads((folder / "sections" / f"{section}.toml").read_text(encoding="utf-8"))


async def test_typed_text_is_on_disk_after_the_quiet_time(
    make_app: MakeApp, folder: Path, desk: Desk
) -> None:
    app = make_app(autosave_seconds=0.2)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("N", "e", "w", "space")
        autosave = screen_of(app).autosave
        assert autosave.word == "… not saved yet"
        autosave._clock = lambda: float("inf")
        look_and_wait(autosave)
        assert "saved" in shown(app, "header")
    description = on_disk(folder, "1a")["description"]
    assert isinstance(description, dict)
    assert description["text"].startswith("New We compared")
    assert not desk.unsaved


async def test_saves_while_keys_keep_coming(make_app: MakeApp, folder: Path) -> None:
    app = make_app(autosave_seconds=1.0)
    async with app.run_test(size=(80, 24)) as pilot:
        autosave = screen_of(app).autosave
        now = [100.0]
        autosave._clock = lambda: now[0]
        for _ in range(6):
            await pilot.press("x")
            now[0] += 0.4
            look_and_wait(autosave)
        assert b"xxxx" in (folder / "sections" / "1a.toml").read_bytes()


async def test_ctrl_s_saves_and_leaving_saves(make_app: MakeApp, folder: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("A", "ctrl+s")
        assert b"AWe compared" in (folder / "sections" / "1a.toml").read_bytes()
        await pilot.press("B", "ctrl+q")
    assert b"ABWe compared" in (folder / "sections" / "1a.toml").read_bytes()


async def test_undo_of_each_text_survives_moving_between_sections(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("X")
        screen_of(app).open_at("1b/description")
        await pilot.pause()
        await pilot.press("Y")
        screen_of(app).open_at("1a/description")
        await pilot.pause()
        await pilot.press("ctrl+z")
        assert desk.portfolio.section("1a").description.startswith("We compared")
        assert desk.portfolio.section("1b").description == "Y"
        await pilot.press("ctrl+y")
        assert desk.portfolio.section("1a").description.startswith("XWe")
        screen_of(app).open_at("1b/description")
        await pilot.pause()
        await pilot.press("ctrl+z")
        assert desk.portfolio.section("1b").description == ""


async def test_the_cursor_is_where_it_was_left(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+end", "left", "left")
        editor = app.screen.query_one(ProseEditor)
        left = editor.cursor_location
        await pilot.press("ctrl+pagedown")
        assert editor.address == TextAddress("1a", "reflection", "the-pilot")
        assert editor.text == "It taught me to ask first."
        await pilot.press("ctrl+pageup")
        assert editor.cursor_location == left


async def test_long_and_short_texts_take_turns(make_app: MakeApp, desk: Desk) -> None:
    long = "\n".join(f"Line {number} of many." for number in range(60))
    section = replace(desk.portfolio.section("1a"), description=long)
    desk.change(desk.portfolio.with_section(section))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        editor = app.screen.query_one(ProseEditor)
        for _ in range(2):
            await pilot.press("ctrl+end")
            await pilot.press("ctrl+pagedown")
            await pilot.pause()
            assert editor.text == "It taught me to ask first."
            await pilot.press("ctrl+end", "ctrl+pageup")
            await pilot.pause()
            assert editor.cursor_location == (59, len("Line 59 of many."))
            assert editor.scroll_offset.y > 0


async def test_the_first_text_makes_a_draft_and_begins_the_reflection(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app("1b/reflection")
    async with app.run_test(size=(120, 40)) as pilot:
        assert desk.portfolio.section("1b").status is Status.EMPTY
        await pilot.press("H", "i")
        section = desk.portfolio.section("1b")
        assert section.status is Status.DRAFT
        assert [piece.text for piece in section.reflections] == ["Hi"]
        screen_of(app).action_save()
        assert "draft" in shown(app, "section-title")


async def test_a_note_changes_no_status_and_is_marked_private(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app("1b/note")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        assert desk.portfolio.section("1b").note == "a"
        assert desk.portfolio.section("1b").status is Status.EMPTY
        assert "never exported" in shown(app, "below")


async def test_a_paste_is_cleaned_and_one_undo_takes_it_back(make_app: MakeApp, desk: Desk) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(120, 40)) as pilot:
        editor = app.screen.query_one(ProseEditor)
        editor.post_message(Paste("\x1b]0;owned\x07one\r\ntwo\u202e"))
        await pilot.pause()
        assert desk.portfolio.section("1b").description == "one\ntwo"
        await pilot.press("ctrl+z")
        assert editor.text == ""


async def test_words_and_outline_follow_the_text(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"three", "space", *"more", "space", *"words")
        screen_of(app).action_save()
        assert shown(app, "below").startswith("3 words")
        tree = app.screen.query_one(OutlineTree)
        node = tree._by_key["1b"]
        assert node.data is not None
        assert node.data.figure == "3"
        assert node.data.label.startswith("◐ 1b")


async def test_moving_by_paragraphs(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        editor = app.screen.query_one(ProseEditor)
        await pilot.press("ctrl+down")
        assert editor.cursor_location == (2, 0)
        await pilot.press("right", "ctrl+up")
        assert editor.cursor_location == (2, 0)
        await pilot.press("ctrl+up")
        assert editor.cursor_location == (0, 0)


async def test_the_cursor_stays_in_sight_when_the_terminal_becomes_smaller(
    make_app: MakeApp, settle: Callable[[Pilot[None]], Awaitable[None]]
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(120, 40)) as pilot:
        editor = app.screen.query_one(ProseEditor)
        editor.load_text("\n\n".join("A paragraph of a few words that wraps." for _ in range(40)))
        await pilot.press("ctrl+end")
        await pilot.resize_terminal(46, 16)
        await settle(pilot)
        assert editor.scroll_offset.y == editor.max_scroll_y > 0
