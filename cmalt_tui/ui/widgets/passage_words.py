"""The words that go with a passage: where it comes from, its licence, how to quote it."""

import re
from collections.abc import Collection

from rich.cells import cell_len
from textual.content import Content

from cmalt_tui.model.passage import Answer, Hit, Origin, Passage
from cmalt_tui.plain_text import clean
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line

READING_ONLY = "all rights reserved: for reading only"
SAVED = "★ saved"
_MATCH = "bold underline $accent"
_MARKS = "‹›"
_WHO_LENGTH = 64
_LEAST_WHO = 8
_LICENCE_LENGTH = 14
# The search counts no further; see `ExampleCorpus.search`.
COUNTED_TO = 1_000


def origin_words(passage: Passage, width: int = 0) -> str:
    """Say in a line what a passage is: ``Museum · Sam Rowan · 2024 · CMALT · 1a reflection``.

    Where it has to be cut, the names give way: a list is read down its other edge.
    """
    origin = passage.origin
    return _shortened(origin, (origin.sector, origin.author), (place_words(passage),), width)


def place_words(passage: Passage) -> str:
    """Section and part: ``1a reflection``."""
    return " ".join(piece for piece in (passage.section, passage.part) if piece)


def licence_words(origin: Origin) -> str:
    """What may be done with it, where nothing is stated the least."""
    return origin.licence or READING_ONLY


def attribution_words(origin: Origin, width: int = 0) -> str:
    """Author, sector, year and pathway, as they stand above a passage."""
    return _shortened(origin, (origin.author, origin.sector), (), width)


def short_licence(origin: Origin) -> str:
    """What may be done with it, in the few words that a list has room for."""
    return cut_line(origin.licence, _LICENCE_LENGTH) or "reading only"


def source_words(origin: Origin) -> str:
    """Author, portfolio, address and licence in a line."""
    told = (origin.author, origin.portfolio, origin.source, licence_words(origin))
    return " · ".join(cut_line(piece) for piece in told if piece)


def address_words(origin: Origin) -> str:
    """Address and portfolio, as they stand below a passage."""
    return " · ".join(cut_line(piece) for piece in (origin.source, origin.portfolio) if piece)


def quotation(passage: Passage) -> str:
    """Write a passage as a Markdown quotation with its attribution, to be pasted somewhere."""
    origin = passage.origin
    quoted = "\n".join(f"> {line}".rstrip() for line in clean(passage.text).strip().split("\n"))
    year = f"{origin.year}" if origin.year else ""
    inner = ", ".join(piece for piece in (origin.pathway, year, place_words(passage)) if piece)
    named = ", ".join(cut_line(piece) for piece in (origin.author, origin.portfolio) if piece)
    told = f"{named} ({cut_line(inner)})" if inner else named
    ends = [cut_line(piece) for piece in (told, origin.source, licence_words(origin)) if piece]
    return f"{quoted}\n>\n> — {'. '.join(ends)}.\n"


def snippet_content(hit: Hit, room: int = 0) -> Content:
    """Draw a snippet with its matches marked; marks that don't fit the text are left out.

    Args:
        hit: What was found.
        room: Cells that it may take, about; the first match stays in view. 0 for no limit.
    """
    start, end = _window(hit, room)
    pieces = [Content("… " if start else "")]
    at = start
    for first, last in sorted(hit.highlights):
        if at <= first < last <= end:
            pieces.append(safe_content(hit.snippet[at:first]))
            pieces.append(_match(hit.snippet[first:last]))
            at = last
    ending = "" if end == len(hit.snippet) else " …"
    return Content("").join([*pieces, safe_content(hit.snippet[at:end].rstrip() + ending)])


def marked_content(text: str, words: Collection[str]) -> Content:
    """Draw a text with the words marked for which it was found, as in its snippet.

    Args:
        text: The text, from anywhere.
        words: What is marked, case-folded.
    """
    pieces: list[Content] = []
    at = 0
    for found in re.finditer(r"\w+", text) if words else ():
        if found.group().casefold() in words:
            pieces += [safe_content(text[at : found.start()]), _match(found.group())]
            at = found.end()
    return Content("").join([*pieces, safe_content(text[at:])])


def match_spans(content: Content) -> list[tuple[int, int]]:
    """Where the matches stand in a drawn text, in characters of what is drawn."""
    return [(span.start, span.end) for span in content.spans if span.style == _MATCH]


def counter_words(answer: Answer, *, short: bool = False) -> str:
    """How much was found, among how much, how fast: ``37 of 2,140 passages · 4 ms``.

    In short, without the time: it is another one with every key, and each costs a drawing.
    """
    more = "+" if answer.total >= COUNTED_TO else ""
    told = f"{answer.total:,}{more} of {answer.searched:,}"
    return told if short else f"{told} passages · {answer.took_ms:.0f} ms"


def taken_content(answer: Answer) -> Content:
    """What the search made of the words: corrections, and words that nothing fits."""
    told: list[Content] = []
    if len(answer.corrected) == 1:
        [(typed, words)] = answer.corrected.items()
        one = (safe_line(typed, 24, "$text-muted"), " taken as ", safe_line(", ".join(words), 40))
        told.append(Content.assemble(*one))
    elif answer.corrected:
        words = tuple(dict.fromkeys(word for taken in answer.corrected.values() for word in taken))
        told.append(Content.assemble(("taken as ", "$text-muted"), safe_line(", ".join(words), 60)))
    if answer.dropped:
        told.append(
            Content.assemble(("left out: ", "$warning"), safe_line(", ".join(answer.dropped), 40))
        )
    return Content("   ").join(told)


def _match(text: str) -> Content:
    opening, closing = (Content.styled(mark, "$accent") for mark in _MARKS)
    return Content.assemble(opening, safe_content(text, _MATCH), closing)


def _window(hit: Hit, room: int) -> tuple[int, int]:
    """The part of a snippet to show: all of it, or words around the first match."""
    length = len(hit.snippet)
    wanted = room - 8 - 2 * len(hit.highlights)
    if room <= 0 or cell_len(hit.snippet) <= wanted:
        return 0, length
    room = max(wanted, 12)
    room = room * length // cell_len(hit.snippet)
    match = min((first for first, _ in hit.highlights), default=0)
    start = max(min(match - room // 3, length - room), 0)
    start = hit.snippet.find(" ", start, match) + 1 if start else 0
    end = hit.snippet.rfind(" ", start, start + room)
    return start, length if start + room >= length or end <= match else end


def _shortened(origin: Origin, names: tuple[str, str], more: tuple[str, ...], width: int) -> str:
    """Names, year, pathway and more in a line; the names give way, then pathway and year."""
    who = " · ".join(name for name in names if name) or origin.portfolio
    year = str(origin.year) if origin.year else ""
    for facts in ((year, origin.pathway, *more), (year, *more), more):
        told = " · ".join(cut_line(fact, 24) for fact in facts if fact)
        room = width - cell_len(told) - 3 if width else _WHO_LENGTH
        if room >= _LEAST_WHO:
            break
    who = cut_line(who, max(room, _LEAST_WHO))
    return cut_line(" · ".join(one for one in (who, told) if one), width)
