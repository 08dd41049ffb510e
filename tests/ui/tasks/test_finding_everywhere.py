"""Find everywhere: the list, what is switched off, one step for all changes, and going there."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from textual.pilot import Pilot

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.find_everywhere import FindEverywhereScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.match_list import MatchList
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def title(app: CmaltApp) -> str:
    return str(app.screen.query_one("#find-title", Line).render())


def lines(app: CmaltApp) -> list[str]:
    listed = app.screen.query_one(MatchList)
    drawn = ("".join(s.text for s in listed.render_line(y)) for y in range(listed.size.height))
    return [line.strip() for line in drawn if line.strip()]


async def begin(pilot: Pilot[None], settle: Settle, words: str, put: str = "") -> None:
    await pilot.press("alt+r")
    await settle(pilot)
    await pilot.press(*words)
    if put:
        await pilot.press("ctrl+r", *put)
    await settle(pilot)


async def test_every_place_is_listed_under_its_text(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, settle, "bench")
        assert "2 places in 2 texts" in title(app)
        assert lines(app) == [
            "1a Description",
            "▌We compared two ways of filming a bench.",
            "Evidence “A film of the bench”: its title",
            "A film of the bench",
        ]
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)


async def test_what_is_on_is_replaced_in_one_step_that_undo_takes_back(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        before = desk.portfolio
        await begin(pilot, settle, "it", "that")
        assert " on · ^r replaces them" in title(app)
        assert "☑ It → that taught me to ask first." in " ".join(lines(app))
        await pilot.press("alt+n", "alt+s", "ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        changed = desk.portfolio.section("1a").reflection("the-pilot")
        assert changed.text == "that taught me to ask first."
        assert "Replaced “it” in 1 place." in " ".join(n.message for n in app._notifications)
        await pilot.press("f2", "u")
        await settle(pilot)
        assert desk.portfolio == before


async def test_the_open_text_takes_its_part_back_by_its_own_undo(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("N", "o", "w", "space")
        await begin(pilot, settle, "bench", "table")
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert desk.portfolio.section("1a").description.startswith("Now We compared two")
        assert "filming a table" in desk.portfolio.section("1a").description
        assert desk.portfolio.evidence["bench-video"].title == "A film of the table"
        await pilot.press("ctrl+z")
        assert (
            "Now We compared two ways of filming a bench" in app.screen.query_one(ProseEditor).text
        )
        assert desk.portfolio.evidence["bench-video"].title == "A film of the table"


async def test_enter_goes_to_the_place(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, settle, "later")
        await pilot.press("enter")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        assert editor.address == TextAddress("1a", "reflection", "captions")
        assert editor.cursor_location == (0, editor.text.index("later")) and editor.has_focus


async def test_words_can_be_taken_out_and_letters_walk_the_list(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, settle, " two")
        await pilot.press("ctrl+r", "tab", "space")
        await settle(pilot)
        assert "0 of 1 place" in title(app)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, FindEverywhereScreen)
        await pilot.press("a", "ctrl+r")
        await settle(pilot)
        assert desk.portfolio.section("1a").description.startswith("We compared ways")


async def test_what_can_not_be_looked_for_is_said(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("alt+r")
        await settle(pilot)
        await pilot.press("alt+u", "left_parenthesis")
        await settle(pilot)
        switches = app.screen.query_one("#find-switches").render()
        assert "no regular expression: missing )" in str(switches)
        await pilot.press("enter", "ctrl+r", "ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, FindEverywhereScreen)


async def test_a_click_on_a_box_switches_and_two_go_there(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, settle, "won", "lost")
        listed = app.screen.query_one(MatchList)
        await pilot.click(MatchList, offset=(3, 1))
        assert listed.matches_on == []
        await pilot.click(MatchList, offset=(20, 1), times=2)
        await settle(pilot)
        assert app.screen.query_one(ProseEditor).cursor_location == (2, 15)


async def test_what_another_program_changed_meanwhile_is_looked_for_again(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, settle, "won", "lost")
        section = replace(desk.portfolio.section("1a"), description="It won, [/] and won [b]again.")
        desk.change(desk.portfolio.with_section(section))
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, FindEverywhereScreen)
        assert lines(app)[1:] == [
            "▌☑ It won → lost, [/] and won [b]again.",
            "☑ It won, [/] and won → lost [b]again.",
        ]
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert desk.portfolio.section("1a").description == "It lost, [/] and lost [b]again."
