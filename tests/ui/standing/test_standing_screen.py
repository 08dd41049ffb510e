"""The screen that tells where one is: facts, findings, reasons, aims, and the ways out of it."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from cmalt_tui.model.portfolio import Section, Status
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.standing import StandingScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.progress_record import ProgressDay, note_progress

Settle = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [(80, 24), (160, 50)]


@pytest.fixture
def opened(
    make_app: Callable[..., CmaltApp], settle: Settle
) -> Callable[[Pilot[None]], Awaitable[StandingScreen]]:
    async def show(pilot: Pilot[None]) -> StandingScreen:
        await settle(pilot)
        await pilot.press("alt+slash")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StandingScreen)
        return pilot.app.screen

    return show


def listed(screen: StandingScreen) -> list[str]:
    return [str(option.prompt) for option in screen.query_one(OptionList).options]


def beside(screen: StandingScreen) -> str:
    return str(screen.query_one("#pane-0 Static", Static).content)


def above(screen: StandingScreen) -> str:
    return str(screen.query_one("#list-told", Static).content)


@pytest.mark.parametrize("size", SIZES)
async def test_sections_reasons_and_the_first_day_stand_on_it(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    size: tuple[int, int],
) -> None:  # fmt: skip
    app = make_app()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        rows = listed(screen)
        first = next(row for row in rows if "1a Constraints" in row)
        assert first.startswith("◐ draft") and "▪ 1" in first and "P1" in first
        assert any(row.startswith("→ 1b has no text yet") for row in rows)
        assert any("Confirmation is not signed" in row for row in rows)
        assert "1a An understanding" in beside(screen)
        assert "until you call it done" in beside(screen)
        assert "first day that is noted" in beside(screen)
        assert "before submission" in above(screen) and "reading" not in above(screen)


async def test_the_picture_is_drawn_from_the_days_before(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]], desk: Desk
) -> None:
    app = make_app()
    day = date.today() - timedelta(30)
    note_progress(
        app.places, ProgressDay(str(desk.folder.absolute()), day, {"1a": 5}, {"empty": 9})
    )
    async with app.run_test(size=(160, 50)) as pilot:
        shown = beside(await opened(pilot))
        assert "│" in shown and "█" in shown and "30 days before" in shown
        assert "in work" in shown


async def test_enter_goes_to_the_section_and_escape_back(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    settle: Settle,
) -> None:  # fmt: skip
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address.section == "1a"
        screen = await opened(pilot)
        rows = listed(screen)
        screen.query_one(OptionList).highlighted = rows.index(
            next(row for row in rows if "1b " in row)
        )
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen) and app.screen.address.section == "1b"


async def test_a_reason_leads_to_its_place(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    settle: Settle,
) -> None:  # fmt: skip
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        rows = listed(screen)
        screen.query_one(OptionList).highlighted = rows.index(
            next(row for row in rows if "Confirmation is not" in row)
        )
        await pilot.pause()
        assert beside(screen).startswith("before submission")
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.address == TextAddress("confirmation", "declaration")


async def test_an_aim_is_a_step_that_can_be_undone(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    settle: Settle, desk: Desk,
) -> None:  # fmt: skip
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("a")
        await settle(pilot)
        app.screen.query_one(Input).value = "many"
        await pilot.press("enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").aim == 0
        await pilot.press("a")
        await settle(pilot)
        app.screen.query_one(Input).value = "1,200"
        await pilot.press("enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").aim == 1_200
        assert any("of 1,200" in row for row in listed(screen))
        assert "your aim 1,200" in " ".join(beside(screen).split())
        await pilot.press("u")
        await settle(pilot)
        assert desk.portfolio.section("1a").aim == 0
        await pilot.press("escape")
        await settle(pilot)


async def test_the_planned_day_is_asked_for(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    settle: Settle, desk: Desk,
) -> None:  # fmt: skip
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "no day of submission is planned" in above(screen)
        await pilot.press("p")
        await settle(pilot)
        day = date.today() + timedelta(3)
        app.screen.query_one(Input).value = day.isoformat()
        await pilot.press("enter")
        await settle(pilot)
        assert desk.portfolio.submit_by == day
        assert above(screen).startswith("3 days until")


async def test_the_next_step_is_gone_to(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    settle: Settle,
) -> None:  # fmt: skip
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        step = screen.seen.standing.step if screen.seen else None
        assert step is not None and step.said in " ".join(beside(screen).split())
        await pilot.press("n")
        await settle(pilot)
        assert app.screen.address.section == step.section


async def test_a_review_that_fails_leaves_the_facts(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def broken(*args: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("cmalt_tui.ui.screens.standing_list.standing_by_review", broken)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert any("1a Constraints" in row for row in listed(screen))
        assert above(screen).startswith("The texts can't be reviewed")


async def test_read_only_it_shows_all_and_changes_nothing(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    settle: Settle, desk: Desk,
) -> None:  # fmt: skip
    desk.locked_by = "Odo has it open"
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        for action in ("aim", "submit_by", "undo_step"):
            assert "reading only" in screen.why_not(action)
        await pilot.press("a", "p")
        await settle(pilot)
        assert app.screen is screen
        assert screen.why_not("go_there") == ""


async def test_a_session_that_changed_something_notes_the_day_as_it_ends(
    make_app: Callable[..., CmaltApp], settle: Settle, desk: Desk
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
    told = json.loads(app.places.progress_file.read_text().splitlines()[-1])
    assert told["portfolio"] == str(desk.folder.absolute()) and told["words"]["1a"] > 0


@pytest.mark.parametrize("size", SIZES)
async def test_titles_meant_to_do_harm_are_shown_as_they_are(
    make_app: Callable[..., CmaltApp], opened: Callable[..., Awaitable[StandingScreen]],
    desk: Desk, size: tuple[int, int],
) -> None:  # fmt: skip
    title = "[/] [b]x[/b] [link=x] \x1b]0;evil\x07 \x1b[2J \u202e 漢字"
    harm = Section("specialist-1", title=title, status=Status.DRAFT, description="It is bound.")
    item = replace(desk.portfolio.evidence["bench-video"], title=title, file="files/[x].mp4")
    desk.change(desk.portfolio.with_section(harm).with_evidence(item))
    app = make_app("specialist-1/description")
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        for place in range(len(listed(screen))):
            screen.query_one(OptionList).highlighted = place
            await pilot.pause()
            drawn = beside(screen) + "\n".join(listed(screen))
            assert not [mark for mark in ("\x1b", "\x07", "\u202e", "evil") if mark in drawn]
        assert "[b]x[/b]" in drawn
