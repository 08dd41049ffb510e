"""The find bar: what it marks, where it goes, what it replaces, and the way back."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.content import Content
from textual.events import Key
from textual.pilot import Pilot

from cmalt_tui.model.text_search import Query
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.widgets.click_line import ClickLine
from cmalt_tui.ui.widgets.find_bar import FindBar
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TEXT = "We compared two ways of filming a bench.\n\nThe second one won."


def told(app: CmaltApp) -> str:
    rendered = app.screen.query_one("#find-count", Line).render()
    assert isinstance(rendered, Content)
    return rendered.plain.strip()


def cursor(app: CmaltApp) -> tuple[int, int]:
    return app.screen.query_one(ProseEditor).cursor_location


def marked(app: CmaltApp, row: int) -> list[str]:
    """What is styled in a line of the text by the search."""
    editor = app.screen.query_one(ProseEditor)
    line = editor.get_line(row)
    return [line.plain[span.start : span.end] for span in line.spans]


async def type_in(pilot: Pilot[None], words: str) -> None:
    await pilot.press(*["space" if sign == " " else sign for sign in words])


async def test_places_are_marked_while_one_types_and_gone_through_in_a_circle(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        await type_in(pilot, "on")
        assert (told(app), cursor(app)) == ("1 of 3", (2, 7))
        assert marked(app, 2) == ["on", "on", "on"]
        await pilot.press("down")
        assert (told(app), cursor(app)) == ("2 of 3", (2, 11))
        await pilot.press("enter", "enter")
        assert (told(app), cursor(app)) == ("1 of 3, from the start", (2, 7))
        await pilot.press("up")
        assert (told(app), cursor(app)) == ("3 of 3, from the end", (2, 16))
        await pilot.press("escape")
        await settle(pilot)
        assert cursor(app) == (2, 16) and app.screen.query_one(ProseEditor).has_focus
        assert marked(app, 2) == []
        assert not app.screen.query_one(FindBar).display


async def test_what_is_typed_before_the_bar_is_there_is_looked_for_and_not_written(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(Key("ctrl+f", None))
        while not app.screen.query(FindBar):
            await asyncio.sleep(0)
        for letter in "won":
            app.post_message(Key(letter, letter))
        await settle(pilot)
        await settle(pilot)
        assert app.screen.query_one(FindBar).places.query == Query("won")
        assert told(app) == "1 of 1"
        assert desk.portfolio.section("1a").description == TEXT


async def test_switches_change_what_is_found_by_key_and_mouse(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        await type_in(pilot, "W")
        assert told(app) == "1 of 4"
        await pilot.press("alt+i")
        assert told(app) == "1 of 1"
        await pilot.press("alt+i", "alt+d")
        assert told(app) == "nothing found"
        await pilot.click("#find-keys", offset=(2, 0))
        assert told(app) == "1 of 4"
        await pilot.press("alt+u")
        await type_in(pilot, "(")
        keys = app.screen.query_one("#find-keys", ClickLine)
        assert keys.pieces[0].content.plain.startswith("no regular expression: missing )")
        assert told(app) == ""


async def test_one_place_and_all_are_replaced_each_in_one_step(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        await type_in(pilot, "on")
        await pilot.press("tab")
        await type_in(pilot, "ON")
        await pilot.press("enter")
        assert desk.portfolio.section("1a").description == TEXT.replace("second", "secONd")
        assert told(app) == "2 of 3"
        await pilot.press("alt+a")
        assert told(app) == "3 replaced"
        assert desk.portfolio.section("1a").description.endswith("The secONd ONe wON.")
        await pilot.press("ctrl+z")
        assert desk.portfolio.section("1a").description.endswith("The secONd one won.")
        await pilot.press("ctrl+z")
        assert desk.portfolio.section("1a").description == TEXT
        await pilot.press("ctrl+y")
        assert desk.portfolio.section("1a").description.endswith("The secONd one won.")


async def test_who_replaces_again_says_first_what_to_look_for(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for words, put in (("second", "third"), ("bench", "loom")):
            await pilot.press("ctrl+r")
            await settle(pilot)
            await type_in(pilot, words)
            await pilot.press("tab")
            await pilot.press("alt+backspace")
            await type_in(pilot, put)
            await pilot.press("enter")
            assert told(app) == "replaced, none is left"
            await pilot.press("escape")
            await settle(pilot)
        text = TEXT.replace("second", "third").replace("bench", "loom")
        assert desk.portfolio.section("1a").description == text


async def test_groups_of_an_expression_are_put_in(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        await pilot.press("alt+u")
        await type_in(pilot, r"(\w+) won")
        await pilot.press("tab")
        await type_in(pilot, r"won: \1")
        await pilot.press("alt+a")
        assert desk.portfolio.section("1a").description.endswith("The second won: one.")


async def test_what_is_marked_is_looked_for_and_the_last_query_is_known(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+shift+right", "ctrl+f")
        await settle(pilot)
        bar = app.screen.query_one(FindBar)
        assert bar.places.query == Query("We")
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("right", "ctrl+f")
        await settle(pilot)
        assert bar.places.query == Query("We")
        await type_in(pilot, "bench")
        assert told(app) == "1 of 1"


async def test_the_bar_follows_what_is_typed_and_which_text_is_shown(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        await type_in(pilot, "me")
        assert told(app) == "nothing found"
        app.screen.query_one(ProseEditor).focus()
        await type_in(pilot, "me")
        await settle(pilot)
        assert told(app) == "1 of 1" and marked(app, 0) == ["me"]
        await pilot.press("alt+right")
        await settle(pilot)
        assert told(app) == "1 of 1" and marked(app, 0) == ["me"]
        assert app.screen.query_one(ProseEditor).text.startswith("It taught me")
        await pilot.press("escape")
        assert not app.screen.query_one(FindBar).display


async def test_there_is_no_bar_where_there_is_no_text(make_app: MakeApp, settle: Settle) -> None:
    app = make_app(at="1a/evidence")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert not app.screen.query(FindBar)
        assert any("no text here" in note.message for note in app._notifications)
        app.screen.open_at("1a/description")  # type: ignore[attr-defined]
        await pilot.press("ctrl+f")
        await settle(pilot)
        app.screen.open_at("1a/evidence")  # type: ignore[attr-defined]
        await settle(pilot)
        assert not app.screen.query_one(FindBar).display


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_the_bar_leaves_the_text_in_sight(
    make_app: MakeApp, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert app.screen.query_one(ProseEditor).size.height >= 4
        assert app.screen.query_one(FindBar).region.bottom <= size[1]
