r"""Grapheme clusters of a line: what a person sees as one character, however it is made up.

The rules are those of Unicode's UAX #29, as the library regex carries them out with ``\X``. Rich's
own ``split_graphemes`` goes by width: it parts flags, Devanagari syllables and Thai vowels.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from rich.cells import cell_len

# Letters and signs that never join with what is beside them, besides all below the combining
# accents: Greek and Cyrillic, dashes and quotes, currency, arrows, box drawing, CJK.
_NEVER_JOINED = (
    *(("\u0370", "\u0482"), ("\u048a", "\u052f"), ("\u1e00", "\u1fff"), ("\u2010", "\u2027")),
    *(("\u2030", "\u205e"), ("\u2070", "\u20cf"), ("\u2100", "\u2bff"), ("\u3041", "\u3096")),
    *(("\u30a1", "\u30fc"), ("\u3400", "\u9fff"), ("\uff01", "\uff9d")),
)
_FIRST_ACCENT = "\u0300"
# Far more than any cluster that a person reads as one; keeps a line without ASCII letters cheap.
_LOOKED_BACK = 400
_LOOKED_ON = 200


def boundary_before(line: str, column: int) -> int:
    """The start of the cluster that ends at a column, or in which the column lies.

    Args:
        line: A line of text.
        column: A column of it; 0 has nothing before it and stays.
    """
    if column <= 1 or line[column - 2 : column].isascii():
        return max(0, column - 1)
    return _around(line, column - 1)[0]


def boundary_after(line: str, column: int) -> int:
    """The end of the cluster that begins at a column, or in which the column lies.

    Args:
        line: A line of text.
        column: A column of it; the end has nothing behind it and stays.
    """
    if column >= len(line) or line[column : column + 2].isascii():
        return min(len(line), column + 1)
    return _around(line, column)[1]


def is_boundary(line: str, column: int) -> bool:
    """Whether the cursor may stand at a column."""
    if column <= 0 or column >= len(line) or line[column - 1 : column + 1].isascii():
        return True
    return _around(line, column)[0] == column


def clusters(text: str) -> Sequence[str]:
    """Part a text into its clusters."""
    return text if _is_plain(text) else _parts()(text)


@lru_cache(maxsize=512)
def has_clusters(text: str) -> bool:
    """Whether any cluster of a text has more than one code point."""
    return not _is_plain(text) and len(_parts()(text)) < len(text)


def column_at(text: str, cells: int) -> int:
    """The column of the cluster that is painted at a cell of a text, or the end of the text."""
    column, painted = 0, 0
    for cluster in clusters(text):
        painted += cell_len(cluster)
        if painted > cells:
            return column
        column += len(cluster)
    return column


def _around(line: str, column: int) -> tuple[int, int]:
    """The cluster in which the character at a column lies."""
    start = _safe_start(line, column)
    for cluster in clusters(line[start : column + _LOOKED_ON]):
        end = start + len(cluster)
        if end > column:
            return start, end
        start = end
    return column, column + 1


def _safe_start(line: str, column: int) -> int:
    """A column at which a cluster begins for certain: between two ASCII characters."""
    last = max(0, column - _LOOKED_BACK)
    start = column
    while start > last and not line[start - 1 : start + 1].isascii():
        start -= 1
    return start


def _is_plain(text: str) -> bool:
    """Whether each code point of a text is a cluster, as far as can be told without regex."""
    return text.isascii() or all(
        letter < _FIRST_ACCENT or any(first <= letter <= last for first, last in _NEVER_JOINED)
        for letter in set(text)
    )


@cache
def _parts() -> Callable[[str], list[str]]:
    import regex

    return regex.compile(r"\X").findall
