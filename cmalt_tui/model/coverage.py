"""What covers what: evidence by section and principles by section, with gaps, overuse and ages."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cmalt_tui.model.dates import months_between
from cmalt_tui.model.evidence_kinds import kind_group
from cmalt_tui.model.evidence_uses import cited_items, items_by_address
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, Portfolio

# Assessors remark on the same evidence in three sections or more.
OVERUSED = 3


class Use(NamedTuple):
    """What one section does with one item.

    Attributes:
        is_listed: Whether it is among the section's evidence; if not, the text only refers to it.
        has_shows: Whether it is said what the item shows there.
        is_cited: Whether the section's text refers to it.
    """

    is_listed: bool
    has_shows: bool
    is_cited: bool


class EvidenceRow(NamedTuple):
    """One item of the bank and the sections that use it.

    Attributes:
        group: The sort of proof that its kind is, see `kind_group`.
        months: How old it is; None where it has no date, negative for one still to come.
        uses: By section id; sections that have nothing to do with it are not there.
        is_overused: Whether three sections or more list it.
    """

    item: str
    title: str
    kind: str
    group: str
    months: int | None
    permission: str
    uses: Mapping[str, Use]
    is_overused: bool

    @property
    def listed_in(self) -> int:
        """How many sections list it; one with none waits in the evidence inbox."""
        return sum(use.is_listed for use in self.uses.values())


class EvidenceColumn(NamedTuple):
    """One section and the evidence that it has.

    Attributes:
        name: What it is called in a sentence: its code, or else its short title.
        wants_evidence: Whether the framework asks for evidence here.
        listed: How many items of the bank it lists.
        one_group: The sort of proof that all of them are, where there are two or more.
        unknown: Ids that it lists and the bank doesn't have.
    """

    section: str
    name: str
    title: str
    wants_evidence: bool
    listed: int
    one_group: str
    unknown: tuple[str, ...]

    @property
    def is_gap(self) -> bool:
        """Whether evidence is asked for and there is none."""
        return self.wants_evidence and not self.listed


class Coverage(NamedTuple):
    """The evidence of a portfolio, as rows of items and columns of sections."""

    rows: tuple[EvidenceRow, ...]
    columns: tuple[EvidenceColumn, ...]


class PrincipleUse(NamedTuple):
    """How one section shows one principle.

    Attributes:
        on_section: Whether the section is tagged with it.
        reflections: The ids of its reflections that are tagged with it.
    """

    on_section: bool
    reflections: tuple[str, ...]


class PrincipleRow(NamedTuple):
    """One principle and the sections that show it, by section id.

    Attributes:
        places: How many sections and reflections are tagged with it.
        log: How many entries of the log are; they could become a place.
    """

    code: str
    title: str
    uses: Mapping[str, PrincipleUse]
    places: int
    log: int


class PrincipleCoverage(NamedTuple):
    """The principles of a framework as rows, and the sections that could show them."""

    rows: tuple[PrincipleRow, ...]
    sections: tuple[Entry, ...]


def evidence_coverage(framework: Framework, portfolio: Portfolio, today: date) -> Coverage:
    """Lay the evidence bank over the sections that apply.

    Args:
        framework: The framework that the portfolio names.
        portfolio: The portfolio; uses in parked sections don't count.
        today: The day to which ages are counted, such as the planned day of submission.
    """
    by_address = items_by_address(portfolio.evidence)
    uses: dict[str, dict[str, Use]] = {item_id: {} for item_id in portfolio.evidence}
    columns = []
    for entry in entries(framework, portfolio):
        if entry.parked or entry.broken:
            continue
        cited = cited_items(entry.written, by_address)
        listed = {use.item: bool(use.shows.strip()) for use in entry.written.evidence}
        for item_id in (*listed, *sorted(cited - listed.keys())):
            if item_id in uses:
                uses[item_id][entry.id] = Use(
                    item_id in listed, listed.get(item_id, False), item_id in cited
                )
        if EVIDENCE in entry.asked.parts or listed or cited:
            columns.append(_column(entry, tuple(listed), portfolio))
    rows = tuple(_row(item, uses[item.id], today) for item in portfolio.evidence.values())
    return Coverage(rows, tuple(columns))


def principle_coverage(framework: Framework, portfolio: Portfolio) -> PrincipleCoverage:
    """Lay the principles over the sections that apply."""
    shown = tuple(
        entry
        for entry in entries(framework, portfolio)
        if not (entry.parked or entry.broken or entry.is_declaration)
    )
    logged = Counter(code for entry in portfolio.log.values() for code in entry.principles)
    uses: dict[str, dict[str, PrincipleUse]] = {one.code: {} for one in framework.principles}
    for entry in shown:
        pieces: dict[str, list[str]] = {}
        for piece in entry.written.reflections:
            for code in piece.principles:
                pieces.setdefault(code, []).append(piece.id)
        for code in dict.fromkeys((*entry.written.principles, *pieces)):
            if code in uses:
                is_tagged = code in entry.written.principles
                uses[code][entry.id] = PrincipleUse(is_tagged, tuple(pieces.get(code, ())))
    rows = tuple(
        PrincipleRow(
            one.code,
            one.title,
            uses[one.code],
            sum(use.on_section + len(use.reflections) for use in uses[one.code].values()),
            logged[one.code],
        )
        for one in framework.principles
    )
    return PrincipleCoverage(rows, shown)


def one_group(items: tuple[EvidenceItem, ...]) -> str:
    """The sort of proof that all items are, where there are two or more and all tell theirs."""
    groups = {kind_group(item.kind) for item in items}
    return groups.pop() if len(items) > 1 and len(groups) == 1 else ""


def _column(entry: Entry, listed: tuple[str, ...], portfolio: Portfolio) -> EvidenceColumn:
    known = tuple(portfolio.evidence[one] for one in listed if one in portfolio.evidence)
    return EvidenceColumn(
        entry.id,
        entry.name,
        entry.title,
        EVIDENCE in entry.asked.parts,
        len(known),
        one_group(known),
        tuple(one for one in listed if one not in portfolio.evidence),
    )


def _row(item: EvidenceItem, uses: Mapping[str, Use], today: date) -> EvidenceRow:
    return EvidenceRow(
        item.id,
        item.title,
        item.kind,
        kind_group(item.kind),
        months_between(item.date, today) if item.date else None,
        item.permission,
        uses,
        sum(use.is_listed for use in uses.values()) >= OVERUSED,
    )
