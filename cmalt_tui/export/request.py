"""What an export is asked for, and what it hands back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio


class Format(StrEnum):
    """What a portfolio can become, as a person names it.

    The first four are documents. A zip holds documents with the files of their evidence; an
    archive holds the portfolio itself, from which an import makes it again.
    """

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    ZIP = "zip"
    SITE = "site"
    ARCHIVE = "archive"

    @property
    def suffix(self) -> str:
        """The ending of its file; empty for a site, which is a folder."""
        if self is Format.SITE:
            return ""
        return ".zip" if self is Format.ARCHIVE else f".{self.value}"

    @property
    def is_document(self) -> bool:
        """Whether it is one document, which a zip can hold."""
        return self in DOCUMENTS

    @property
    def takes_files(self) -> bool:
        """Whether the files of the evidence go along, so that the text can link to them."""
        return self in (Format.ZIP, Format.SITE)


DOCUMENTS = (Format.DOCX, Format.HTML, Format.PDF, Format.MARKDOWN)


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
        inside: The documents that a zip holds.
    """

    portfolio: Portfolio
    framework: Framework
    folder: Path
    format: Format
    output: Path
    audience: Audience
    date: date
    inside: tuple[Format, ...] = (Format.HTML,)


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
