"""Keys and what they do, in two columns that keep apart when a line has to be broken."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_KEYS_WIDTH = 23
_LEAST_WIDTH = 20


@dataclass(frozen=True)
class KeyLine:
    """The keys of a command and the sentence on it; dim where it can't be carried out now."""

    keys: str
    told: str
    dim: bool = False


class KeyLines(Widget):
    """Draws lines of keys; a long sentence goes on below its own beginning."""

    DEFAULT_CSS = "KeyLines { height: auto; }"

    def __init__(self, lines: Sequence[KeyLine]) -> None:
        """Take the lines."""
        super().__init__()
        self._lines = tuple(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the sentences need at this width."""
        return len(self._drawn(width))

    def render(self) -> RenderResult:
        """Draw the two columns."""
        return Content("\n").join(self._drawn(self.size.width))

    def _drawn(self, width: int) -> list[Content]:
        room = max(width - _KEYS_WIDTH, _LEAST_WIDTH)
        drawn: list[Content] = []
        for line in self._lines:
            keys = line.keys.ljust(_KEYS_WIDTH - 1) + " "
            for told in Content.styled(line.told, "dim" if line.dim else "").wrap(room):
                drawn.append(
                    Content.assemble(Content.styled(keys, "dim" if line.dim else "$accent"), told)
                )
                keys = " " * _KEYS_WIDTH
        return drawn
