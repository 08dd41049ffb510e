"""What stands around the text: the footer of each pane, drawers, notes, the way to examples."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.outline_tree import OutlineTree

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def screen_of(app: CmaltApp) -> WriteScreen:
    screen = app.screen
    assert isinstance(screen, WriteScreen)
    return screen


def footer(app: CmaltApp) -> str:
    return str(app.screen.query_one("FooterLine").render())


@pytest.mark.parametrize("width", [60, 80])
async def test_the_footer_names_the_keys_of_the_pane_that_has_them(
    make_app: MakeApp, width: int
) -> None:
    app = make_app("1a/the-pilot")
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert "f2 outline" in footer(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "enter write here" in footer(app)
        assert "f2 outline" not in footer(app)
        # However narrow: these two lead to everything else.
        assert footer(app).startswith("f1 help")
        assert footer(app).endswith("^p commands")
        assert len(footer(app)) <= width - 2
        await pilot.press("escape", "f3")
        await pilot.pause()
        assert "→ next tab" in footer(app)


async def test_a_drawer_closes_when_the_text_gets_the_keys(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("specialist-1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "plus")
        await settle(pilot)
        assert screen_of(app).address.section == "specialist-2"
        assert isinstance(app.focused, ProseEditor)
        assert not app.screen.query_one(OutlineTree).display
        await pilot.press("f2")
        await pilot.pause()
        assert app.screen.query_one(OutlineTree).display
        await pilot.click("#editor", offset=(60, 5))
        await pilot.pause()
        assert isinstance(app.focused, ProseEditor)
        assert not app.screen.query_one(OutlineTree).display


async def test_notes_leave_the_line_that_is_being_written_in_sight(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen_of(app).main.say("The reflection is taken out.")
        await pilot.pause()
        toast = app.screen.query_one("Toast").region
        assert 0 < toast.y <= 2
        assert toast.height == 1


async def test_a_parked_section_is_told_where_there_is_no_room_for_its_title(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("specialist-1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("X", "alt+p")
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert "parked" in str(app.screen.query_one("#header", Line).render())
        assert any("1 section parked" in note.message for note in app._notifications)


async def test_an_empty_list_of_examples_names_the_key_that_leads_on(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "left", "left")
        await settle(pilot)
        told = "".join(str(line.render()) for line in app.screen.query("Cards > Static"))
        assert "No example fits this section yet. ^e looks further" in told
