"""Takes apart what a person typed into the search line; nothing that is typed is an error."""

import re
from dataclasses import dataclass, field

from cmalt_tui.corpus.passages.passage_lines import section_id
from cmalt_tui.corpus.passages.tokens import fold, tokens
from cmalt_tui.model.passage import SearchFilter
from cmalt_tui.plain_text import clean

LONGEST_QUERY = 1_000
MOST_WORDS = 24
_PIECE = re.compile(
    r'(?P<key>section|part|pathway):(?:"(?P<quoted>[^"]+)"|(?P<value>[^\s":]+))(?!\S)'
    r'|"(?P<phrase>[^"]+)"'
    r"|(?P<word>[^\s\"]+|\")",
    re.I,
)


@dataclass(frozen=True)
class Query:
    """A search as it was meant.

    Attributes:
        words: Folded, in order, those of phrases included, each once.
        phrases: Words that have to stand side by side.
        unfinished: Whether the last word may still be growing.
    """

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    only: SearchFilter = field(default_factory=SearchFilter)
    unfinished: bool = False


def read_query(typed: str, only: SearchFilter) -> Query:
    """Read words, ``"a phrase"`` and ``section:1a``, ``part:…``, ``pathway:…`` from a search line.

    A quote that isn't closed and a filter without a value are plain words. What is too long is
    cut: 1,000 characters and 24 words say all that a search can use.

    Args:
        typed: Anything at all.
        only: The filter that is set beside the line; the line's own wins.
    """
    line = clean(typed[:LONGEST_QUERY])
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    open_end = False
    for piece in _PIECE.finditer(line):
        if piece["key"]:
            value = " ".join((piece["quoted"] or piece["value"]).split())
            limit = {piece["key"].lower(): value}
            only = SearchFilter(**{**only._asdict(), **limit})
            open_end = False
            continue
        found = tokens(piece["phrase"] or piece["word"])
        if piece["phrase"] and len(found) > 1:
            phrases.append(tuple(found[:MOST_WORDS]))
        words += found
        open_end = bool(piece["word"]) and bool(found) and fold(line).endswith(found[-1])
    kept = tuple(dict.fromkeys(words))[:MOST_WORDS]
    only = SearchFilter(section_id(fold(only.section)), fold(only.part), fold(only.pathway))
    unfinished = open_end and bool(kept) and kept[-1] == words[-1]
    return Query(kept, tuple(dict.fromkeys(phrases)), only, unfinished)
