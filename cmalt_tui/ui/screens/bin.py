"""What was removed or replaced: to be looked at, and brought back."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.workbench.bin import Binned, bring_back, list_bin, read_binned
from cmalt_tui.workbench.desk import Desk


class BinScreen(ListBesideScreen[str]):
    """Lists the bin and the kept versions; answers what was brought back, in words."""

    COMMAND_SCOPE = Scope.BIN
    CHOSEN = "bring_back"
    BINDINGS: ClassVar = [*bindings_of(Scope.BIN), *ListBesideScreen.SCROLLING]
    HELP = "What you removed, and versions that gave way to another. It stays here when taken back."

    def __init__(self, desk: Desk, tell: Callable[[InputProblem], None]) -> None:
        """List what is there.

        Args:
            desk: The opened portfolio.
            tell: Shows why something can't be done.
        """
        self._binned: tuple[Binned, ...] = list_bin(desk.folder)
        count = len(self._binned)
        told = (
            f"{count} thing{'' if count == 1 else 's'}, the newest first."
            if count
            else ("Nothing was removed or replaced so far.")
        )
        super().__init__("Bin", told)
        self._desk = desk
        self._tell = tell

    def lines(self) -> Sequence[Content]:
        """What it is, since when, and how it begins."""
        return [_line(binned) for binned in self._binned]

    def shown(self, number: int) -> Sequence[Content]:
        """All that it says."""
        binned = self._binned[number]
        try:
            text = safe_content(read_binned(self._desk.folder, binned.place))
        except InputProblem as refused:
            text = safe_content(str(refused.problem), "$text-error")
        head = Content.styled(f"{_why(binned)} {_when(binned)}", "$text-muted")
        return [Content.assemble(head, "\n\n", text)]

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action == "bring_back":
            if self.marked is None:
                return "nothing is in the bin"
            if self._desk.read_only:
                return "this is open for reading only; somebody else has it open"
        return ""

    def action_bring_back(self) -> None:
        """Put the marked thing back into the portfolio."""
        binned = self._binned[self.marked or 0]
        try:
            told = bring_back(self._desk, binned.place)
        except InputProblem as refused:
            self._tell(refused)
        else:
            self.dismiss(told)

    def action_back(self) -> None:
        """Go back to the text."""
        self.dismiss("")


def _line(binned: Binned) -> Content:
    sign = "↺" if binned.is_replaced else "✗"
    return Content.assemble(
        Content.styled(f"{sign} ", "$text-muted"),
        safe_line(binned.what, 40),
        "  ",
        Content.styled(_when(binned), "$text-muted"),
        "  ",
        safe_line(binned.first_words, 60, "$text-muted"),
    )


def _why(binned: Binned) -> str:
    return "↺ replaced" if binned.is_replaced else "✗ removed"


def _when(binned: Binned) -> str:
    return binned.when.astimezone().strftime("%d %b %Y %H:%M")
