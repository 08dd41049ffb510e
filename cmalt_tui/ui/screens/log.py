"""The log: what was noted as it happened, the newest first; material for later."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.content import Content

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.dates import long_date
from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.model.log_line import written_as_line
from cmalt_tui.plain_text import amount
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.answers_allowed import READ_ONLY
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.evidence_steps import EvidenceSteps
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.list_beside import ListBesideScreen
from cmalt_tui.workbench.evidence_bank import shortened, with_log_line

ASKED = "What happened? 2026-03-14, 2h, #1a, #P2 and #cpd are read out of the line."


class LogScreen(ListBesideScreen[None]):
    """Lists the log; lines are added, changed and removed, each a step that can be undone."""

    COMMAND_SCOPE = Scope.LOG
    CHOSEN = "edit"
    BINDINGS: ClassVar = [*bindings_of(Scope.LOG), *ListBesideScreen.SCROLLING]
    HELP = "What you noted as it happened. It is private; a line can become evidence."
    DEFAULT_CSS = """
    LogScreen LetterList { width: 60%; }
    LogScreen.-narrow LetterList { max-height: 60%; }
    """

    def __init__(self, steps: EvidenceSteps) -> None:
        """List what is there."""
        super().__init__("Log", "")
        self._steps = steps
        self._entries: tuple[LogEntry, ...] = ()

    def on_mount(self) -> None:
        """Show the newest."""
        super().on_mount()
        self._look(0)

    def lines(self) -> Sequence[Content]:
        """When, and what."""
        return [_row(entry) for entry in self._entries]

    def shown(self, number: int) -> Sequence[Content]:
        """All of it."""
        return [_detail(self._entries[number])]

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action == "back":
            return ""
        if action != "where_else" and self._steps.desk.read_only:
            return READ_ONLY
        if action in ("edit", "remove", "where_else") and self.marked is None:
            return "nothing is in the log"
        return ""

    def action_add(self) -> None:
        """Note what happened."""
        self.app.push_screen(AskLineScreen(ASKED), lambda text: self._keep(text or "", ""))

    def action_edit(self) -> None:
        """Change the marked line."""
        entry = self._entries[self.marked or 0]
        asked = AskLineScreen(ASKED, written_as_line(entry))
        self.app.push_screen(asked, lambda text: self._keep(text or "", entry.id))

    def action_remove(self) -> None:
        """Take the marked line out."""
        at = self.marked or 0
        entry = self._entries[at]
        portfolio = self._steps.desk.portfolio
        kept = {known: one for known, one in portfolio.log.items() if known != entry.id}
        self._steps.take(replace(portfolio, log=kept), f"log “{shortened(entry)}” removed")
        self._look(at)
        self._say("Taken out of the log. u brings it back.")

    def action_where_else(self) -> None:
        """See which sections could use the marked line."""
        from cmalt_tui.ui.screens.choose_evidence import where_it_fits

        at = self.marked or 0
        entry = self._entries[at]
        asked = where_it_fits(self._steps, entry.id, shortened(entry))
        self.app.push_screen(asked, lambda _: self._look(at))

    def action_undo(self) -> None:
        """Take the last step back."""
        self._say(self._steps.undo())
        self._look(self.marked or 0)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _keep(self, text: str, replacing: str) -> None:
        if not text:
            return
        desk = self._steps.desk
        try:
            changed, entry = with_log_line(
                desk.framework, desk.portfolio, text, date.today(), replacing
            )
        except InputProblem as refused:
            self.app.notify(str(refused.problem), severity="warning", markup=False)
            return
        self._steps.take(changed, f"log “{shortened(entry)}”")
        self._look(0)
        ids = [one.id for one in self._entries]
        self.list_again(ids.index(entry.id) if entry.id in ids else 0)

    def _look(self, marked: int) -> None:
        listed = self._steps.desk.portfolio.log.values()
        self._entries = tuple(sorted(listed, key=lambda one: (one.date, one.id), reverse=True))
        self.list_again(marked)
        hours = sum(entry.hours for entry in listed)
        cpd = f" {hours:g} hours of CPD are noted." if hours else ""
        told = f"{amount(len(self._entries), 'line')}, the newest first.{cpd}"
        self.say_above(Content(told if self._entries else "Nothing is noted yet: n notes a line."))

    def _say(self, told: str) -> None:
        self.app.notify(cut_line(told, 300), markup=False)


def _row(entry: LogEntry) -> Content:
    tags = " ".join((*entry.sections, *entry.principles))
    return Content.assemble(
        Content.styled(f"{entry.date.isoformat()}  ", "$text-muted"),
        safe_line(entry.text, 90),
        safe_line(f"  {tags}" if tags else "", 0, "$accent"),
    )


def _detail(entry: LogEntry) -> Content:
    hours = f"{entry.hours:g} hours" if entry.hours else ""
    kind = "CPD" if entry.kind is LogKind.CPD else ""
    head = " · ".join(one for one in (long_date(entry.date), kind, hours) if one)
    lines = [safe_line(head, 0, "$text-muted"), safe_content(entry.text)]
    for told, ids in (
        ("material for", entry.sections),
        ("shows", entry.principles),
        ("evidence that came of it", entry.evidence),
    ):
        if ids:
            lines.append(safe_line(f"{told}: {', '.join(ids)}", 0, "$text-muted"))
    return Content("\n").join(lines)
