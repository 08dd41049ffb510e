"""The command palette: everything that can be done, and every section, by a few letters."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from cmalt_tui.commands.command import Command
from cmalt_tui.commands.table import COMMANDS
from cmalt_tui.model.outline import entries
from cmalt_tui.model.text_address import addresses_of
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.bindings import shown_key
from cmalt_tui.ui.hosts import action_of, host_of, reason_against
from cmalt_tui.ui.keys import keys_of
from cmalt_tui.ui.safe import cut_line
from cmalt_tui.workbench.desk import Desk

_TITLE_WIDTH = 60
# A screen may lie over another one, and may first close something of its own.
_MOST_ABOVE = 6


class CommandProvider(Provider):
    """Offers the commands of the table; one that can't be carried out now says why."""

    async def discover(self) -> Hits:
        """What is offered before anything is typed: the commands of this screen."""
        for command in _offered():
            if host_of(command, self.app, self.screen) is not None:
                reason = reason_against(command, self.app, self.screen)
                yield DiscoveryHit(
                    _display(self.app, command, Content(command.title.capitalize()), reason),
                    self._runner(command),
                    text=command.title,
                    help=reason or command.help,
                )

    async def search(self, query: str) -> Hits:
        """All commands whose words fit, those of other screens dimmed."""
        matcher = self.matcher(query)
        for command in _offered():
            title = command.title.capitalize()
            score = max(matcher.match(title), matcher.match(command.help) * 0.6)
            if score > 0:
                reason = reason_against(command, self.app, self.screen)
                yield Hit(
                    score * (0.5 if reason else 1),
                    _display(self.app, command, matcher.highlight(title), reason),
                    self._runner(command),
                    text=command.title,
                    help=reason or command.help,
                )

    def _runner(self, command: Command) -> Callable[[], Any]:
        return partial(run_command, self.app, command)


class SectionProvider(Provider):
    """Offers the sections of the open portfolio."""

    async def search(self, query: str) -> Hits:
        """The sections and reflections whose code or title fits."""
        matcher = self.matcher(query)
        for title, at in _places(self.app):
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(go_to, self.app, at), text=title)


class GoToProvider(SectionProvider):
    """The sections alone, listed before anything is typed."""

    async def discover(self) -> Hits:
        """All sections in the framework's order."""
        for title, at in _places(self.app):
            if "/" not in at:
                yield DiscoveryHit(Content(title), partial(go_to, self.app, at), text=title)


class CalmPalette(CommandPalette):
    """A palette whose cursor stands still unless the settings say otherwise."""

    def on_mount(self) -> None:
        """Let the cursor blink only if that is wanted: it is sent twice a second."""
        settings = getattr(self.app, "settings", None)
        wanted = isinstance(settings, Settings) and settings.cursor_blink
        self.query_one(Input).cursor_blink = wanted


def open_palette(app: App[Any]) -> None:
    """Open the palette over commands and sections, unless it is open."""
    if not CommandPalette.is_open(app):
        app.push_screen(
            CalmPalette(
                providers=[CommandProvider, SectionProvider],
                placeholder="A command or a section …",
            )
        )


def open_go_to(app: App[Any]) -> None:
    """Open the palette over the sections alone."""
    if not CommandPalette.is_open(app):
        app.push_screen(
            CalmPalette(
                providers=[GoToProvider], placeholder="Go to a section: 1a, captions, future …"
            )
        )


async def run_command(app: App[Any], command: Command) -> None:
    """Carry out a command as its key would, or say why not."""
    host = host_of(command, app, app.screen)
    if host is None:
        app.notify(reason_against(command, app, app.screen), severity="warning", markup=False)
    else:
        await app.run_action(action_of(command, host), host)


def go_to(app: App[Any], at: str) -> None:
    """Open a place of the portfolio on the writing screen, and leave what lies over it."""
    for screen in reversed(app.screen_stack):
        opener = getattr(screen, "open_at", None)
        if callable(opener):
            opener(at)
            app.call_later(_come_back, app, screen)
            return


async def _come_back(app: App[Any], screen: Screen[Any]) -> None:
    """Leave the screens above one by their own key for it, so that what was done there counts."""
    for _ in range(_MOST_ABOVE):
        if app.screen is screen:
            return
        await app.run_action("back", app.screen)


def _offered() -> list[Command]:
    return [command for command in COMMANDS if command.palette]


def _display(app: App[Any], command: Command, title: Content, reason: str) -> Content:
    key = shown_key(next(iter(keys_of(app, command)), ""))
    shown = Content.assemble(title, "  ", Content.styled(key, "$text-muted"))
    return shown.stylize("dim") if reason else shown


def _places(app: App[Any]) -> list[tuple[str, str]]:
    desk = getattr(app, "desk", None)
    if not isinstance(desk, Desk):
        return []
    found = []
    for entry in entries(desk.framework, desk.portfolio):
        code = f"{entry.code}  " if entry.code else ""
        found.append((cut_line(f"{code}{entry.title}", _TITLE_WIDTH), entry.id))
        for address in addresses_of(entry):
            pieces = [piece for piece in entry.written.reflections if piece.id == address.item]
            if pieces and pieces[0].title:
                title = cut_line(f"{code}✎ {pieces[0].title}", _TITLE_WIDTH)
                found.append((title, f"{entry.id}/{address.item}"))
    return found
