"""Disks that hang or take nothing: typing goes on, drafts are kept, and the header says so."""

import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.autosave import Autosave
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.workbench.desk import Desk, open_desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
HERE = TextAddress("1a", "description")


class Clock:
    """A clock that goes on when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def autosave_of(app: CmaltApp, clock: Clock) -> Autosave:
    assert isinstance(app.screen, WriteScreen)
    app.screen.autosave._clock = clock
    return app.screen.autosave


def drafts_done(autosave: Autosave) -> None:
    autosave._drafts.wait(30)
    autosave.look()


class Stuck:
    """A disk that does not answer before it is told to."""

    def __init__(self, desk: Desk) -> None:
        self.asked, self.answers = threading.Event(), threading.Event()
        self._save = desk._store.save

    def save(self, portfolio: Portfolio) -> object:
        self.asked.set()
        assert self.answers.wait(60)
        return self._save(portfolio)


@pytest.fixture
def stuck(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stuck]:
    disk = Stuck(desk)
    monkeypatch.setattr(desk._store, "save", disk.save)
    yield disk
    disk.answers.set()


async def test_a_disk_that_hangs_stops_no_key_and_drafts_go_elsewhere(
    make_app: MakeApp,
    folder: Path,
    desk: Desk,
    places: Places,
    stuck: Stuck,
    settle: Settle,
) -> None:
    app, clock = make_app(autosave_seconds=0.5), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        autosave = autosave_of(app, clock)
        await pilot.press("A")
        clock.now += 1
        autosave.look()
        assert autosave.busy
        await pilot.press("B", "C")
        clock.now += 1
        autosave.look()
        drafts_done(autosave)
        (draft,) = places.data.glob("drafts/*/*")
        assert "ABCWe compared" in draft.read_text(encoding="utf-8")
        assert not list(folder.glob("**/*draft*/*"))
        clock.now += 5
        autosave.look()
        assert autosave.word == "! kept as a draft: the disk does not answer"
        stuck.answers.set()
        await settle(pilot)
        clock.now += 1
        autosave.look()
        await settle(pilot)
        assert autosave.word.startswith("✓ saved")
        assert text_at(open_desk(folder, places).portfolio, HERE).startswith("ABCWe")
        drafts_done(autosave)
        assert not list(places.data.glob("drafts/*/*"))


async def test_leaving_does_not_wait_for_a_disk_that_hangs(
    make_app: MakeApp,
    places: Places,
    stuck: Stuck,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cmalt_tui.ui.desk_app._DISK_ANSWERS_WITHIN", 0.1)
    monkeypatch.setattr("cmalt_tui.ui.desk_app._CLOSES_WITHIN", 0.1)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("A")
        assert not app.save_quietly()
        assert not stuck.answers.is_set()
        (draft,) = places.data.glob("drafts/*/*")
        assert "AWe compared" in draft.read_text(encoding="utf-8")


async def test_keys_that_come_while_it_saves_are_saved_as_well(
    make_app: MakeApp, folder: Path, places: Places, stuck: Stuck, settle: Settle
) -> None:
    app, clock = make_app(autosave_seconds=0.5), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        autosave = autosave_of(app, clock)
        await pilot.press("A")
        clock.now += 1
        autosave.look()
        assert stuck.asked.wait(30)
        await pilot.press("B")
        stuck.answers.set()
        await settle(pilot)
        assert autosave.word == "… not saved yet"
        clock.now += 1
        autosave.look()
        await settle(pilot)
        assert text_at(open_desk(folder, places).portfolio, HERE).startswith("ABWe")


async def test_a_long_time_between_saves_is_covered_by_drafts(
    make_app: MakeApp, folder: Path, desk: Desk, places: Places, settle: Settle
) -> None:
    app, clock = make_app(autosave_seconds=600.0), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        autosave = autosave_of(app, clock)
        for typed in ("A", "AB", "ABC"):
            await pilot.press(typed[-1])
            clock.now += 1.5
            autosave.look()
            drafts_done(autosave)
            (draft,) = folder.glob(".drafts/*")
            assert f"{typed}We compared" in draft.read_text(encoding="utf-8")
        assert autosave.word == "… kept as a draft"
        assert desk.unsaved
        autosave.save()
        drafts_done(autosave)
        assert not list(folder.glob(".drafts/*"))


async def test_a_disk_that_takes_nothing_is_tried_again_later(
    make_app: MakeApp, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def refuse(portfolio: object) -> None:
        tried.append(portfolio)
        raise InputProblem("can't be written: the disk is full", "Make room.")

    save = desk._store.save
    app, clock = make_app(autosave_seconds=0.5), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(desk._store, "save", refuse)
        autosave = autosave_of(app, clock)
        await pilot.press("A")
        for _ in range(8):
            clock.now += 1
            autosave.look()
            await settle(pilot)
            drafts_done(autosave)
        assert len(tried) == 1
        assert autosave.word == "! kept as a draft: the disk is full"
        monkeypatch.setattr(desk._store, "save", save)
        clock.now += 10
        autosave.look()
        await settle(pilot)
        assert autosave.word.startswith("✓ saved")
