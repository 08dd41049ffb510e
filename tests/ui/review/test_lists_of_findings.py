"""All findings, and what may be out of date: listed, narrowed, answered, gone to."""

import threading
from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.progress import Progress, Report
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.ui import review_desk
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.findings import FindingsScreen
from cmalt_tui.ui.screens.freshness import FreshnessScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Shown = Callable[[CmaltApp], str]
Rows = Callable[..., str]
SIZES = [(80, 24), (160, 50)]


async def press(pilot: Pilot[None], settle: Settle, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_all_findings_are_listed_by_level_and_narrowed(
    make_app: MakeApp, settle: Settle, rows: Rows, seen: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+9")
        assert isinstance(app.screen, FindingsScreen)
        told = rows(app).split("\n")
        assert len(told) == 3
        assert told[0].startswith("! warning")
        assert "1 warning · 2 hints" in seen(app)
        assert "why  Readers ask about won." in seen(app)

        await press(pilot, settle, "v")
        assert len(rows(app).split("\n")) == 1
        assert "errors and warnings only" in seen(app)
        await press(pilot, settle, "v", "v")
        assert len(rows(app).split("\n")) == 3

        await press(pilot, settle, "s", "down", "enter")
        assert "context" in seen(app)
        assert len(rows(app).split("\n")) == 1


async def test_a_finding_is_dismissed_mended_and_gone_to(
    make_app: MakeApp, desk: Desk, settle: Settle, rows: Rows
) -> None:
    app = make_app("context")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+9", "m")
        assert "came first" in desk.portfolio.section("1a").description
        assert len(rows(app).split("\n")) == 2
        await press(pilot, settle, "u", "home", "x", "enter")
        assert [one.rule for one in desk.portfolio.dismissed] == ["ZZZ-2"]
        await press(pilot, settle, "d", "r", "d")
        assert desk.portfolio.dismissed == ()
        await press(pilot, settle, "home", "enter")
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address == TextAddress("1a", "description")


async def test_escape_stops_a_review_that_takes_long(
    make_app: MakeApp, settle: Settle, monkeypatch: pytest.MonkeyPatch, seen: Shown
) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def slow(portfolio: Portfolio, *others: object, report: Report, **options: object) -> Sorted:
        del portfolio, others, options
        begun.set()
        assert may_go_on.wait(20)
        report(Progress(1, 2, "Looking"))
        return Sorted((), ())

    monkeypatch.setattr(review_desk, "review_of", slow)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+9")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("escape")
        may_go_on.set()
        await settle(pilot)
        assert isinstance(app.screen, FindingsScreen)
        assert "Stopped" in seen(app)
        await press(pilot, settle, "escape")
        assert isinstance(app.screen, WriteScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_still_true_stamps_a_sentence_with_today(
    make_app: MakeApp, desk: Desk, settle: Settle, rows: Rows, seen: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+7")
        assert isinstance(app.screen, FreshnessScreen)
        assert "1 sentence to look at" in seen(app)
        assert rows(app).startswith("2 years")
        assert "teach" in rows(app)
        await press(pilot, settle, "t")
        [answer] = desk.portfolio.dismissed
        assert (answer.rule, answer.reason, answer.on) == ("FRE-9", "still true", date.today())
        assert "nothing to look at · 1 confirmed" in seen(app)
        await press(pilot, settle, "u")
        assert desk.portfolio.dismissed == ()
        await press(pilot, settle, "enter")
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address.section == "context"


async def test_the_day_of_submission_is_shown_and_changed(
    make_app: MakeApp, desk: Desk, settle: Settle, seen: Shown
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+7")
        assert "no day of submission is planned" in seen(app)
        await press(pilot, settle, "s", *"2031-02-30", "enter")
        assert desk.portfolio.submit_by is None
        assert any("is no day" in note.message for note in app._notifications)
        await press(pilot, settle, "s", *"2031-02-28", "enter")
        assert desk.portfolio.submit_by == date(2031, 2, 28)
        assert "submission on 28 February 2031" in seen(app)


async def test_read_only_lists_say_why_nothing_is_answered(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    desk.locked_by = "Odo has it open"
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+7", "t", "s", "escape", "alt+9", "x", "m")
        assert desk.portfolio.dismissed == ()
        notes = [note.message for note in app._notifications]
        assert sum("for reading only" in note for note in notes) == 4
    desk.locked_by = ""
