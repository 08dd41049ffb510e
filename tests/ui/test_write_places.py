"""Going through a portfolio: the outline, the parts, drawers, what is broken or not placed."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.widgets.context_pane import ContextPane
from cmalt_tui.ui.widgets.evidence_pane import EvidencePane
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.outline_tree import OutlineTree
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def screen_of(app: CmaltApp) -> WriteScreen:
    screen = app.screen
    assert isinstance(screen, WriteScreen)
    return screen


def here(app: CmaltApp) -> str:
    node = app.screen.query_one(OutlineTree).cursor_node
    assert node is not None and node.data is not None
    return node.data.key


async def test_starts_where_most_is_to_be_done(make_app: MakeApp, settle: Settle) -> None:
    app = make_app("")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert screen_of(app).address == TextAddress("1a", "description")
        assert here(app) == "1a/description"
        assert isinstance(app.focused, ProseEditor)


async def test_going_to_a_line_shows_its_text_at_once(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f2", "j")
        await settle(pilot)
        assert here(app) == "1a/reflection/the-pilot"
        assert app.screen.query_one(ProseEditor).text == "It taught me to ask first."
        assert isinstance(app.focused, OutlineTree)
        await pilot.press("enter")
        assert isinstance(app.focused, ProseEditor)
        await pilot.press("f2", "g")
        await settle(pilot)
        assert app.screen.query_one(ProseEditor).text == "I teach bookbinding at Larkmoor."


async def test_the_outline_keeps_its_place_when_the_portfolio_changes(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        tree = app.screen.query_one(OutlineTree)
        await pilot.press("f2", "h", "h", "j", "l")
        await settle(pilot)
        place = here(app)
        opened = {key for key, node in tree._by_key.items() if node.is_expanded}
        await pilot.press("f7", *"Later", "enter")
        await settle(pilot)
        still_open = {key for key, node in tree._by_key.items() if node.is_expanded}
        assert opened <= still_open
        assert here(app).startswith(place.partition("/")[0])


async def test_a_drawer_at_80_columns_opens_over_the_text_and_escape_closes_it(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        tree, pane = app.screen.query_one(OutlineTree), app.screen.query_one(ContextPane)
        width = app.screen.query_one(ProseEditor).size.width
        assert not tree.display and not pane.display
        await pilot.press("f2")
        assert tree.display and tree.has_focus
        assert app.screen.query_one(ProseEditor).size.width == width
        await pilot.press("f3")
        assert pane.display and not tree.display
        await pilot.press("escape")
        assert not pane.display and isinstance(app.focused, ProseEditor)
        question = str(app.screen.query_one("#question", Line).render())
        assert question.startswith("? ") and question.endswith("f3 more")


async def test_three_panes_at_120_columns_and_two_at_100(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.screen.query_one(OutlineTree).display
        assert app.screen.query_one(ContextPane).display
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert app.screen.query_one(OutlineTree).display
        assert not app.screen.query_one(ContextPane).display


async def test_guidance_says_what_is_asked_and_where_principles_stand(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        told = str(app.screen.query_one("#context-text", Static).render())
        assert "Take a real choice between" in " ".join(told.split())
        assert "● P1" in told and "○ P2" in told
        await pilot.press("f3", "right")
        told = str(app.screen.query_one("#context-text", Static).render())
        assert "Which alternative did you turn down" in " ".join(told.split())


async def test_evidence_is_listed_and_what_it_shows_can_be_said(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app("1a/evidence")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one(EvidencePane)
        rows = " ".join(str(option.prompt) for option in pane.options)
        assert "A film of the bench" in rows and "The first minute shows the glue." in rows
        assert "List of glues" in rows
        screen_of(app).focus_text()
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("ctrl+a", "ctrl+k", *"Page", "space", "2", "enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").evidence[0].shows == "Page 2"


async def test_the_fields_of_a_declaration_are_filled_in(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app("confirmation")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        lines = list(app.screen.query(Input))
        assert lines[0].value == "Ilse Quillfeather"
        lines[1].focus()
        await pilot.press(*"2026-03-01")
        await settle(pilot)
        declaration = desk.portfolio.section("confirmation").declaration
        assert "2026-03-01" in declaration.values()
        assert declaration["name"] == "Ilse Quillfeather"


async def test_a_broken_file_is_shown_with_its_reason_and_left_alone(
    folder: Path, places: Places, settle: Settle
) -> None:
    broken = folder / "sections" / "1a.toml"
    broken.write_text('schema = 1\nsection = "1a"\nstatus = \n', encoding="utf-8")
    desk = open_desk(folder, places, lock=True)
    app = CmaltApp(Start(desk, Examples(places), "1a"), Settings(), places)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        told = str(app.screen.query_one("#reading-text", Static).render())
        assert "can't be read" in told and "line 3" in told
        assert "✗ 1a broken" in str(app.screen.query_one(OutlineTree)._by_key)
        await pilot.press("ctrl+s")
    assert broken.read_text(encoding="utf-8").endswith("status = \n")
    desk.close()


async def test_inbox_text_is_shown_for_reading_with_its_reason(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f2", "G", "l", "j")
        await settle(pilot)
        assert here(app) == "inbox/loose"
        told = str(app.screen.query_one("#reading-text", Static).render())
        assert "It fits nowhere." in told and "no section fits" in told
        assert not app.screen.query_one(ProseEditor).display


async def test_parked_sections_keep_their_text_and_can_be_written(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("alt+p")
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert desk.portfolio.pathway == "associate"
        assert desk.portfolio.section("1a").description.startswith("We compared")
        await pilot.press("f2", "u")
        await settle(pilot)
        assert desk.portfolio.pathway == "cmalt"


async def test_somebody_else_writes_so_this_is_for_reading(
    folder: Path, places: Places, desk: Desk, settle: Settle
) -> None:
    second = open_desk(folder, places, lock=True)
    assert second.read_only
    app = CmaltApp(Start(second, Examples(places), "1a"), Settings(), places)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("Z", "f6")
        await settle(pilot)
        assert second.portfolio == desk.portfolio
        told = " ".join(note.message for note in app._notifications)
        assert "process" in told and "reading only" in told
        header = str(app.screen.query_one("#header", Line).render())
        assert "reading only" in header


@pytest.mark.parametrize("key", ["ctrl+pagedown", "alt+right"])
async def test_parts_go_round(make_app: MakeApp, key: str, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        parts = []
        for _ in range(6):
            parts.append((screen_of(app).address.part, screen_of(app).address.item))
            await pilot.press(key)
            await settle(pilot)
        assert parts == [
            ("description", ""),
            ("reflection", "the-pilot"),
            ("reflection", "captions"),
            ("evidence", ""),
            ("note", ""),
            ("description", ""),
        ]
