"""What a command of the screen is: an id, its keys, and the words that explain it."""

from enum import StrEnum
from typing import NamedTuple


class Scope(StrEnum):
    """Where a command works; the value is what a person reads."""

    ANYWHERE = "anywhere"
    WELCOME = "welcome screen"
    WRITE = "writing screen"
    OUTLINE = "outline"
    EDITOR = "text"
    EVIDENCE = "evidence"
    MATRIX = "evidence mode"
    ITEM = "item of evidence"
    CHOOSER = "choose evidence"
    LOG = "log"
    PICTURE = "picture"
    CONTEXT = "guidance pane"
    EXAMPLES = "examples"
    READING = "reading an example"
    SOURCES = "sources of examples"
    WHOLE = "reading the whole"
    SUBMIT = "submit"
    REVIEW = "review of a section"
    FINDINGS = "all findings"
    FRESHNESS = "freshness"
    STANDING = "where I am"
    INTERVIEW = "interview"
    INBOX = "inbox"
    SETTINGS = "settings"
    FINDING = "find"
    FINDING_EVERYWHERE = "find everywhere"
    FORM = "form"
    FOLDERS = "folder list"
    COLOURS = "colour list"
    SPELLING = "doubtful word"
    DRAFTS = "drafts"
    CONFLICT = "two versions"
    BIN = "bin"


class Command(NamedTuple):
    """One command, from which its binding, footer, palette entry, help and documents are made.

    Attributes:
        id: ``scope.name``; the screen finds its method ``action_name`` by it, settings remap it.
        keys: Keys as Textual names them, the first is the one that is shown: ``("ctrl+e",)``.
        title: What it does, in two or three words, for footer and palette.
        help: What it does, in a sentence.
        footer: Whether the footer shows it; at most five a scope.
        palette: Whether the palette offers it; moving the cursor is not offered.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    scope: Scope
    footer: bool = False
    palette: bool = True

    @property
    def action(self) -> str:
        """The name of the action that carries it out: ``open_examples``."""
        return self.id.split(".", 1)[1]
