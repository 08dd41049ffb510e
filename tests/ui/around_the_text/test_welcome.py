"""The ways in: new, open, bring in, the sample, and what was opened before."""

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Select

from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.places import Places, shipped
from cmalt_tui.progress import Progress, Report
from cmalt_tui.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens import import_source
from cmalt_tui.ui.screens.choose_folder import ChooseFolderScreen
from cmalt_tui.ui.screens.choose_theme import ChooseThemeScreen
from cmalt_tui.ui.screens.import_source import ImportSourceScreen
from cmalt_tui.ui.screens.new_portfolio import NewPortfolioScreen
from cmalt_tui.ui.screens.welcome import WelcomeScreen
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.recent import remember_portfolio

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TypeIn = Callable[[Pilot[None], str], Awaitable[None]]
Shown = Callable[[CmaltApp], str]

SIZES = [(80, 24), (120, 40)]
SOURCE = """# My CMALT

## Contextual statement

I work at a college of music in the north.

## 1a An understanding of the constraints and benefits of different technologies

### Description

We compared two systems for a year.

### Reflection

I learned that captions matter.

## Allotment

Nothing to do with any of it, really.
"""


async def fill(pilot: Pilot[None], field: str, value: str) -> None:
    pilot.app.screen.query_one(f"#{field}", Input).value = value
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_welcome_names_every_key(
    make_app: MakeApp, shown: Shown, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = shown(app)
        for words in ("look around", "start a new portfolio", "bring in", "open a folder"):
            assert words in text
        listed = app.screen.query_one(OptionList)
        assert listed.region.width <= size[0]
        assert [option.prompt.plain.split()[0] for option in listed.options] == list("dnio")


async def test_a_remapped_key_stands_on_the_screen(make_app: MakeApp, shown: Shown) -> None:
    app = make_app(settings=Settings(keys={"welcome.new_portfolio": "f4"}))
    async with app.run_test() as pilot:
        assert "f4" in shown(app)
        await pilot.press("f4")
        assert isinstance(app.screen, NewPortfolioScreen)


async def test_arrows_and_mouse_choose_too(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        assert isinstance(app.screen, NewPortfolioScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.click("#welcome-ways", offset=(8, 3))
        assert isinstance(app.screen, ChooseFolderScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_portfolio_is_made_and_opened(
    make_app: MakeApp, home: Path, type_in: TypeIn, size: tuple[int, int]
) -> None:
    app = make_app(settings=Settings(author="Ada Example"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        await type_in(pilot, "Mine")
        assert app.screen.query_one("#folder", Input).value == "~/cmalt-portfolio"
        app.screen.query_one("#pathway", Select).value = "senior"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.desk is not None
        assert app.desk.folder == home / "cmalt-portfolio"
        made = app.desk.portfolio
        assert (made.title, made.author, made.pathway) == ("Mine", "Ada Example", "senior")


async def test_another_framework_brings_its_own_pathways(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("n")
        framework = app.screen.query_one("#framework", Select)
        pathway = app.screen.query_one("#pathway", Select)
        others = [value for _, value in framework._options if value != framework.value]
        before = [value for _, value in pathway._options]
        assert others
        seen = []
        for other in others:
            framework.value = other
            await pilot.pause()
            seen.append([value for _, value in pathway._options])
            assert pathway.value in seen[-1]
        assert any(pathways != before for pathways in seen)


async def test_a_folder_that_is_taken_is_said_beside_the_form(
    make_app: MakeApp, home: Path, shown: Shown
) -> None:
    (home / "taken").mkdir()
    (home / "taken" / "letter.txt").write_text("dear")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("n")
        await fill(pilot, "folder", "~/taken")
        assert "is not empty" in shown(app)
        await pilot.press("enter")
        assert isinstance(app.screen, NewPortfolioScreen)
        assert [file.name for file in (home / "taken").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_folder_is_found_by_typing_and_completing(
    make_app: MakeApp,
    home: Path,
    places: Places,
    shown: Shown,
    type_in: TypeIn,
    size: tuple[int, int],
) -> None:
    new_portfolio(home / "drafts" / "portfolio-2026", places, title="Found")
    (home / "drafts" / "poetry").mkdir()
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("o")
        await type_in(pilot, "d")
        await pilot.press("tab")
        path = app.screen.query_one(Input)
        assert path.value.endswith("/drafts/")
        await type_in(pilot, "p")
        await pilot.press("tab")
        assert path.value.endswith("/drafts/po")
        assert "◆ portfolio" in shown(app)
        await pilot.press("enter")
        assert "no such folder" in shown(app)
        await type_in(pilot, "e")
        await pilot.press("tab", "enter")
        assert "no portfolio.toml" in shown(app)
        await pilot.press("f2", "down", "down", "enter")
        await pilot.pause()
        assert app.desk is not None
        assert app.desk.portfolio.title == "Found"


async def test_the_folder_list_says_what_enter_will_do(
    make_app: MakeApp, home: Path, shown: Shown, type_in: TypeIn
) -> None:
    (home / "pages").mkdir()
    (home / "pages" / "one.md").write_text("# One\n")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("i", "down")
        await pilot.pause()
        assert "enter goes into it" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "enter takes this folder" in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert "enter takes it" in shown(app)


async def test_names_of_folders_can_do_no_harm(
    make_app: MakeApp, home: Path, shown: Shown, hostile: str
) -> None:
    (home / hostile.replace("/", "-")).mkdir()
    (home / "[b]x[-b] 漢字").mkdir()
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("o")
        assert "[b]x[-b]" in shown(app)
        assert app.screen.query_one(OptionList).option_count == 1
        await pilot.press("down", "enter")
        assert app.screen.query_one(Input).value.endswith("/[b]x[-b] 漢字/")


async def test_a_paste_can_do_no_harm(make_app: MakeApp, hostile: str, shown: Shown) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("n")
        assert app.focused is not None
        app.focused.post_message(Paste(f"one\n{hostile}"))
        await pilot.pause()
        title = app.screen.query_one("#title", Input).value
        assert title.startswith("one [/] [b]x[/b]")
        assert "\x1b" not in title
        assert "[b]x[/b]" in shown(app)


async def test_alt_and_a_letter_is_a_command_and_types_nothing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("n")
        # What Textual makes of ESC t, which terminals send that lack the Kitty protocol.
        app.post_message(Key("alt+t", "t"))
        await pilot.pause()
        assert isinstance(app.screen, ChooseThemeScreen)
        await pilot.press("escape")
        assert app.screen.query_one("#title", Input).value == ""


async def test_recent_portfolios_open_by_number_and_show_as_typed(
    make_app: MakeApp, home: Path, places: Places, shown: Shown, hostile: str
) -> None:
    folder = new_portfolio(home / "one", places, title="One")
    remember_portfolio(places, folder, hostile)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[b]x[/b]" in shown(app)
        assert "~/one" in shown(app)
        await pilot.press("2")
        assert app.desk is None
        await pilot.press("1")
        await pilot.pause()
        assert app.desk is not None
        assert app.desk.folder == folder


async def test_a_recent_portfolio_that_broke_is_told_and_the_welcome_stays(
    make_app: MakeApp, home: Path, places: Places
) -> None:
    folder = new_portfolio(home / "one", places)
    remember_portfolio(places, folder, "One")
    (folder / "portfolio.toml").write_text("title = ")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        assert any("portfolio.toml" in note.message for note in app._notifications)


@pytest.mark.parametrize("size", SIZES)
async def test_an_import_shows_its_plan_first_and_then_writes_it(
    make_app: MakeApp,
    home: Path,
    settle: Settle,
    shown: Shown,
    type_in: TypeIn,
    size: tuple[int, int],
) -> None:
    (home / "old.md").write_text(SOURCE)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await type_in(pilot, "old.md")
        await pilot.press("enter")
        await settle(pilot)
        text = shown(app)
        for piece in ("context statement", "1a description", "1a reflection", "● sure", "inbox"):
            assert piece in text
        assert not (home / "old-portfolio").exists()
        await pilot.press("enter")
        await settle(pilot)
        assert app.desk is not None
        assert app.desk.folder == home / "old-portfolio"
        assert "We compared two systems" in app.desk.portfolio.section("1a").description
        assert [item.heading for item in app.desk.portfolio.inbox if "Allotment" in item.heading]


async def test_an_import_can_be_left_with_nothing_behind(
    make_app: MakeApp, home: Path, settle: Settle, places: Places
) -> None:
    (home / "old.md").write_text(SOURCE)
    before = sorted(home.iterdir())
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ImportSourceScreen(home / "old.md", places))
        await settle(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)
    assert [file for file in sorted(home.iterdir()) if file.name != ".cmalt"] == [
        file for file in before if file.name != ".cmalt"
    ]


async def test_escape_stops_an_import_that_is_being_written(
    make_app: MakeApp,
    home: Path,
    settle: Settle,
    places: Places,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (home / "old.md").write_text(SOURCE)
    begun, may_go_on = threading.Event(), threading.Event()
    real = import_source.carry_out

    def slow(plan: ImportPlan, folder: Path, *rest: object) -> Path:
        report: Report = rest[-1]  # type: ignore[assignment]

        def report_slowly(progress: Progress) -> None:
            begun.set()
            assert may_go_on.wait(20)
            report(progress)

        return real(plan, folder, places, "", "", report_slowly)

    monkeypatch.setattr(import_source, "carry_out", slow)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ImportSourceScreen(home / "old.md", places))
        await settle(pilot)
        await pilot.press("enter")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("escape")
        may_go_on.set()
        while "Nothing was written" not in shown(app):
            await pilot.pause()
        assert app.desk is None
        assert [file.name for file in home.iterdir() if "old-portfolio" in file.name] == []


async def test_a_source_that_cannot_be_read_is_one_message(
    make_app: MakeApp, home: Path, settle: Settle, places: Places, shown: Shown
) -> None:
    (home / "bad.docx").write_bytes(b"this is no zip")
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ImportSourceScreen(home / "bad.docx", places))
        await settle(pilot)
        assert "bad.docx" in shown(app)
        await pilot.press("enter")
        assert app.desk is None
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)


async def test_headings_of_a_source_can_do_no_harm(
    make_app: MakeApp, home: Path, settle: Settle, places: Places, shown: Shown, hostile: str
) -> None:
    text = SOURCE.replace("Allotment", f"Garden {hostile}")
    (home / "old.md").write_text(text, encoding="utf-8")
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(ImportSourceScreen(home / "old.md", places))
        await settle(pilot)
        assert "Garden" in shown(app)


@pytest.mark.skipif(
    not list((shipped("samples") / "corpus").glob("*.jsonl")), reason="no sample corpus is there"
)
async def test_the_sample_opens_with_its_examples(
    make_app: MakeApp, places: Places, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert app.desk is not None
        assert app.desk.folder == places.data / "demo" / "portfolio"
        assert not app.examples.is_empty
