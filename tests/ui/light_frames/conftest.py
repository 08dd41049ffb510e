"""A terminal in the test's own process: keeps what was sent, and shows it through pyte."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

pyte = pytest.importorskip("pyte", reason="pyte is in the extra dev")

Seen = tuple[str, str, str, bool, bool, bool, bool]


class SeenDriver(HeadlessDriver):
    """Sends to a list."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.sent: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.sent.append(data)


class SeenTerminal:
    """What a person would see."""

    def __init__(self, app: App[Any], size: tuple[int, int]) -> None:
        """Put a terminal before an app that does not run yet."""
        self._app = app
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        self.driver: SeenDriver | None = None
        app._build_driver = self._build_driver  # type: ignore[method-assign]

    def _build_driver(self, **named: Any) -> Driver:
        named.pop("headless")
        named.pop("inline")
        self.driver = SeenDriver(self._app, **named)
        return self.driver

    async def take(self, pilot: Pilot[Any]) -> str:
        """Wait until everything is painted, and show what was sent.

        Returns:
            What was sent since the last time.
        """
        await pilot.pause()
        while _is_busy(self._app):
            await pilot.pause(0.01)
        assert self.driver is not None
        sent = "".join(self.driver.sent)
        self.driver.sent.clear()
        self._stream.feed(sent)
        return sent

    def resize(self, columns: int, lines: int) -> None:
        """Another size; what was shown may be anything from now on."""
        self._screen.resize(lines, columns)
        self.garble()

    def garble(self) -> None:
        """Write over the screen as another program would, with its own settings left behind."""
        self._stream.feed("\x1b[3;9r\x1b[?7h\x1b[31;1;7m\x1b[5;1H" + "garbled! " * 200)

    @property
    def cursor(self) -> tuple[int, int]:
        return self._screen.cursor.x, self._screen.cursor.y

    def rows(self) -> list[list[Seen]]:
        """Every cell: its text, colours and attributes."""
        return list(_rows(self._screen))

    def difference(self) -> str:
        """Where the terminal shows something else than a full frame would; empty if nowhere."""
        told = (
            f"row {y} column {x}: {one} for {other}"
            for y, (row, full) in enumerate(
                zip(self.rows(), self.rows_of_full_frame(), strict=True)
            )
            for x, (one, other) in enumerate(zip(row, full, strict=True))
            if one != other
        )
        return "; ".join(islice(told, 6))

    def rows_of_full_frame(self) -> list[list[Seen]]:
        """What Textual's own full frame would show on a fresh terminal."""
        compositor = self._app.screen._compositor
        dirty = compositor._dirty_regions.copy()
        update = compositor.render_update(full=True, screen_stack=self._app._background_screens)
        compositor._dirty_regions = dirty
        fresh = pyte.Screen(self._screen.columns, self._screen.lines)
        sent = "\x1b[?7l" + update.render_segments(self._app.console)
        pyte.Stream(fresh).feed(sent.replace("\n", ""))
        return list(_rows(fresh))


@pytest.fixture
def terminal_of(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[App[Any], tuple[int, int]], SeenTerminal]:
    """Put a terminal of all colours before an app that does not run yet."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return SeenTerminal


def _rows(screen: Any) -> Iterator[list[Seen]]:
    for y in range(screen.lines):
        cells = (screen.buffer[y][x] for x in range(screen.columns))
        yield [
            # The colour of what isn't there is nobody's business.
            (c.data, "" if _is_blank(c) else c.fg, c.bg, c.bold, c.italics, c.underscore, c.reverse)
            for c in cells
        ]


def _is_blank(cell: Any) -> bool:
    return cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)


def _is_busy(app: App[Any]) -> bool:
    screen = app.screen
    return bool(
        screen._dirty_widgets
        or screen._compositor._dirty_regions
        or screen._layout_required
        or screen._repaint_required
        or screen._scroll_required
    )
