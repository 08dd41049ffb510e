"""The edits that a person makes on a portfolio, as pure functions from one version to the next."""

import re
from dataclasses import replace
from datetime import date

from cmalt_tui.model.framework import Framework, Kind
from cmalt_tui.model.outline import base_id, section_ids
from cmalt_tui.model.portfolio import (
    DESCRIPTION,
    REFLECTION,
    STATEMENT,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.model.text_address import NOTE, TextAddress
from cmalt_tui.plain_text import free_id, slug

_MOST_WORDS = 100_000


def with_text(
    portfolio: Portfolio, address: TextAddress, text: str, today: date | None = None
) -> Portfolio:
    """Put a text in its place.

    A section that was empty becomes a draft with its first text, and a reflection that does not
    exist yet begins with it; a private note changes no status.

    Args:
        portfolio: The version before.
        address: Where the text stands.
        text: Markdown.
        today: The date that a new reflection gets.
    """
    section = portfolio.section(address.section)
    if address.part == DESCRIPTION:
        section = replace(section, description=text)
    elif address.part == STATEMENT:
        section = replace(section, statement=text)
    elif address.part == NOTE:
        section = replace(section, note=text)
    elif address.part == REFLECTION:
        known = {piece.id: piece for piece in section.reflections}
        piece = known.get(address.item) or Reflection(address.item, written=today)
        section = section.with_reflection(replace(piece, text=text))
    else:
        raise ValueError(f"{address.part} holds no running text")
    if section.status is Status.EMPTY and address.part != NOTE and text.strip():
        section = replace(section, status=Status.DRAFT)
    return portfolio.with_section(section)


def with_status(portfolio: Portfolio, section_id: str, status: Status) -> Portfolio:
    """Say how far a section is."""
    return portfolio.with_section(replace(portfolio.section(section_id), status=status))


def with_aim(portfolio: Portfolio, section_id: str, typed: str) -> Portfolio:
    """Say how many words a section shall have.

    Args:
        portfolio: The version before.
        section_id: The section.
        typed: The number as a person writes it, ``1,200``; empty for no aim.

    Raises:
        ValueError: It is no number of words.
    """
    plain = re.sub(r"[\s,]|words?$", "", typed.strip().lower()).lstrip("0") or "0"
    if not re.fullmatch(r"[0-9]{1,6}", plain) or int(plain) > _MOST_WORDS:
        raise ValueError(typed)
    return portfolio.with_section(replace(portfolio.section(section_id), aim=int(plain)))


def with_title(portfolio: Portfolio, section_id: str, title: str) -> Portfolio:
    """Give a section the person's own title, as specialist options have."""
    return portfolio.with_section(replace(portfolio.section(section_id), title=title))


def with_declaration(portfolio: Portfolio, section_id: str, name: str, value: str) -> Portfolio:
    """Fill in one field of a declaration."""
    section = portfolio.section(section_id)
    filled = {**section.declaration, name: value}
    status = section.status
    if status is Status.EMPTY and value.strip():
        status = Status.DRAFT
    return portfolio.with_section(replace(section, declaration=filled, status=status))


def add_reflection(section: Section, title: str, today: date | None = None) -> Section:
    """Begin another reflection, with an id made of its title that no other one has."""
    taken = {piece.id for piece in section.reflections}
    fresh = free_id(slug(title, fallback="reflection"), taken)
    return section.with_reflection(Reflection(fresh, title=title, written=today))


def rename_reflection(section: Section, reflection_id: str, title: str) -> Section:
    """Give a reflection another title; its id stays, so that nothing that names it breaks."""
    return section.with_reflection(replace(section.reflection(reflection_id), title=title))


def remove_reflection(section: Section, reflection_id: str) -> Section:
    """Take a reflection out of a section."""
    kept = tuple(piece for piece in section.reflections if piece.id != reflection_id)
    return replace(section, reflections=kept)


def toggle_principle(section: Section, code: str) -> Section:
    """Say that a section shows a principle, or no longer."""
    if code in section.principles:
        kept = tuple(tagged for tagged in section.principles if tagged != code)
        return replace(section, principles=kept)
    return replace(section, principles=(*section.principles, code))


def add_repeat(
    portfolio: Portfolio, framework: Framework, section_id: str
) -> tuple[Portfolio, str]:
    """Add another section of a kind that may come several times.

    Args:
        portfolio: The version before.
        framework: Its framework.
        section_id: Any section of the row, or the row itself: ``specialist`` or ``specialist-1``.

    Returns:
        The version after and the id of the new section.

    Raises:
        KeyError: The section does not repeat, or there are as many as there may be.
    """
    for asked in framework.pathway(portfolio.pathway).sections:
        if asked.id == base_id(section_id) and asked.kind is Kind.REPEAT:
            row = section_ids(asked, portfolio)
            if asked.most is not None and len(row) >= asked.most:
                break
            fresh = f"{asked.id}-{len(row) + 1}"
            return portfolio.with_section(Section(fresh)), fresh
    raise KeyError(section_id)
