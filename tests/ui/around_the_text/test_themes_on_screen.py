"""Themes on the screen: all of them draw, a missing one falls back, the chooser previews."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.color import Color
from textual.widgets import OptionList

from cmalt_tui.places import Places, shipped
from cmalt_tui.settings import Settings, ThemeData, load_settings, load_themes
from cmalt_tui.settings.settings import DEFAULT_THEME
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.choose_theme import ChooseThemeScreen
from cmalt_tui.ui.themes import text_theme

MakeApp = Callable[..., CmaltApp]
SHIPPED = load_themes([shipped("themes")])[0]


def notes(app: CmaltApp) -> list[str]:
    return [note.message for note in app._notifications]


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
async def test_a_theme_paints_the_screen(make_app: MakeApp, theme: ThemeData) -> None:
    app = make_app(settings=Settings(theme=theme.name))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == theme.name
        assert notes(app) == []
        if not theme.terminal:
            assert app.screen.styles.background == Color.parse(theme.roles["background"])
        styles = text_theme(app).syntax_styles
        assert styles["heading"].bold
        assert styles["heading"].color == Color.parse(theme.roles["primary"]).rich_color


async def test_a_missing_theme_is_one_message_and_the_default(make_app: MakeApp) -> None:
    app = make_app(settings=Settings(theme="papper"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == DEFAULT_THEME
        [note] = notes(app)
        assert "papper" in note
        assert "Did you mean paper?" in note


async def test_broken_theme_files_are_one_message(make_app: MakeApp, places: Places) -> None:
    places.own_themes.mkdir(parents=True)
    for name in ("one", "two"):
        (places.own_themes / f"{name}.toml").write_text("[theme]\nname = 3\n")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        [note] = notes(app)
        assert "one.toml" in note
        assert "two.toml" in note


async def test_an_own_theme_can_be_used(make_app: MakeApp, places: Places) -> None:
    places.own_themes.mkdir(parents=True)
    text = (shipped("themes") / "paper.toml").read_text().replace('"paper"', '"mine"')
    (places.own_themes / "mine.toml").write_text(text)
    app = make_app(settings=Settings(theme="mine"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "mine"


async def test_without_colours_the_terminal_theme_is_never_used(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(settings=Settings(theme="terminal"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not app.current_theme.ansi
        assert notes(app) == []
        await pilot.press("alt+t")
        listed = app.screen.query_one(OptionList)
        assert "terminal" not in {option.id for option in listed.options}


async def test_the_chooser_previews_and_escape_goes_back(make_app: MakeApp, places: Places) -> None:
    app = make_app(settings=Settings(theme="paper"))
    async with app.run_test() as pilot:
        await pilot.press("alt+t")
        assert isinstance(app.screen, ChooseThemeScreen)
        await pilot.press("home", "down")
        assert app.theme not in ("paper", SHIPPED[0].name)
        await pilot.press("escape")
        assert app.theme == "paper"
        assert not isinstance(app.screen, ChooseThemeScreen)
    assert not places.settings_file.exists()


async def test_enter_keeps_the_theme_and_the_rest_of_the_settings(
    make_app: MakeApp, places: Places
) -> None:
    places.config.mkdir(parents=True)
    places.settings_file.write_text('# mine\nauthor = "Ada"\n')
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("alt+t", "home", "down", "enter")
        kept = app.theme
    assert kept != DEFAULT_THEME
    assert load_settings(places.settings_file)[0] == Settings(theme=kept, author="Ada")
    assert places.settings_file.read_text().startswith("# mine")


async def test_settings_that_cannot_be_written_are_told(make_app: MakeApp, places: Places) -> None:
    Path(places.config).parent.mkdir(parents=True)
    places.config.write_text("a file in the way")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("alt+t", "down", "enter")
        await pilot.pause()
        assert any("can't be written" in note for note in notes(app))
