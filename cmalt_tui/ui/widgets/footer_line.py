"""The last line: the few keys that matter on this screen, and what the marks mean."""

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from cmalt_tui.commands.command import Command, Scope
from cmalt_tui.commands.table import commands_in
from cmalt_tui.ui.bindings import shown_key
from cmalt_tui.ui.hosts import action_of, host_of, reason_against
from cmalt_tui.ui.keys import keys_of

_MOST = 5
_GAP = "   "


class FooterLine(Widget):
    """Shows at most five commands; one that can't be carried out now is dim.

    Textual's own footer is a widget for each key, which costs the first frame more than it is
    worth for five words.
    """

    def __init__(self, legend: str = "") -> None:
        """Take what stands at the right where there is room."""
        super().__init__()
        self._legend = legend
        self._spans: list[tuple[int, int, Command]] = []

    def render(self) -> RenderResult:
        """Draw keys and words, and note where each stands for the mouse."""
        pieces: list[Content] = []
        self._spans = []
        column = 0
        for command in self._offered():
            key = shown_key(next(iter(keys_of(self.app, command)), ""))
            width = cell_len(f"{key} {command.title}")
            if column + width > self.size.width:
                break
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

    def _offered(self) -> list[Command]:
        """The screen's own footer commands, and around them those that work anywhere."""
        scope = getattr(self.screen, "COMMAND_SCOPE", Scope.ANYWHERE)
        own = [] if scope is Scope.ANYWHERE else commands_in(scope)
        offered = [command for command in own if command.footer]
        everywhere = [command for command in commands_in(Scope.ANYWHERE) if command.footer]
        return (everywhere[:1] + offered[: _MOST - 2] + everywhere[1:])[:_MOST]

    async def on_click(self, event: Click) -> None:
        """Carry out the command under the mouse."""
        for start, end, command in self._spans:
            if start <= event.x - self.styles.padding.left < end:
                host = host_of(command, self.app, self.screen)
                await self.app.run_action(action_of(command, host), host)
