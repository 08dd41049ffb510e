"""Finds a text by the words that a person types for it."""

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import NOTE, TextAddress, addresses_of, find_address, title_of
from cmalt_tui.problems import InputProblem, did_you_mean


def address_named(
    framework: Framework, portfolio: Portfolio, here: Entry | None, named: str
) -> TextAddress:
    """Find a text by ``1a``, ``1a/reflection``, ``reflection 2`` or ``note``.

    Args:
        framework: The framework of the portfolio.
        portfolio: The portfolio.
        here: The section in which a part alone is meant; None where one is in none yet.
        named: What was typed.

    Raises:
        InputProblem: There is no such section or part.
    """
    by_id = {entry.id.lower(): entry for entry in entries(framework, portfolio)}
    section, _, part = (piece.strip() for piece in named.lower().partition("/"))
    if section in by_id:
        return _part(framework, by_id[section], part)
    if here is not None and not part:
        return _part(framework, here, section)
    raise InputProblem(
        f'there is no section "{named}"', did_you_mean(section, by_id, "sections lists them.")
    )


def _part(framework: Framework, entry: Entry, part: str) -> TextAddress:
    listed = addresses_of(entry)
    if not part:
        return listed[0]
    titles = {title_of(entry, one, framework).lower(): one for one in listed}
    for title, address in titles.items():
        if part in (title, address.part, address.item):
            return address
    starts = [address for title, address in titles.items() if title.startswith(part)]
    if not starts and NOTE.startswith(part):
        return find_address(entry, NOTE)
    if len(starts) != 1:
        raise InputProblem(f'"{part}" is no part of {entry.id}', f"There is: {', '.join(titles)}.")
    return starts[0]
