"""Where a text stands in a portfolio, and which texts a section has."""

from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import (
    DECLARATION,
    DESCRIPTION,
    EVIDENCE,
    REFLECTION,
    STATEMENT,
    Portfolio,
)

NOTE = "note"
FIRST_REFLECTION = "reflection"
_TEXTS = (DESCRIPTION, STATEMENT, REFLECTION, NOTE)


class TextAddress(NamedTuple):
    """A part of a section: a text, the evidence or the fields of a declaration.

    Attributes:
        item: The id of the reflection where the part is a reflection; empty otherwise.
    """

    section: str
    part: str
    item: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it holds running text."""
        return self.part in _TEXTS


def addresses_of(entry: Entry) -> tuple[TextAddress, ...]:
    """List the parts of a section in the order in which a person goes through them.

    A section with no reflection yet has a place for its first one, so that it can be begun by
    typing.
    """
    if entry.is_statement:
        return TextAddress(entry.id, STATEMENT), TextAddress(entry.id, NOTE)
    if entry.is_declaration:
        return TextAddress(entry.id, DECLARATION), TextAddress(entry.id, NOTE)
    parts = entry.asked.parts or (DESCRIPTION, EVIDENCE, REFLECTION)
    pieces = [piece.id for piece in entry.written.reflections] or [FIRST_REFLECTION]
    found = [TextAddress(entry.id, DESCRIPTION)] if DESCRIPTION in parts else []
    if REFLECTION in parts or entry.written.reflections:
        found += [TextAddress(entry.id, REFLECTION, piece) for piece in pieces]
    if EVIDENCE in parts or entry.written.evidence:
        found.append(TextAddress(entry.id, EVIDENCE))
    return (*found, TextAddress(entry.id, NOTE))


def title_of(entry: Entry, address: TextAddress, framework: Framework) -> str:
    """Name a part of a section: ``Description``, ``Reflection 2``, ``Evidence 3``, ``Note``."""
    if address.part == REFLECTION:
        pieces = [piece.id for piece in entry.written.reflections]
        number = pieces.index(address.item) + 1 if address.item in pieces else 1
        return f"Reflection {number}" if len(pieces) > 1 else "Reflection"
    if address.part == EVIDENCE:
        return f"Evidence {len(entry.written.evidence)}"
    if address.part in (NOTE, STATEMENT):
        return "Note" if address.part == NOTE else "Text"
    return "Fields" if address.part == DECLARATION else framework.part(address.part).title


def text_at(portfolio: Portfolio, address: TextAddress) -> str:
    """Read the text at an address; empty where nothing has been written."""
    section = portfolio.section(address.section)
    if address.part == REFLECTION:
        texts = [piece.text for piece in section.reflections if piece.id == address.item]
        return texts[0] if texts else ""
    if address.part == DESCRIPTION:
        return section.description
    if address.part == STATEMENT:
        return section.statement
    return section.note if address.part == NOTE else ""


def find_address(entry: Entry, part: str) -> TextAddress:
    """Find a part of a section by its name, or a reflection by its id; else the first part."""
    listed = addresses_of(entry)
    named = [address for address in listed if part and part in (address.part, address.item)]
    return (named or list(listed))[0]
