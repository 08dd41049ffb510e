"""What earlier runs of the program could not save: to be looked at, and taken or dropped."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.dates import short_moment
from cmalt_tui.model.draft import Draft
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.changed_words import changes_content, item_name
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.workbench.desk import Desk


class DraftsScreen(ListBesideScreen[bool]):
    """Lists drafts, each with what differs from the file; answers whether one was taken."""

    COMMAND_SCOPE = Scope.DRAFTS
    CHOSEN = "take"
    BINDINGS: ClassVar = [*bindings_of(Scope.DRAFTS), *ListBesideScreen.SCROLLING]
    HELP = "Text that was written and could not be saved. Nothing is lost until you drop it."

    def __init__(
        self, desk: Desk, drafts: Sequence[Draft], tell: Callable[[InputProblem], None]
    ) -> None:
        """Take the drafts.

        Args:
            desk: The opened portfolio.
            drafts: What was found.
            tell: Shows why something can't be done.
        """
        super().__init__(
            "This was written and not saved",
            "Left by a crash or a full disk. Against the file: [-gone-] and {+new+}.",
        )
        self._desk = desk
        self._drafts = list(drafts)
        self._tell = tell
        self._taken = False

    def lines(self) -> Sequence[Content]:
        """Item, time and machine of each draft."""
        return [_line(draft) for draft in self._drafts]

    def shown(self, number: int) -> Sequence[Content]:
        """What differs from the file, text by text."""
        draft = self._drafts[number]
        told = [Content.styled("The item was removed.\n", "$text-error")] if draft.removes else []
        for change in draft.changes:
            told.append(safe_line(change.name, style="bold"))
            told.append(changes_content(change.before, change.after))
        if not told:
            told.append(Content.styled("The file says all of this by now.", "$text-muted"))
        return [Content("\n\n").join(told)]

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action != "later" and self.marked is None:
            return "there is no draft"
        if action != "later" and self._desk.read_only:
            return "this is open for reading only; somebody else has it open"
        return ""

    def action_take(self) -> None:
        """Put the marked draft into the portfolio."""
        self._settle(self._desk.take_draft, taken=True)

    def action_take_all(self) -> None:
        """Put all drafts into the portfolio."""
        while self._drafts and self._settle(self._desk.take_draft, taken=True, number=0):
            pass

    def action_drop(self) -> None:
        """Move the marked draft into the bin."""
        self._settle(self._desk.drop_draft, taken=False)

    def action_later(self) -> None:
        """Leave what is left where it is."""
        self.dismiss(self._taken)

    def _settle(
        self, settle: Callable[[Draft], object], *, taken: bool, number: int | None = None
    ) -> bool:
        at = self.marked or 0 if number is None else number
        try:
            settle(self._drafts[at])
        except InputProblem as refused:
            self._tell(refused)
            return False
        self._taken = self._taken or taken
        del self._drafts[at]
        if self._drafts:
            self.list_again(at)
        else:
            self.dismiss(self._taken)
        return True


def _line(draft: Draft) -> Content:
    when = short_moment(draft.written)
    where = safe_line(f"{when} {draft.host}", 32, "$text-muted")
    return Content.assemble(safe_line(item_name(draft.path), 30), "  ", where)
