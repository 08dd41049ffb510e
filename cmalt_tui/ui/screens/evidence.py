"""Evidence mode: the bank by sections, in which everything about evidence can be done by key."""

from dataclasses import replace
from typing import ClassVar

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.evidence_uses import with_shows, with_use, without_use
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.ui.answers_allowed import READ_ONLY
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.review_desk import Goal
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.evidence_items import EvidenceItems

_ITEM_ACTIONS = frozenset(
    {"say_shows", "where_else", "edit", "rename", "open", "picture", "remove"}
)
_WRITING = frozenset({"use", "say_shows", "edit", "add", "rename", "remove", "undo"})


class EvidenceScreen(EvidenceItems):
    """Answers with the place that a person wants to go to; None if they only go back."""

    COMMAND_SCOPE = Scope.MATRIX
    ACTIONS: ClassVar = {
        "up": "move(-1, 0)",
        "down": "move(1, 0)",
        "left": "move(0, -1)",
        "right": "move(0, 1)",
        "page_up": "turn(-1)",
        "page_down": "turn(1)",
        "first": "move(-1000000, 0)",
        "last": "move(1000000, 0)",
    }
    BINDINGS: ClassVar = bindings_of(Scope.MATRIX, ACTIONS)
    HELP = "All evidence by sections: what is used where, how old it is, and what is missing."

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action in _WRITING and self.desk.read_only:
            return READ_ONLY
        if action in _ITEM_ACTIONS and self.item is None:
            return "no item of evidence is marked"
        if action == "picture":
            from cmalt_tui.ui.picture_allowed import why_no_picture

            return why_no_picture(self.item)
        if action == "say_shows" and not self._is_used:
            return "the item is not used in the marked section"
        if action in ("use", "choose", "go_there") and self.section is None:
            return "no section is marked"
        if action in ("sort", "filter", "gaps", "fold") and self.shows_principles:
            return "principles have no other order"
        return ""

    def on_matrix_grid_opened(self) -> None:
        """Go where the mark is, after a second click on it."""
        self.action_go_there()

    def action_go_there(self) -> None:
        """Go to the marked section: to its evidence, or to its first text from the principles."""
        if self.section is not None:
            part = "" if self.shows_principles else EVIDENCE
            self.dismiss(Goal(TextAddress(self.section.id, part)))

    def action_use(self) -> None:
        """Use the item in the section, or use it no longer; tag the section with a principle."""
        entry, row = self.section, self.grid.row
        if entry is None or row is None or self.is_folded:
            if self.is_folded:
                self.notify("An area is marked; z shows its sections.", markup=False)
            return
        if self.shows_principles:
            codes = entry.written.principles
            is_off = row.id in codes
            kept = tuple(code for code in codes if code != row.id) if is_off else (*codes, row.id)
            changed = self.desk.portfolio.with_section(replace(entry.written, principles=kept))
        else:
            is_off = self._is_used
            use = without_use if is_off else with_use
            changed = use(self.desk.portfolio, entry.id, row.id)
        word = "no longer" if is_off else "now"
        if self.shows_principles:
            self.take(changed, f"{entry.name} {word} shows {row.id}")
        else:
            self.take(changed, f"“{row.label}” {word} used in {entry.name}")

    def action_say_shows(self) -> None:
        """Ask what the item shows in the section."""
        entry, item = self.section, self.item
        assert entry is not None and item is not None
        now = next((use.shows for use in entry.written.evidence if use.item == item.id), "")

        def take(shows: str | None) -> None:
            if shows is not None:
                changed = with_shows(self.desk.portfolio, entry.id, item.id, shows)
                self.take(changed, f"what {item.id} shows in {entry.name}")

        self.app.push_screen(AskLineScreen(f"What does it show in {entry.name}?", now), take)

    def action_choose(self) -> None:
        """Choose what fits the section."""
        from cmalt_tui.ui.screens.choose_evidence import what_fits

        assert self.section is not None
        self.app.push_screen(what_fits(self.steps, self.section), self._shown_again)

    def action_where_else(self) -> None:
        """Choose a section that could use the item."""
        from cmalt_tui.ui.screens.choose_evidence import where_it_fits

        item = self.item
        assert item is not None
        asked = where_it_fits(self.steps, item.id, item.title or item.id)
        self.app.push_screen(asked, self._shown_again)

    def action_log(self) -> None:
        """See what was noted in the log."""
        from cmalt_tui.ui.screens.log import LogScreen

        self.app.push_screen(LogScreen(self.steps), self._shown_again)

    def action_undo(self) -> None:
        """Take the last step back."""
        self.notify(cut_line(self.steps.undo(), 300), markup=False)
        self.show_again()

    def _shown_again(self, answer: None) -> None:
        del answer
        self.show_again()

    @property
    def _is_used(self) -> bool:
        entry, item = self.section, self.item
        return bool(entry and item and any(use.item == item.id for use in entry.written.evidence))
