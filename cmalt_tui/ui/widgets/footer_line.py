"""The last line: the few keys that matter here and now, and what the marks mean."""

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.widget import Widget
from textual.widgets import Input

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.keymap import is_printable
from cmalt_tui.commands.table import COMMANDS, commands_in
from cmalt_tui.ui.bindings import shown_key
from cmalt_tui.ui.hosts import action_of, host_of, reason_against
from cmalt_tui.ui.keys import keys_of

_MOST_OWN = 4
_GAP = "   "


class FooterLine(Widget):
    """Shows at most six commands; one that can't be carried out now is dim.

    A pane that has the keys may name the commands to show in ``FOOTER``. Where room is short, help
    and palette stay: they lead to everything else.

    Textual's own footer is a widget for each key, which costs the first frame more than it is
    worth for five words.
    """

    def __init__(self, legend: str = "") -> None:
        """Take what stands at the right where there is room."""
        super().__init__()
        self._legend = legend
        self._spans: list[tuple[int, int, Command]] = []

    def on_mount(self) -> None:
        """Draw anew whenever another pane gets the keys."""
        self.watch(self.screen, "focused", self._focus_moved, init=False)

    def render(self) -> RenderResult:
        """Draw keys and words, and note where each stands for the mouse."""
        pieces: list[Content] = []
        self._spans = []
        column = 0
        for command in self._fitting():
            key = self._key(command)
            width = self._width(command)
            self._spans.append((column, column + width, command))
            dim = bool(reason_against(command, self.app, self.screen))
            word = Content.styled(command.title, "$text-muted dim" if dim else "$text-muted")
            pieces.append(
                Content.assemble(Content.styled(key, "dim" if dim else "$accent"), " ", word)
            )
            column += width + len(_GAP)
        line = Content(_GAP).join(pieces)
        room = self.size.width - line.cell_length - cell_len(self._legend)
        if self._legend and room >= len(_GAP):
            line = Content.assemble(line, " " * room, Content.styled(self._legend, "$text-muted"))
        return line

    def _focus_moved(self) -> None:
        self.refresh()

    def _key(self, command: Command) -> str:
        keys = keys_of(self.app, command)
        if isinstance(self.screen.focused, Input):
            # Where a line is typed, a letter would only be written into it.
            keys = tuple(key for key in keys if not is_printable(key)) or keys
        return shown_key(next(iter(keys), ""))

    def _width(self, command: Command) -> int:
        return cell_len(f"{self._key(command)} {command.title}")

    def _fitting(self) -> list[Command]:
        """The commands of this place between those that work anywhere, as many as have room."""
        first, *last = [command for command in commands_in(Scope.ANYWHERE) if command.footer]
        room = self.size.width - sum(self._width(one) + len(_GAP) for one in (first, *last))
        own = []
        for command in self._own()[:_MOST_OWN]:
            room -= self._width(command) + len(_GAP)
            if room + len(_GAP) < 0:
                break
            own.append(command)
        return [first, *own, *last]

    def _own(self) -> list[Command]:
        """What the pane with the keys names, else the screen's own footer commands."""
        named = getattr(self.screen.focused, "FOOTER", ())
        if named:
            by_id = {command.id: command for command in COMMANDS}
            return [by_id[command_id] for command_id in named]
        scope = getattr(self.screen, "COMMAND_SCOPE", Scope.ANYWHERE)
        own = () if scope is Scope.ANYWHERE else commands_in(scope)
        return [command for command in own if command.footer]

    async def on_click(self, event: Click) -> None:
        """Carry out the command under the mouse."""
        for start, end, command in self._spans:
            if start <= event.x - self.styles.padding.left < end:
                host = host_of(command, self.app, self.screen)
                await self.app.run_action(action_of(command, host), host)
