"""Frames that send only the cells that changed, so that a slow line stays quick.

Textual 8.2.8 sends every line of a widget that was refreshed, 14,000 bytes for one key in a text at
120×40. All that it paints goes through ``App._display``, which is where this takes over:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/app.py
"""

from collections.abc import Iterable
from typing import Any

from rich.color import ColorSystem
from rich.console import Console, RenderableType
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen
from textual.strip import Strip

from cmalt_tui.ui.cells import BLANK, Row, Sender, cells_of
from cmalt_tui.ui.near_compositor import NearCompositor
from cmalt_tui.ui.tried_versions import is_tried

# A frame below this comes in one piece anyway, so that marks round it would be mere weight.
_TORN_ABOVE = 1_000
# Ends what another program may have begun: a line-drawing alphabet, a region that scrolls, lines
# that wrap, a cursor that shows. Then clears the screen.
_PUT_RIGHT = "\x0f\x1b(B\x1b]8;;\x1b\\\x1b[0m\x1b[r\x1b[?6l\x1b[?7l\x1b[?25l\x1b[2J"


class SentFrame(CompositorUpdate):
    """What is to be written, as Textual takes it."""

    def __init__(self, sequence: str) -> None:
        """Take what is to be written."""
        self._sequence = sequence

    def render_segments(self, console: Console) -> str:
        """What is to be written."""
        del console
        return self._sequence


class LastFrame:
    """The cells that the terminal shows, as far as that is known."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._rows: list[Row] | None = None
        self._width = 0
        self._unsure: set[int] = set()

    @property
    def is_known(self) -> bool:
        """Whether the terminal's cells are known."""
        return self._rows is not None

    def forget(self) -> None:
        """Take it that the terminal shows something else; the next frame is sent whole."""
        self._rows = None

    def whole(self, update: LayoutUpdate, colours: ColorSystem) -> str:
        """Show a whole frame; send it whole only if it must be.

        Returns:
            What has to be sent.
        """
        width, height = update.region.size
        rows = [_fitted(_joined(strips, colours), width) for strips in update.strips]
        if self._rows is not None and self._width == width and len(self._rows) == height:
            return self._changed(enumerate(rows))
        sender = Sender()
        sure = [sender.send_row(y, row, None, is_sure=True) for y, row in enumerate(rows)]
        self._rows, self._width = rows, width
        self._unsure = {y for y, is_sure in enumerate(sure) if not is_sure}
        return _PUT_RIGHT + sender.finish()

    def part(self, update: ChopsUpdate, colours: ColorSystem) -> str:
        """Show parts of a frame.

        Returns:
            What has to be sent.
        """
        assert self._rows is not None
        touched: dict[int, Row] = {}
        for y, start, end in update.spans:
            row = touched.setdefault(y, self._rows[y].copy())
            for chop_end, (x, strip) in zip(
                update.chop_ends[y], update.chops[y].items(), strict=False
            ):
                if strip is not None and x < end and chop_end > start:
                    cells = cells_of(strip, colours)
                    row[x : x + len(cells)] = cells
        return self._changed((y, _fitted(row, self._width)) for y, row in sorted(touched.items()))

    def _changed(self, rows: Iterable[tuple[int, Row]]) -> str:
        assert self._rows is not None
        sender = Sender()
        for y, row in rows:
            if row != self._rows[y]:
                is_sure = sender.send_row(y, row, self._rows[y], is_sure=y not in self._unsure)
                (self._unsure.discard if is_sure else self._unsure.add)(y)
                self._rows[y] = row
        return sender.finish()


class LightFramesApp(App[None]):
    """An app whose frames are light where its Textual is known; elsewhere it is any other app."""

    def __init__(self) -> None:
        """Begin with an unknown terminal."""
        super().__init__()
        self._frame = LastFrame()
        self._cursor_sent: Offset | None = None
        self._is_known_textual = is_tried()
        self._is_torn_easily = True

    def on_mount(self) -> None:
        """Paint everything again when another program had the terminal."""
        self.app_resume_signal.subscribe(self, self._resumed)

    def on_resize(self) -> None:
        """Paint everything again: terminals cut and fold what they show, each its own way."""
        if self._frame.is_known:
            self.paint_all()

    def paint_all(self) -> None:
        """Send every cell, whatever the terminal may show."""
        self._frame.forget()
        self.refresh(layout=True)

    def _resumed(self, app: App[None]) -> None:
        del app
        self.paint_all()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if renderable is None or not self._reaches_terminal:
            super()._display(screen, renderable)
            return
        sequence = self._light(screen, renderable)
        if sequence is None:
            self._frame.forget()
            super()._display(screen, renderable)
            return
        cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
        if sequence or cursor != self._cursor_sent:
            self._cursor_sent = cursor
            self._is_torn_easily = len(sequence) > _TORN_ABOVE
            frame: Any = SentFrame(sequence)
            super()._display(screen, frame)
        else:
            self.post_display_hook()

    def _light(self, screen: Screen[object], renderable: RenderableType) -> str | None:
        """What has to be sent; None where Textual has to send it itself."""
        colours = self.console._color_system or ColorSystem.TRUECOLOR
        if not self._is_known_textual or self.is_web:
            return None
        if type(screen._compositor) is Compositor:
            # Screens make their own, Textual's as well, and have no place for another one.
            screen._compositor.__class__ = NearCompositor
        if isinstance(renderable, ChopsUpdate):
            if self._frame.is_known:
                return self._frame.part(renderable, colours)
            renderable = screen._compositor.render_full_update()
        if isinstance(renderable, LayoutUpdate):
            return self._frame.whole(renderable, colours)
        return None

    @property
    def _reaches_terminal(self) -> bool:
        """Whether Textual would write what is displayed now, rather than drop it."""
        driver = self._driver
        return (
            driver is not None
            and self._running
            and not (self._closed or self._batch_count or driver.is_headless)
        )

    def _begin_update(self) -> None:
        if self._is_torn_easily:
            super()._begin_update()

    def _end_update(self) -> None:
        if self._is_torn_easily:
            super()._end_update()


def _joined(strips: Iterable[Strip | None], colours: ColorSystem) -> Row:
    return [cell for strip in strips if strip is not None for cell in cells_of(strip, colours)]


def _fitted(row: Row, width: int) -> Row:
    return row if len(row) == width else [*row, *[BLANK] * (width - len(row))][:width]
