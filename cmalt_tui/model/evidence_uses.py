"""Where evidence is used and cited, and the edits that keep uses and references together."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from cmalt_tui.model.portfolio import (
    EVIDENCE,
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Section,
)
from cmalt_tui.plain_text import ID_RULE, clean_line, is_id
from cmalt_tui.problems import InputProblem

_REMEMBERED = 2_000


class Cited(NamedTuple):
    """A reference to an item as it stands in a text, ``[[ev:bench-video]]``."""

    item: str
    start: int
    end: int


@lru_cache(maxsize=_REMEMBERED)
def references_in(text: str) -> tuple[Cited, ...]:
    """List the references of a text in order; one that stands in code is none."""
    if "[[ev:" not in text:
        return ()
    if "`" in text:
        text = _code().sub(lambda found: " " * len(found[0]), text)
    return tuple(Cited(found[1], *found.span()) for found in _reference().finditer(text))


def items_by_address(evidence: Mapping[str, EvidenceItem]) -> Mapping[str, str]:
    """The items that a text can also cite with a link or a picture, by the address of that."""
    found: dict[str, str] = {}
    for item in evidence.values():
        for address in (f"{EVIDENCE}/{item.file}" if item.file else "", _plain_address(item.url)):
            if address:
                found.setdefault(address, item.id)
    return found


def cited_items(section: Section, by_address: Mapping[str, str] | None = None) -> frozenset[str]:
    """The ids of the items that a section's own texts refer to; its private note doesn't count.

    Args:
        section: What is written.
        by_address: From `items_by_address`, so that links and pictures count as well.
    """
    found: set[str] = set()
    for text in (section.description, section.statement, *(p.text for p in section.reflections)):
        found.update(cited.item for cited in references_in(text))
        if by_address:
            addresses = _addresses_in(text)
            found.update(by_address[address] for address in addresses if address in by_address)
    return frozenset(found)


def with_use(portfolio: Portfolio, section_id: str, item_id: str) -> Portfolio:
    """Use an item of evidence in a section; nothing changes where it is used already."""
    section = portfolio.section(section_id)
    if any(use.item == item_id for use in section.evidence):
        return portfolio
    uses = (*section.evidence, EvidenceUse(item_id))
    return portfolio.with_section(replace(section, evidence=uses))


def without_use(portfolio: Portfolio, section_id: str, item_id: str) -> Portfolio:
    """Use an item in a section no longer; its references stay, since only a writer can mend them.

    Nothing changes where it is not used.
    """
    section = portfolio.section(section_id)
    kept = tuple(use for use in section.evidence if use.item != item_id)
    if kept == section.evidence:
        return portfolio
    return portfolio.with_section(replace(section, evidence=kept))


def with_shows(portfolio: Portfolio, section_id: str, item_id: str, shows: str) -> Portfolio:
    """Say what an item of evidence shows in a section."""
    section = portfolio.section(section_id)
    uses = tuple(
        replace(use, shows=shows) if use.item == item_id else use for use in section.evidence
    )
    return portfolio.with_section(replace(section, evidence=uses))


def renamed_item(portfolio: Portfolio, old_id: str, new_id: str) -> Portfolio:
    """Give an item another id, and everything that names it: uses, references, log, answers.

    Its file keeps its name, so that links and pictures that show it stay whole.

    Raises:
        InputProblem: There is no such item, or the new id is taken or can't be one.
    """
    if old_id not in portfolio.evidence:
        raise InputProblem(
            f'there is no evidence "{clean_line(old_id)}"',
            "See the ids with: cmalt-tui evidence list",
        )
    if new_id == old_id:
        return portfolio
    if not is_id(new_id):
        raise InputProblem(
            f'"{clean_line(new_id)}" can\'t be an id', f"An id is made of {ID_RULE}."
        )
    if new_id.lower() in {known.lower() for known in portfolio.evidence if known != old_id}:
        raise InputProblem(
            f'there is evidence called "{new_id}" already', "Choose an id that is free."
        )
    items = {
        (new_id if known == old_id else known): (
            replace(item, id=new_id) if known == old_id else item
        )
        for known, item in portfolio.evidence.items()
    }
    return with_references_renamed(replace(portfolio, evidence=items), old_id, new_id)


def with_references_renamed(portfolio: Portfolio, old_id: str, new_id: str) -> Portfolio:
    """Let everything that names one item name another: uses, references, log and answers."""

    def renamed(text: str) -> str:
        return text.replace(f"[[ev:{old_id}]]", f"[[ev:{new_id}]]") if "[[ev:" in text else text

    sections = {
        known: _renamed_in(section, old_id, new_id, renamed)
        for known, section in portfolio.sections.items()
    }
    log = {
        known: replace(
            entry,
            text=renamed(entry.text),
            evidence=tuple(dict.fromkeys(_other(one, old_id, new_id) for one in entry.evidence)),
        )
        for known, entry in portfolio.log.items()
    }
    answers = tuple(
        replace(one, item=_other(one.item, old_id, new_id)) if one.part in ("", EVIDENCE) else one
        for one in portfolio.dismissed
    )
    inbox = tuple(replace(piece, text=renamed(piece.text)) for piece in portfolio.inbox)
    return replace(portfolio, sections=sections, log=log, dismissed=answers, inbox=inbox)


def without_item(portfolio: Portfolio, item_id: str) -> Portfolio:
    """Take an item out of the bank, and out of the sections and log entries that name it.

    Its references stay in the texts, since only a writer can mend them; the review names them.

    Raises:
        InputProblem: There is no such item.
    """
    if item_id not in portfolio.evidence:
        raise InputProblem(f'there is no evidence "{clean_line(item_id)}"')
    for section_id in portfolio.uses_of(item_id):
        portfolio = without_use(portfolio, section_id, item_id)
    log = {
        known: replace(entry, evidence=tuple(one for one in entry.evidence if one != item_id))
        for known, entry in portfolio.log.items()
    }
    kept = {known: item for known, item in portfolio.evidence.items() if known != item_id}
    return replace(portfolio, evidence=kept, log=log)


def _renamed_in(
    section: Section, old_id: str, new_id: str, renamed: Callable[[str], str]
) -> Section:
    changed = replace(
        section,
        description=renamed(section.description),
        statement=renamed(section.statement),
        note=renamed(section.note),
        reflections=tuple(replace(p, text=renamed(p.text)) for p in section.reflections),
        evidence=tuple(_uses_renamed(section.evidence, old_id, new_id, renamed)),
    )
    return section if changed == section else changed


def _uses_renamed(
    uses: tuple[EvidenceUse, ...], old_id: str, new_id: str, renamed: Callable[[str], str]
) -> Iterator[EvidenceUse]:
    """The uses with the new id; where both ids were used, one use says all that they said."""
    if not {old_id, new_id} <= {use.item for use in uses}:
        yield from (EvidenceUse(_other(u.item, old_id, new_id), renamed(u.shows)) for u in uses)
        return
    said = dict.fromkeys(use.shows for use in uses if use.item in (old_id, new_id))
    joined = "\n\n".join(shows for shows in said if shows.strip())
    is_done = False
    for use in uses:
        if use.item not in (old_id, new_id):
            yield replace(use, shows=renamed(use.shows))
        elif not is_done:
            is_done = True
            yield EvidenceUse(new_id, renamed(joined))


def _other(item_id: str, old_id: str, new_id: str) -> str:
    return new_id if item_id == old_id else item_id


def _plain_address(address: str) -> str:
    """An address without what tells it from no other: a last slash, a full stop, a ``%20``."""
    return unquote(address.strip().rstrip("/.,;:"))


@lru_cache(maxsize=_REMEMBERED)
def _addresses_in(text: str) -> frozenset[str]:
    if "](" not in text and "://" not in text:
        return frozenset()
    return frozenset(_plain_address(one[1] or one[2]) for one in _address().finditer(text))


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"\[\[ev:([^\[\]\s]+)\]\]")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\n).){0,2000}?(?<!`)\1(?!`)", re.S)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\]\(\s*<?([^\s<>)]{1,2000})|(https?://[^\s<>)\]]{1,2000})")
