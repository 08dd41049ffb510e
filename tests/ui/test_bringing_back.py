"""Bringing words back on the screen: drafts, two versions of a file, the bin."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.bin import BinScreen
from cmalt_tui.ui.screens.conflict import ConflictScreen
from cmalt_tui.ui.screens.drafts import DraftsScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.workbench.desk import Desk, open_desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [(80, 24), (140, 40)]
DESCRIPTION = TextAddress("1a", "description")
NOTE = TextAddress("1b", "note")


def beside(app: CmaltApp) -> list[str]:
    return [
        str(pane.render()) for pane in app.screen.query("VerticalScroll Static").results(Static)
    ]


def told(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


@pytest.fixture
def crashed(folder: Path, places: Places) -> Desk:
    """A program that ended in the middle of two texts, with drafts and no save."""
    desk = open_desk(folder, places)
    text = desk.portfolio.section("1a").description
    portfolio = with_text(desk.portfolio, DESCRIPTION, text.replace("second", "last"))
    desk.change(with_text(portfolio, NOTE, "A note nobody saved [/]."))
    desk.keep_drafts()
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_drafts_come_up_at_the_start_and_are_taken_or_dropped(
    crashed: Desk, make_app: MakeApp, desk: Desk, settle: Settle, size: tuple[int, int]
) -> None:
    del crashed
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, DraftsScreen)
        (shown,) = beside(app)
        assert "[-second-]{+last+}" in shown.replace(" {", "{")
        assert "1 paragraph as it is" in shown
        await pilot.press("t")
        assert app.screen.query_one(OptionList).option_count == 1
        (shown,) = beside(app)
        assert "+ A note nobody saved [/]." in shown
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.query_one(ProseEditor).text.endswith("The last one won.")
        assert desk.portfolio.section("1b").note == ""
        assert not desk.unsaved
        await pilot.press("ctrl+z")
        assert app.screen.query_one(ProseEditor).text.endswith("The second one won.")
    assert desk.drafts() == ()


async def test_drafts_that_are_left_come_again(
    crashed: Desk, make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    del crashed
    for key, left in (("escape", 2), ("a", 0)):
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await settle(pilot)
            assert isinstance(app.screen, DraftsScreen)
            await pilot.press(key)
            await settle(pilot)
            assert isinstance(app.screen, WriteScreen)
        assert len(desk.drafts()) == left
    assert desk.portfolio.section("1b").note == "A note nobody saved [/]."


async def test_without_drafts_the_palette_says_so(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.run_action("task('drafts')", app.screen)
        await settle(pilot)
        assert "Nothing is left unsaved" in told(app)


def write_theirs(folder: Path, *pairs: tuple[str, str]) -> None:
    file = folder / "sections" / "1a.toml"
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


async def test_other_paragraphs_are_put_together(
    make_app: MakeApp, folder: Path, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("M")
        write_theirs(folder, ("The second one won", "The third one won"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        assert editor.text.startswith("MWe compared")
        assert editor.text.endswith("The third one won.")
        assert "sections/1a.toml" in told(app)
        assert not desk.unsaved
        await pilot.press("ctrl+z")
        assert editor.text.startswith("MWe compared")
        assert editor.text.endswith("The second one won.")


@pytest.mark.parametrize("size", SIZES)
async def test_each_text_of_a_conflict_has_a_side_of_its_own(
    make_app: MakeApp, folder: Path, desk: Desk, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("M", "ctrl+pagedown", "N")
        write_theirs(folder, ("We compared", "They compared"), ("It taught", "That taught"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ConflictScreen)
        mine, theirs = beside(app)
        assert "MWe" in mine
        assert "They" in theirs
        panes = [pane.region for pane in app.screen.query("VerticalScroll")]
        assert (panes[0].y < panes[1].y) == (size[0] < 100)
        await pilot.press("t", "down", "m", "enter")
        await settle(pilot)
        section = desk.portfolio.section("1a")
        assert section.description.startswith("They compared")
        assert section.reflection("the-pilot").text.startswith("NIt taught")
        assert not desk.unsaved


async def test_a_conflict_left_alone_is_asked_about_again_only_on_request(
    make_app: MakeApp, folder: Path, desk: Desk, settle: Settle
) -> None:
    app = make_app(autosave_seconds=0.1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        now = [1000.0]
        screen.autosave._clock = lambda: now[0]
        await pilot.press("M")
        write_theirs(folder, ("We compared", "They compared"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ConflictScreen)
        await pilot.press("escape", "N")
        now[0] += 100
        await settle(pilot)
        await settle(pilot)
        assert app.screen is screen
        assert "kept as a draft" in screen.autosave.word
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ConflictScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert desk.portfolio.section("1a").description.startswith("MNWe compared")
        assert "saved" in screen.autosave.word and not desk.unsaved


async def test_a_removed_reflection_comes_back_out_of_the_bin(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app("1a/the-pilot")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "delete", "ctrl+s")
        await settle(pilot)
        assert [piece.id for piece in desk.portfolio.section("1a").reflections] == ["captions"]
        await app.run_action("task('bin')", app.screen)
        await settle(pilot)
        assert isinstance(app.screen, BinScreen)
        (shown,) = beside(app)
        assert "It taught me to ask first." in shown
        await pilot.press("enter")
        await settle(pilot)
        assert "the-pilot" in [piece.id for piece in desk.portfolio.section("1a").reflections]
        assert "Brought back" in told(app)


def files_of(folder: Path) -> set[str]:
    return {file.name for top in ("bin", "kept") for file in (folder / top).rglob("*.toml")}


async def test_the_marked_thing_or_what_is_old_is_thrown_away_once_that_is_confirmed(
    make_app: MakeApp, folder: Path, settle: Settle
) -> None:
    new, old, older = "1b.toml", "2a-20200101T000000Z.toml", "2b-20190101T000000Z.toml"
    for place in (f"bin/sections/{new}", f"bin/sections/{old}", f"kept/sections/{older}"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text("schema = 1\nsection = '1b'\n")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:

        def said() -> str:
            return str(app.screen.query_one("#list-told", Static).render())

        await settle(pilot)
        await app.run_action("task('bin')", app.screen)
        await settle(pilot)
        await pilot.press("delete", "escape", "e", "enter")
        assert files_of(folder) == {new, old, older}
        await pilot.press("delete", "down", "enter")
        assert files_of(folder) == {old, older}
        assert "Thrown away for good: section 1b." in said()
        assert "2 things" in said()
        footer = app.screen.query_one(FooterLine)
        span = next(span for span in footer._spans if span[2].id == "bin.empty")
        await pilot.click(FooterLine, offset=(span[0] + 1, 0))
        asked = app.screen.query_one(".dialog-title", Static)
        assert "2 things older than 30 days" in str(asked.render())
        await pilot.press("down", "enter")
        assert files_of(folder) == set()
        assert "Nothing else is here." in said()


async def test_an_empty_bin_says_so(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.run_action("task('bin')", app.screen)
        await settle(pilot)
        await pilot.press("enter", "b")
        assert "nothing is in the bin" in told(app)
        await pilot.press("escape")
        assert isinstance(app.screen, WriteScreen)
