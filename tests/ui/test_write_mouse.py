"""The writing screen by mouse: whatever has a key takes a click as well."""

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import Static

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.help import HelpScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets.outline_tree import OutlineTree

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def address_of(app: CmaltApp) -> TextAddress:
    assert isinstance(app.screen, WriteScreen)
    return app.screen.address


def column_of(app: CmaltApp, selector: str, word: str) -> int:
    """Where a word stands in a line that one widget draws."""
    return str(app.screen.query_one(selector).render()).index(word)


async def test_a_line_of_the_outline_a_tab_and_the_footer_take_clicks(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        tree = app.screen.query_one(OutlineTree)
        line = tree._by_key["context"].line - tree.scroll_offset.y
        padding = tree.styles.padding
        await pilot.click(tree, offset=(padding.left + 6, padding.top + line))
        await settle(pilot)
        assert address_of(app).section == "context"
        line = tree._by_key["1a/reflection/captions"].line - tree.scroll_offset.y
        await pilot.click(tree, offset=(padding.left + 10, padding.top + line))
        await settle(pilot)
        assert address_of(app) == TextAddress("1a", "reflection", "captions")
        left = app.screen.query_one("#tabs").styles.padding.left
        await pilot.click("#tabs", offset=(left + column_of(app, "#tabs", "Evidence") + 2, 0))
        await settle(pilot)
        assert address_of(app).part == "evidence"
        await pilot.click("FooterLine", offset=(1 + column_of(app, "FooterLine", "f1"), 0))
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_a_tab_of_the_guidance_takes_a_click(make_app: MakeApp, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        tabs = app.screen.query_one("#context-tabs", Static)
        await pilot.click(tabs, offset=(column_of(app, "#context-tabs", "ask") + 1, 0))
        await settle(pilot)
        assert "ASK" in str(tabs.render())
