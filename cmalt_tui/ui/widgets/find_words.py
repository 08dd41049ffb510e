"""What finding says: its switches, its keys, and how many places there are."""

from typing import Any

from textual.app import App
from textual.content import Content

from cmalt_tui.model.text_search import Found, Query
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.widgets.click_line import Piece

_SWITCHES = (
    ("whole_words", "whole words"),
    ("match_case", "case"),
    ("regular", "regular expression"),
)


def switched(query: Query, name: str) -> Query:
    """A query with one of its switches the other way round."""
    others: dict[str, Any] = {name: not getattr(query, name)}
    return query._replace(**others)


def switch_pieces(app: App[Any], query: Query, scope: str) -> list[Piece]:
    """The switches of a query, each with its state and its key; a click on one names its action.

    Args:
        app: Whose keys are in force.
        query: The query.
        scope: What the commands' ids begin with.
    """
    pieces = []
    for name, told in _SWITCHES:
        is_on = getattr(query, name)
        mark = Content.styled("☑ " if is_on else "☐ ", "$accent" if is_on else "$text-muted")
        drawn = Content.assemble(mark, told, " ", _key(app, f"{scope}.{name}"))
        pieces.append(Piece(drawn, name, gap=2))
    return pieces


def key_piece(app: App[Any], command: str, told: str) -> Piece:
    """A key and what it does; a click names the command's action."""
    drawn = Content.assemble(_key(app, command), " ", Content.styled(told, "$text-muted"))
    return Piece(drawn, command.partition(".")[2], gap=2)


def place_words(found: Found, at: int | None) -> str:
    """Which of how many places is at hand: ``3 of 12``."""
    many = f"{len(found.matches):,}{' and more' if found.is_cut else ''}"
    if not found.matches:
        return "nothing found"
    return f"{at + 1:,} of {many}" if at is not None else many


def found_words(found: Found, on: int, replacing: bool) -> str:
    """How many places there are in the portfolio, and how many of them are on."""
    if not found.matches:
        return "nothing found"
    count, texts = len(found.matches), len(found.texts)
    places = f"{amount(count, 'place')} in {amount(texts, 'text')}"
    places = f"the first {places}" if found.is_cut else places
    return f"{on:,} of {places} on" if replacing else places


def _key(app: App[Any], command: str) -> Content:
    return Content.styled(shown_key_of(app, command), "$accent")
