"""What an export is asked for, and what it hands back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio


class Format(StrEnum):
    """The kinds of document that a portfolio can become; the value is the file's extension."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"


class Audience(StrEnum):
    """Who will read the document, which decides what is left out of it."""

    ASSESSOR = "assessor"
    PEER = "peer"
    PUBLIC = "public"


@dataclass(frozen=True)
class ExportRequest:
    """One document that a person wants.

    Attributes:
        folder: The portfolio's folder; nothing outside it is read.
        output: The file to write; one that is there is replaced.
        date: The date that the document bears.
    """

    portfolio: Portfolio
    framework: Framework
    folder: Path
    format: Format
    output: Path
    audience: Audience
    date: date


@dataclass(frozen=True)
class ExportNote:
    """Something that the person should know about the document: what is missing or was changed.

    Attributes:
        section: The id of the section that it happened in; empty for the whole document.
        item: The id of the evidence item that it is about, if it is about one.
    """

    message: str
    section: str = ""
    item: str = ""


@dataclass(frozen=True)
class Exported:
    """A document that was written.

    Attributes:
        words: Words of the document's text, without link targets.
    """

    file: Path
    format: Format
    notes: tuple[ExportNote, ...]
    words: int
