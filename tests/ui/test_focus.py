"""Focus: only the text, its paragraph lit, its line in the middle, and the way back."""

import errno
import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.focus_lines import FocusLine, FocusPrinciples
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.session_log import logged_sessions

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
PARAGRAPHS = "\n\n".join(f"Paragraph {n} about glue and paper." for n in range(1, 31))


def screen_of(app: CmaltApp) -> WriteScreen:
    screen = app.screen
    assert isinstance(screen, WriteScreen)
    return screen


def seen(app: CmaltApp) -> set[str]:
    """The widgets that stand on the screen."""
    parts = ("#header", "#outline", "#context", "#question", "#tabs", "#below", "#hint", "#editor")
    shown = {part for part in parts if app.screen.query_one(part).region.area}
    return shown | ({"FooterLine"} if app.screen.query_one("FooterLine").region.area else set())


def cursor_row(app: CmaltApp) -> int:
    editor = app.screen.query_one(ProseEditor)
    return editor.cursor_screen_offset.y - editor.content_region.y


def colour_of(app: CmaltApp, words: str) -> str:
    """The colour in which a line with these words is drawn."""
    editor = app.screen.query_one(ProseEditor)
    for y in range(editor.size.height):
        strip = editor.render_line(y)
        if words in strip.text:
            return str([seg.style.color for seg in strip if seg.style and seg.text.strip()][-1])
    raise AssertionError(f"{words} is not on the screen")


@pytest.fixture
def long_text(desk: Desk) -> Desk:
    section = desk.portfolio.section("1a")
    desk.change(desk.portfolio.with_section(replace(section, description=PARAGRAPHS)))
    desk.save()
    return desk


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 50)])
async def test_only_the_text_stays_and_everything_comes_back(
    make_app: MakeApp, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = seen(app)
        for leave in ("f4", "escape"):
            await pilot.press("f4")
            await settle(pilot)
            assert seen(app) == {"#editor"}
            editor = app.screen.query_one("#editor").region
            assert abs(editor.x - (size[0] - editor.right)) <= 1
            assert app.screen.query_one(FocusLine).region.bottom == size[1]
            await pilot.press("x", leave)
            await settle(pilot)
            assert seen(app) == before
            assert not app.screen.query_one(FocusLine).display
        assert app.screen.query_one(ProseEditor).text.startswith("xxWe compared")


async def test_the_key_back_is_told_the_first_time(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4", "f4", "f4")
        await settle(pilot)
        told = [note.message for note in app._notifications if "Only the text" in note.message]
        assert told == ["Only the text is left. esc or f4 brings the rest back."]


@pytest.mark.usefixtures("long_text")
async def test_the_line_of_the_cursor_stays_in_the_middle(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        rows = [cursor_row(app)]
        for key in ("down", "ctrl+end", "pageup", "ctrl+down", "n", "enter", "ctrl+home"):
            await pilot.press(key)
            await settle(pilot)
            rows.append(cursor_row(app))
        middle = app.screen.query_one(ProseEditor).size.height // 2
        assert rows == [middle] * len(rows)


@pytest.mark.usefixtures("long_text")
async def test_no_typewriter_scrolls_only_where_it_must(make_app: MakeApp, settle: Settle) -> None:
    app = make_app(typewriter=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4", "down")
        await settle(pilot)
        assert cursor_row(app) == 1


@pytest.mark.usefixtures("long_text")
async def test_leaving_comes_back_to_where_the_text_was_scrolled(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+end", *["up"] * 4)
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        before = (editor.scroll_offset, editor.cursor_location)
        await pilot.press("f4", "escape")
        await settle(pilot)
        assert (editor.scroll_offset, editor.cursor_location) == before


@pytest.mark.usefixtures("long_text")
@pytest.mark.parametrize("typewriter", [True, False])
async def test_the_paragraph_at_the_cursor_is_lit(
    make_app: MakeApp, settle: Settle, typewriter: bool
) -> None:
    app = make_app(typewriter=typewriter)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lit = colour_of(app, "Paragraph 2 ")
        await pilot.press("f4", "ctrl+down")
        await settle(pilot)
        assert colour_of(app, "Paragraph 2 ") == lit
        dim = colour_of(app, "Paragraph 1 ")
        assert dim == colour_of(app, "Paragraph 3 ") != lit
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert (colour_of(app, "Paragraph 2 "), colour_of(app, "Paragraph 3 ")) == (dim, lit)
        await pilot.press("f4")
        await settle(pilot)
        assert colour_of(app, "Paragraph 2 ") == lit


async def test_without_colours_the_others_are_dim_letters(
    make_app: MakeApp, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        strips = [editor.render_line(y) for y in range(editor.size.height)]
        dim = {
            strip.text.strip(): any(seg.style and seg.style.dim for seg in strip)
            for strip in strips
            if strip.text.strip()
        }
        assert dim == {
            "We compared two ways of filming a bench.": False,
            "The second one won.": True,
        }


async def test_words_of_the_session_are_told_and_how_far_the_goal_is(
    make_app: MakeApp, settle: Settle
) -> None:
    for goal, told in ((0, "3 words in this session"), (6, f"{'▰' * 10}{'▱' * 10} 3 of 6 words")):
        app = make_app("1b/description", word_goal=goal)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await pilot.press("f4", *"new words here", "ctrl+s")
            await settle(pilot)
            assert str(app.screen.query_one(FocusLine).render()).strip() == told
            await pilot.press("alt+a", "delete", "ctrl+s")
            await settle(pilot)


async def test_a_save_that_fails_is_seen(
    make_app: MakeApp, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4", "x")

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        await pilot.press("ctrl+s")
        await settle(pilot)
        told = str(app.screen.query_one(FocusLine).render())
        assert "not saved" in told and "full" in told
        monkeypatch.undo()


async def test_principles_stay_if_they_are_wanted(make_app: MakeApp, settle: Settle) -> None:
    app = make_app(principles_in_focus=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        pinned = app.screen.query_one(FocusPrinciples)
        lines = str(pinned.render()).split("\n")
        assert pinned.region.height == len(lines) == 4
        assert lines[0].startswith("● here      P1 ") and lines[1].startswith("○ nowhere   P2 ")


async def test_what_is_opened_meanwhile_lies_over_the_text(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await pilot.press("f4", "f2")
        await settle(pilot)
        assert seen(app) == {"#editor", "#outline"}
        await pilot.press("escape")
        await settle(pilot)
        assert seen(app) == {"#editor"}
        await pilot.press("alt+down")
        await settle(pilot)
        assert seen(app) == {"#editor"}
        assert screen_of(app).address.section == "1b"


async def test_escape_leaves_focus_from_the_evidence_too(make_app: MakeApp, settle: Settle) -> None:
    app = make_app("1a/evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert not app.screen.query_one("#header").region.area
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one("#header").region.area


async def test_a_session_with_a_change_leaves_a_line_and_one_without_none(
    make_app: MakeApp, settle: Settle, folder: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("right")
    assert not app.places.sessions_file.exists()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"glue ")
        recording = screen_of(app).recording
        assert recording is not None
        # A program that is killed has told what it knew a minute ago.
        recording.log()
        assert logged_sessions(app.places)[0].added == 1
    line = app.places.sessions_file.read_text()
    assert line.count("\n") == 1 and '"added": 1' in line
    assert str(folder) in line and "glue" not in line
