"""Steps on a portfolio: status, reflections, titles, principles, and the way back from each."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from cmalt_tui.model.portfolio import Status
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.conflict import ConflictScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def told(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


async def test_status_is_chosen_and_undone(make_app: MakeApp, desk: Desk, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").status is Status.DONE
        await pilot.press("f2", "ctrl+z")
        await settle(pilot)
        assert desk.portfolio.section("1a").status is Status.DRAFT
        assert "Taken back: status of 1a" in told(app)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert desk.portfolio.section("1a").status is Status.DONE


async def test_undoing_a_step_keeps_what_was_typed_since(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        await pilot.press("K")
        await pilot.press("f2", "u")
        await settle(pilot)
        assert desk.portfolio.section("1a").status is Status.DRAFT
        assert desk.portfolio.section("1a").description.startswith("KWe")


async def test_a_new_reflection_is_begun_renamed_and_removed(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        await pilot.press(*"Second", "enter")
        await settle(pilot)
        await pilot.press("a")
        piece = desk.portfolio.section("1a").reflections[-1]
        assert (piece.id, piece.title, piece.text) == ("second", "Second", "a")
        await pilot.press("f2", "r")
        await settle(pilot)
        await pilot.press("!", "enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").reflections[-1].title == "Second!"
        await pilot.press("delete")
        await settle(pilot)
        assert len(desk.portfolio.section("1a").reflections) == 2
        await pilot.press("u")
        await settle(pilot)
        assert desk.portfolio.section("1a").reflections[-1].text == "a"


async def test_principles_are_turned_on_and_off(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("alt+k")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").principles == ("P1", "P2")
        await pilot.press("enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").principles == ("P1",)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)


async def test_another_specialist_option(make_app: MakeApp, desk: Desk, settle: Settle) -> None:
    app = make_app("specialist-1")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f2", "plus")
        await settle(pilot)
        assert "specialist-2" in desk.portfolio.sections
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        assert screen.address.section == "specialist-2"


async def test_what_can_not_be_done_says_why(make_app: MakeApp, desk: Desk, settle: Settle) -> None:
    app = make_app("context")
    async with app.run_test(size=(120, 40)) as pilot:
        before = desk.portfolio
        await pilot.press("f7", "f2", "plus", "delete")
        await settle(pilot)
        assert "no reflections" in told(app)
        assert "comes only once" in told(app)
        assert "go to a reflection first" in told(app)
        assert desk.portfolio == before


async def test_a_file_changed_on_disk_asks_and_both_are_kept(
    make_app: MakeApp, folder: Path, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    file = folder / "sections" / "1a.toml"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        theirs = file.read_text(encoding="utf-8").replace("We compared", "They compared")
        file.write_text(theirs, encoding="utf-8")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ConflictScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert "MWe compared" in file.read_text(encoding="utf-8")
        kept = [one.read_text(encoding="utf-8") for one in (folder / "kept").rglob("*.toml")]
        assert any("They compared" in text for text in kept)
        assert not desk.unsaved


async def test_theirs_is_taken_into_the_open_text(
    make_app: MakeApp, folder: Path, settle: Settle
) -> None:
    app = make_app()
    file = folder / "sections" / "1a.toml"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        theirs = file.read_text(encoding="utf-8").replace("We compared", "They compared")
        file.write_text(theirs, encoding="utf-8")
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("t", "enter")
        await settle(pilot)
        assert app.screen.query_one(ProseEditor).text.startswith("They compared")
        kept = [one.read_text(encoding="utf-8") for one in (folder / "kept").rglob("*.toml")]
        assert any("MWe compared" in text for text in kept)


async def test_no_question_takes_the_keys_of_a_person_who_types(
    make_app: MakeApp, folder: Path, settle: Settle
) -> None:
    app = make_app()
    file = folder / "sections" / "1a.toml"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        theirs = file.read_text(encoding="utf-8").replace("We compared", "They compared")
        file.write_text(theirs, encoding="utf-8")
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        screen.autosave._clock = lambda: float("inf")
        screen.autosave.look()
        await settle(pilot)
        screen.autosave.look()
        assert "two versions of 1a" in screen.autosave.word
        assert app.screen is screen
        assert "lets you choose" in told(app)
        await pilot.press("t", "enter")
        assert screen.query_one(ProseEditor).text.startswith("Mt\nWe compared")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ConflictScreen)


async def test_a_change_on_disk_comes_in_where_nothing_is_unsaved(
    make_app: MakeApp, folder: Path, settle: Settle
) -> None:
    app = make_app()
    file = folder / "sections" / "1a.toml"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        changed = file.read_text(encoding="utf-8").replace("We compared", "They compared")
        file.write_text(changed, encoding="utf-8")
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        screen.autosave.look_outside()
        await settle(pilot)
        assert app.screen.query_one(ProseEditor).text.startswith("They compared")
        assert "taken in" in told(app)
