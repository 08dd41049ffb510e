"""The evidence of a section and the fields of a declaration, where no prose is written."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.widgets.evidence_pane import EvidencePane
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


async def test_the_first_item_of_evidence_is_marked_and_where_it_is_can_be_copied(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    item = replace(desk.portfolio.evidence["bench-video"], file="files/bench.mp4")
    desk.change(desk.portfolio.with_evidence(item))
    app = make_app("1a/evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one(EvidencePane)
        assert app.focused is pane
        assert pane.highlighted == 0
        assert "enter say what it shows" in str(app.screen.query_one("FooterLine").render())
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == str(desk.folder / "evidence" / "files" / "bench.mp4")
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one(Input).value == "The first minute shows the glue."


async def test_an_item_without_a_place_says_why_nothing_is_copied(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("1a/evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == ""
        assert "neither a file nor an address" in " ".join(
            note.message for note in app._notifications
        )


async def test_what_evidence_shows_is_not_asked_where_nothing_can_be_written(
    desk: Desk, folder: Path, places: Places, settle: Settle
) -> None:
    assert not desk.read_only
    reader = open_desk(folder, places, lock=True)
    assert reader.read_only
    app = CmaltApp(Start(reader, Examples(places), "1a/evidence"), Settings(), places)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert any("You can read everything" in note.message for note in app._notifications)
        assert any("reading only" in note.message for note in app._notifications)
    reader.close()


async def test_a_declaration_counts_its_fields_and_not_words(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("confirmation")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = str(app.screen.query_one("#header", Line).render())
        assert "1 of 3 fields" in told
        assert "words" not in told
