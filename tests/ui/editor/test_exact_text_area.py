"""A text is painted as Textual would paint it, and only where it looks different."""

import random

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import TextArea

from cmalt_tui.ui.editor.exact_text_area import ExactTextArea

_TEXT = (
    "First line of a text that is long enough to wrap here.\n\nSecond, 装丁の記録.\n"
    "\ta tab\tor two\n"
) * 6 + "one long paragraph, wherever it ends " * 90
_KEYS = [
    *("a", "space", "enter", "backspace", "delete", "ctrl+z", "ctrl+y", "pagedown", "pageup"),
    *("up", "down", "left", "right", "shift+down", "shift+right", "ctrl+right", "end", "ctrl+w"),
]


class OneArea(App[None]):
    """An exact text area, or Textual's own."""

    def __init__(self, *, exact: bool) -> None:
        super().__init__()
        self._is_exact = exact

    def compose(self) -> ComposeResult:
        if self._is_exact:
            area: TextArea = ExactTextArea(id="area", read_only=False)
        else:
            area = TextArea(id="area", compact=True, highlight_cursor_line=False)
            area.match_cursor_bracket = False
        # Textual's own keys, which an exact text area leaves to whoever has others.
        area._bindings = TextArea._merged_bindings.copy()  # type: ignore[union-attr]
        area.load_text(_TEXT)
        area.cursor_blink = False
        yield area


def painted(area: TextArea) -> list[list[tuple[str, str]]]:
    """Characters and how they look; what nobody sees, such as the colour of a blank, left out."""
    strips = area.render_lines(area.size.region)
    return [
        [
            (one, str(style.bgcolor) if one == " " and style else str(style))
            for text, style, _ in strip
            for one in text
        ]
        for strip in strips
    ]


@pytest.mark.parametrize("seed", range(3))
async def test_any_keys_leave_it_as_textual_s_own_text_area(seed: int) -> None:
    chance = random.Random(seed)
    exact, own = OneArea(exact=True), OneArea(exact=False)
    async with exact.run_test(size=(40, 12)) as pilot, own.run_test(size=(40, 12)) as other:
        areas = [app.query_one("#area", TextArea) for app in (exact, own)]
        if seed == 2:
            for area in areas:
                area.move_cursor(area.document.end)
        for number in range(60):
            key = chance.choice(_KEYS)
            await pilot.press(key)
            await other.press(key)
            await pilot.pause()
            await other.pause()
            assert areas[0].text == areas[1].text, (seed, number, key)
            assert areas[0].selection == areas[1].selection, (seed, number, key)
            assert areas[0].scroll_offset == areas[1].scroll_offset, (seed, number, key)
            assert painted(areas[0]) == painted(areas[1]), (seed, number, key)


async def test_a_typed_letter_asks_for_its_line_alone() -> None:
    app = OneArea(exact=True)
    async with app.run_test(size=(60, 20)) as pilot:
        area = app.query_one(ExactTextArea)
        area.move_cursor((1, 0))
        await pilot.press("a")
        await pilot.pause()
        asked: list[Region] = []
        real = area._exchange_repaint_regions

        def spy() -> list[Region]:
            regions = list(real())
            asked.extend(regions)
            return regions

        area._exchange_repaint_regions = spy  # type: ignore[method-assign]
        await pilot.press("b")
        await pilot.pause()
        assert {(region.y, region.height) for region in asked} == {(area.cursor_screen_offset.y, 1)}


async def test_a_line_that_was_drawn_between_two_paints_is_painted_all_the_same() -> None:
    """Others look at lines as well: what the mouse is on, or a pane that moved over the text."""
    app = OneArea(exact=True)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        area = app.query_one(ExactTextArea)
        area.insert("x")
        area.render_lines(Region(0, 5, 60, 1))
        assert [region.y for region in area._exchange_repaint_regions()] == [0]


async def test_an_empty_text_says_what_can_be_done() -> None:
    app = OneArea(exact=True)
    async with app.run_test(size=(40, 10)) as pilot:
        area = app.query_one(TextArea)
        area.load_text("")
        area.placeholder = "keys that help"
        assert area.render_line(0).text.rstrip() == "keys that help"
        await pilot.press("a")
        assert area.render_line(0).text.rstrip() == "a"
        await pilot.press("backspace")
        assert area.render_line(0).text.rstrip() == "keys that help"
