"""Where a person is in the portfolio: the place that is shown, and how another one is."""

from typing import cast

from textual.content import Content
from textual.screen import Screen

from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import DECLARATION, EVIDENCE, Portfolio
from cmalt_tui.model.text_address import TextAddress, addresses_of, find_address, text_at
from cmalt_tui.problems import Problem
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.autosave import Autosave, Meeting
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.main_app import MainApp
from cmalt_tui.ui.outline_branches import Branch, branches_of, key_of
from cmalt_tui.ui.widgets.middle import Middle
from cmalt_tui.ui.widgets.outline_tree import OutlineTree
from cmalt_tui.workbench.desk import Desk


class PlaceScreen(Screen[None]):
    """A screen that shows one text of a portfolio at a time.

    Attributes:
        desk: The opened portfolio.
        settings: What the person has set.
        address: The text, evidence or form that is shown.
        reading: The key of what is shown for reading instead; empty for a text.
        told_of_changes: Why another program's change could not be taken in, as it was told last.
        visits: How often each text was opened; decides which question is asked. The one opened
            last comes last.
        last_search: What was looked for last, as the tasks that search know it.
        kept_question: A question that a person wants to answer, and the text in which; stays in
            sight until they go to another text.
    """

    kept_question: tuple[TextAddress, str] | None = None

    last_search: object = None

    told_of_changes: Problem | None = None

    def __init__(self, desk: Desk, settings: Settings, at: str = "") -> None:
        """Take the opened portfolio and the place to begin at."""
        super().__init__()
        self.desk = desk
        self.settings = settings
        self.reading = ""
        self.visits: dict[TextAddress, int] = {}
        self.entries = entries(desk.framework, desk.portfolio)
        self.address = self._address_of(at) or self._first_address()
        self.autosave = Autosave(desk, settings.autosave_seconds, self)

    @property
    def main(self) -> MainApp:
        """The app, as this screen sees it."""
        return cast(MainApp, self.app)

    @property
    def entry(self) -> Entry:
        """The section at hand."""
        return next(
            (entry for entry in self.entries if entry.id == self.address.section), self.entries[0]
        )

    def settings_changed(self, settings: Settings) -> None:
        """Take over what was set while the screen is open."""
        self.settings = settings
        self.autosave.wait_for(settings.autosave_seconds)
        middle = self.query_one(Middle)
        middle.set_text(settings.text_width, cursor_blink=settings.cursor_blink)

    def open_at(self, at: str) -> None:
        """Open a place named as on the command line, ``1a/description``, and write there."""
        address = self._address_of(at)
        if address is not None:
            self.open_address(address)
            self.focus_text()

    def open_address(self, address: TextAddress) -> None:
        """Show another text, evidence or form."""
        changed = address != self.address or bool(self.reading)
        self.address, self.reading = address, ""
        if changed:
            self.visits[address] = self.visits.pop(address, -1) + 1
        self.show_place()
        self.query_one(OutlineTree).reveal(key_of(address))

    def open_branch(self, branch: Branch) -> None:
        """Show what a line of the outline stands for; headings show nothing new."""
        address = branch.address
        if address is not None:
            is_here = address.section == self.address.section and not branch.is_part
            if self.reading or (address != self.address and not is_here):
                self.address, self.reading = address, ""
                self.visits[address] = self.visits.pop(address, -1) + 1
                self.show_place()
        elif branch.key.partition("/")[0] in ("broken", "inbox") and "/" in branch.key:
            self.reading = branch.key
            self.show_place()

    def change(self, portfolio: Portfolio, what: str) -> None:
        """Take over another version of the portfolio as a step that can be undone."""
        self.desk.change(portfolio, what)
        self.autosave.touched()
        self.take_in_changes()

    def catch_up(self) -> None:
        """Take over what was typed and is still on its way here."""
        for editor in self.query(ProseEditor):
            editor.tell_typed()

    def take_in_changes(self) -> None:
        """Draw everything anew from the portfolio as it stands, at the same place."""
        self.refresh_entries()
        if self.address not in addresses_of(self.entry):
            self.address = find_address(self.entry, self.address.part)
        self.query_one(OutlineTree).show_branches(
            branches_of(self.desk.framework, self.desk.portfolio)
        )
        self.show_place()
        self.query_one(OutlineTree).reveal(self.reading or key_of(self.address))

    def conflict_settled(self) -> None:
        """Show the version that stands now, and save what else there is."""
        self.take_in_changes()
        self.autosave.try_to_save()

    def refresh_entries(self) -> None:
        """List the sections anew from the portfolio as it stands."""
        self.entries = entries(self.desk.framework, self.desk.portfolio)

    def show_place(self) -> None:
        """Show the place in the middle, and all that is said about it around it."""
        middle = self.query_one(Middle)
        read = self._reading_content()
        if read is not None:
            middle.show_reading(read)
        elif self.entry.broken is not None:
            from cmalt_tui.ui.widgets.reading_pane import broken_file

            middle.show_reading(broken_file(self.entry.broken))
        elif self.address.part == EVIDENCE:
            middle.show_evidence(self.entry.written, self.desk.portfolio, self.desk.folder)
        elif self.address.part == DECLARATION:
            middle.show_declaration(self.entry, read_only=self.desk.read_only)
        else:
            middle.show_text(self.address, text_at(self.desk.portfolio, self.address))
        self.show_around()

    def show_around(self) -> None:
        """Draw the lines and panes around the text; the screen says how."""
        raise NotImplementedError

    def show_saved(self) -> None:
        """Draw whether all is saved; the screen says how."""
        raise NotImplementedError

    def meet(self, meeting: Meeting) -> None:
        """Show or ask what comes of another program's changes; the screen says how."""
        raise NotImplementedError

    def focus_text(self) -> None:
        """Give the keys to what is in the middle."""
        middle = self.query_one(Middle)
        target = middle.focus_target()
        if target is not None:
            target.focus()

    def _reading_content(self) -> Content | None:
        from cmalt_tui.ui.widgets.reading_pane import broken_file, inbox_item

        kind, _, name = self.reading.partition("/")
        portfolio = self.desk.portfolio
        if kind == "broken":
            found = [item for item in portfolio.broken if str(item.path) == name]
            return broken_file(found[0]) if found else None
        if kind == "inbox":
            items = [item for item in portfolio.inbox if item.id == name]
            return inbox_item(items[0]) if items else None
        return None

    def _address_of(self, at: str) -> TextAddress | None:
        section, _, part = at.partition("/")
        for entry in self.entries:
            if section and entry.id.lower() == section.strip().lower():
                return find_address(entry, part)
        return None

    def _first_address(self) -> TextAddress:
        """Where most is to be done: the first section that was begun and is not done."""
        begun = [e for e in self.entries if not e.written.is_empty and e.written.status != "done"]
        return addresses_of((begun or list(self.entries))[0])[0]
