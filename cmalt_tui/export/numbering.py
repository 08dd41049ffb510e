"""Which items of evidence a document shows, and under which number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cmalt_tui.export.request import Audience, ExportNote
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import Portfolio

_NOT_YET_PERMITTED = ("needed", "asked")


@dataclass(frozen=True)
class Place:
    """A section in which an item is used: its id, how it is named there, what a link leads to."""

    section: str
    label: str
    identifier: str


@dataclass(frozen=True)
class Numbering:
    """The evidence of one document.

    Attributes:
        numbers: Item id to its number, in order of first use.
        used_in: Item id to the sections that use it, in order.
        withheld: Items that this audience must not see.
        notes: Why items are withheld.
        files: Item id to the name of its file beside the document, for those that go along.
    """

    numbers: dict[str, int]
    used_in: dict[str, tuple[Place, ...]]
    withheld: frozenset[str]
    notes: tuple[ExportNote, ...]
    files: Mapping[str, str] = field(default_factory=dict)


def number_evidence(shown: Sequence[Entry], portfolio: Portfolio, audience: Audience) -> Numbering:
    """Number the evidence in the order in which a reader meets it.

    Args:
        shown: The sections of the document in their order.
        portfolio: Whose evidence bank it is.
        audience: An item that waits for a permission is kept from the public.
    """
    withheld = frozenset(
        item.id
        for item in portfolio.evidence.values()
        if audience is Audience.PUBLIC and item.permission in _NOT_YET_PERMITTED
    )
    used_in: dict[str, list[Place]] = {}
    notes: dict[str, ExportNote] = {}
    for entry in shown:
        for use in entry.written.evidence:
            item = portfolio.evidence.get(use.item)
            if item is None:
                continue
            if item.id in withheld:
                message = f"left out, its permission is “{item.permission}”: {item.title}"
                notes.setdefault(item.id, ExportNote(message, entry.id, item.id))
                continue
            place = Place(entry.id, entry.name, section_identifier(entry.id))
            places = used_in.setdefault(item.id, [])
            if place not in places:
                places.append(place)
    return Numbering(
        numbers={item: number for number, item in enumerate(used_in, 1)},
        used_in={item: tuple(places) for item, places in used_in.items()},
        withheld=withheld,
        notes=tuple(notes.values()),
    )


def section_identifier(section_id: str) -> str:
    """The identifier of a section's heading, to which links within the document lead."""
    return f"section-{section_id}"
