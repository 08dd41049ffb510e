"""Where the cursor goes in a line that holds characters of more than one code point."""

from textual.document._document import Location, Selection
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset
from textual.widgets import TextArea

from cmalt_tui.ui.editor.clusters import (
    boundary_after,
    boundary_before,
    column_at,
    has_clusters,
    is_boundary,
)


def whole(lines: list[str], selection: Selection) -> Selection:
    """Widen a selection so that it parts no cluster; a cursor inside one goes behind it.

    Args:
        lines: The lines of the text.
        selection: A selection that lies inside them.
    """
    start, end = selection
    if start == end:
        behind = _moved(lines, end, to_end=True)
        return Selection(behind, behind)
    forward = start < end
    return Selection(_moved(lines, start, to_end=not forward), _moved(lines, end, to_end=forward))


def painted_above(area: TextArea) -> Location:
    """The location that is painted above the cursor."""
    return _painted_beside(area, area.navigator.get_location_above(area.cursor_location))


def painted_below(area: TextArea) -> Location:
    """The location that is painted below the cursor."""
    return _painted_beside(area, area.navigator.get_location_below(area.cursor_location))


def painted_at(wrapped: WrappedDocument, at: Offset, found: Location) -> Location:
    """Mend what Textual takes for the location at a cell: it adds up the code points of the line.

    Args:
        wrapped: The wrapped text.
        at: The cell, counted from the start of the text.
        found: What Textual found, which is in the right line.
    """
    row = found[0]
    sections = wrapped.get_sections(row)
    part = min(max(0, at.y - wrapped.location_to_offset((row, 0)).y), len(sections) - 1)
    section = sections[part]
    if "\t" in section or not has_clusters(section):
        return found
    column = column_at(section, at.x)
    if part < len(sections) - 1 and column == len(section):
        column = boundary_before(section, column)
    return row, sum(map(len, sections[:part])) + column


def _painted_beside(area: TextArea, found: Location) -> Location:
    if found in ((0, 0), area.document.end):
        return found
    wrapped = area.wrapped_document
    cells = max(wrapped.location_to_offset(area.cursor_location).x, area.navigator.last_x_offset)
    return painted_at(wrapped, Offset(cells, wrapped.location_to_offset(found).y), found)


def _moved(lines: list[str], location: Location, *, to_end: bool) -> Location:
    row, column = location
    line = lines[row]
    if is_boundary(line, column):
        return location
    return row, boundary_after(line, column) if to_end else boundary_before(line, column)
