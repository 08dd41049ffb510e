"""Takes apart what a person typed into the search line; nothing that is typed is an error."""

import re
from dataclasses import dataclass

from cmalt_tui.corpus.index.filed_values import Limit, limits_of
from cmalt_tui.corpus.passages.passage_lines import section_id
from cmalt_tui.corpus.passages.tokens import fold, tokens
from cmalt_tui.model.passage import SearchFilter
from cmalt_tui.model.year_range import read_years
from cmalt_tui.plain_text import clean

LONGEST_QUERY = 1_000
MOST_WORDS = 24
# As they are typed, to the fields that are meant.
FIELD_NAMES = {
    "section": "section",
    "part": "part",
    "path": "pathway",
    "pathway": "pathway",
    "author": "author",
    "year": "year",
    "sector": "sector",
    "licence": "licence",
    "license": "licence",
}
_PIECE = re.compile(
    r"(?P<not>(?<!\S)-(?=[^\s-]))?"
    rf'(?:(?P<key>{"|".join(FIELD_NAMES)}):(?:"(?P<quoted>[^"]+)"|(?P<value>[^\s":]+))(?!\S)'
    r"|(?P<exact>(?<![^\s-])')?"
    r'(?:"(?P<phrase>[^"]+)"|(?P<word>[^\s"]+|")))',
    re.I,
)

# What an editor or a telephone makes of the marks that are typed.
_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')

Run = tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """A search as it was meant; all words are folded.

    Attributes:
        words: In order, those of phrases and exact ones included, each once.
        typed: The same with repeated ones.
        phrases: Words that have to stand side by side.
        exact: Words, alone or side by side, that count in no other spelling.
        unwanted: Words, alone or side by side, that may not be there in any form.
        unspelt: Words, alone or side by side, that may not be there in this spelling.
        limits: What fields have to be; several of one field are alternatives.
        without: What fields may not be.
        unfinished: Whether the last word may still be growing.
    """

    words: Run = ()
    typed: Run = ()
    phrases: tuple[Run, ...] = ()
    exact: tuple[Run, ...] = ()
    unwanted: tuple[Run, ...] = ()
    unspelt: tuple[Run, ...] = ()
    limits: tuple[Limit, ...] = ()
    without: tuple[Limit, ...] = ()
    unfinished: bool = False

    @property
    def asks(self) -> bool:
        """Whether there is anything that a passage could fail to meet."""
        wishes = (self.words, self.unwanted, self.unspelt, self.limits, self.without)
        return any(wishes)


def read_query(typed: str, only: SearchFilter) -> Query:
    """Read the query language from a search line.

    Words; ``"a phrase"``; ``'exact`` spellings; ``section:``, ``part:``, ``path:``, ``author:``,
    ``year:``, ``sector:`` and ``licence:`` with a value; and ``-`` before any of them for what
    is not wanted. A field that is named twice may have either value. Whatever is broken (a quote
    that isn't closed, a year that is none, a field without a value) is read as plain words. What
    is too long is cut: 1,000 characters and 24 of each kind say all that a search can use.

    Args:
        typed: Anything at all.
        only: The filter that is set beside the line; a field that the line names wins over it.
    """
    line = clean(typed[:LONGEST_QUERY]).translate(_STRAIGHT)
    found = _Reading()
    for piece in _PIECE.finditer(line):
        found.take(piece)
    words = tuple(dict.fromkeys(found.words))[:MOST_WORDS]
    grows = found.ends_in_word and fold(line).endswith(found.words[-1])
    named = {limit.field for limit in found.limits}
    beside = [limit for limit in map(_told, limits_of(only)) if limit.field not in named]
    return Query(
        words,
        tuple(found.words[: 2 * MOST_WORDS]),
        _first(found.phrases),
        _first(found.exact),
        _first(found.unwanted),
        _first(found.unspelt),
        (*beside, *found.limits[:MOST_WORDS]),
        tuple(found.without[:MOST_WORDS]),
        grows and words[-1] == found.words[-1],
    )


class _Reading:
    """What was found in the line so far."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.phrases: list[Run] = []
        self.exact: list[Run] = []
        self.unwanted: list[Run] = []
        self.unspelt: list[Run] = []
        self.limits: list[Limit] = []
        self.without: list[Limit] = []
        self.ends_in_word = False

    def take(self, piece: re.Match[str]) -> None:
        """Read one more piece of the line."""
        self.ends_in_word = False
        if piece["key"]:
            limit = _limit(FIELD_NAMES[piece["key"].lower()], piece["quoted"] or piece["value"])
            if limit is not None:
                (self.without if piece["not"] else self.limits).append(limit)
                return
        text = piece["phrase"] or piece["word"] or piece[0]
        found = tokens(text)
        if not found:
            return
        run = tuple(found[:MOST_WORDS])
        if piece["not"] and not piece["key"]:
            (self.unspelt if piece["exact"] else self.unwanted).append(run)
            return
        if piece["exact"]:
            self.exact.append(run)
        elif piece["phrase"] and len(run) > 1:
            self.phrases.append(run)
        self.words += found
        self.ends_in_word = bool(piece["word"]) and not piece["exact"]


def _limit(field: str, value: str) -> Limit | None:
    """A field with its value; None where that says nothing."""
    if field == "year":
        years = read_years(value)
        return Limit(field, value, *years) if years else None
    return _told(Limit(field, value)) if tokens(value) else None


def _told(limit: Limit) -> Limit:
    """A limit with its value as passages are filed under it."""
    value = " ".join(fold(limit.value).split())
    return limit._replace(value=section_id(value) if limit.field == "section" else value)


def _first(runs: list[Run]) -> tuple[Run, ...]:
    return tuple(dict.fromkeys(runs))[:MOST_WORDS]
