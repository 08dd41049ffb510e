"""The pieces of the lines below the query: filters in force, what was made of it, counts."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.content import Content

from cmalt_tui.model.facets import Completion, Facets
from cmalt_tui.model.passage import Answer, Passage
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.search_filters import FIELDS, Chip, chips_of
from cmalt_tui.ui.search_request import Asked, Counted, Place
from cmalt_tui.ui.widgets.click_line import Piece
from cmalt_tui.ui.widgets.passage_words import taken_content
from cmalt_tui.workbench.index_making import IndexMaking

_QUIET = "$text-muted"
_WIDEST = 32

# The key of a command of this screen, as it is shown.
KeyOf = Callable[[str], str]


class Value(NamedTuple):
    """A value of a field that the search can be limited to."""

    field: str
    value: str


class Unlike(NamedTuple):
    """The wish to see no longer what resembles a passage."""


class Unlimited(NamedTuple):
    """The wish to lift all limits."""


def chip_pieces(
    chips: Sequence[Chip], place: Place, like: Passage | None, key_of: KeyOf
) -> list[Piece]:
    """Draw the filters: those of the place, which stay in sight when they are off, then others."""
    if like is not None:
        told = safe_line(f"like: {like.title or like.text}", _WIDEST)
        return [Piece(_chip(told, key_of("back")), Unlike())]
    pieces = []
    switches = (
        ("section", place.section, f"section {place.section}", "section_only"),
        ("part", place.part, place.part, "part_only"),
    )
    for field, value, words, action in switches:
        if value:
            is_on = Chip(field, value) in chips and not _is_overruled(field, chips)
            mark = ("☑ ", "$accent") if is_on else ("☐ ", _QUIET)
            told = Content.assemble(mark, safe_line(words, 24), (f" {key_of(action)}", _QUIET))
            pieces.append(Piece(told, Value(field, value)))
    for chip in chips:
        if (chip.field, chip.value) not in (("section", place.section), ("part", place.part)):
            words = chip.value if chip.is_typed else chip_words(chip)
            pieces.append(Piece(_chip(safe_line(words, _WIDEST)), chip))
    return pieces


def chip_words(chip: Chip) -> str:
    """Name a filter: ``section 1a``, ``author:rowan``."""
    return chip.value if chip.is_typed else f"{chip.field} {chip.value}"


def told_pieces(
    answer: Answer, counted: Counted, asked: Asked, place: Place, key_of: KeyOf
) -> list[Piece]:
    """Say what was made of the words, and what holds passages back where there are few."""
    pieces = []
    like, chips = asked.like, chips_of(asked.query, asked.only)
    if not answer.hits:
        words = "nothing else is like it" if like is not None else "nothing fits"
        pieces.append(Piece(Content.styled(words, "$warning")))
        if chips:
            lift = Content.styled(key_of("clear_filters"), "$accent")
            pieces.append(Piece(Content.assemble("without filters: ", lift), Unlimited()))
    taken = taken_content(answer)
    if taken.plain:
        pieces.append(Piece(taken))
    for chip, more in counted.hidden:
        told = safe_line(f"{chip_words(chip)} hides {more:,} more:", 48)
        key = key_of(_lifting(chip, place))
        pieces.append(Piece(Content.assemble(told, (f" {key}", "$accent")), chip))
    return pieces


def making_pieces(making: IndexMaking, key_of: KeyOf) -> list[Piece]:
    """Say how far the index is, and how that is stopped; nothing where it isn't being made."""
    if making.is_stopped:
        return [Piece(Content.styled("Stopped. The next search goes on with it.", "$warning"))]
    if not making.words:
        return []
    stop = Content.assemble((f"{key_of('back')} ", "$accent"), "stops it")
    return [Piece(safe_line(making.words, 70)), Piece(stop)]


def facet_pieces(facets: Facets, most: int) -> list[Piece]:
    """Draw how the passages found are spread: ``section 1a 37 · 1b 12   year 2024 9``.

    Args:
        facets: The counts.
        most: How many values a field may have here; the filter key shows all.
    """
    pieces = []
    for field in FIELDS:
        counts = facets.fields.get(field, ())
        if len(counts) < 2:
            # What all have in common tells nothing.
            continue
        for number, count in enumerate(counts[:most]):
            word = f"{field} " if number == 0 else "· "
            value = safe_line(count.value, 24)
            told = Content.assemble((word, _QUIET), value, (f" {count.passages:,}", _QUIET))
            pieces.append(Piece(told, Value(field, count.value), 1 if number else 3))
    return pieces


def completion_pieces(completions: Sequence[Completion], marked: int, key_of: KeyOf) -> list[Piece]:
    """Draw the ways in which the query could go on, the marked one with the key that takes it."""
    pieces = []
    for number, completion in enumerate(completions):
        is_marked = number == marked
        text = safe_line(completion.text, _WIDEST, "bold" if is_marked else "")
        key = (f"{key_of('complete')} ", "$accent") if is_marked else ""
        count = f" {completion.passages:,}" if completion.passages else ""
        pieces.append(Piece(Content.assemble(key, text, (count, _QUIET)), completion))
    return pieces


def _chip(words: Content, key: str = "") -> Content:
    return Content.assemble(("☑ ", "$accent"), words, (f" {key or '✕'}", _QUIET))


def _is_overruled(field: str, chips: Sequence[Chip]) -> bool:
    """Whether the line itself names that field, which wins over what is set beside it."""
    return any(chip.is_typed and chip.field == field for chip in chips)


def _lifting(chip: Chip, place: Place) -> str:
    if not chip.is_typed and (chip.field, chip.value) == ("section", place.section):
        return "section_only"
    if not chip.is_typed and (chip.field, chip.value) == ("part", place.part):
        return "part_only"
    return "clear_filters"
