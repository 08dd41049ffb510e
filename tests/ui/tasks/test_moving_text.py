"""Moving a paragraph or a reflection: where it goes, and that one step brings it back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from textual.pilot import Pilot

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def told(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


async def choose(pilot: Pilot[None], settle: Settle, key: str, letters: str) -> None:
    await pilot.press(key)
    await settle(pilot)
    await pilot.press(*["space" if sign == " " else sign for sign in letters], "enter")
    await settle(pilot)


async def test_a_paragraph_goes_to_the_end_of_another_text_and_comes_back(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        before = desk.portfolio
        await choose(pilot, settle, "alt+m", "1a note")
        section = desk.portfolio.section("1a")
        assert section.description == "The second one won."
        assert section.note.endswith("permission.\n\nWe compared two ways of filming a bench.")
        assert "8 words moved to the end of 1a Note" in told(app)
        await pilot.press("f2", "u")
        await settle(pilot)
        assert desk.portfolio == before
        assert app.screen.query_one(ProseEditor).text == before.section("1a").description


async def test_undo_in_the_text_brings_the_words_back_there_and_leaves_them_where_they_went(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        before = desk.portfolio
        await choose(pilot, settle, "alt+m", "1a note")
        await pilot.press("ctrl+z")
        section = desk.portfolio.section("1a")
        assert section.description == before.section("1a").description
        assert section.note.endswith("filming a bench.")
        await pilot.press("f2", "u")
        await settle(pilot)
        assert desk.portfolio == before


async def test_what_is_marked_begins_a_new_reflection(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+down", "ctrl+shift+right", "ctrl+shift+right")
        await choose(pilot, settle, "alt+m", "1a new refl")
        section = desk.portfolio.section("1a")
        assert section.description.endswith("\n\none won.")
        assert [piece.text for piece in section.reflections][2:] == ["The second"]
        assert section.reflections[2].written is not None


async def test_the_text_that_was_open_last_is_offered_first(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        assert isinstance(app.screen, WriteScreen)
        app.screen.open_at("1b/description")
        app.screen.open_at("context")
        app.screen.open_at("1a/description")
        await settle(pilot)
        await choose(pilot, settle, "alt+m", "")
        assert desk.portfolio.section("context").statement.endswith("filming a bench.")


async def test_a_footnote_that_stays_behind_is_said(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    section = replace(desk.portfolio.section("1a"), description="One.[^a]\n\n[^a]: Note.")
    desk.change(desk.portfolio.with_section(section))
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await choose(pilot, settle, "alt+m", "1a note")
        assert "What [^a] refers to stays here" in told(app)


async def test_with_the_cursor_between_paragraphs_it_is_said_what_to_do(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("down", "alt+m")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert "Put the cursor into the paragraph" in told(app)


async def test_a_reflection_moves_with_its_title_and_comes_back(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app(at="1a/captions")
    async with app.run_test(size=(100, 30)) as pilot:
        before = desk.portfolio
        await pilot.press("f2")
        await choose(pilot, settle, "m", "1b")
        assert app.screen.query_one(ProseEditor).address == TextAddress(
            "1b", "reflection", "captions"
        )
        moved = desk.portfolio.section("1b").reflections
        assert moved == before.section("1a").reflections[1:]
        await pilot.press("u")
        await settle(pilot)
        assert desk.portfolio == before


async def test_only_a_reflection_can_be_moved_as_one(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f2", "m")
        await settle(pilot)
        assert "Go to a reflection first." in told(app)
