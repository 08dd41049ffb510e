"""Puts emphasis on a stretch of a paragraph, or takes it off, and breaks nothing that is there."""

from collections.abc import Sequence
from typing import NamedTuple

from cmalt_tui.model.inline_marks import Emphasis, InlineMarks, inline_marks

EMPHASIS, STRONG = 1, 2
_MARK = 4
_NOT_ALONE = "*_ \t\n>"


class Changed(NamedTuple):
    """A paragraph with other marks, and where the stretch that was meant is now."""

    text: str
    start: int
    end: int


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def is_emphasised(text: str, start: int, end: int, width: int) -> bool:
    """Whether a stretch lies inside emphasis.

    Args:
        text: A paragraph.
        start: Where the stretch begins.
        end: Where it ends.
        width: `EMPHASIS` or `STRONG`.
    """
    return _around(inline_marks(text), *_trimmed(text, start, end), width) is not None


def with_emphasis(text: str, start: int, end: int, width: int) -> Changed | None:
    """Put emphasis on a stretch; emphasis of the same kind that it touches becomes one with it.

    Args:
        text: A paragraph.
        start: Where the stretch begins.
        end: Where it ends.
        width: `EMPHASIS` or `STRONG`.

    Returns:
        None where Markdown has no way to say it without changing something else.
    """
    found = inline_marks(text)
    start, end = _widened(found, *_trimmed(text, start, end), width)
    if start >= end:
        return None
    edits = [_Edit(start, start, "*" * width), _Edit(end, end, "*" * width)]
    for one in found.emphases:
        if one.width == width and start <= one.start and one.end <= end:
            edits += _unmarked(one)
    return _checked(text, edits, start, end, width, on=True)


def without_emphasis(text: str, start: int, end: int, width: int, *, whole: bool) -> Changed | None:
    """Take the emphasis off that a stretch lies in.

    Args:
        text: A paragraph.
        start: Where the stretch begins.
        end: Where it ends.
        width: `EMPHASIS` or `STRONG`.
        whole: Take it off everything that is emphasised with the stretch.

    Returns:
        None where there is none, or Markdown has no way to say it.
    """
    start, end = _trimmed(text, start, end)
    one = _around(inline_marks(text), start, end, width)
    if one is None:
        return None
    first, last = one.inner
    edits = _unmarked(one)
    if whole:
        return _checked(text, edits, first, last, width, on=False)
    start, end = max(start, first), min(end, last)
    mark = text[one.start : first]
    if text[first:start].strip(_NOT_ALONE):
        behind = first + len(text[first:start].rstrip())
        edits[0] = _Edit(behind, behind, mark)
    if text[end:last].strip(_NOT_ALONE):
        before = last - len(text[end:last].lstrip())
        edits[1] = _Edit(before, before, mark)
    return _checked(text, edits, start, end, width, on=False)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _around(found: InlineMarks, start: int, end: int, width: int) -> Emphasis | None:
    around = [
        one
        for one in found.emphases
        if one.width == width and one.start <= start and end <= one.end
    ]
    return around[-1] if around else None


def _widened(found: InlineMarks, start: int, end: int, width: int) -> tuple[int, int]:
    """Widen a stretch until it parts no code, no address and no other emphasis."""
    while True:
        before = start, end
        stretches = list(found.whole)
        for link in found.links:
            if not (link.start < start and end <= link.label_end):
                stretches.append((link.start, link.end))
        for one in found.emphases:
            first, last = one.inner
            if one.width == width or not (first <= start and end <= last):
                stretches.append((one.start, one.end))
        for first, last in stretches:
            if start < last and first < end:
                start, end = min(start, first), max(end, last)
        if (start, end) == before:
            return before


def _unmarked(one: Emphasis) -> list[_Edit]:
    first, last = one.inner
    return [_Edit(one.start, first, ""), _Edit(last, one.end, "")]


def _checked(
    text: str, edits: list[_Edit], start: int, end: int, width: int, *, on: bool
) -> Changed | None:
    """Make the edits, and see that the result reads as it was meant."""
    changed = _edited(text, edits)
    first = start + sum(len(e.text) for e in edits if e.start <= start)
    first -= sum(e.end - e.start for e in edits if e.end <= start)
    last = end + sum(
        len(e.text) - (e.end - e.start) for e in edits if e.end <= end and e.start < end
    )
    before, after = _letters(text, inline_marks(text)), _letters(changed, inline_marks(changed))
    if len(before) != len(after):
        return None
    touched = {place for place, _, _ in before if start <= place < end}
    for (place, letter, kinds), (_, same, other) in zip(before, after, strict=True):
        wanted = kinds
        if place in touched:
            wanted = kinds | width if on else kinds & ~width
        if letter != same or (not letter.isspace() and wanted != other):
            return None
    return Changed(changed, first, last)


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    # At one place, what is taken away goes before what is put in.
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _letters(text: str, found: InlineMarks) -> list[tuple[int, str, int]]:
    """Every character that is no mark of emphasis: its place, and the kinds that it has."""
    kinds = [0] * len(text)
    for one in found.emphases:
        first, last = one.inner
        for place in range(first, last):
            kinds[place] |= one.width
        for place in (*range(one.start, first), *range(last, one.end)):
            kinds[place] = _MARK
    return [
        (place, letter, kind)
        for place, (letter, kind) in enumerate(zip(text, kinds, strict=True))
        if not kind & _MARK
    ]
