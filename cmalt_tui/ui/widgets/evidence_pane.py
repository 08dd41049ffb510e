"""The evidence of a section: what is used and what it shows, and what the bank holds besides."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.ui import marks
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.messages import EvidenceChosen
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.widgets.letter_list import LetterList

LEAVE = "screen.leave"
_CHOOSE = "screen.task('choose_evidence')"
_OPEN = "screen.task('open_evidence')"
_PICTURE = "screen.task('look_at_picture')"
_TAKE_OUT = "screen.task('take_out')"


class EvidencePane(LetterList):
    """Lists the uses; enter lets the person say what an item shows here."""

    COMMAND_SCOPE = Scope.EVIDENCE
    HELP = "The evidence used in this section. Enter changes the line that says what it shows."
    FOOTER = (
        "evidence.say_what_it_shows",
        "evidence.choose_evidence",
        "evidence.open_evidence",
        "write.outline",
    )
    ACTIONS: ClassVar[Mapping[str, str]] = {
        "say_what_it_shows": "select",
        "choose_evidence": _CHOOSE,
        "open_evidence": _OPEN,
        "look_at_picture": _PICTURE,
        "take_out": _TAKE_OUT,
        "leave": LEAVE,
    }
    BINDINGS: ClassVar = bindings_of(Scope.EVIDENCE, ACTIONS)

    def __init__(self, folder: Path) -> None:
        """Begin empty.

        Args:
            folder: The portfolio's folder, in which the files of the evidence lie.
        """
        super().__init__(id="evidence", compact=True, markup=False)
        self._folder = folder
        self._bank: Mapping[str, EvidenceItem] = {}
        self._shown: tuple[object, ...] = ()

    def show(self, section: Section, portfolio: Portfolio) -> None:
        """List the evidence of a section."""
        now = (section.id, section.evidence, portfolio.evidence)
        if now == self._shown:
            return
        place = self.highlighted
        self._shown = now
        self._bank = portfolio.evidence
        self.clear_options()
        used = [use.item for use in section.evidence]
        if not used:
            self.add_option(
                _note("No evidence is used here yet: c chooses some, with the reasons for it.")
            )
        for use in section.evidence:
            self.add_option(
                Option(_use(use, portfolio.evidence.get(use.item)), id=f"use/{use.item}")
            )
        others = [item for item in portfolio.evidence.values() if item.id not in used]
        if others:
            self.add_option(_note("\nAlso in the bank, used elsewhere or nowhere:"))
        for item in others:
            self.add_option(Option(_other(item, portfolio), disabled=True))
        if used:
            self.highlighted = min(place or 0, len(used) - 1)

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now: mostly that there is no item to do it with."""
        if action == LEAVE:
            return ""
        if action in (_CHOOSE, _TAKE_OUT):
            told: str = self.screen.why_not(action.removeprefix("screen."))  # type: ignore[attr-defined]
            if told or action == _CHOOSE:
                return told
        if not self.display or self.marked is None:
            return "no evidence that is used here is marked"
        if action in ("copy_where", _OPEN) and not self._where():
            return "this item has neither a file nor an address"
        if action == _PICTURE:
            from cmalt_tui.ui.picture_allowed import why_no_picture

            return why_no_picture(self._bank.get(self.marked))
        return ""

    def action_copy_where(self) -> None:
        """Copy where the marked item is; over SSH that is where it can be opened from."""
        where = self._where()
        self.app.copy_to_clipboard(where)
        told = f"Sent to the terminal's clipboard: {cut_line(where, 200)}"
        self.notify(told, markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which item was chosen."""
        event.stop()
        if event.option_id and event.option_id.startswith("use/"):
            self.post_message(EvidenceChosen(event.option_id.removeprefix("use/")))

    @property
    def marked(self) -> str | None:
        """The id of the marked item; None where none is."""
        option = self.highlighted_option
        if option is None or not option.id:
            return None
        return option.id.removeprefix("use/")

    def _where(self) -> str:
        item = self._bank.get(self.marked or "")
        if item is None:
            return ""
        return str(self._folder / "evidence" / item.file) if item.file else item.url


def _use(use: EvidenceUse, item: EvidenceItem | None) -> Content:
    if item is None:
        missing = safe_line(f"{marks.BROKEN} {use.item} is not in the evidence bank", 0, "$error")
        return Content("\n").join([missing, _shows(use), Content("")])
    title = Content.assemble(
        Content.styled(f"{marks.EVIDENCE} ", "$accent"), safe_line(item.title, 0, "bold")
    )
    return Content("\n").join([title, _facts(item), _shows(use), Content("")])


def _facts(item: EvidenceItem) -> Content:
    where = item.file or item.url or item.physical
    facts = (
        item.kind,
        str(item.date or ""),
        where,
        item.permission and f"permission: {item.permission}",
    )
    return safe_line(" · ".join(fact for fact in facts if fact), 0, "$text-muted")


def _shows(use: EvidenceUse) -> Content:
    if use.shows.strip():
        return safe_content(use.shows.strip())
    return Content.styled("It is not said yet what this shows here: enter says it.", "$warning")


def _other(item: EvidenceItem, portfolio: Portfolio) -> Content:
    sections = ", ".join(portfolio.uses_of(item.id)) or "nowhere"
    return safe_line(
        f"{marks.EVIDENCE} {item.title} · {item.kind or 'item'} · used: {sections}",
        0,
        "$text-muted",
    )


def _note(text: str) -> Option:
    return Option(Content.styled(text, "$text-muted"), disabled=True)
