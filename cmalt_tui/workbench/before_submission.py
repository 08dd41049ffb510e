"""What stands between a portfolio and its submission, as a list of reasons with their places."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, Portfolio
from cmalt_tui.model.text_address import TextAddress, find_address
from cmalt_tui.plain_text import amount
from cmalt_tui.workbench.readiness import and_joined, unsaid_errors
from cmalt_tui.workbench.status_report import Missing

_OPEN_PERMISSIONS = ("asked", "needed")


class Reason(NamedTuple):
    """Something between the portfolio and its submission.

    Attributes:
        place: Where, in words: ``1b``, ``Evidence``.
        what: What stands there, in words that follow the place.
        address: The text that it is about; None where there is no one text.
    """

    place: str
    what: str
    address: TextAddress | None

    @property
    def said(self) -> str:
        """The reason in one line: ``1b has no reflection yet``."""
        return f"{self.place} {self.what}"


def reasons_before_submission(
    listed: Sequence[Entry],
    gaps: Sequence[Missing],
    portfolio: Portfolio,
    found: Sequence[Finding],
) -> Iterator[Reason]:
    """List what is missing, what would have it turned back, and what waits for an answer.

    Args:
        listed: All sections.
        gaps: What they miss.
        portfolio: The portfolio.
        found: The open findings of a review; only errors count.
    """
    by_place: dict[str, list[str]] = {}
    for gap in gaps:
        by_place.setdefault(gap.section, []).append(gap.message)
    for entry in listed:
        own = [one for one in found if one.section == entry.id]
        yield from _of_section(entry, by_place.pop(entry.id, []), own)
    for place, messages in by_place.items():
        item = portfolio.evidence.get(place)
        named = f"Evidence “{item.title}”:" if item else f"{place}:"
        address = _first_use(portfolio, item.id) if item else None
        yield from (Reason(named, message, address) for message in messages)
    known = {entry.id for entry in listed}
    elsewhere = [one for one in found if one.section not in known]
    for one in unsaid_errors(elsewhere, [*by_place]):
        yield Reason("The whole:", one.message.rstrip("."), None)
    yield from _permissions(portfolio)


def _of_section(entry: Entry, gaps: Sequence[str], found: Sequence[Finding]) -> Iterator[Reason]:
    if entry.is_declaration and gaps:
        yield Reason(entry.name, f"is not signed: {and_joined(gaps)}", find_address(entry, ""))
    else:
        for gap in gaps:
            part = next((part for part in entry.asked.parts if f"no {part}" in gap), "")
            place = entry.name if gap.startswith(("has ", "is ")) else f"{entry.name}:"
            yield Reason(place, gap, find_address(entry, part))
    for one in unsaid_errors(found, gaps):
        yield Reason(f"{entry.name}:", one.message.rstrip("."), find_address(entry, one.part))


def _permissions(portfolio: Portfolio) -> Iterator[Reason]:
    waiting = [item for item in portfolio.evidence.values() if _waits(item, portfolio)]
    if waiting:
        waits = "waits" if len(waiting) == 1 else "wait"
        what = f"{amount(len(waiting), 'item')} {waits} for permission"
        yield Reason("Evidence:", what, _first_use(portfolio, waiting[0].id))


def _waits(item: EvidenceItem, portfolio: Portfolio) -> bool:
    return item.permission in _OPEN_PERMISSIONS and bool(portfolio.uses_of(item.id))


def _first_use(portfolio: Portfolio, item_id: str) -> TextAddress | None:
    uses = portfolio.uses_of(item_id)
    return TextAddress(uses[0], EVIDENCE) if uses else None
