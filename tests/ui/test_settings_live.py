"""Settings changed on the screen: they hold at once, and stand in the file with its comments."""

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import OptionList

from cmalt_tui.places import Places
from cmalt_tui.settings import load_settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.settings import SettingsScreen
from cmalt_tui.ui.setting_rows import ROWS

Settle = Callable[[Pilot[None]], Awaitable[None]]


async def mark(pilot: Pilot[None], name: str) -> None:
    names = [row.name for row in ROWS]
    pilot.app.screen.query_one(OptionList).highlighted = names.index(name)
    await pilot.pause()


async def test_what_is_changed_holds_at_once_and_the_next_time(
    make_app: Callable[..., CmaltApp], places: Places, settle: Settle
) -> None:
    places.settings_file.parent.mkdir(parents=True, exist_ok=True)
    places.settings_file.write_text("# mine\ntext_width = 72 # wide\n", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        width = editor.size.width
        await pilot.press("alt+0")
        await mark(pilot, "text_width")
        await pilot.press("left", "left")
        await mark(pilot, "cursor_blink")
        await pilot.press("enter")
        await mark(pilot, "spelling")
        await pilot.press("space")
        await mark(pilot, "word_goal")
        await pilot.press("enter", "backspace", *"300", "enter", "escape")
        await settle(pilot)
        assert not isinstance(app.screen, SettingsScreen)
        assert editor.size.width < width and editor.cursor_blink
        assert app.settings.spelling == "american" and app.settings.word_goal == 300
    kept, problems = load_settings(places.settings_file)
    assert (kept.text_width, kept.cursor_blink, kept.spelling, kept.word_goal) == (
        64,
        True,
        "american",
        300,
    )
    assert not problems and "# mine\n" in places.settings_file.read_text(encoding="utf-8")


async def test_a_value_that_cannot_be_is_refused_with_what_can(
    make_app: Callable[..., CmaltApp], places: Places
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+0")
        await mark(pilot, "text_width")
        for typed in ("9", "wide"):
            await pilot.press("enter", "backspace", "backspace", *typed, "enter")
            await pilot.pause()
            assert app.settings.text_width == 72
        assert not places.settings_file.exists()


async def test_a_file_that_cannot_be_written_is_told_and_the_session_goes_on(
    make_app: Callable[..., CmaltApp], places: Places
) -> None:
    places.settings_file.parent.mkdir(parents=True, exist_ok=True)
    places.settings_file.write_text("text_width = [", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("alt+0")
        await mark(pilot, "typewriter")
        await pilot.press("enter")
        assert not app.settings.typewriter
        told = " ".join(note.message for note in app._notifications)
        assert "settings.toml" in told
    assert places.settings_file.read_text(encoding="utf-8") == "text_width = ["


async def test_a_click_changes_a_setting_too(make_app: Callable[..., CmaltApp]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+0")
        row = [row.name for row in ROWS].index("cursor_blink")
        await pilot.click(OptionList, offset=(3, row))
        assert app.settings.cursor_blink
