"""Whatever is pressed: the terminal shows what a full frame would, and little was sent for it."""

import random
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from statistics import median
from typing import Any

import pytest
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from cmalt_tui.ui import light_frames, tried_versions
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.light_frames import LightFramesApp

TerminalOf = Callable[..., Any]
_HOSTILE = (
    "ab 装丁の記録 e\u0301a\u0308 👩\u200d👩\u200d👧 👍🏽 ☺\ufe0f 1\ufe0f\u20e3 🇬🇧 क्षि end\n" * 3
)
_SIZES = [(120, 40), (80, 24), (100, 30)]


def _steps(chance: random.Random) -> list[str]:
    """Some keys that end on the writing screen again."""
    letters = list("abc de")
    return chance.choice(
        [
            [chance.choice(letters)],
            [chance.choice(letters)],
            ["enter"],
            ["backspace"],
            [chance.choice(["up", "down", "left", "right", "pageup", "pagedown"])],
            [chance.choice(["ctrl+left", "ctrl+right", "shift+down", "ctrl+z", "ctrl+y"])],
            ["f2", *chance.choices(["j", "k", "space", "down"], k=4), "enter"],
            ["f3", "f3"],
            ["ctrl+p", *chance.choices("themsct", k=3), "down", "escape"],
            ["ctrl+e", *chance.choices("captions ", k=3), "escape", "escape"],
            ["f1", "pagedown", "escape"],
            ["ctrl+l"],
        ]
    )


@pytest.mark.parametrize("seed", range(3))
async def test_any_keys_leave_the_terminal_as_a_full_frame_would(
    make_app: Callable[..., CmaltApp], terminal_of: TerminalOf, seed: int
) -> None:
    chance = random.Random(seed)
    size = _SIZES[seed % len(_SIZES)]
    app = make_app()
    terminal = terminal_of(app, size)
    async with app.run_test(size=size) as pilot:
        await terminal.take(pilot)
        for number in range(20):
            if number % 9 == 8:
                size = chance.choice(_SIZES)
                terminal.resize(*size)
                await pilot.resize_terminal(*size)
            for key in _steps(chance):
                await pilot.press(key)
                await terminal.take(pilot)
                assert not terminal.difference(), (seed, number, key)
                assert terminal.cursor == app._previous_cursor_position, (seed, number, key)


class OneText(LightFramesApp):
    """A text that terminals disagree about."""

    CSS = "TextArea { border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        area = TextArea(_HOSTILE, compact=True)
        area.cursor_blink = False
        yield area


@pytest.mark.parametrize("seed", range(3))
async def test_rows_that_terminals_measure_in_their_own_way_are_sent_whole(
    terminal_of: TerminalOf, seed: int
) -> None:
    """pyte takes one family for six cells wide and Textual for two: no diff may rely on either."""
    chance = random.Random(seed)
    app = OneText()
    terminal = terminal_of(app, (22, 12))
    async with app.run_test(size=(22, 12)) as pilot:
        await terminal.take(pilot)
        for number in range(40):
            keys = ["right", "left", "down", "delete", "backspace", "a", "up", "end", "ctrl+z"]
            await pilot.press(chance.choice(keys))
            await terminal.take(pilot)
            grown = terminal.rows()
            app.paint_all()
            await terminal.take(pilot)
            assert grown == terminal.rows(), (seed, number)


async def test_a_wide_character_at_the_last_column_is_replaced_whole(
    terminal_of: TerminalOf,
) -> None:
    app = OneText()
    terminal = terminal_of(app, (21, 6))
    async with app.run_test(size=(21, 6)) as pilot:
        area = app.query_one(TextArea)
        area.load_text("x" * 17 + "\u88c5\u4e01\u88c5")
        await terminal.take(pilot)
        for key in ("y", "y", "backspace", "delete", "backspace", "\u4e01", "end", "y"):
            await pilot.press(key)
            await terminal.take(pilot)
            assert not terminal.difference(), key


@pytest.mark.parametrize("keys", [["a"], ["right", "left"], ["down", "up"], ["ctrl+right"]])
async def test_a_key_in_the_text_costs_little(
    make_app: Callable[..., CmaltApp], terminal_of: TerminalOf, keys: list[str]
) -> None:
    app = make_app()
    terminal = terminal_of(app, (120, 40))
    async with app.run_test(size=(120, 40)) as pilot:
        await terminal.take(pilot)
        sent = []
        for key in keys * (10 // len(keys)):
            await pilot.press(key)
            sent.append(len((await terminal.take(pilot)).encode()))
        assert median(sent) <= 250, sent


async def press_redraw(app: CmaltApp, pilot: Pilot[None]) -> None:
    del app
    await pilot.press("ctrl+l")


async def resize_and_back(app: CmaltApp, pilot: Pilot[None]) -> None:
    del app
    await pilot.resize_terminal(80, 24)


async def come_back(app: CmaltApp, pilot: Pilot[None]) -> None:
    del pilot
    app.app_resume_signal.publish(app)


@pytest.mark.parametrize("repair", [press_redraw, resize_and_back, come_back])
async def test_a_garbled_terminal_is_painted_anew(
    make_app: Callable[..., CmaltApp],
    terminal_of: TerminalOf,
    repair: Callable[[CmaltApp, Pilot[None]], Awaitable[None]],
) -> None:
    app = make_app()
    terminal = terminal_of(app, (80, 24))
    async with app.run_test(size=(80, 24)) as pilot:
        await terminal.take(pilot)
        terminal.garble()
        assert terminal.difference()
        await repair(app, pilot)
        await terminal.take(pilot)
        assert not terminal.difference()
        await pilot.press("enter", "a")
        await terminal.take(pilot)
        assert not terminal.difference()


async def test_another_textual_paints_by_itself(
    make_app: Callable[..., CmaltApp],
    terminal_of: TerminalOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(light_frames, "is_tried", lambda: False)
    app = make_app()
    terminal = terminal_of(app, (120, 40))
    async with app.run_test(size=(120, 40)) as pilot:
        await terminal.take(pilot)
        for key in ("a", "ctrl+p", "escape", "down"):
            await pilot.press(key)
            await terminal.take(pilot)
        assert not terminal.difference()


async def test_a_link_is_opened_and_closed(terminal_of: TerminalOf) -> None:
    class Linked(LightFramesApp):
        def compose(self) -> ComposeResult:
            yield Static(Text.assemble("see ", ("here", Style(link="https://example.org")), "!"))

    app = Linked()
    terminal = terminal_of(app, (20, 4))
    async with app.run_test(size=(20, 4)) as pilot:
        sent = await terminal.take(pilot)
    opened, closed = sent.index("https://example.org\x1b\\here"), sent.index("\x1b]8;;\x1b\\!")
    assert opened < closed


def test_only_what_was_tried_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tried_versions, "TRIED", ("0.1.0",))
    assert not tried_versions.is_tried()
    monkeypatch.setattr(tried_versions, "TRIED", ("0.1.0", version("textual")))
    assert tried_versions.is_tried()
