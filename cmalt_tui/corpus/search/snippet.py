"""Cuts about two sentences out of a passage, where most of what was sought stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from cmalt_tui.corpus.passages.tokens import WORD, fold

LONGEST = 320
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+(?=[\s\"'”’)\]]|$)[\"'”’)\]]*|[.!?]|\n|$)")
_SENTENCES = 2

Worth = Callable[[str], float]


def snippet(text: str, worth: Worth) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the best two sentences of a passage.

    Args:
        text: The passage's plain text.
        worth: What a folded word is worth for the query; 0 for one that wasn't sought.

    Returns:
        The snippet on one line, at most about 320 characters; start and end of each match in it.
    """
    folded = fold(text)
    values = {word: value for word in set(WORD.findall(folded)) if (value := worth(word))}
    matches = _matches(folded, values)
    start, end = _best_sentences(text, matches)
    if end - start > LONGEST:
        start, end = _densest(text, matches, start, end)
    cut = " ".join(text[start:end].split())
    front = "… " if text[:start].strip() and not _ends_sentence(text[:start]) else ""
    back = " …" if text[end:].strip() and not _ends_sentence(text[:end]) else ""
    shown = f"{front}{cut}{back}"
    return shown, tuple((first, last) for first, last, _, _ in _matches(fold(shown), values))


def _matches(folded: str, values: Mapping[str, float]) -> list[tuple[int, int, str, float]]:
    if not values:
        return []
    return [
        (found.start(), found.end(), word, values[word])
        for found in WORD.finditer(folded)
        if (word := found[0]) in values
    ]


def _best_sentences(text: str, matches: list[tuple[int, int, str, float]]) -> tuple[int, int]:
    """The stretch of neighbouring sentences with the most worth of different words in it."""
    spans = [found.span() for found in _SENTENCE.finditer(text) if found[0].strip()]
    if not spans:
        return 0, len(text)
    starts = [match[0] for match in matches]
    best, chosen = -1.0, (spans[0][0], spans[min(_SENTENCES, len(spans)) - 1][1])
    for number, (start, _) in enumerate(spans[: max(1, len(spans) - _SENTENCES + 1)]):
        end = spans[min(number + _SENTENCES, len(spans)) - 1][1]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        value = _value(matches[first:last])
        if value > best:
            best, chosen = value, (start, end)
    return chosen


def _densest(
    text: str, matches: list[tuple[int, int, str, float]], start: int, end: int
) -> tuple[int, int]:
    """The best stretch of a sentence that is too long to show, cut at spaces."""
    inside = [match for match in matches if start <= match[0] < end]
    ends = [match[1] for match in inside]
    best, first = -1.0, start
    for number, match in enumerate(inside):
        value = _value(inside[number : bisect_right(ends, match[0] + LONGEST * 3 // 4)])
        if value > best:
            best, first = value, max(start, match[0] - LONGEST // 8)
    first = min(first, max(start, end - LONGEST))
    last = min(end, first + LONGEST)
    while first > start and not text[first - 1].isspace() and first > last - LONGEST * 2:
        first -= 1
    while last < end and last > first + LONGEST // 2 and not text[last].isspace():
        last -= 1
    return first, last


def _value(matches: list[tuple[int, int, str, float]]) -> float:
    different: dict[str, float] = {}
    for _, _, word, value in matches:
        different[word] = value
    return sum(different.values()) + 0.01 * len(matches)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(" \t").endswith((".", "!", "?", "\n", '"', "”", "’", ")", ":"))
