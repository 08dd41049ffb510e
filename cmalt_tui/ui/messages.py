"""The messages that the screens and the app exchange."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.model.passage import Passage
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.problems import Problem
from cmalt_tui.workbench.examples import Examples


@dataclass
class Told(Message):
    """Something could not be done; the app shows it as one note."""

    problem: Problem


@dataclass
class OpenPortfolio(Message):
    """A person chose a portfolio; the app opens it, with its own examples if it brings some."""

    folder: Path
    examples: Examples | None = None


@dataclass
class EvidenceChosen(Message):
    """A person wants to say what an item of evidence shows."""

    item: str


@dataclass
class FieldTyped(Message):
    """A field of a declaration has another value."""

    section: str
    name: str
    value: str


# No dataclasses: making one takes longer, and these are made before the first frame.
class ShowTab(Message):
    """A tab of the pane beside the text was clicked."""

    def __init__(self, tab: str) -> None:
        """Name the tab."""
        super().__init__()
        self.tab = tab


class KeepExample(Message):
    """A person wants to keep a passage for the section at hand, or to change the note on it."""

    def __init__(self, passage: Passage) -> None:
        """Take the passage, with what works in it as it was noted before."""
        super().__init__()
        self.passage = passage


class DropExample(Message):
    """A person wants to keep an example no longer."""

    def __init__(self, example_id: str) -> None:
        """Name the example."""
        super().__init__()
        self.example_id = example_id


class GoToWords(Message):
    """A person wants to see words that something was said about."""

    def __init__(self, address: TextAddress, start: int, quote: str = "") -> None:
        """Say in which text they are.

        Args:
            address: The text.
            start: After how many characters they begin; less than 0 for anywhere.
            quote: The words, to be marked.
        """
        super().__init__()
        self.address = address
        self.start = start
        self.quote = quote


class AnswerFinding(Message):
    """A person answers a finding of the review: one of `ACTIONS`."""

    DISMISS, MEND, RAISE_AGAIN = ACTIONS = ("dismiss", "mend", "raise_again")

    def __init__(self, action: str, finding: Finding, answer: Dismissal | None = None) -> None:
        """Say what shall be done with which finding, and name the answer it had so far."""
        super().__init__()
        self.action = action
        self.finding = finding
        self.answer = answer
