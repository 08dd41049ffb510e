"""Beside a section's text, its evidence is opened, looked at and taken out by key."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.picture import PictureScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.tasks import evidence_here
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
HOSTILE = "[b]x[/b] \x1b]0;owned\x07"


def notes(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


def used(desk: Desk) -> list[str]:
    return [use.item for use in desk.portfolio.section("1a").evidence]


async def test_an_item_is_taken_out_stays_in_the_bank_and_comes_back_with_undo(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app("1a/evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert used(desk) == []
        assert "bench-video" in desk.portfolio.evidence
        assert "it stays in the bank" in notes(app)
        await pilot.press("f2", "u")
        await settle(pilot)
        assert used(desk) == ["bench-video"]
        assert desk.portfolio.section("1a").evidence[0].shows


async def test_an_item_is_opened_and_what_hinders_that_is_said(
    make_app: MakeApp, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_artefact(folder: Path, item: EvidenceItem) -> str:
        del folder
        opened.append(item.id)
        return HOSTILE

    monkeypatch.setattr(evidence_here, "open_artefact", open_artefact)
    app = make_app("1a/evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert opened == [] and "neither a file nor an address" in notes(app)
        item = replace(desk.portfolio.evidence["bench-video"], url="https://larkmoor.example/film")
        app.screen.change(desk.portfolio.with_evidence(item), "address")  # type: ignore[attr-defined]
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert opened == ["bench-video"]
        assert "Opening [b]x[/b]" in notes(app) and "\x1b" not in notes(app)


async def test_only_a_picture_is_looked_at(make_app: MakeApp, desk: Desk, settle: Settle) -> None:
    app = make_app("1a/evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("i")
        await settle(pilot)
        assert "no picture" in notes(app)
        item = replace(desk.portfolio.evidence["bench-video"], file="files/bench.png")
        app.screen.change(desk.portfolio.with_evidence(item), "file")  # type: ignore[attr-defined]
        await settle(pilot)
        await pilot.press("i")
        await settle(pilot)
        assert isinstance(app.screen, PictureScreen)


async def test_nothing_is_taken_out_where_nothing_can_be_written(
    desk: Desk, folder: Path, places: Places, settle: Settle
) -> None:
    second = open_desk(folder, places, lock=True)
    assert desk and second.read_only
    app = CmaltApp(Start(second, Examples(places), "1a/evidence"), Settings(), places)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        assert used(second) == ["bench-video"]
        assert "reading only" in notes(app)
    second.close()
