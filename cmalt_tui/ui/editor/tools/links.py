"""Makes what is marked, or the word at the cursor, a link; changes the address of one."""

from collections.abc import Callable
from typing import Protocol, cast

from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from cmalt_tui.model.links import WrittenLink, is_address, link_at, written_link
from cmalt_tui.model.paragraphs import paragraph_bounds
from cmalt_tui.plain_text import clean_line
from cmalt_tui.ui.editor.exact_text_area import ExactTextArea
from cmalt_tui.ui.editor.one_edit import location_of, offset_of
from cmalt_tui.ui.editor.one_step import replace_stretch
from cmalt_tui.ui.editor.prose_words import word_at


class AsksLine(Protocol):
    """A screen that can ask for a line."""

    def push_line(self, title: str, value: str, take: Callable[[str | None], None]) -> None:
        """Ask for one line."""
        ...


def link(area: ExactTextArea) -> None:
    """Ask for the address, and make a link; an empty address makes a link plain text again."""
    start, end = _meant(area)
    written, first, last = _link_around(area, start, end)
    label = written.label if written else area.get_text_range(start, end)
    if "\n\n" in label:
        area.notify("A link can't reach over more than one paragraph: mark less.", timeout=4)
        return
    offered = written.address if written else _offered(area, label)
    text_then = area.text

    def take(address: str | None) -> None:
        if address is None or (not address and written is None):
            return
        if area.text != text_then:
            area.notify("The text was changed meanwhile: mark the words again.", timeout=4)
            return
        put_link(area, first, last, label, address)

    title = "Address of the link (empty: no link)" if written else "Address of the link"
    cast(AsksLine, area.screen).push_line(title, offered, take)


def put_link(area: TextArea, start: Location, end: Location, label: str, address: str) -> None:
    """Put a link in the place of a stretch; without an address, only what is read.

    Args:
        area: The text.
        start: Where the stretch begins.
        end: Where it ends.
        label: What is read; the address itself if it is empty.
        address: Where it leads.
    """
    address = clean_line(address)
    if address and not is_address(address) and "." in address and "/" not in address[:1]:
        address = address if ":" in address or address.startswith("#") else f"https://{address}"
    new = written_link(label, address) if address else label
    row, column = location_of(new, len(new))
    behind = (start[0] + row, column if row else start[1] + column)
    replace_stretch(area, start, end, new, Selection.cursor(behind))


def _meant(area: TextArea) -> tuple[Location, Location]:
    if not area.selection.is_empty:
        start, end = sorted(area.selection)
        return start, end
    row, column = area.cursor_location
    word = word_at(area.document[row], column) or (column, column)
    return (row, word[0]), (row, word[1])


def _link_around(
    area: TextArea, start: Location, end: Location
) -> tuple[WrittenLink | None, Location, Location]:
    """The link that a stretch lies in, and what is to be replaced."""
    bounds = paragraph_bounds(area.document.lines, start[0])
    if bounds is None or end[0] > bounds[1]:
        return None, start, end
    lines = area.document.lines[bounds[0] : bounds[1] + 1]
    text = "\n".join(lines)
    first, last = (offset_of(lines, (row - bounds[0], column)) for row, column in (start, end))
    written = link_at(text, first, last)
    if written is None:
        return None, start, end
    (row, column), (end_row, end_column) = (
        location_of(text, place) for place in (written.start, written.end)
    )
    return written, (bounds[0] + row, column), (bounds[0] + end_row, end_column)


def _offered(area: TextArea, label: str) -> str:
    """An address to begin with: what is marked, or what was copied, if it is one."""
    if is_address(label):
        return label.strip()
    copied = clean_line(area.app.clipboard[:4_000])
    return copied if is_address(copied) else ""
