"""Cells of the terminal: what stands in each, and what has to be sent to make one row another."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import NamedTuple
from unicodedata import combining

from rich.cells import split_graphemes
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.strip import SGR_STYLES, Strip

# A gap of unchanged cells up to here is sent again: moving the cursor costs as many bytes.
_SHORT_GAP = 4
_FIRST_EMOJI = "\U0001f000"


class Pen(NamedTuple):
    """How a cell is drawn, as the codes of the terminal's "select graphic rendition".

    Attributes:
        link: The whole opening sequence of a hyperlink (OSC 8), empty for none.
    """

    attributes: str = ""
    foreground: str = ""
    background: str = ""
    link: str = ""


# A character with its marks, and its pen; the second half of a wide character has no text. No
# class of its own: thousands of them are made for a frame.
Cell = tuple[str, Pen]
Row = list[Cell]
PLAIN = Pen()
BLANK: Cell = (" ", PLAIN)


def pen_of(style: Style | None, colours: ColorSystem) -> Pen:
    """The pen that draws a style on a terminal with so many colours.

    Styles differ in what a click does there, so that hardly two of a frame are the same.
    """
    if style is None:
        return PLAIN
    link = f"\x1b]8;id={style.link_id};{style.link}\x1b\\" if style.link else ""
    bits = style._attributes & style._set_attributes
    return _pen(bits, style.color, style.bgcolor, link, colours)


@lru_cache(maxsize=4096)
def _pen(
    bits: int, front: Color | None, back: Color | None, link: str, colours: ColorSystem
) -> Pen:
    codes = [code for bit, code in enumerate(SGR_STYLES) if bits & (1 << bit)]
    return Pen(
        ";".join(codes),
        ";".join(front.downgrade(colours).get_ansi_codes()) if front else "",
        ";".join(back.downgrade(colours).get_ansi_codes(foreground=False)) if back else "",
        link,
    )


@lru_cache(maxsize=4096)
def change_of_pen(before: Pen, after: Pen) -> str:
    """What makes a terminal that draws one way draw another way."""
    sent = ""
    if before.link != after.link:
        sent = after.link or "\x1b]8;;\x1b\\"
    if before[:3] == after[:3]:
        return sent
    if after[:3] == PLAIN[:3]:
        return f"{sent}\x1b[0m"
    codes = []
    if before.attributes != after.attributes:
        if before.attributes:
            codes.append("0")
            before = PLAIN
        codes.append(after.attributes)
    if before.foreground != after.foreground:
        codes.append(after.foreground or "39")
    if before.background != after.background:
        codes.append(after.background or "49")
    return f"{sent}\x1b[{';'.join(code for code in codes if code)}m"


def cells_of(strip: Strip, colours: ColorSystem) -> Row:
    """Lay a strip out in cells, exactly as many as it says that it is long.

    What acts on the terminal is left out, so that nothing can write outside of its cells.
    """
    row: Row = []
    for text, style, _ in strip:
        pen = pen_of(style, colours)
        if text.isascii() and text.isprintable():
            row += zip(text, repeat(pen))
        else:
            _add_any_text(row, text, pen)
    missing = strip.cell_length - len(row)
    return row + [BLANK] * missing if missing > 0 else row[: strip.cell_length]


def _add_any_text(row: Row, text: str, pen: Pen) -> None:
    clusters = _widths(text)
    if row and clusters and not clusters[0][1]:
        # It joins with the character before, and has to be measured with it.
        while not row[-1][0]:
            row.pop()
        before, pen_before = row.pop()
        clusters = _widths(before + text)
        row += _cells_of_cluster(*clusters[0], pen_before)
        clusters = clusters[1:]
    for cluster, width in clusters:
        row += _cells_of_cluster(cluster, width, pen)


def _cells_of_cluster(cluster: str, width: int, pen: Pen) -> Row:
    return [(cluster, pen), *repeat(("", pen), width - 1)] if width else []


@lru_cache(maxsize=4096)
def _widths(text: str) -> tuple[tuple[str, int], ...]:
    """Each character with its marks, and how many cells it takes."""
    spans, _ = split_graphemes(text)
    return tuple((_harmless(text[start:end]), width) for start, end, width in spans)


def _harmless(cluster: str) -> str:
    """Leave out what acts on the terminal instead of being shown."""
    if cluster.isprintable():
        return cluster
    return "".join(one for one in cluster if one >= "\xa0" or " " <= one <= "~")


def moves_cursor_unsurely(row: Row) -> bool:
    """Whether terminals disagree about the width of something in a row.

    Emoji that are joined, coloured or newer than the terminal take two cells in one terminal and
    six in another; so do, now and then, the syllables of some scripts.
    """
    texts = [text for text, _ in row]
    together = "".join(texts)
    if together.isascii() or (max(together) < _FIRST_EMOJI and max(map(len, texts)) == 1):
        return False
    return any(map(_is_unsure, texts))


def _is_unsure(cluster: str) -> bool:
    return cluster >= _FIRST_EMOJI or any(not combining(one) for one in cluster[1:])


class Sender:
    """Collects what to send for one frame, and knows where the terminal's cursor and pen are."""

    def __init__(self) -> None:
        """Begin with the plain pen, and the cursor anywhere."""
        self._sent: list[str] = []
        self._pen = PLAIN
        self._at: tuple[int, int] | None = None

    def send_row(self, y: int, now: Row, before: Row | None, *, is_sure: bool) -> bool:
        """Make a row of the terminal another one.

        Args:
            y: Its number, from 0.
            now: What shall stand there.
            before: What stands there; None if that isn't known.
            is_sure: Whether it is certain in which cells that stands.

        Returns:
            Whether it is certain in which cells it stands now.
        """
        is_sure_now = not moves_cursor_unsurely(now)
        if not (is_sure and is_sure_now):
            self._send_each(y, now)
        elif before is None:
            self._send_cells(y, 0, now)
        else:
            for start, end in differing_spans(before, now):
                self._send_cells(y, start, now[start:end])
        return is_sure_now

    def finish(self) -> str:
        """All that has to be sent, with the terminal's pen plain in the end."""
        self._sent.append(change_of_pen(self._pen, PLAIN))
        return "".join(self._sent)

    def _send_cells(self, y: int, x: int, cells: Row) -> None:
        self._move_to(x, y)
        for pen, group in groupby(cells, key=itemgetter(1)):
            self._sent.append(change_of_pen(self._pen, pen))
            self._sent += [text for text, _ in group]
            self._pen = pen
        self._at = (x + len(cells), y)

    def _send_each(self, y: int, cells: Row) -> None:
        """Send a row so that it comes right however wide the terminal takes its characters for."""
        for x, (text, pen) in enumerate(cells):
            if not text:
                continue
            _, end = _whole(cells, x, x + 1)
            if not _is_unsure(text):
                self._send_cells(y, x, cells[x:end])
                continue
            # First blanks, in case that it turns out narrower; then it is unknown where one is.
            self._send_cells(y, x, [(" ", pen)] * (end - x))
            self._send_cells(y, x, cells[x:end])
            self._at = None

    def _move_to(self, x: int, y: int) -> None:
        if self._at != (x, y):
            ahead = x - self._at[0] if self._at is not None and self._at[1] == y else 0
            self._sent.append(f"\x1b[{ahead}C" if ahead > 0 else f"\x1b[{y + 1};{x + 1}H")
        self._at = (x, y)


def differing_spans(before: Row, now: Row) -> Iterable[tuple[int, int]]:
    """Find where two rows of the same length differ; spans with a short gap between become one.

    Yields:
        The first cell of a span and the one after its last.
    """
    start = end = -1
    for x, (one, other) in enumerate(zip(before, now, strict=True)):
        if one == other:
            continue
        if start < 0:
            start = x
        elif x - end > _SHORT_GAP or any(cell[1] is not now[end - 1][1] for cell in now[end:x]):
            yield _whole(now, start, end)
            start = x
        end = x + 1
    if start >= 0:
        yield _whole(now, start, end)


def _whole(row: Row, start: int, end: int) -> tuple[int, int]:
    """Widen a span so that it cuts no wide character in two."""
    while start and not row[start][0]:
        start -= 1
    while end < len(row) and not row[end][0]:
        end += 1
    return start, end
