"""A text area for prose, in which a key costs what changes on the screen and not the whole text.

What differs from Textual 8.2.8: nothing but the lines that look different is painted again, a line
is drawn once and not once for each line that it takes on the screen, and the text as a whole is
never put together. The hooks used here, ``_set_dirty``, ``_exchange_repaint_regions`` and
``render_lines``, are where Textual's compositor asks a widget what is to be painted:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/_compositor.py, ``update_widgets``.

For what is built on this:

- ``get_line(row)`` gives a line with its marks, to be styled further; it is called at most once
  for a frame and a line, after the lines' cache was cleared or the line looks different.
- ``_line_cache.clear()`` and ``refresh()`` have all lines drawn again; an edit does so by itself.
- ``render_line(y)`` gives a line of the screen; the same strip as long as it looks the same.
"""

from collections.abc import Collection, Sequence
from typing import Protocol, cast

from rich.text import Text
from textual.document._document import Document, Location
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widgets import TextArea

from cmalt_tui.ui.editor.painted_lines import Paint, PaintedLines, draw_selection, piece_of
from cmalt_tui.ui.editor.quick_wrapping import QuickWrapping

# Of a paragraph as long as a book only so many lines of the screen are drawn at a time.
_AT_A_TIME = 64


class ColouredPart(Protocol):
    """A part of a line for which the theme has a style of that name."""

    @property
    def start(self) -> int:
        """The column where it begins."""
        ...

    @property
    def end(self) -> int:
        """The column behind it."""
        ...

    @property
    def name(self) -> str:
        """The style's name in the theme."""
        ...


class Colouring(Protocol):
    """Tells which parts of a text are drawn in colours of their own."""

    def text_changed(self, lines: Sequence[str]) -> None:
        """Learn that the text is another one than before."""
        ...

    def parts(self, piece: str, row: int, *, is_start: bool) -> Sequence[ColouredPart]:
        """Find them in a line, or in a piece out of a long one."""
        ...


class ExactTextArea(TextArea, inherit_bindings=False):
    """Draws prose, remembers each line as it was painted, and has painted what differs now.

    Attributes:
        colouring: Tells which parts of a line have colours; None while nothing is coloured.
    """

    colouring: Colouring | None = None

    def __init__(self, *, id: str, read_only: bool) -> None:
        """Begin with nothing painted.

        Args:
            id: The widget's id.
            read_only: Whether nothing may be changed.
        """
        self._painted: list[Strip] = []
        self._painted_size: Size | None = None
        self._paint_known: Paint | None = None
        self._is_compared = False
        self._to_paint: set[int] = set()
        self._lines_drawn = PaintedLines()
        super().__init__(id=id, compact=True, read_only=read_only, highlight_cursor_line=False)

    @property
    def wrapping(self) -> QuickWrapping:
        """How the text is wrapped."""
        return cast(QuickWrapping, self.wrapped_document)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: prose has brackets without a partner, for which a whole text would be searched."""
        del bracket, search_from
        return None

    def render_line(self, y: int) -> Strip:
        """Draw a line of the screen, or find it as it was drawn before."""
        if self.placeholder and self.document.line_count == 1 and not self.document[0]:
            return super().render_line(y)
        place = self.wrapping.line_at(y + self.scroll_offset.y)
        paint = self._paint()
        if place is None:
            return self._lines_drawn.strip(Text(), list, paint, self.app.console)
        row, number = place
        block, within = divmod(number, _AT_A_TIME)
        sections = self._sections(row, block, paint)
        return self._lines_drawn.strip(
            sections[within], lambda: self._tab_widths(row, number), paint, self.app.console
        )

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines to be painted."""
        if not self._is_compared:
            self._find_changes()
        # Not Textual's text area's own: that looks its colours up again each time.
        return super(TextArea, self).render_lines(crop)

    def notify_style_update(self) -> None:
        """Forget what was painted: other colours reach further than the lines."""
        self._painted_size = None
        self._paint_known = None
        self._is_compared = False
        super().notify_style_update()

    def on_hide(self) -> None:
        """Forget what was painted: something else is there now."""
        self._painted_size = None
        self._is_compared = False

    def _set_document(self, text: str, language: str | None) -> None:
        del language
        self.document = Document(text)
        self.wrapped_document = QuickWrapping(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _build_highlight_map(self) -> None:
        """Have the lines drawn again; Textual calls this after every edit."""
        self._line_cache.clear()
        self._is_compared = False
        if self.colouring is not None:
            self.colouring.text_changed(self.document.lines)

    def _sections(self, row: int, block: int, paint: Paint) -> Sequence[Text]:
        """Draw a line of the text, or so much of a long one as fits on a screen."""
        selection = self.selection
        first, last = sorted((selection.start[0], selection.end[0]))
        key = (row, block, paint, selection if first <= row <= last else None)
        known = cast("Sequence[Text] | None", self._line_cache.get(key))
        if known is not None:
            return known
        breaks = self.wrapping.get_offsets(row)
        begin = block * _AT_A_TIME
        cuts = [0, *breaks][begin : begin + _AT_A_TIME + 1]
        is_end = begin + _AT_A_TIME > len(breaks)
        line = piece_of(self.get_line(row), cuts[0], None if is_end else cuts.pop())
        self._colour(line, row, is_start=not block)
        draw_selection(line, row, cuts[0], selection, paint, is_end=is_end)
        sections = list(line.divide([cut - cuts[0] for cut in cuts[1:]]))
        self._line_cache[key] = cast(Strip, sections)
        return sections

    def _colour(self, piece: Text, row: int, *, is_start: bool) -> None:
        if self.colouring is not None:
            style_of = self._theme.syntax_styles.get
            for part in self.colouring.parts(piece.plain, row, is_start=is_start):
                style = style_of(part.name)
                if style is not None:
                    piece.stylize(style, part.start, part.end)

    def _paint(self) -> Paint:
        if self._paint_known is None:
            theme = self._theme
            theme.apply_css(self)
            self._paint_known = Paint(
                theme.base_style or self.rich_style,
                self.scrollable_content_region.width,
                theme.selection_style,
                theme.cursor_style if self._draw_cursor else None,
            )
        return self._paint_known

    def _tab_widths(self, row: int, number: int) -> list[int]:
        before = "".join(self.wrapping.get_sections(row)[:number]).count("\t")
        return self.wrapping.get_tab_widths(row)[before:]

    def _set_dirty(self, *regions: Region) -> None:
        self._paint_known = None
        self._is_compared = False
        if regions or self._painted_size != self.size:
            super()._set_dirty(*regions)
        # Otherwise it turns out when it is painted which lines differ.

    def _exchange_repaint_regions(self) -> Collection[Region]:
        asked = super()._exchange_repaint_regions()
        if not self._is_compared:
            self._find_changes()
        left, top = self.content_offset
        regions = [Region(left, top + y, self.size.width, 1) for y in sorted(self._to_paint)]
        self._to_paint.clear()
        return [*asked, *regions]

    def _find_changes(self) -> None:
        """Draw every line that is shown, and note which of them differ from what was painted."""
        now = [self.render_line(y) for y in range(self.size.height)]
        before: Sequence[Strip | None] = self._painted
        if self._painted_size != self.size:
            before = [None] * len(now)
        top = self.content_offset.y
        for y, (one, other) in enumerate(zip(now, before, strict=True)):
            if one is not other and one != other:
                self._to_paint.add(y)
                self._styles_cache.set_dirty(Region(0, top + y, 1, 1))
        self._painted, self._painted_size, self._is_compared = now, self.size, True
