"""The reading view: everything in order, the bar in sight, and the way to a text and back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from cmalt_tui.model.portfolio import Status
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.read_whole import ReadWholeScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.whole_text import WholeText
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
BAR = "▎"


def text_of(app: CmaltApp) -> WholeText:
    return app.screen.query_one(WholeText)


def page(app: CmaltApp) -> list[str]:
    text = text_of(app)
    return [text.render_line(y).text.rstrip() for y in range(text.size.height)]


def at_bar(app: CmaltApp) -> str:
    """What stands beside the bar, which is always in sight."""
    lines = [line.removeprefix(BAR).strip() for line in page(app) if line.startswith(BAR)]
    assert lines, page(app)
    return " ".join(lines)


def place(app: CmaltApp) -> str:
    return str(app.screen.query_one("#whole-place", Line).render())


async def everything(app: CmaltApp, pilot: Pilot[None]) -> list[str]:
    """All lines, read a page at a time."""
    await pilot.press("home")
    text, lines = text_of(app), [""]
    for _ in range(200):
        lines += page(app)[2 if len(lines) > 1 else 0 :]
        before = text.scroll_offset
        await pilot.press("pagedown")
        if text.scroll_offset == before:
            return [line.removeprefix(BAR).strip() for line in lines]
    raise AssertionError("no end")


async def test_all_that_assessors_get_stands_in_order(
    make_app: MakeApp, settle: Settle, desk: Desk
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("alt+5")
        await settle(pilot)
        told = "\n".join(await everything(app, pilot))
        wanted = (
            "I teach bookbinding at Larkmoor.",
            "CORE AREA 1: OPERATIONAL ISSUES",
            "1a An understanding of the constraints",
            "Principles shown: P1",
            "Description",
            "We compared two ways of filming a bench.",
            "Reflection 1",
            "The pilot",
            "Written 1 March 2026",
            "It taught me to ask first.",
            "Reflection 2",
            "Evidence",
            "▪ Evidence 1: A film of the bench",
            "What it shows: The first minute shows the glue.",
            "1b ",
            "No text yet.",
            "Name: Ilse Quillfeather",
        )
        found = [told.find(words) for words in wanted]
        assert -1 not in found and found == sorted(found), list(zip(wanted, found, strict=True))
        assert "Ask Odo" not in told and "fits nowhere" not in told
    assert desk.portfolio.section("1a").status is Status.DRAFT


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_it_begins_at_the_text_at_hand_and_goes_to_another_one(
    make_app: MakeApp, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app("1a/captions")
    async with app.run_test(size=size) as pilot:
        await pilot.press("f10")
        await settle(pilot)
        assert at_bar(app) == "I had left them for later."
        assert "1a Constraints" in place(app) and "section 2 of" in place(app)
        await pilot.press("p", "p")
        assert "section 1 of" in place(app)
        await pilot.press("n", "n", "n")
        assert "section 4 of" in place(app) and page(app)[0].startswith(BAR)
        await pilot.press("slash", *"ONE   won", "enter", "escape", "enter")
        await settle(pilot)
        screen, editor = app.screen, app.screen.query_one(ProseEditor)
        assert isinstance(screen, WriteScreen) and editor.has_focus
        assert (screen.address.part, editor.cursor_location) == ("description", (2, 0))


async def test_escape_comes_back_to_the_same_place(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "x", "alt+5")
        await settle(pilot)
        assert at_bar(app) == "xThe second one won."
        await pilot.press("end", "escape")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        assert editor.cursor_location == (2, 1) and editor.has_focus


async def test_the_bar_stays_in_sight_and_reaches_every_paragraph(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+5")
        await settle(pilot)
        text = text_of(app)
        await pilot.press("end")
        last = text.place
        await pilot.press("home")
        places = [text.place]
        while places[-1] != last and len(places) < 1000:
            await pilot.press("j")
            at_bar(app)
            places.append(text.place)
        assert places == sorted(places) and places[0] == 0 and places[-1] == last
        for key in ("k", "space", "b", "pageup", "G", "g"):
            await pilot.press(key)
            at_bar(app)
        assert text.place == 0


async def test_words_are_found_in_every_text(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+5")
        await settle(pilot)
        await pilot.press("slash", *"first")
        await settle(pilot)
        assert "in 2 paragraphs" in place(app)
        await pilot.press("enter")
        assert at_bar(app) == "It taught me to ask first."
        await pilot.press("enter")
        assert "The first minute" in at_bar(app)
        await pilot.press("enter")
        assert at_bar(app) == "It taught me to ask first."
        await pilot.press(*"zz")
        await settle(pilot)
        assert "found nowhere" in place(app)
        await pilot.press("escape")
        assert isinstance(app.screen, ReadWholeScreen)


async def test_the_mouse_puts_the_bar_anywhere(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("alt+5", "home")
        await settle(pilot)
        row = next(n for n, line in enumerate(page(app)) if "The second one won." in line)
        await pilot.click(WholeText, offset=(10, row))
        assert at_bar(app) == "The second one won."


async def test_it_is_set_anew_in_another_width(make_app: MakeApp, settle: Settle) -> None:
    app = make_app("1a/captions")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("alt+5")
        await settle(pilot)
        await pilot.resize_terminal(30, 20)
        await settle(pilot)
        assert at_bar(app) == "I had left them for later."
        assert max(map(len, page(app))) <= 30


async def test_hostile_text_is_shown_as_it_is(
    make_app: MakeApp, settle: Settle, desk: Desk
) -> None:
    section = desk.portfolio.section("1a")
    hostile = "[/] [bold]x[/bold] \x1b]0;t\x07 \u202e [a](javascript:b)"
    desk.change(desk.portfolio.with_section(replace(section, title=hostile, description=hostile)))
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("alt+5")
        await settle(pilot)
        told = "\n".join(page(app))
        assert "[/] [bold]x[/bold]" in told
        assert not any(mark in told for mark in "\x1b\x07\u202e")
