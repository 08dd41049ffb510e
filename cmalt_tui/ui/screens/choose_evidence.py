"""Chooses evidence: what fits a section, or which sections something fits, with the reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, NamedTuple

from textual import work
from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.outline import Entry, find_entry
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.answers_allowed import READ_ONLY
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.evidence_steps import EvidenceSteps
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import cut_line, safe_line
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.ui.suggestion_content import suggestion_detail, suggestion_row
from cmalt_tui.ui.work import Failed
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.evidence_bank import shortened
from cmalt_tui.workbench.evidence_choosing import (
    Suggested,
    Suggestion,
    evidence_for,
    sections_for,
    with_suggestion,
)
from cmalt_tui.workbench.opening_artefacts import open_artefact

_MOST = 200
_NOTE, _ITEM = "note", "item"
_NOTHING_FITS = (
    "Nothing in the bank and the log shares words, tags or kinds with it so far. In evidence mode "
    "n takes in a file or a link; a note in the log is soon made."
)
_BEST_FIRST = "Best first; enter uses it, and more can follow."
_NO_SECTION = "No other section asks for evidence that this is near to."


class _Asked(NamedTuple):
    """What the list is about: a section, or else an item or a line of the log."""

    section: str = ""
    thing: str = ""


class ChooseEvidenceScreen(ListBesideScreen[None]):
    """Lists what fits, best first; what is taken is taken at once, and the list goes on."""

    COMMAND_SCOPE = Scope.CHOOSER
    CHOSEN = "take"
    BINDINGS: ClassVar = [*bindings_of(Scope.CHOOSER), *ListBesideScreen.SCROLLING]
    HELP = "What could serve, with the reasons. They are hints: you know what it shows."
    DEFAULT_CSS = """
    ChooseEvidenceScreen LetterList { width: 60%; }
    ChooseEvidenceScreen.-narrow LetterList { max-height: 9; }
    """

    def __init__(self, steps: EvidenceSteps, asked: _Asked, title: str) -> None:
        """Begin with nothing found; see `what_fits` and `where_it_fits`."""
        super().__init__(title, "Looking …")
        self._steps = steps
        self._asked = asked
        self._found: tuple[Suggestion, ...] = ()
        self._looking: Latest[Portfolio, tuple[Suggestion, ...]] = Latest(
            self, self._look, self._show_found
        )

    def on_mount(self) -> None:
        """Look what fits, in a thread."""
        super().on_mount()
        self._looking.want(self._steps.desk.portfolio)

    def lines(self) -> Sequence[Content]:
        """What it is, what it is called, and the strongest reason."""
        return [suggestion_row(one) for one in self._found]

    def shown(self, number: int) -> Sequence[Content]:
        """Why it may fit, and what is known of it."""
        return [suggestion_detail(self._found[number], self._steps.desk.portfolio)]

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action == "back":
            return ""
        if action in ("take", "undo") and self._steps.desk.read_only:
            return READ_ONLY
        if action == "undo":
            return ""
        if self._marked is None:
            return "nothing is marked"
        if action in ("view", "picture") and self._item is None:
            return "this is no item of the evidence bank"
        if action == "picture":
            from cmalt_tui.ui.picture_allowed import why_no_picture

            return why_no_picture(self._item)
        return ""

    def action_take(self) -> None:
        """Use what is marked; a line of the log may become an item, or go into the note."""
        one = self._marked
        if one is None:
            return
        if one.what is Suggested.ITEM:
            self._use(one, self._asked.section)
        elif one.what is Suggested.LOG:
            self._ask_how(one, self._asked.section)
        elif self._asked.thing in self._steps.desk.portfolio.evidence:
            self._use(one, self._asked.thing)
        else:
            self._ask_how(_as_log(self._steps.desk.portfolio, self._asked.thing), one.id)

    @work(thread=True, exclusive=True, exit_on_error=False, group="open")
    def action_view(self) -> None:
        """Open the item's file or link."""
        item = self._item
        if item is None:
            return
        try:
            told = f"Opening {open_artefact(self._steps.desk.folder, item)} …"
        except InputProblem as refused:
            told = str(refused.problem)
        self.app.notify(cut_line(told, 300), markup=False)

    def action_picture(self) -> None:
        """Look at the item's picture."""
        from cmalt_tui.ui.screens.picture import PictureScreen

        if self._item is not None:
            self.app.push_screen(PictureScreen(self._steps.desk.folder, self._item))

    def action_undo(self) -> None:
        """Take the last step back."""
        self._say_and_look(self._steps.undo())

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def on_failed(self, message: Failed) -> None:
        """Say why nothing could be found."""
        message.stop()
        self.say_above(safe_line(str(message.problem), 200))

    def _use(self, one: Suggestion, other: str) -> None:
        desk = self._steps.desk
        changed, _ = with_suggestion(desk.portfolio, other, one)
        is_section = one.what is Suggested.SECTION
        section = one.id if is_section else other
        title = (
            getattr(desk.portfolio.evidence.get(other), "title", "") if is_section else one.title
        )
        self._take(changed, f"“{title}” used in {_name_of(desk, section)}")

    def _ask_how(self, one: Suggestion, section: str) -> None:
        """A line of the log is no text: it goes into the private note, or becomes an item."""
        entry = find_entry(self._steps.desk.framework, self._steps.desk.portfolio, section)
        choices = [Choice(_NOTE, "into the note of the section", "private, never exported")]
        if EVIDENCE in entry.asked.parts:
            choices.append(Choice(_ITEM, "make evidence of it", "an item of the bank, used here"))

        def take(how: str | None) -> None:
            portfolio = self._steps.desk.portfolio
            if how == _ITEM:
                changed, _ = with_suggestion(portfolio, section, one)
                self._take(changed, f"“{one.title}” made evidence of {entry.name}")
            elif how == _NOTE:
                changed = _noted(portfolio, section, one.id)
                self._take(changed, f"“{one.title}” put into the note of {entry.name}")

        self.app.push_screen(ChooseScreen(f"How shall it stand in {entry.name}?", choices), take)

    def _take(self, changed: Portfolio, what: str) -> None:
        if self._steps.take(changed, what):
            self._say_and_look(f"{what[:1].upper()}{what[1:]}. u takes that back.")

    def _say_and_look(self, told: str) -> None:
        self.app.notify(cut_line(told, 300), markup=False)
        portfolio, thing = self._steps.desk.portfolio, self._asked.thing
        if thing and thing not in portfolio.evidence and thing not in portfolio.log:
            self.dismiss(None)
        else:
            self._looking.want(portfolio)

    def _look(self, portfolio: Portfolio) -> tuple[Suggestion, ...]:
        framework, today = self._steps.desk.framework, date.today()
        if self._asked.section:
            return evidence_for(framework, portfolio, self._asked.section, today)[:_MOST]
        return sections_for(framework, portfolio, self._asked.thing, today)[:_MOST]

    def _show_found(self, portfolio: Portfolio, found: tuple[Suggestion, ...]) -> None:
        del portfolio
        self._found = found
        self.list_again(self.marked or 0)
        nothing = _NOTHING_FITS if self._asked.section else _NO_SECTION
        self.say_above(
            Content("Best first; enter uses it, and more can follow." if found else nothing)
        )

    @property
    def _marked(self) -> Suggestion | None:
        number = self.marked
        return self._found[number] if number is not None and number < len(self._found) else None

    @property
    def _item(self) -> EvidenceItem | None:
        one = self._marked
        if one is None or one.what is not Suggested.ITEM:
            return None
        return self._steps.desk.portfolio.evidence.get(one.id)


def what_fits(steps: EvidenceSteps, entry: Entry) -> ChooseEvidenceScreen:
    """The screen that lists what fits a section."""
    title = cut_line(f"Evidence for {entry.name}", 70)
    return ChooseEvidenceScreen(steps, _Asked(section=entry.id), title)


def where_it_fits(steps: EvidenceSteps, thing: str, title: str) -> ChooseEvidenceScreen:
    """The screen that lists the sections that could use an item, or a line of the log."""
    title = cut_line(f"Sections that could use “{title}”", 140)
    return ChooseEvidenceScreen(steps, _Asked(thing=thing), title)


def _name_of(desk: Desk, section: str) -> str:
    return find_entry(desk.framework, desk.portfolio, section).name


def _as_log(portfolio: Portfolio, entry_id: str) -> Suggestion:
    entry = portfolio.log[entry_id]
    return Suggestion(Suggested.LOG, entry.id, shortened(entry), (), 0)


def _noted(portfolio: Portfolio, section_id: str, entry_id: str) -> Portfolio:
    """Put a line of the log at the end of a section's private note."""
    section, entry = portfolio.section(section_id), portfolio.log[entry_id]
    said = f"{entry.date.isoformat()} {entry.text}"
    note = f"{section.note.rstrip()}\n\n{said}" if section.note.strip() else said
    return portfolio.with_section(replace(section, note=note))
