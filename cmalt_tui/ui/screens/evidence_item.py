"""The form for an item of evidence: everything that is said of it, a line a field."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.evidence_kinds import KINDS, PERMISSIONS
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.form_row import FormRow
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.workbench.item_form import FIELDS, filled_in, read_form

_KEEP, _LEAVE = "keep", "leave"
_SUGGESTED: Mapping[str, tuple[str, ...]] = {"kind": KINDS, "permission": PERMISSIONS}


class EvidenceItemScreen(Screen[EvidenceItem | None]):
    """Answers with the changed item, or None to leave it as it was."""

    COMMAND_SCOPE = Scope.ITEM
    BINDINGS: ClassVar = [
        *bindings_of(Scope.ITEM),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    HELP = "What is said of an item of evidence. Kind and permission are completed with →."
    DEFAULT_CSS = """
    EvidenceItemScreen #item-title { height: 1; padding: 0 1; color: $primary; text-style: bold; }
    EvidenceItemScreen #item-told { height: 2; padding: 0 1; color: $text-muted; }
    EvidenceItemScreen VerticalScroll { height: 1fr; padding: 0 1; max-width: 120; }
    EvidenceItemScreen FormRow { margin-bottom: 0; }
    EvidenceItemScreen .form-fault {
        width: auto; max-width: 34; padding: 0 0 0 1; color: $warning;
    }
    """

    def __init__(self, folder: Path, item: EvidenceItem) -> None:
        """Begin with what is said so far.

        Args:
            folder: The portfolio's folder.
            item: The item.
        """
        super().__init__()
        self._folder = folder
        self._item = item
        self._before = filled_in(item)

    def compose(self) -> ComposeResult:
        """The title, and a line a field with what is wrong with it behind."""
        yield Static(safe_line(self._item.title or self._item.id), id="item-title")
        told = f"[[ev:{self._item.id}]] · ↑↓ move   → complete"
        yield Static(safe_line(told), id="item-told")
        with VerticalScroll(can_focus=False):
            for field in FIELDS:
                known = _SUGGESTED.get(field.name)
                line = LineInput(
                    self._before[field.name],
                    placeholder=field.hint,
                    id=f"field-{field.name}",
                    suggester=SuggestFromList(known, case_sensitive=False) if known else None,
                    select_on_focus=False,
                )
                fault = Static(id=f"fault-{field.name}", classes="form-fault", markup=False)
                yield FormRow(field.label, line, fault)
        yield FooterLine()

    def on_mount(self) -> None:
        """Begin with the first field that says nothing."""
        empty = next((one.name for one in FIELDS if not self._before[one.name]), FIELDS[0].name)
        first = "title" if self._before["kind"] else empty
        self.query_one(f"#field-{first}").focus()

    def why_not(self, action: str) -> str:
        """Nothing stands against any of it; faults are said beside the fields."""
        del action
        return ""

    @on(Input.Changed)
    def _judge(self, event: Input.Changed) -> None:
        event.stop()
        self._show_faults(read_form(self._folder, self._item, self._typed())[1])

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep all of it, or say which field can't be kept."""
        item, faults = read_form(self._folder, self._item, self._typed())
        self._show_faults(faults)
        if faults:
            self.query_one(f"#field-{next(iter(faults))}").focus()
        else:
            self.dismiss(item)

    def action_back(self) -> None:
        """Leave it as it was; asks where something was changed."""
        if self._typed() == self._before:
            self.dismiss(None)
            return
        choices = (Choice(_KEEP, "keep what was changed"), Choice(_LEAVE, "leave it as it was"))

        def answered(answer: str | None) -> None:
            if answer == _KEEP:
                self.action_keep()
            elif answer == _LEAVE:
                self.dismiss(None)

        self.app.push_screen(ChooseScreen("Something was changed.", choices), answered)

    def _typed(self) -> dict[str, str]:
        return {one.name: self.query_one(f"#field-{one.name}", Input).value for one in FIELDS}

    def _show_faults(self, faults: Mapping[str, str]) -> None:
        for field in FIELDS:
            told = safe_line(f"! {faults[field.name]}") if field.name in faults else ""
            self.query_one(f"#fault-{field.name}", Static).update(told)
