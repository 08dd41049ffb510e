"""Inserting evidence: the reference at the cursor, and the use that is counted with it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from textual.pilot import Pilot

from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def told(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


async def choose(pilot: Pilot[None], settle: Settle, letters: str, *more: str) -> None:
    await pilot.press("alt+e")
    await settle(pilot)
    await pilot.press(*letters, "enter")
    await settle(pilot)
    await pilot.press(*more)
    await settle(pilot)


async def test_an_item_of_the_section_is_first_and_one_undo_takes_it_out(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        before = desk.portfolio
        await pilot.press("ctrl+right")
        await choose(pilot, settle, "")
        assert desk.portfolio.section("1a").description.startswith("We [[ev:bench-video]] compared")
        await pilot.press("ctrl+z")
        assert desk.portfolio == before


async def test_an_item_that_was_not_used_here_is_now(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+end")
        await choose(pilot, settle, "glue")
        section = desk.portfolio.section("1a")
        assert section.description.endswith("won. [[ev:glue-list]]")
        assert section.evidence[-1] == EvidenceUse("glue-list")
        assert "“List of glues” is now evidence of 1a as well" in told(app)
        await pilot.press("f2", "u")
        await settle(pilot)
        assert len(desk.portfolio.section("1a").evidence) == 1


async def test_a_private_note_makes_no_use(make_app: MakeApp, desk: Desk, settle: Settle) -> None:
    app = make_app(at="1a/note")
    async with app.run_test(size=(100, 30)) as pilot:
        await choose(pilot, settle, "glue")
        assert desk.portfolio.section("1a").note.startswith("[[ev:glue-list]] Ask")
        assert len(desk.portfolio.section("1a").evidence) == 1


async def test_a_picture_can_stand_in_the_text(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    film = EvidenceItem("bench-video", "A film", file="files/b 1.png", alt='A "bench"')
    desk.change(desk.portfolio.with_evidence(film))
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("end")
        await choose(pilot, settle, "film", "down", "enter")
        assert desk.portfolio.section("1a").description == (
            "We compared two ways of filming a bench.\n\n"
            '![A film](evidence/files/b%201.png){alt="A \\"bench\\""}\n\nThe second one won.'
        )
        await pilot.press("ctrl+z")
        await choose(pilot, settle, "film", "escape")
        assert "film]" not in desk.portfolio.section("1a").description


async def test_with_no_evidence_the_way_out_is_said(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    desk.change(replace(desk.portfolio, evidence={}))
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("alt+e")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert "There is no evidence yet." in told(app)
