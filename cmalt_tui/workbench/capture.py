"""Ideas caught in one line: into the inbox at once, and from there into a section in time."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.model.dates import day_and_month
from cmalt_tui.model.editing import with_text
from cmalt_tui.model.moving import appended
from cmalt_tui.model.portfolio import InboxItem, Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean, free_id, slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.layout import item_path
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.recent import recent_portfolios

IDEA = "idea"
LONGEST = 10_000
_HEADING = 60


class Captured(NamedTuple):
    """An idea that was kept: its item, and where it went."""

    item: InboxItem
    title: str
    file: Path


def with_idea(portfolio: Portfolio, text: str, today: date) -> tuple[Portfolio, InboxItem]:
    """Put an idea into the inbox, with an id made of its words that no other item has.

    Raises:
        InputProblem: There is nothing in it, or it is too long for an idea.
    """
    said = clean(text).strip()
    if not said:
        raise InputProblem("there is nothing to note", "Type the idea in a line.")
    if len(said) > LONGEST:
        raise InputProblem(
            f"this is too long for an idea: {len(said):,} characters, {LONGEST:,} are allowed",
            "Write it into the note of a section instead.",
        )
    line = " ".join(said.split())
    heading = line if len(line) <= _HEADING else line[: _HEADING - 1].rstrip() + "…"
    fresh = free_id(slug(heading, fallback=IDEA), {item.id for item in portfolio.inbox})
    item = InboxItem(fresh, heading, said, IDEA, f"an idea of {day_and_month(today)}")
    return replace(portfolio, inbox=(*portfolio.inbox, item)), item


def capture(desk: Desk, text: str, today: date) -> Captured:
    """Put an idea into the inbox of an opened portfolio, as one step to undo, and save it.

    Raises:
        InputProblem: There is nothing to note, or it can't be saved.
        Conflict: A file was changed on disk by another program.
    """
    if desk.read_only:
        raise InputProblem(f"nothing is noted, because {desk.locked_by}".rstrip("."))
    changed, item = with_idea(desk.portfolio, text, today)
    desk.change(changed, f"idea “{item.heading}”")
    desk.save()
    return Captured(item, desk.portfolio.title, desk.folder / item_path(item))


def capture_last(places: Places, text: str, today: date) -> Captured:
    """Put an idea into the inbox of the portfolio that was opened last.

    Raises:
        InputProblem: No portfolio was opened yet, there is nothing to note, or it can't be saved.
    """
    recent = recent_portfolios(places)
    if not recent:
        raise InputProblem(
            "there is no portfolio yet that could take an idea",
            "Start one or open one first; from then on ideas go there.",
        )
    return capture_into(recent[0].folder, places, text, today)


def capture_into(folder: Path, places: Places, text: str, today: date) -> Captured:
    """Put an idea into the inbox of a portfolio that is not open here.

    It makes one new file and touches no other, so that it also works while another program has
    the portfolio open for writing; that one takes the idea in by itself.

    Raises:
        InputProblem: The folder is no portfolio, there is nothing to note, or it can't be saved.
    """
    return capture(open_desk(folder, places), text, today)


def with_item_placed(
    portfolio: Portfolio, item_id: str, address: TextAddress, today: date
) -> Portfolio:
    """Move an item of the inbox to the end of a text.

    Raises:
        KeyError: The inbox has no such item.
    """
    item = next((one for one in portfolio.inbox if one.id == item_id), None)
    if item is None:
        raise KeyError(item_id)
    text = appended(text_at(portfolio, address), item.text.strip() or item.heading)
    return without_item(with_text(portfolio, address, text, today), item_id)


def without_item(portfolio: Portfolio, item_id: str) -> Portfolio:
    """Take an item out of the inbox."""
    return replace(portfolio, inbox=tuple(one for one in portfolio.inbox if one.id != item_id))
