"""Chooses evidence: what fits a section, and which sections an item fits, each with reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cmalt_tui.model.dates import day_and_month
from cmalt_tui.model.evidence_fit import Candidate, Fit, Rarity, Wanted, fit
from cmalt_tui.model.evidence_kinds import kind_group
from cmalt_tui.model.evidence_uses import cited_items, items_by_address, with_use
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, Portfolio
from cmalt_tui.plain_text import free_id
from cmalt_tui.problems import InputProblem

_TITLE = 70


class Suggested(StrEnum):
    """What is suggested."""

    ITEM = "evidence"
    LOG = "log"
    SECTION = "section"


class Suggestion(NamedTuple):
    """Something that fits, and why.

    Attributes:
        what: Whether it is an item of the bank, an entry of the log or a section.
        id: Its id.
        title: What a person knows it by.
        reasons: In words, the strongest first.
        weight: For the order alone; it is never shown.
    """

    what: Suggested
    id: str
    title: str
    reasons: tuple[str, ...]
    weight: float


def evidence_for(
    framework: Framework, portfolio: Portfolio, section_id: str, today: date
) -> tuple[Suggestion, ...]:
    """List the items and log entries that fit a section and aren't listed there yet, best first.

    A section that has no evidence, such as the future plans, gets entries of the log alone.

    Raises:
        InputProblem: There is no such section.
    """
    shown = _shown(framework, portfolio)
    entry = next((one for one in shown if one.id == section_id), None)
    if entry is None:
        raise InputProblem(f'there is no section "{section_id}"')
    listed = {use.item for use in entry.written.evidence}
    has_evidence = EVIDENCE in entry.asked.parts
    candidates = [
        (one, what)
        for one, what in _candidates(shown, portfolio)
        if one.id not in listed
        and (has_evidence or (what is Suggested.LOG and not entry.is_declaration))
    ]
    wanted = _wanted(entry, portfolio)
    rarity = _rarity(shown, portfolio, (wanted,))
    found = (
        _suggestion(what, one.id, _title(portfolio, what, one.id), fit(one, wanted, rarity, today))
        for one, what in candidates
    )
    return _in_order(found)


def sections_for(
    framework: Framework, portfolio: Portfolio, item_id: str, today: date
) -> tuple[Suggestion, ...]:
    """List the sections that an item of evidence, or an entry of the log, could serve, best first.

    Sections that list it already are left out.

    Raises:
        InputProblem: There is no such item.
    """
    shown = _shown(framework, portfolio)
    candidate = next((one for one, _ in _candidates(shown, portfolio) if one.id == item_id), None)
    if candidate is None:
        raise InputProblem(f'there is no evidence "{item_id}"')
    able = [
        (entry, _wanted(entry, portfolio))
        for entry in shown
        if EVIDENCE in entry.asked.parts
        and all(use.item != item_id for use in entry.written.evidence)
    ]
    rarity = _rarity(shown, portfolio, [wanted for _, wanted in able])
    found = (
        _suggestion(Suggested.SECTION, entry.id, entry.title, fit(candidate, wanted, rarity, today))
        for entry, wanted in able
    )
    return _in_order(found)


def with_suggestion(
    portfolio: Portfolio, section_id: str, suggestion: Suggestion
) -> tuple[Portfolio, str]:
    """Use what was suggested for a section; an entry of the log becomes an item first.

    Args:
        portfolio: The version before.
        section_id: The section, or for a suggested section the id of the item.
        suggestion: What was chosen.

    Returns:
        The version after, and the id of the item.
    """
    if suggestion.what is Suggested.SECTION:
        return with_use(portfolio, suggestion.id, section_id), section_id
    item_id = suggestion.id
    if suggestion.what is Suggested.LOG:
        log = portfolio.log[suggestion.id]
        item_id = free_id(log.id, portfolio.evidence)
        item = EvidenceItem(item_id, suggestion.title, "log", log.date, physical=log.text)
        portfolio = portfolio.with_evidence(item)
        portfolio = portfolio.with_log_entry(replace(log, evidence=(*log.evidence, item_id)))
    return with_use(portfolio, section_id, item_id), item_id


def _shown(framework: Framework, portfolio: Portfolio) -> tuple[Entry, ...]:
    return tuple(
        entry for entry in entries(framework, portfolio) if not entry.parked and not entry.broken
    )


def _candidates(
    shown: tuple[Entry, ...], portfolio: Portfolio
) -> Iterator[tuple[Candidate, Suggested]]:
    """All that could serve as evidence: the bank, and the entries of the log that gave no item."""
    by_address = items_by_address(portfolio.evidence)
    used: dict[str, list[str]] = {}
    shows: dict[str, list[str]] = {}
    referred: dict[str, set[str]] = {}
    for entry in shown:
        for use in entry.written.evidence:
            used.setdefault(use.item, []).append(entry.code or entry.id)
            shows.setdefault(use.item, []).append(use.shows)
        for item_id in cited_items(entry.written, by_address):
            referred.setdefault(item_id, set()).add(entry.id)
    came_from: dict[str, LogEntry] = {}
    for log in portfolio.log.values():
        for item_id in log.evidence:
            came_from[item_id] = log
    for item in portfolio.evidence.values():
        entry_of = came_from.get(item.id)
        candidate = Candidate(
            item.id,
            item.title,
            " . ".join((*_said_of(item), *shows.get(item.id, ()))),
            item.kind,
            item.date,
            tuple(used.get(item.id, ())),
            frozenset(referred.get(item.id, ())),
            frozenset(entry_of.sections) if entry_of else frozenset(),
            f"your log of {day_and_month(entry_of.date)}" if entry_of else "",
            frozenset(entry_of.principles) if entry_of else frozenset(),
        )
        yield candidate, Suggested.ITEM
    for log in portfolio.log.values():
        if not log.evidence:
            candidate = Candidate(
                log.id,
                log.text,
                "",
                day=log.date,
                tagged=frozenset(log.sections),
                principles=frozenset(log.principles),
            )
            yield candidate, Suggested.LOG


def _said_of(item: EvidenceItem) -> Iterator[str]:
    yield from (item.kind, item.role, item.caption, item.alt, item.physical)


def _rarity(shown: tuple[Entry, ...], portfolio: Portfolio, wanted: Iterable[Wanted]) -> Rarity:
    return Rarity(
        (
            *((item.title, " . ".join(_said_of(item))) for item in portfolio.evidence.values()),
            *((log.text,) for log in portfolio.log.values()),
            *((_written(entry),) for entry in shown),
        ),
        (text for one in wanted for text in (one.written, one.advice)),
    )


def _written(entry: Entry) -> str:
    section = entry.written
    pieces = (text for piece in section.reflections for text in (piece.title, piece.text))
    return "\n\n".join((section.title, section.description, section.statement, *pieces))


def _wanted(entry: Entry, portfolio: Portfolio) -> Wanted:
    asked, section = entry.asked, entry.written
    kinds = (
        portfolio.evidence[use.item].kind
        for use in section.evidence
        if use.item in portfolio.evidence
    )
    groups = {kind_group(kind): kind for kind in kinds}
    groups.pop("", None)
    codes = {*section.principles, *(c for piece in section.reflections for c in piece.principles)}
    return Wanted(
        entry.id,
        _written(entry),
        "\n".join((asked.title, asked.guidance, *asked.must, *asked.topics, section.topic)),
        asked.evidence_ideas,
        groups,
        frozenset(codes),
    )


def _title(portfolio: Portfolio, what: Suggested, thing_id: str) -> str:
    if what is Suggested.ITEM:
        return portfolio.evidence[thing_id].title or thing_id
    first = portfolio.log[thing_id].text.partition("\n")[0]
    return first if len(first) <= _TITLE else first[: _TITLE - 1].rstrip() + "…"


def _suggestion(what: Suggested, thing_id: str, title: str, how: Fit | None) -> Suggestion | None:
    return Suggestion(what, thing_id, title, how.reasons, how.weight) if how else None


def _in_order(found: Iterator[Suggestion | None]) -> tuple[Suggestion, ...]:
    listed = [one for one in found if one is not None]
    return tuple(sorted(listed, key=lambda one: (-round(one.weight, 6), one.what, one.id)))
