"""What a writer hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from cmalt_tui.export.request import ExportNote


@dataclass(frozen=True)
class Written:
    """A document: its content, or the files of the folder that it is.

    Attributes:
        content: Bytes, or an open file where it may be large; empty for a folder.
        beside: Files that belong to it: path relative to the document's folder, to content.
        folder: For a document that is a folder, its files: path in it, to the content or to the
            file that has it.
    """

    content: bytes | BinaryIO
    notes: tuple[ExportNote, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
    folder: Mapping[str, bytes | Path] = field(default_factory=dict)
