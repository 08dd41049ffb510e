"""Evidence inside a text: references, ``[[ev:bench-video]]``, and pictures."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from cmalt_tui.export.evidence_text import EVIDENCE_FOLDER, evidence_identifier
from cmalt_tui.export.numbering import Numbering
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio
from cmalt_tui.pandoc.tree import Node
from cmalt_tui.plain_text import clean_line

_REFERENCE = re.compile(r"\[\[ev:([^\[\]\s]+)\]\]")
# Pandoc's reader makes these of hyphens and dots, which an id may have in a row.
_SMART = (("…", "..."), ("—", "---"), ("–", "--"))


class Referred(NamedTuple):
    """What a reference says, and where it leads.

    Attributes:
        words: ``Evidence 3: A film of the bench``.
        identifier: The place that tells about the item; empty where the document has none.
        fault: Why the document has none.
    """

    words: str
    identifier: str = ""
    fault: str = ""


def reference_to(item_id: str) -> str:
    """Write a reference to an item of evidence."""
    return f"[[ev:{item_id}]]"


def picture_of(item: EvidenceItem) -> str:
    """Write the picture of an item of evidence, with its caption and what it shows."""
    caption = re.sub(
        r"([\\\[\]*_`<$^~])", r"\\\1", clean_line(item.caption or item.title or item.id)
    )
    alt = re.sub(r'([\\"])', r"\\\1", clean_line(item.alt))
    shown = f"![{caption}]({quote(f'{EVIDENCE_FOLDER}/{item.file}')})"
    return f'{shown}{{alt="{alt}"}}' if alt else shown


def references(portfolio: Portfolio, numbering: Numbering) -> dict[str, Referred]:
    """Say for every item of evidence what a reference to it becomes in a document."""
    referred = {}
    for item in portfolio.evidence.values():
        name = clean_line(item.title) or item.id
        if item.id in numbering.withheld:
            fault = f"refers to evidence that is left out: {name}"
            referred[item.id] = Referred("[evidence left out]", fault=fault)
        elif item.id in numbering.numbers:
            number = numbering.numbers[item.id]
            referred[item.id] = Referred(f"Evidence {number}: {name}", evidence_identifier(number))
        else:
            fault = f"refers to evidence that no section uses: {name}"
            referred[item.id] = Referred(name, fault=fault)
    return referred


def with_references(
    word: str, known: Mapping[str, Referred], *, linked: bool
) -> tuple[list[Node], list[str]]:
    """Put what they say in the place of the references in a word.

    Args:
        word: A word of a text, with its punctuation.
        known: The evidence by its id.
        linked: Whether the word is part of a link, which can't hold another one.

    Returns:
        The word as nodes, and the faults that were met.
    """
    nodes: list[Node] = []
    faults: list[str] = []
    at = 0
    for found in _REFERENCE.finditer(word):
        referred = known.get(_written(found[1]))
        if referred is None:
            faults.append(f"there is no such evidence: {found[0]}")
            continue
        if referred.fault:
            faults.append(referred.fault)
        nodes += _text(word[at : found.start()])
        said = _text(referred.words)
        target = f"#{referred.identifier}"
        nodes += [_link(said, target)] if referred.identifier and not linked else said
        at = found.end()
    return [*nodes, *_text(word[at:])], faults


def _written(item_id: str) -> str:
    for smart, plain in _SMART:
        item_id = item_id.replace(smart, plain)
    return item_id


def _link(said: list[Node], target: str) -> Node:
    return {"t": "Link", "c": [["", [], []], said, [target, ""]]}


def _text(words: str) -> list[Node]:
    nodes: list[Node] = []
    for word in words.split(" "):
        nodes += [{"t": "Space"}] if nodes else []
        nodes += [{"t": "Str", "c": word}] if word else []
    return nodes
