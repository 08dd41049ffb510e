"""Who carries out a command: the app, the screen or one of its panes."""

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from cmalt_tui.commands.command import Command, Scope


@runtime_checkable
class CommandHost(Protocol):
    """An app, screen or widget that carries out the commands of one scope.

    It has a method ``action_…`` for each of them.
    """

    COMMAND_SCOPE: Scope

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words; empty if it can."""
        ...


def host_of(command: Command, app: App[Any], screen: Screen[Any]) -> DOMNode | None:
    """Find who carries out a command on a screen, or nobody if it belongs to another screen.

    Args:
        command: The command.
        app: The app, which carries out what works anywhere.
        screen: The screen below any dialog.
    """
    if command.scope is Scope.ANYWHERE:
        return app
    nodes: list[DOMNode] = [screen, *screen.query("*")]
    for node in nodes:
        if getattr(node, "COMMAND_SCOPE", None) is command.scope:
            return node
    return None


def action_of(command: Command, host: object) -> str:
    """The action by which a host carries out a command; its class may name another one."""
    actions: dict[str, str] = getattr(host, "ACTIONS", {})
    return actions.get(command.action, command.action)


def reason_against(command: Command, app: App[Any], screen: Screen[Any]) -> str:
    """Say why a command can't be carried out on a screen now; empty if it can."""
    host: object = host_of(command, app, screen)
    if isinstance(host, CommandHost):
        return host.why_not(action_of(command, host))
    return f"this belongs to another screen: {command.scope.value}"
