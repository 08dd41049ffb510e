"""Draws a passage that was found as a row of the list."""

from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from cmalt_tui.model.passage import Hit
from cmalt_tui.ui.widgets.passage_words import SAVED, origin_words, short_licence, snippet_content


class Room(NamedTuple):
    """The room that a hit has in the list: cells of a line, and lines of its snippet."""

    width: int
    lines: int = 2


def hit_content(hit: Hit, room: Room, best: float = 1.0, *, is_saved: bool = False) -> Content:
    """Draw a hit for the list: what it is, how well it fits, and the words around the match.

    Matches are marked by a style and by ‹ ›, so that they show without colour.

    Args:
        hit: What was found.
        room: How much room it has.
        best: The score of the best hit; scores mean something beside each other only.
        is_saved: Whether the person keeps it already.
    """
    score = f"{min(max(hit.score / best, 0.0), 1.0):.2f}".lstrip("0") if best > 0 else ""
    right = f"{short_licence(hit.passage.origin)}  {score:>4}".rstrip()
    saved = f"{SAVED}  " if is_saved else ""
    left = max(room.width - cell_len(right) - cell_len(saved) - 2, 12)
    told = origin_words(hit.passage, left)
    gap = " " * max(room.width - cell_len(saved + told + right), 2)
    also = f" · also in {len(hit.also)} more" if hit.also else ""
    snippet = snippet_content(hit, room.lines * room.width - len(also))
    return Content.assemble(
        (saved, "$success"),
        (told, "$primary"),
        gap,
        (right, "$text-muted"),
        "\n",
        _bounded(snippet, Content.styled(also, "$text-muted"), room),
        "\n",
    )


def _bounded(content: Content, ending: Content, room: Room) -> Content:
    """Wrap, and cut what word wrap makes longer than there is room: rows shall be of one height."""
    lines = Content.assemble(content, ending).wrap(room.width)
    if len(lines) > room.lines:
        lines = content.wrap(room.width)[: room.lines]
        last = lines[-1].truncate(room.width - ending.cell_length - 2).rstrip()
        dots = "" if last.plain.endswith("…") else " …"
        lines[-1] = Content.assemble(last, dots, ending)
    return Content("\n").join(lines)
