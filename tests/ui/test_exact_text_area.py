"""What is painted after each key is what a full repaint would paint."""

import random

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from cmalt_tui.ui.editor.exact_text_area import ExactTextArea, differing_cells

_TEXT = "First line of a text that is long enough to wrap here.\n\nSecond, 装丁の記録.\n" * 6
_BOLD = Style(bold=True)


class OneArea(App[None]):
    def compose(self) -> ComposeResult:
        area = ExactTextArea(id="area", read_only=False)
        area.load_text(_TEXT)
        area.cursor_blink = False
        yield area


def strip(*pieces: tuple[str, Style | None]) -> Strip:
    return Strip([Segment(text, style) for text, style in pieces])


@pytest.mark.parametrize(
    ("before", "now", "cells"),
    [
        (strip(("abc  ", None)), strip(("abcd ", None)), (3, 4)),
        (strip(("abc", None), (" ", _BOLD)), strip(("abc", _BOLD), (" ", _BOLD)), (0, 3)),
        (strip(("装丁ab", None)), strip(("装丁xb", None)), (4, 5)),
        (strip(("aa ", None)), strip(("aaa", None)), (2, 3)),
    ],
)
def test_the_span_holds_all_that_differs(before: Strip, now: Strip, cells: tuple[int, int]) -> None:
    assert differing_cells(before, now) == cells


async def test_a_typed_letter_asks_for_its_line_alone() -> None:
    app = OneArea()
    async with app.run_test(size=(60, 20)) as pilot:
        area = app.query_one(ExactTextArea)
        area.focus()
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
        assert {region.y for region in asked} == {area.cursor_screen_offset.y}
        assert sum(region.area for region in asked) <= 6


@pytest.mark.parametrize("seed", range(6))
async def test_any_keys_leave_the_screen_as_a_full_repaint_would(seed: int) -> None:
    """Follows what the compositor was told to paint, and compares it with the lines themselves."""
    chance = random.Random(seed)
    keys = ["a", "space", "enter", "backspace", "delete", "ctrl+z", "ctrl+y", "pagedown", "tab"]
    app = OneArea()
    async with app.run_test(size=(40, 12)) as pilot:
        area = app.query_one(ExactTextArea)
        area.focus()
        await pilot.pause()
        for _ in range(40):
            action = chance.choice(
                ["type", "type", "type", "move", "page", "undo", "erase", "mark", "resize"]
            )
            if action == "type":
                await pilot.press(chance.choice(keys[:3]))
            elif action == "move":
                area.move_cursor_relative(chance.choice([-1, 1]), chance.choice([-3, 3]))
            elif action == "page":
                area.action_cursor_page_down()
            elif action == "undo":
                area.undo()
            elif action == "erase":
                area.action_delete_word_left()
            elif action == "mark":
                area.select_line(chance.randrange(area.document.line_count))
            else:
                await pilot.resize_terminal(chance.choice([40, 50]), chance.choice([12, 15]))
            await pilot.pause()
            for row in range(area.size.height):
                assert area._painted[row] == area.render_line(row), (seed, action, row)


async def test_undo_of_many_lines_finds_the_cursor_again() -> None:
    app = OneArea()
    async with app.run_test(size=(40, 12)) as pilot:
        area = app.query_one(ExactTextArea)
        area.load_text("One line.")
        area.history.checkpoint()
        area.replace("\n".join(map(str, range(60))), area.document.start, area.document.end)
        await pilot.pause()
        area.move_cursor((55, 0))
        await pilot.pause()
        area.undo()
        await pilot.pause()
        assert area.text == "One line." and area.cursor_location[0] == 0
