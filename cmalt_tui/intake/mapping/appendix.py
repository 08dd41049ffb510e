"""Evidence cited by a bare code, ``Appendix C`` or ``(E4)``, that an appendix elsewhere defines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cmalt_tui.intake.mapping.part_names import part_of
from cmalt_tui.intake.mapping.piece import Piece
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import clean_line

_NAMED = r"(?:appendix|appendices|evidence|exhibit|item|artefact|artifact)"
_CODE = r"(?P<code>[A-Z]{1,2}\d{1,2}|[A-Z]|\d{1,2})"
_DEFINED = re.compile(rf"^\W*(?:(?i:{_NAMED})\s+)?{_CODE}\s*[.):–-]+\s*(?P<rest>\S.*)$", re.S)
_CITED = re.compile(rf"^\W*(?:(?i:{_NAMED})\s+)?{_CODE}(?![\w'’])\W*(?P<rest>.*)$", re.S)
_LEAST_ENTRIES = 2


@dataclass(frozen=True)
class Definition:
    """An entry of an appendix.

    Attributes:
        code: Its code as it stands: ``C``, ``E4``.
        text: What stands after the code.
        blocks: The entry itself.
    """

    code: str
    text: str
    blocks: tuple[Node, ...]
    file: str


def definitions(pieces: Sequence[Piece]) -> list[Definition]:
    """Find the entries of all appendices that belong to no section.

    A single entry is none: a heading such as "A. Author" looks the same.
    """
    found: list[Definition] = []
    for piece in pieces:
        if piece.section or part_of(piece.heading) != EVIDENCE:
            continue
        own = [definition for block in piece.blocks for definition in _defined(block, piece.file)]
        if len(own) >= _LEAST_ENTRIES:
            found += own
    return found


def cited_in_entry(text: str) -> tuple[str, str]:
    """The code at the start of an entry of an evidence list and what stands after it."""
    found = _CITED.match(text)
    return (found["code"], found["rest"].strip()) if found else ("", text)


def cites(text: str, code: str) -> bool:
    """Whether a text cites a code: ``Appendix C``, ``evidence 4``, ``(E4)``, ``[C]``."""
    bare = re.escape(code)
    return bool(
        re.search(rf"(?i:{_NAMED})\s+{bare}(?!\w)|[(\[]\s*{bare}\s*[)\]]", text)
        or (len(code) > 1 and not code.isdigit() and re.search(rf"(?<!\w){bare}(?!\w)", text))
    )


def _defined(block: Node, file: str) -> Iterator[Definition]:
    if block["t"] in ("BulletList", "OrderedList"):
        for item in block["c"][1] if block["t"] == "OrderedList" else block["c"]:
            yield from _entry(item, file)
    elif block["t"] in ("Header", "Para", "Plain"):
        yield from _entry([block], file)


def _entry(blocks: Sequence[Node], file: str) -> Iterator[Definition]:
    found = _DEFINED.match(clean_line(plain_text(list(blocks))))
    if found:
        yield Definition(found["code"], found["rest"], tuple(blocks), file)
