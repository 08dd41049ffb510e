"""The preview beside the text: it follows typing and the cursor, and goes as it came."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens import write
from cmalt_tui.ui.widgets import context_pane
from cmalt_tui.ui.widgets.context_pane import ContextPane
from cmalt_tui.ui.widgets.context_preview import ContextPreview
from cmalt_tui.ui.widgets.context_tabs import ContextTabs

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def rests_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_COUNT_AFTER", 0.01)
    monkeypatch.setattr(context_pane, "_REST", 0.01)


def preview(app: CmaltApp) -> list[str]:
    """The lines of the preview; those beside the bar begin with it."""
    shown = app.screen.query_one(ContextPreview).query_one(Static)
    return [line.rstrip() for line in str(shown.render()).split("\n")]


async def until(pilot: Pilot[None], line: str) -> None:
    """Wait for a line of the preview."""
    for _ in range(200):
        if pilot.app.screen.query(ContextPreview) and line in preview(pilot.app):  # type: ignore[arg-type]
            return
        await pilot.pause(0.02)
    raise AssertionError(f"{line!r} is not in {preview(pilot.app)}")  # type: ignore[arg-type]


@pytest.mark.usefixtures("rests_at_once")
async def test_it_follows_typing_and_the_cursor(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("alt+v")
        await until(pilot, "▎We compared two ways of filming")
        await pilot.press(
            "ctrl+end", *" **So** [", *"[ev:bench-video]] [bold]x[/] ![A knife](k.png)"
        )
        await until(pilot, "▎The second one won. So evidence")
        told = " ".join(line.strip(" ▎") for line in preview(app))
        assert "evidence 1: A film of the bench [bold]x[/] [picture: A knife]" in told
        assert app.screen.query_one("#editor").has_focus
        await pilot.press("ctrl+home")
        await until(pilot, "▎We compared two ways of filming")
        await pilot.press("ctrl+pagedown")
        await until(pilot, "▎It taught me to ask first.")
        await pilot.press(*["ctrl+pagedown"] * 2)
        await until(pilot, "There is no text here.")


async def test_closing_it_brings_the_tab_from_before(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "right", "escape")
        for tab in ("PREVIEW", "ASK", "PREVIEW"):
            await pilot.press("alt+v")
            await settle(pilot)
            assert tab in str(app.screen.query_one(ContextTabs).render())
            assert app.screen.query_one("#editor").has_focus


async def test_on_a_narrow_screen_it_opens_the_drawer(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one(ContextPane)
        for is_open in (True, False, True):
            await pilot.press("alt+v")
            await settle(pilot)
            assert pane.display == pane.has_focus == is_open
        await until(pilot, "▎We compared two ways of filming a bench.")
        await pilot.press("escape")
        await settle(pilot)
        assert not pane.display


async def test_in_the_drawer_it_begins_at_the_paragraph_of_the_cursor(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = app.screen.query_one("#editor", TextArea)
        editor.load_text("\n\n".join(f"Paragraph {number}." for number in range(60)))
        await pilot.press("ctrl+end", "alt+v")
        await until(pilot, "▎Paragraph 59.")
        await settle(pilot)
        pane = app.screen.query_one(ContextPane)
        assert pane.scroll_offset.y == pane.max_scroll_y > 0


@pytest.mark.parametrize(
    ("width", "is_open", "line"),
    [
        (60, "guide", "GUIDE  ask  review 2  examples ★1  preview"),
        (40, "guide", "GUIDE ask review 2 examples ★1 preview"),
        (33, "guide", "GUIDE ask review examples preview"),
        (33, "review", "guide ask REVIEW 2 examples ›"),
        (33, "preview", "guide ask review examples PREVIEW"),
        (20, "examples", "‹ EXAMPLES ★1 ›"),
    ],
)
def test_the_names_of_the_tabs_keep_to_one_line(width: int, is_open: str, line: str) -> None:
    tabs = ContextTabs()
    tabs.show({"guide": "", "ask": "", "review": "2", "examples": "★1", "preview": ""}, is_open)
    assert tabs.words(width) == line
