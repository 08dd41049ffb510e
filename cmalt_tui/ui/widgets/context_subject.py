"""What the context pane speaks about, and in which tabs."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.workbench.examples import Examples

# Short, so that all have room on one line at 120 columns.
GUIDE, QUESTIONS, REVIEW, EXAMPLES, PREVIEW = "guide", "ask", "review", "examples", "preview"
TABS = (GUIDE, QUESTIONS, REVIEW, EXAMPLES, PREVIEW)
# These follow the text and the cursor in it, and are made of cards.
FOLLOWING = (REVIEW, EXAMPLES, PREVIEW)


class Subject(NamedTuple):
    """The section and the text at hand, and all that can be said about them is made of.

    Attributes:
        near: Reads the text that examples shall be near to; called only where they are shown.
        folder: The portfolio's folder.
        read_only: Whether the portfolio can't be changed.
    """

    entry: Entry
    address: TextAddress
    framework: Framework
    portfolio: Portfolio
    examples: Examples
    near: Callable[[], str]
    folder: Path
    read_only: bool = False
