"""Two versions of a file, text by text, where another program changed the same paragraphs."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.app import App
from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.versions import Side, TextVersions, Versions
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.changed_words import changes_content, item_name
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.workbench.desk import Conflict, Desk

_NAMES = {Side.MINE: "◀ mine", Side.THEIRS: "▶ theirs"}


class ConflictScreen(ListBesideScreen[Mapping[str, Side] | None]):
    """Lets a person choose a side for each text; answers the choices, None if there are none."""

    COMMAND_SCOPE = Scope.CONFLICT
    CHOSEN = "settle"
    BINDINGS: ClassVar = [*bindings_of(Scope.CONFLICT), *ListBesideScreen.SCROLLING]
    HELP = "What can be put together is; here both changed the same words. Nothing is thrown away."

    def __init__(self, versions: Versions) -> None:
        """Take both versions."""
        super().__init__(
            f"{item_name(versions.path)} was changed by another program as well",
            "m keeps mine, t takes theirs, for each text. The other is kept; the bin shows it.",
            panes=2,
        )
        self._texts = versions.texts
        self._choices = {text.name: Side.MINE for text in versions.texts}

    def lines(self) -> Sequence[Content]:
        """The texts, with what is chosen for each."""
        return [self._line(text) for text in self._texts]

    def shown(self, number: int) -> Sequence[Content]:
        """Both versions, each against the one that they came from."""
        text = self._texts[number]
        chosen = self._choices[text.name]
        return [
            _version("Mine, on this screen", text.base, text.mine, chosen is Side.MINE),
            _version("Theirs, on the disk", text.base, text.theirs, chosen is Side.THEIRS),
        ]

    def why_not(self, action: str) -> str:
        """Nothing stands against any of it."""
        del action
        return ""

    def action_mine(self) -> None:
        """Let mine stand in the marked text."""
        self._choose(Side.MINE)

    def action_theirs(self) -> None:
        """Let theirs stand in the marked text."""
        self._choose(Side.THEIRS)

    def action_settle(self) -> None:
        """Take what is chosen."""
        self.dismiss(self._choices)

    def action_leave(self) -> None:
        """Leave both as they are."""
        self.dismiss(None)

    def _choose(self, side: Side) -> None:
        at = self.marked
        if at is None:
            return
        self._choices[self._texts[at].name] = side
        self.list_again(at)

    def _line(self, text: TextVersions) -> Content:
        side = self._choices[text.name]
        return Content.assemble(
            Content.styled(f"{_NAMES[side]:<9}", "$accent"), safe_line(text.name, 60)
        )


def settle_conflict(app: App[Any], conflict: Conflict) -> None:
    """Ask which version shall stand and settle it; escape leaves both as they are."""
    desk = getattr(app, "desk", None)
    if not isinstance(desk, Desk) or isinstance(app.screen, ConflictScreen):
        return

    def settle(choices: Mapping[str, Side] | None) -> None:
        if choices is None:
            return
        try:
            desk.settle(conflict.path, choices)
        except InputProblem as refused:
            app.notify(str(refused), severity="error", markup=False)
            return
        for screen in app.screen_stack:
            settled = getattr(screen, "conflict_settled", None)
            if callable(settled):
                settled()

    try:
        versions = desk.versions(conflict.path)
    except InputProblem as refused:
        app.notify(str(refused), severity="error", markup=False)
        return
    if versions.texts:
        app.push_screen(ConflictScreen(versions), settle)
    else:
        # Meanwhile nothing is left to choose.
        settle({})


def _version(title: str, base: str, text: str, is_chosen: bool) -> Content:
    mark = Content.styled("✓ " if is_chosen else "  ", "$accent")
    head = Content.assemble(mark, Content.styled(title, "bold" if is_chosen else "$text-muted"))
    return Content.assemble(head, "\n\n", changes_content(base, text))
