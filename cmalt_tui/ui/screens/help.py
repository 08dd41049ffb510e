"""The help: every key of the screen, made from the command table, and what the pane is for."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.table import COMMANDS
from cmalt_tui.ui.bindings import shown_key
from cmalt_tui.ui.hosts import CommandHost, host_of, reason_against
from cmalt_tui.ui.keys import keys_of
from cmalt_tui.ui.widgets.key_lines import KeyLine, KeyLines


class HelpScreen(ModalScreen[None]):
    """Lists the commands of the screen below and of its panes."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,f1,alt+h", "dismiss", "back", show=False),
        Binding("j", "scroll_list(1)", show=False),
        Binding("k", "scroll_list(-1)", show=False),
    ]

    def __init__(self, below: Screen[object]) -> None:
        """Remember the screen that the help is about."""
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog", id="help-frame"):
            with VerticalScroll(id="help"):
                yield Static(self._about(), classes="dialog-text", id="about")
                rows = getattr(self._below.focused, "help_rows", ())
                if rows := rows or getattr(self._below, "HELP_ROWS", ()):
                    yield Static(Content("What can be typed"), classes="help-heading")
                    yield Static(_examples(rows))
                for scope in self._scopes():
                    yield Static(Content(_heading(scope)), classes="help-heading")
                    yield KeyLines([self._line(command) for command in _in(scope)])
            yield Static("esc back   ↑↓ scroll", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Give the list the keys, so that the arrows scroll it."""
        self.query_one("#help").focus()

    def action_scroll_list(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _about(self) -> Content:
        for node in (self._below.focused, self._below):
            told = getattr(node, "HELP", None)
            if isinstance(told, str) and told:
                return Content(" ".join(told.split()))
        return Content("Every command is also in the palette.")

    def _scopes(self) -> list[Scope]:
        """The scopes of the screen below: its own, the pane with the keys, then the rest."""
        present = [
            scope
            for scope in Scope
            if any(host_of(command, self.app, self._below) for command in _in(scope)[:1])
        ]
        focused = self._below.focused
        first = focused.COMMAND_SCOPE if isinstance(focused, CommandHost) else None
        own = getattr(self._below, "COMMAND_SCOPE", None)
        order = (own, first)
        return sorted(
            present,
            key=lambda scope: (
                order.index(scope) if scope in order else len(order),
                scope is Scope.ANYWHERE,
            ),
        )

    def _line(self, command: Command) -> KeyLine:
        keys = "  ".join(shown_key(key) for key in keys_of(self.app, command))
        reason = reason_against(command, self.app, self._below)
        told = f"{command.help} Not now: {reason}." if reason else command.help
        return KeyLine(keys, told, dim=bool(reason))


def _in(scope: Scope) -> list[Command]:
    """The commands of a scope, those that do something before those that only move."""
    listed = [command for command in COMMANDS if command.scope is scope]
    return sorted(listed, key=lambda command: not command.palette)


def _examples(rows: Sequence[tuple[str, str]]) -> Content:
    """What can be typed, by example, and what it means."""
    lines = (Content.assemble((typed, "$accent"), f"\n  {told}") for typed, told in rows)
    return Content("\n").join(lines)


def _heading(scope: Scope) -> str:
    return scope.value[:1].upper() + scope.value[1:]
