"""Evidence mode narrowed: other orders, letters, gaps only, areas folded, principles instead."""

from cmalt_tui.ui.evidence_grid import SORTINGS
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.evidence_view import EvidenceView


class NarrowedEvidence(EvidenceView):
    """Carries out what changes the look of the matrix and nothing in the portfolio."""

    def action_move(self, rows: int, columns: int) -> None:
        """Move the mark."""
        self.grid.move(rows, columns)

    def action_turn(self, pages: int) -> None:
        """Move the mark by pages."""
        self.grid.move_pages(pages)

    def action_sort(self) -> None:
        """Take the next order."""
        self.sorting = (self.sorting + 1) % len(SORTINGS)
        self.show_again()

    def action_filter(self) -> None:
        """Ask for letters that the items have to have."""

        def take(letters: str | None) -> None:
            if letters is not None:
                self.letters = letters
                self.show_again()

        self.app.push_screen(AskLineScreen("Show items with these words", self.letters), take)

    def action_gaps(self) -> None:
        """Show only what asks for a look, or all."""
        self.only_gaps = not self.only_gaps
        self.show_again()

    def action_fold(self) -> None:
        """Show areas in the place of sections, or sections again."""
        self.is_folded = not self.is_folded
        self.show_again()

    def action_principles(self) -> None:
        """Show principles by sections, or the evidence again."""
        self.shows_principles = not self.shows_principles
        self.show_again()

    def action_back(self) -> None:
        """Show all again, or go back to the text."""
        if self.letters or self.only_gaps:
            self.letters, self.only_gaps = "", False
            self.show_again()
        else:
            self.dismiss(None)
