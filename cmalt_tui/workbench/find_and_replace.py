"""Finds words or regular expressions in texts, and says what a replacement would put there."""

import math
import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_search import Found, Match, Query, Spot, searched_texts
from cmalt_tui.plain_text import clean
from cmalt_tui.problems import InputProblem

MOST_MATCHES = 5_000
_LONGEST_QUERY = 1_000
# A repeat that has to come n times is compiled n times over, in time and memory: half a second and
# 300 MB for a million.
_MOST_COMPILED = 1_000_000
_MUST_COME = r"\{\s*(\d+)"
# All that replacements may put into a portfolio together, in characters.
_MOST_PUT = 2_000_000
_SECONDS = 2.0
_SECONDS_WHILE_TYPING = 0.25
# Letters and digits with their marks. Other than \w, no underscore: around a word it is emphasis.
_WORD = r"[\p{L}\p{M}\p{N}\p{Join_Control}]"
_SPACE = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
_ALIKE = ("'‘’‛ʼ′", '"“”„‟″', "-‐‑‒–—−")


def find_in_text(query: Query, spot: Spot, text: str, put: str | None = None) -> Found:
    r"""Find something in one text, while a person waits for the next key.

    Args:
        query: What is looked for.
        spot: Where the text stands.
        text: The text.
        put: What shall stand there instead, with ``\1`` and ``\g<name>`` in regular expressions.

    Raises:
        InputProblem: It is no regular expression, or one that takes too long.
    """
    return _found(query, [(spot, text)], put, _SECONDS_WHILE_TYPING)


def find_everywhere(
    query: Query, framework: Framework, portfolio: Portfolio, put: str | None = None
) -> Found:
    """Find something in all texts of a portfolio, at most `MOST_MATCHES` times.

    Args:
        query: What is looked for.
        framework: The portfolio's framework, which orders the sections.
        portfolio: Where to look.
        put: What shall stand there instead, as in `find_in_text`.

    Raises:
        InputProblem: It is no regular expression, or one that takes too long.
    """
    return _found(query, searched_texts(framework, portfolio), put, _SECONDS)


def _found(
    query: Query, texts: Iterable[tuple[Spot, str]], put: str | None, seconds: float
) -> Found:
    if not query.words:
        return Found()
    pattern = _pattern(query)
    putting = _putting(query, put)
    ends = time.monotonic() + seconds
    matches: list[Match] = []
    searched: dict[Spot, str] = {}
    length = 0
    for spot, text in texts:
        line = counted = 0
        for one in _matches(pattern, text, ends):
            if len(matches) == MOST_MATCHES:
                return Found(tuple(matches), searched, is_cut=True)
            start, end = one.span()
            line, counted = line + text.count("\n", counted, start), start
            instead = putting(one)
            if instead is not None:
                length += len(instead)
                instead = clean(instead) if not spot.field else " ".join(clean(instead).split("\n"))
            if length > _MOST_PUT:
                raise InputProblem("this replacement would make the text too long", "Put in less.")
            searched[spot] = text
            matches.append(Match(spot, start, end, line, instead))
    return Found(tuple(matches), searched)


def _matches(pattern: Any, text: str, ends: float) -> Iterator[Any]:
    """Search a text; with no time left at all, a moment is given still."""
    try:
        yield from pattern.finditer(text, timeout=max(ends - time.monotonic(), 0.01))
    except TimeoutError:
        raise InputProblem(
            "this expression takes too long, so it was stopped",
            "Leave out a repeat inside a repeat, such as (a+)+.",
        ) from None


def _pattern(query: Query) -> Any:
    """Compile a query.

    Raises:
        InputProblem: It is no regular expression, or too long.
    """
    import regex

    if len(query.words) > _LONGEST_QUERY:
        raise InputProblem("this is too long to look for", "Look for less of it.")
    if query.regular and _compiled_length(query.words) > _MOST_COMPILED:
        raise InputProblem("this repeats something too often", "Lower the numbers in { }.")
    written = query.words if query.regular else _literal(query)
    if query.whole_words:
        written = f"(?<!{_WORD})(?:{written})(?!{_WORD})"
    flags = regex.MULTILINE if query.match_case else regex.MULTILINE | regex.IGNORECASE
    try:
        if query.regular:
            # By itself first, so that a message counts from its own first character.
            regex.compile(query.words, flags)
        return regex.compile(written, flags)
    except regex.error as fault:
        told = f"no regular expression: {_told(fault)}"
    except (RecursionError, OverflowError, MemoryError, ValueError, LookupError):
        told = "this is no expression that can be searched for"
    raise InputProblem(told, "Mend it, or look for the words as they are.")


def _compiled_length(expression: str) -> int:
    """How long an expression can become at most, with its repeats written out."""
    counts = [int(count) for count in re.findall(_MUST_COME, expression)]
    return len(expression) * math.prod(count for count in counts if count)


def _literal(query: Query) -> str:
    import regex

    if query.match_case:
        return regex.escape(query.words, special_only=True)
    pieces = []
    spaced = False
    for sign in query.words:
        if sign.isspace():
            pieces += [] if spaced else [_SPACE]
        else:
            alike = next((signs for signs in _ALIKE if sign in signs), "")
            pieces.append(f"[{regex.escape(alike)}]" if alike else regex.escape(sign))
        spaced = sign.isspace()
    return "".join(pieces)


def _putting(query: Query, put: str | None) -> Callable[[Any], str | None]:
    """What makes a match's replacement."""
    if put is None or not query.regular:
        return lambda match: put
    import regex

    def expanded(match: Any) -> str:
        try:
            return str(match.expand(put))
        except (regex.error, LookupError, ValueError, OverflowError) as fault:
            raise InputProblem(
                f"the replacement can't be read: {_told(fault)}",
                r"Groups are \1, \2 or \g<name>; a backslash is \\.",
            ) from None

    return expanded


def _told(fault: Exception) -> str:
    """What the library says, with the character counted as a person does."""
    place = getattr(fault, "pos", None)
    at = f" at character {place + 1}" if isinstance(place, int) else ""
    return f"{getattr(fault, 'msg', fault)}{at}"
