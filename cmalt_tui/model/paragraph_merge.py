"""Merges two versions of a text by paragraphs, given the version that both came from."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Above this product of lengths a stretch of paragraphs counts as changed as one.
_MOST_COMPARED = 4_000_000


class MergedText(NamedTuple):
    """Both outcomes of a merge; one and the same where nothing had to be chosen.

    Attributes:
        mine: The merged text, with my paragraphs where both changed the same ones.
        theirs: The merged text, with their paragraphs there.
    """

    mine: str
    theirs: str

    @property
    def is_clean(self) -> bool:
        """Whether there was nothing to choose."""
        return self.mine == self.theirs


class _Paragraph(NamedTuple):
    """A paragraph, and the blank lines above it."""

    gap: tuple[str, ...]
    lines: tuple[str, ...]


class _Text(NamedTuple):
    paragraphs: tuple[_Paragraph, ...]
    trailing: tuple[str, ...]


class _Edit(NamedTuple):
    """Paragraphs ``low`` to ``high`` of the base were replaced by ``new``."""

    low: int
    high: int
    new: tuple[_Paragraph, ...]
    is_mine: bool

    @property
    def grew(self) -> bool:
        return len(self.new) > self.high - self.low


def merge_texts(base: str, mine: str, theirs: str) -> MergedText:
    """Merge two versions of a text.

    Both changes are taken where they touch different paragraphs of the base, an equal change
    once. Where both changed the same paragraph, or added at the same place, there is a choice.
    No paragraph that a side added is missing from both outcomes.

    Args:
        base: The version that both came from.
        mine, theirs: The two versions.
    """
    if mine == theirs or theirs == base:
        return MergedText(mine, mine)
    if mine == base:
        return MergedText(theirs, theirs)
    texts = _split(base), _split(mine), _split(theirs)
    origin = texts[0].paragraphs
    edits = [
        *_edits(origin, texts[1].paragraphs, is_mine=True),
        *_edits(origin, texts[2].paragraphs, is_mine=False),
    ]
    spaced = _with_gaps(*(text.paragraphs for text in texts))
    outcomes: tuple[list[_Paragraph], list[_Paragraph]] = ([], [])
    at = 0
    for group in _groups(edits):
        low, high = min(edit.low for edit in group), max(edit.high for edit in group)
        versions = [
            _applied(spaced, low, high, [edit for edit in group if edit.is_mine is side])
            for side in (True, False)
        ]
        if len({edit.is_mine for edit in group}) == 1 or _said(versions[0]) == _said(versions[1]):
            versions = [versions[0] if group[0].is_mine else versions[1]] * 2
        for outcome, version in zip(outcomes, versions, strict=True):
            outcome += [*spaced[at:low], *version]
        at = high
    trailing = _three_way(*(text.trailing for text in texts))
    return MergedText(*(_joined([*outcome, *spaced[at:]], trailing) for outcome in outcomes))


def _split(text: str) -> _Text:
    paragraphs: list[_Paragraph] = []
    gap: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            lines.append(line)
            continue
        if lines:
            paragraphs.append(_Paragraph(tuple(gap), tuple(lines)))
            gap, lines = [], []
        gap.append(line)
    if lines:
        paragraphs.append(_Paragraph(tuple(gap), tuple(lines)))
        gap = []
    return _Text(tuple(paragraphs), tuple(gap) if paragraphs else ())


def _joined(paragraphs: Sequence[_Paragraph], trailing: tuple[str, ...]) -> str:
    lines: list[str] = []
    for paragraph in paragraphs:
        if lines:
            lines += paragraph.gap or ("",)
        lines += paragraph.lines
    return "\n".join([*lines, *trailing]) if lines else ""


def _said(paragraphs: Sequence[_Paragraph]) -> list[tuple[str, ...]]:
    return [paragraph.lines for paragraph in paragraphs]


def _three_way(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Blank lines of whoever changed them; of the two, the more."""
    if mine == base:
        return theirs
    return mine if theirs == base else max(mine, theirs, key=lambda lines: (len(lines), lines))


def _with_gaps(
    base: tuple[_Paragraph, ...], mine: tuple[_Paragraph, ...], theirs: tuple[_Paragraph, ...]
) -> list[_Paragraph]:
    """The base with the blank lines that its paragraphs have in the versions that kept them."""
    gaps = [[paragraph.gap] * 3 for paragraph in base]
    for place, version in ((1, mine), (2, theirs)):
        for start, there, length in _matches(base, version):
            for step in range(length):
                gaps[start + step][place] = version[there + step].gap
    return [
        _Paragraph(_three_way(*three), paragraph.lines)
        for paragraph, three in zip(base, gaps, strict=True)
    ]


def _applied(
    base: Sequence[_Paragraph], low: int, high: int, edits: Sequence[_Edit]
) -> list[_Paragraph]:
    """What one side made of the paragraphs ``low`` to ``high``."""
    made: list[_Paragraph] = []
    for edit in edits:
        made += [*base[low : edit.low], *edit.new]
        low = edit.high
    return [*made, *base[low:high]]


def _edits(
    base: tuple[_Paragraph, ...], version: tuple[_Paragraph, ...], *, is_mine: bool
) -> Iterator[_Edit]:
    """What a side changed; as many for as many paragraphs are told one by one, so are removals."""
    low = start = 0
    for there_low, there_start, length in (*_matches(base, version), (len(base), len(version), 0)):
        new = version[start:there_start]
        if len(new) == there_low - low:
            for place, paragraph in enumerate(new, low):
                yield _Edit(place, place + 1, (paragraph,), is_mine)
        elif not new:
            for place in range(low, there_low):
                yield _Edit(place, place + 1, (), is_mine)
        else:
            yield _Edit(low, there_low, new, is_mine)
        low, start = there_low + length, there_start + length


def _matches(
    base: tuple[_Paragraph, ...], version: tuple[_Paragraph, ...]
) -> list[tuple[int, int, int]]:
    """Where both say the same: start here, start there, and how many paragraphs."""
    ours, others = _said(base), _said(version)
    most = min(len(ours), len(others))
    head = next((n for n in range(most) if ours[n] != others[n]), most)
    tail = next((n for n in range(most - head) if ours[-1 - n] != others[-1 - n]), most - head)
    middle = ours[head : len(ours) - tail], others[head : len(others) - tail]
    found = [(0, 0, head)]
    if middle[0] and middle[1] and len(middle[0]) * len(middle[1]) <= _MOST_COMPARED:
        from difflib import SequenceMatcher

        blocks = SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks()
        found += [(head + block.a, head + block.b, block.size) for block in blocks]
    found.append((len(ours) - tail, len(others) - tail, tail))
    return [match for match in found if match[2]]


def _groups(edits: Sequence[_Edit]) -> Iterator[list[_Edit]]:
    """Edits in their order, those that meet an edit of the other side together with it."""
    group: list[_Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.low, edit.high, edit.is_mine)):
        if group and not any(_meet(edit, other) for other in group):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _meet(one: _Edit, other: _Edit) -> bool:
    """Whether two sides changed the same, or added where nobody can say whose comes first."""
    if one.is_mine is other.is_mine:
        return False
    if one.low < other.high and other.low < one.high:
        return True
    touching = one.low == other.high or other.low == one.high
    return touching and _is_added(one, other) and one.grew and other.grew


def _is_added(one: _Edit, other: _Edit) -> bool:
    return one.low == one.high or other.low == other.high
