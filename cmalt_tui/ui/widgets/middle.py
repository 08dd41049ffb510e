"""The middle of the writing screen: the text, or what stands in its place."""

from pathlib import Path
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Input

from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.part_tabs import PartTabs

# The padding at both sides, the scroll bar, and the cursor's cell after the last letter.
_BESIDE_TEXT = 4
WidgetType = TypeVar("WidgetType", bound=Widget)


class Middle(Vertical):
    """Shows one of: a text, the evidence, a form, something to read. The rare ones come on use."""

    def __init__(self, *, text_width: int, cursor_blink: bool, read_only: bool) -> None:
        """Take what concerns the text.

        Args:
            text_width: The widest that a line of text becomes.
            cursor_blink: Whether the cursor blinks.
            read_only: Whether nothing may be changed.
        """
        super().__init__(id="middle")
        self._widest = text_width + _BESIDE_TEXT
        self._editor = self._bounded(ProseEditor(cursor_blink=cursor_blink, read_only=read_only))

    def compose(self) -> ComposeResult:
        """The section's title, its parts, the text, and a line of figures."""
        yield self._bounded(Line("section-title"))
        yield self._bounded(PartTabs())
        yield self._editor
        yield self._bounded(Line("below"))
        yield self._bounded(Line("hint"))

    def set_text(self, width: int, *, cursor_blink: bool) -> None:
        """Take another width of the text and another cursor."""
        self._widest = width + _BESIDE_TEXT
        for child in self.children:
            self._bounded(child)
        self._editor.cursor_blink = cursor_blink

    def show_text(self, address: TextAddress, text: str) -> None:
        """Show a text to write in."""
        self._editor.show(address, text)
        self._show_only(self._editor)

    def show_evidence(self, section: Section, portfolio: Portfolio, folder: Path) -> None:
        """Show the evidence of a section."""
        from cmalt_tui.ui.widgets.evidence_pane import EvidencePane

        try:
            pane = self.query_one(EvidencePane)
        except NoMatches:
            pane = EvidencePane(folder)
            self.mount(self._bounded(pane), before="#below")
        pane.show(section, portfolio)
        self._show_only(pane)

    def show_declaration(self, entry: Entry, *, read_only: bool) -> None:
        """Show the fields of a declaration."""
        from cmalt_tui.ui.widgets.declaration_form import DeclarationForm

        try:
            form = self.query_one(DeclarationForm)
        except NoMatches:
            form = DeclarationForm(entry, read_only=read_only)
            self.mount(self._bounded(form), before="#below")
        else:
            form.show(entry.written.declaration)
        self._show_only(form)

    def show_reading(self, content: Content) -> None:
        """Show something that can only be read."""
        from cmalt_tui.ui.widgets.reading_pane import ReadingPane

        try:
            pane = self.query_one(ReadingPane)
        except NoMatches:
            pane = ReadingPane(content)
            self.mount(self._bounded(pane), before="#below")
        else:
            pane.show(content)
        self._show_only(pane)

    def focus_target(self) -> Widget | None:
        """What takes the keys: the part that is shown, or its first field."""
        for pane in self._panes():
            if pane.display:
                return next(iter(pane.query(Input)), pane if pane.can_focus else None)
        return None

    def close_find_bar(self) -> bool:
        """Close the bar below the text that finds words in it; whether it was open."""
        bars = [bar for bar in self.query("#find-bar") if bar.display]
        for bar in bars:
            bar.display = False
        return bool(bars)

    def _bounded(self, widget: WidgetType) -> WidgetType:
        """Make a widget no wider than the text, so that all stand in one column."""
        widget.styles.max_width = self._widest
        return widget

    def _panes(self) -> list[Widget]:
        return [
            child
            for child in self.children
            if child.id in ("editor", "evidence", "declaration", "reading")
        ]

    def _show_only(self, shown: Widget) -> None:
        had_focus = any(pane.has_focus_within for pane in self._panes() if pane is not shown)
        if shown is not self._editor:
            self.close_find_bar()
        for pane in self._panes():
            pane.display = pane is shown
        shown.display = True
        if had_focus:
            self.call_after_refresh(self._focus_shown)

    def _focus_shown(self) -> None:
        target = self.focus_target()
        if target is not None:
            target.focus()
