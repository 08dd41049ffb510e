"""The words that go with a passage: where it comes from, its licence, how to quote it."""

import re
from collections.abc import Collection

from rich.cells import cell_len
from textual.content import Content

from cmalt_tui.model.passage import Answer, Hit, Origin, Passage
from cmalt_tui.plain_text import clean
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line

READING_ONLY = "all rights reserved: for reading only"
_TITLE_LENGTH = 48
_MATCH = "bold underline $accent"


def origin_words(passage: Passage, width: int = 0) -> str:
    """Say in a line what a passage is: ``Further education, 2024 · CMALT · 1a reflection``."""
    origin = passage.origin
    who = origin.sector or origin.author or origin.portfolio
    year = f", {origin.year}" if origin.year else ""
    told = [f"{cut_line(who, _TITLE_LENGTH)}{year}", origin.pathway, place_words(passage)]
    return cut_line(" · ".join(piece for piece in told if piece), width)


def place_words(passage: Passage) -> str:
    """Section and part: ``1a reflection``."""
    return " ".join(piece for piece in (passage.section, passage.part) if piece)


def licence_words(origin: Origin) -> str:
    """What may be done with it, where nothing is stated the least."""
    return origin.licence or READING_ONLY


def source_words(origin: Origin) -> str:
    """Author, portfolio, address and licence, as it stands below a passage."""
    told = (origin.author, origin.portfolio, origin.source, licence_words(origin))
    return " · ".join(cut_line(piece) for piece in told if piece)


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


def hit_content(hit: Hit, width: int, best: float = 1.0) -> Content:
    """Draw a hit for the list: what it is, how well it fits, and the words around the match.

    Matches are marked by a style and by ‹ ›, so that they show without colour.

    Args:
        hit: What was found.
        width: The cells of a line.
        best: The score of the best hit; scores mean something beside each other only.
    """
    score = f"{min(max(hit.score / best, 0.0), 1.0):.2f}".lstrip("0") if best > 0 else ""
    told = origin_words(hit.passage, max(width - len(score) - 2, 12))
    gap = " " * max(width - cell_len(told) - len(score), 2)
    return Content.assemble(
        (told, "$primary"), gap, (score, "$text-muted"), "\n", snippet_content(hit, 2 * width), "\n"
    )


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
            pieces += [safe_content(hit.snippet[at:first]), Content.styled("‹", "$accent")]
            pieces += [
                safe_content(hit.snippet[first:last], _MATCH),
                Content.styled("›", "$accent"),
            ]
            at = last
    ending = "" if end == len(hit.snippet) else " …"
    return Content("").join([*pieces, safe_content(hit.snippet[at:end].rstrip() + ending)])


def marked_content(text: str, words: Collection[str]) -> Content:
    """Draw a passage with the words marked for which it was found, as in its snippet."""
    pieces: list[Content] = []
    at = 0
    for found in re.finditer(r"\w+", text) if words else ():
        if found.group().casefold() in words:
            pieces += [
                safe_content(text[at : found.start()]),
                Content.styled("‹", "$accent"),
                safe_content(found.group(), _MATCH),
                Content.styled("›", "$accent"),
            ]
            at = found.end()
    return Content("").join([*pieces, safe_content(text[at:])])


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


def counter_words(answer: Answer) -> str:
    """How much was found, among how much, how fast: ``37 of 2,140 passages · 4 ms``."""
    shown = f"best {len(answer.hits)} of " if answer.total > len(answer.hits) else ""
    return f"{shown}{answer.total:,} of {answer.searched:,} passages · {answer.took_ms:.0f} ms"


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
