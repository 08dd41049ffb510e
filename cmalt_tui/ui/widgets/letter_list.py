"""A list in which the letters of vi move as well: j, k, g and G."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class LetterList(OptionList):
    """A list to choose from; nothing is typed in it, so letters are free to move."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]
