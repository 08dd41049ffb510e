"""The messages that the screens and the app exchange."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

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
