"""What is looked for in a portfolio, where it was found, and what stands there instead."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import (
    DESCRIPTION,
    EVIDENCE,
    REFLECTION,
    STATEMENT,
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Section,
)
from cmalt_tui.model.text_address import NOTE, TextAddress

TITLE = "title"
SHOWS = "shows"
# Of an item of evidence, what is prose that an export shows.
ITEM_FIELDS = ("title", "role", "caption", "alt", "access", "physical")


class Query(NamedTuple):
    """What is looked for.

    Attributes:
        words: The words, or a regular expression.
        whole_words: Whether no letter or digit may stand right before or after.
        match_case: Whether capitals, quotation marks, hyphens and spaces have to be those typed.
        regular: Whether the words are a regular expression.
    """

    words: str
    whole_words: bool = False
    match_case: bool = False
    regular: bool = False


class Spot(NamedTuple):
    """A text of a portfolio that can be searched.

    Attributes:
        address: Where it stands. What an item of evidence shows in a section has that section and
            the item; what the item itself says has no section; a section's own title no part.
        field: Which of the fields there; empty for running text.
    """

    address: TextAddress
    field: str = ""


class Match(NamedTuple):
    """A place where something was found.

    Attributes:
        spot: In which text.
        start, end: From which character to which; the same for a match of no length.
        line: The number of its line, from 0.
        put: What would stand there instead; None where nothing is to be replaced.
    """

    spot: Spot
    start: int
    end: int
    line: int
    put: str | None = None


class Found(NamedTuple):
    """What a search found.

    Attributes:
        matches: In the order of the texts.
        texts: The texts that have matches, as they were searched.
        is_cut: Whether there is more, beyond as many matches as are told.
    """

    matches: tuple[Match, ...] = ()
    texts: Mapping[Spot, str] = {}
    is_cut: bool = False


def searched_texts(framework: Framework, portfolio: Portfolio) -> Iterator[tuple[Spot, str]]:
    """List all that a person wrote as prose, in the order in which it is read.

    Left out are fields that are no prose (names, dates, links, kinds of evidence), the inbox, and
    passages kept from other people.
    """
    for entry in entries(framework, portfolio):
        if entry.broken is None:
            yield from _texts_of_section(entry.written)
    for item in portfolio.evidence.values():
        for field in ITEM_FIELDS:
            if text := getattr(item, field):
                yield Spot(TextAddress("", EVIDENCE, item.id), field), text


def with_replaced(
    portfolio: Portfolio, texts: Mapping[Spot, str], matches: Iterable[Match]
) -> Portfolio:
    """Put other words in the place of matches.

    Args:
        portfolio: The portfolio that was searched, or a later version of it.
        texts: The texts as they were searched.
        matches: Those that shall be replaced, in the order in which they were found.

    Returns:
        The portfolio; only the texts of the matches are another.

    Raises:
        ValueError: A text is another one than was searched.
    """
    by_spot: dict[Spot, list[Match]] = {}
    for match in matches:
        by_spot.setdefault(match.spot, []).append(match)
    for spot, there in by_spot.items():
        if _text_of(portfolio, spot) != texts[spot]:
            raise ValueError(f"another text stands at {spot}")
        portfolio = _with_text(portfolio, spot, replaced(texts[spot], there))
    return portfolio


def replaced(text: str, matches: Sequence[Match]) -> str:
    """A text with what the matches put in their places.

    Args:
        text: The text as it was searched.
        matches: Matches in it, in order.
    """
    pieces, at = [], 0
    for match in matches:
        if match.put is not None:
            pieces += [text[at : match.start], match.put]
            at = match.end
    return "".join([*pieces, text[at:]])


def _texts_of_section(section: Section) -> Iterator[tuple[Spot, str]]:
    held = [
        (Spot(TextAddress(section.id, ""), TITLE), section.title),
        (Spot(TextAddress(section.id, STATEMENT)), section.statement),
        (Spot(TextAddress(section.id, DESCRIPTION)), section.description),
    ]
    held += [(spot, use.shows) for spot, use in _uses_of_section(section)]
    for piece in section.reflections:
        address = TextAddress(section.id, REFLECTION, piece.id)
        held += [(Spot(address, TITLE), piece.title), (Spot(address), piece.text)]
    held.append((Spot(TextAddress(section.id, NOTE)), section.note))
    return ((spot, text) for spot, text in held if text)


def _uses_of_section(section: Section) -> Iterator[tuple[Spot, EvidenceUse]]:
    """A file may name an item twice; the second time its field has a number."""
    seen: Counter[str] = Counter()
    for use in section.evidence:
        seen[use.item] += 1
        field = SHOWS if seen[use.item] == 1 else f"{SHOWS} {seen[use.item]}"
        yield Spot(TextAddress(section.id, EVIDENCE, use.item), field), use


def _text_of(portfolio: Portfolio, spot: Spot) -> str | None:
    address = spot.address
    if not address.section:
        item = portfolio.evidence.get(address.item)
        return getattr(item, spot.field) if item is not None else None
    return dict(_texts_of_section(portfolio.section(address.section))).get(spot)


def _with_text(portfolio: Portfolio, spot: Spot, text: str) -> Portfolio:
    address = spot.address
    if not address.section:
        item: EvidenceItem = portfolio.evidence[address.item]
        return portfolio.with_evidence(_with_field(item, spot.field, text))
    section = portfolio.section(address.section)
    if address.part == REFLECTION:
        piece = section.reflection(address.item)
        changed = _with_field(piece, spot.field or "text", text)
        return portfolio.with_section(section.with_reflection(changed))
    if address.part == EVIDENCE:
        uses = tuple(
            replace(use, shows=text) if where == spot else use
            for where, use in _uses_of_section(section)
        )
        return portfolio.with_section(replace(section, evidence=uses))
    return portfolio.with_section(_with_field(section, spot.field or address.part, text))


def _with_field(item: Any, field: str, text: str) -> Any:
    return replace(item, **{field: text})
