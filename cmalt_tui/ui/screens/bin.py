"""What was removed or replaced: to be looked at, brought back, or thrown away for good."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import ClassVar

from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.dates import short_moment
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.workbench.bin import (
    LONG_AGO,
    Binned,
    bring_back,
    list_bin,
    places_in_bin,
    read_binned,
    throw_away,
)
from cmalt_tui.workbench.desk import Desk

_THROW_AWAY = "throw_away"
_FOR_GOOD = "This can't be undone."


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
        super().__init__("Bin", _count(self._binned) or "Nothing was removed or replaced so far.")
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
        head = Content.styled(f"{_why(binned)} {short_moment(binned.when)}", "$text-muted")
        return [Content.assemble(head, "\n\n", text)]

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action == "back":
            return ""
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

    def action_throw_away(self) -> None:
        """Throw the marked thing away, if the person says so."""
        binned = self._binned[self.marked or 0]
        self._ask(f"Throw {binned.what} away for good?", [binned.place], binned.what)

    def action_empty(self) -> None:
        """Throw away what has been here for long, if the person says so."""
        old = places_in_bin(self._desk.folder, LONG_AGO)
        if not old:
            self.say_above(Content(f"Nothing has been here for more than {LONG_AGO.days} days."))
            return
        things = f"{amount(len(old), 'thing')} older than {LONG_AGO.days} days"
        self._ask(f"Throw {things} away for good?", old, things)

    def action_back(self) -> None:
        """Go back to the text."""
        self.dismiss("")

    def _ask(self, question: str, places: Sequence[PurePosixPath], what: str) -> None:
        choices = (Choice("", "leave it there"), Choice(_THROW_AWAY, "throw away for good"))
        asked = ChooseScreen(question, choices, "", _FOR_GOOD)
        self.app.push_screen(asked, partial(self._throw_away, places, what))

    def _throw_away(self, places: Sequence[PurePosixPath], what: str, answer: str | None) -> None:
        if answer != _THROW_AWAY:
            return
        at = self.marked or 0
        try:
            throw_away(self._desk, places)
        except InputProblem as refused:
            self._tell(refused)
            told = ""
        else:
            told = f"Thrown away for good: {what}."
        self._binned = list_bin(self._desk.folder)
        self.list_again(at)
        left = _count(self._binned) or "Nothing else is here."
        self.say_above(Content.assemble(safe_line(told, 48), " " if told else "", left))


def _count(binned: Sequence[Binned]) -> str:
    return f"{amount(len(binned), 'thing')}, the newest first." if binned else ""


def _line(binned: Binned) -> Content:
    sign = "↺" if binned.is_replaced else "✗"
    return Content.assemble(
        Content.styled(f"{sign} ", "$text-muted"),
        safe_line(binned.what, 40),
        "  ",
        Content.styled(short_moment(binned.when), "$text-muted"),
        "  ",
        safe_line(binned.first_words, 60, "$text-muted"),
    )


def _why(binned: Binned) -> str:
    return "↺ replaced" if binned.is_replaced else "✗ removed"
