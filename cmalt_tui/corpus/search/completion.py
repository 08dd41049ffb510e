"""Completes what stands at the cursor of the search line: names of fields, their values, words."""

import re
from collections.abc import Iterator
from itertools import islice

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.filed_values import FiledValue, values_of
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.tokens import fold, tokens
from cmalt_tui.corpus.search.query_text import FIELD_NAMES
from cmalt_tui.model.facets import Completion

MOST = 8
_SHORTEST_NAME, _SHORTEST_WORD = 2, 3
# No value or word is longer; what stands further off doesn't matter.
_LOOK_BACK = 600
_VALUE = re.compile(
    rf'(?<![^\s-])(?P<key>{"|".join(FIELD_NAMES)}):(?P<value>"[^"]*|[^\s"]*)\Z', re.I
)
_WORD = re.compile(r"[^\W_]+\Z")
_REST = re.compile(r"[^\W_]*")
_REST_OF_VALUE = re.compile(r'[^\s"]*')
_REST_IN_QUOTES = re.compile(r'[^"]*"|[^\s"]*')
# What a year may have before it: ``>``, ``2019-`` …
_BEFORE_YEAR = re.compile(r"(?:[<>]=?|\d{4}(?:-|\.\.))?")


def completions(
    database: Database, vocabulary: Vocabulary, line: str, cursor: int
) -> tuple[Completion, ...]:
    """Complete from one state of the index; see `ExampleCorpus.completions`."""
    cursor = max(0, min(cursor, len(line)))
    before = line[max(0, cursor - _LOOK_BACK) : cursor]
    if value := _VALUE.search(before):
        found = _values(database, vocabulary, value, line, cursor)
    elif word := _WORD.search(before):
        is_in_front = not before[: word.start()] or before[word.start() - 1] in " \t-"
        found = _words(vocabulary, word[0], line, cursor, is_in_front=is_in_front)
    else:
        return ()
    return tuple(islice(found, MOST))


def _values(
    database: Database, vocabulary: Vocabulary, typed: re.Match[str], line: str, cursor: int
) -> Iterator[Completion]:
    """The values of a field that have the typed words, the last one as a beginning."""
    key, value = typed["key"].lower(), typed["value"]
    start = cursor - len(typed[0])
    rest = _REST_IN_QUOTES if value.startswith('"') else _REST_OF_VALUE
    end = cursor + len((rest.match(line, cursor) or [""])[0])
    field = FIELD_NAMES[key]
    sign = ""
    if field == "year" and (found := _BEFORE_YEAR.match(value)):
        sign = found[0]
    words = tokens(value[len(sign) :])
    for one in values_of(database, vocabulary, field):
        if _goes_on(one, words):
            yield Completion(start, end, f"{key}:{sign}{_written(one.value)}", one.passages)


def _goes_on(one: FiledValue, words: list[str]) -> bool:
    if not words:
        return True
    *whole, last = words
    return f" {last}" in one.words and all(f" {word} " in one.words for word in whole)


def _written(value: str) -> str:
    """A value as it is typed; a quote in it is left out, since only its words are compared."""
    bare = " ".join(value.replace('"', " ").split())
    return f'"{bare}"' if re.search(r"[\s:“”„‘’]", bare) else bare


def _words(
    vocabulary: Vocabulary, word: str, line: str, cursor: int, *, is_in_front: bool
) -> Iterator[Completion]:
    """Names of fields, where one can stand, then words of the corpus."""
    start = cursor - len(word)
    end = cursor + len((_REST.match(line, cursor) or [""])[0])
    beginning = fold(word)
    if is_in_front and len(word) >= _SHORTEST_NAME:
        named: dict[str, str] = {}
        for name, field in FIELD_NAMES.items():
            if name.startswith(beginning):
                named.setdefault(field, name)
        for name in named.values():
            yield Completion(start, end, f"{name}:")
    if len(word) >= _SHORTEST_WORD:
        for known in vocabulary.completions(beginning):
            if known.word != beginning:
                yield Completion(start, end, known.word, known.passages)
