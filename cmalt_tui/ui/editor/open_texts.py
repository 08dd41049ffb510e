"""The texts that were open in this session, each with its own undo, cursor and scroll.

The types are those of what Textual 8.2.8 makes of a text; it names most of them nowhere in public:
https://github.com/Textualize/textual/blob/v8.2.8/src/textual/widgets/_text_area.py
"""

from collections import OrderedDict
from dataclasses import dataclass

from textual.document._document import DocumentBase
from textual.document._document_navigator import DocumentNavigator
from textual.document._history import EditHistory
from textual.document._wrapped_document import WrappedDocument
from textual.widgets.text_area import Selection

from cmalt_tui.model.text_address import TextAddress

MOST_OPEN = 40


@dataclass
class OpenText:
    """A text while it is not on the screen, as its editor left it."""

    document: DocumentBase
    wrapped: WrappedDocument
    navigator: DocumentNavigator
    history: EditHistory
    selection: Selection
    scroll_y: int


class OpenTexts:
    """Keeps the texts that were left last; the one left longest ago goes when there are many."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[TextAddress, OpenText] = OrderedDict()

    def keep(self, address: TextAddress, text: OpenText) -> None:
        """Put a text aside."""
        self._kept[address] = text
        self._kept.move_to_end(address)
        while len(self._kept) > MOST_OPEN:
            self._kept.popitem(last=False)

    def take(self, address: TextAddress) -> OpenText | None:
        """Take a text back, if it was kept."""
        return self._kept.pop(address, None)
