"""How a place that was found looks on one line: its words, and what would stand there instead."""

from textual.content import Content

from cmalt_tui.model.text_search import Match
from cmalt_tui.plain_text import clean_line
from cmalt_tui.ui.safe import cut_line

_LONGEST_PIECE = 60
_LOOKED_AT = 400


def match_content(text: str, match: Match, width: int, *, is_on: bool) -> Content:
    """One line of a list of matches.

    Args:
        text: The text in which it was found.
        match: The place.
        width: The room that there is, in cells.
        is_on: Whether it would be replaced.
    """
    before, found, after = _pieces(text, match, width * 2 // 5)
    put = match.put
    mark = "" if put is None else "☑ " if is_on else "☐ "
    drawn = [(mark, "$accent"), (before, "$text-muted" if put is not None and not is_on else "")]
    if put is None or not is_on:
        drawn.append((found, "bold $accent" if put is None else "underline"))
    else:
        put = cut_line(put, _LONGEST_PIECE) or "(taken out)"
        drawn += [(found, "strike"), (" → ", "$accent"), (put, "bold $accent")]
    drawn.append((after, "$text-muted"))
    return Content.assemble(*drawn).truncate(width, ellipsis=True)


def _pieces(text: str, match: Match, room: int) -> tuple[str, str, str]:
    """What stands before a match on its line, the match, and what stands after it."""
    before = text[max(0, match.start - _LOOKED_AT) : match.start].rpartition("\n")[2]
    after = text[match.end : match.end + _LOOKED_AT].partition("\n")[0]
    found = cut_line(text[match.start : match.end][:_LOOKED_AT], _LONGEST_PIECE)
    shown = clean_line(before)
    shown += " " if shown and before[-1:].isspace() else ""
    if len(shown) > room:
        cut, _, whole_words = shown[-room:].partition(" ")
        # A long word, such as an address, is cut rather than left out: it is what one has to see.
        shown = "…" + (whole_words if len(cut) < room // 2 else shown[-room:])
    space = " " if after[:1].isspace() else ""
    return shown, found or "⏎"[: match.start != match.end], space + clean_line(after)
