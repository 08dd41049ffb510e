"""What a writer hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cmalt_tui.export.request import ExportNote


@dataclass(frozen=True)
class Written:
    """A document as bytes.

    Attributes:
        beside: Files that belong to it: path relative to the document's folder, to content.
    """

    content: bytes
    notes: tuple[ExportNote, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
