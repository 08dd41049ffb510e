"""The app: problems told in words, nothing lost on the way out, no colours but readable."""

import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.messages import OpenPortfolio
from cmalt_tui.ui.screens.unsaved import UnsavedScreen
from cmalt_tui.ui.screens.welcome import WelcomeScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def told(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


async def test_no_portfolio_means_the_welcome_screen(places: Places) -> None:
    app = CmaltApp(Start(None, Examples(places)), Settings(), places)
    async with app.run_test(size=(80, 24)):
        assert isinstance(app.screen, WelcomeScreen)


async def test_notices_of_the_start_and_bad_keys_are_told(
    desk: Desk, places: Places, settle: Settle
) -> None:
    start = Start(desk, Examples(places), notices=(Problem("the settings have a fault"),))
    app = CmaltApp(start, Settings(keys={"write.sav": "f12"}), places)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "the settings have a fault" in told(app)
        assert "write.save" in told(app)


async def test_a_folder_that_is_no_portfolio_is_told_and_the_screen_stays(
    make_app: MakeApp, tmp_path: Path, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(OpenPortfolio(tmp_path / "nothing"))
        await settle(pilot)
        assert "nothing" in told(app)
        assert isinstance(app.screen, WriteScreen)


async def test_closing_goes_to_the_welcome_screen_and_gives_the_folder_free(
    make_app: MakeApp, folder: Path, places: Places, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("Q", "alt+w")
        await settle(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        assert b"QWe compared" in (folder / "sections" / "1a.toml").read_bytes()
        app.post_message(OpenPortfolio(folder))
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert app.desk is not None and not app.desk.read_only


async def test_leaving_asks_when_it_can_not_be_saved(
    make_app: MakeApp, desk: Desk, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    def refuse(**_: object) -> None:
        raise InputProblem("the disk is full", "Make room.")

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(desk, "save", refuse)
        await pilot.press("x", "ctrl+s")
        await settle(pilot)
        header = str(app.screen.query_one("#header").render())
        assert "kept as a draft: the disk is full" in header
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert isinstance(app.screen, UnsavedScreen)
        assert str(desk.folder) in str(app.screen.query_one(".dialog-text").render())
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        await pilot.press("ctrl+q")
        await settle(pilot)
        await pilot.press("down", "enter")
    assert app.return_code == 0


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no SIGHUP on this system")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
async def test_a_closed_terminal_saves(make_app: MakeApp, folder: Path, name: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S")
        os.kill(os.getpid(), getattr(signal, name))
        await pilot.pause()
    assert b"SWe compared" in (folder / "sections" / "1a.toml").read_bytes()


async def test_an_idea_that_is_being_typed_is_kept_when_the_terminal_is_closed(
    make_app: MakeApp, folder: Path, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("M", "alt+c")
        await settle(pilot)
        await pilot.press(*"glue")
        assert app.save_quietly()
    assert "glue" in (folder / "inbox" / "glue.toml").read_text(encoding="utf-8")
    assert "MWe compared" in (folder / "sections" / "1a.toml").read_text(encoding="utf-8")


async def test_when_a_thread_of_textual_fails_the_text_is_saved_first(
    make_app: MakeApp, folder: Path, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("M")
        app.panic("its thread failed")
    assert "MWe compared" in (folder / "sections" / "1a.toml").read_text(encoding="utf-8")


async def test_a_fault_of_the_program_saves_first_and_says_where_to_look(
    make_app: MakeApp, folder: Path, places: Places
) -> None:
    app = make_app()
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("F")
            app.call_later(lambda: 1 // 0)
            await pilot.pause()
    assert b"FWe compared" in (folder / "sections" / "1a.toml").read_bytes()
    assert "ZeroDivisionError" in (places.cache / "last-fault.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["cmalt-dark", "terminal"])
async def test_without_colours_nothing_is_drawn_on_its_own_colour(
    desk: Desk, places: Places, monkeypatch: pytest.MonkeyPatch, theme: str, settle: Settle
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = CmaltApp(Start(desk, Examples(places), "1a"), Settings(theme=theme), places)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert not app.current_theme.ansi
        drawn = 0
        for strips in app.screen._compositor.render_strips():
            for segment in strips:
                if segment.text.strip() and segment.style and segment.style.color:
                    drawn += 1
                    ink, ground = segment.style.color, segment.style.bgcolor
                    assert ground is None or ink.triplet != ground.triplet, segment
        assert drawn > 50
