"""The loaded rules of the X-ray, and how they are tried on a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cmalt_tui.problems import Problem
from cmalt_tui.review.moves.move import Register
from cmalt_tui.review.moves.move_rule import Fired, MoveRule, Span
from cmalt_tui.review.moves.searched_sentence import (
    SearchedSentence,
    with_words_marked,
    words_in,
)
from cmalt_tui.review.moves.stems import stems

_REMEMBERED = 4_000
_LONGEST = 4_000  # No sentence is longer; what is, has no ends, and is looked at from its start.

# Rules by the first of some words in a row; "" holds those that are always tried.
_ByWord = dict[str, list[tuple[MoveRule, tuple[str, ...]]]]
# Rules by the first of some words in a row, without endings.
_BySign = dict[str, list[tuple[MoveRule, str]]]


class _Index(NamedTuple):
    """The rules of a register by the words that have to be there."""

    patterns: _ByWord
    signs: _BySign


class MoveRules:
    """All rules, found by the words that a sentence has, so that few patterns are ever tried."""

    def __init__(
        self,
        rules: tuple[MoveRule, ...],
        problems: Sequence[Problem] = (),
        letters: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Take rules.

        Args:
            rules: The rules, with different ids.
            problems: What could not be used. Patterns that prove too slow are added to this very
                list later.
            letters: By which letter each word of a list is marked for patterns.
        """
        self._letters = letters
        self.rules = rules
        self.problems = problems
        self._of = {register: _indexed(rules, register) for register in Register}
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._fired)

    def fired(self, text: str, register: Register) -> tuple[Fired, ...]:
        """Try the rules on a sentence; asked again for the same one, it costs nothing.

        Args:
            text: The sentence as it is written.
            register: Only rules for this register are tried.
        """
        return self._remembered(text[:_LONGEST], register)

    def _fired(self, text: str, register: Register) -> tuple[Fired, ...]:
        return tuple(self._all_fired(text, register))

    def _all_fired(self, text: str, register: Register) -> Iterator[Fired]:
        index = self._of[register]
        plain = plain_sentence(text)
        original = text if len(text) == len(plain) else plain
        sentence = SearchedSentence(plain, self._letters)
        for rule, (start, end) in _by_patterns(index.patterns, sentence):
            words = " ".join(original[start:end].split())
            yield Fired(rule.id, rule.move, words, rule.weight_in(register), is_sure=True)
        for rule, words in _by_signs(index.signs, plain) if index.signs else ():
            yield Fired(rule.id, rule.move, words, rule.weight_in(register), is_sure=False)


def _indexed(rules: Iterable[MoveRule], register: Register) -> _Index:
    index = _Index({}, {})
    for rule in rules:
        if register not in rule.registers:
            continue
        for words in rule.words or ("",):
            if rule.patterns:
                run = words_in(words)
                index.patterns.setdefault(run[0] if run else "", []).append((rule, run))
            else:
                found = stems(words)[1:]
                index.signs.setdefault(found[0], []).append((rule, " ".join(found)))
    return index


def _by_patterns(by_word: _ByWord, sentence: SearchedSentence) -> Iterator[tuple[MoveRule, Span]]:
    """The rules of which a pattern is found, in the order of the words that led to them."""
    places: dict[str, list[Span]] = {}
    tried: dict[str, MoveRule] = {}
    for first in dict.fromkeys(("", *sentence.words)):
        for rule, run in by_word.get(first, ()):
            found = list(sentence.places_of(run)) if run else []
            if found or not run:
                tried[rule.id] = rule
                places.setdefault(rule.id, []).extend(found)
    for rule in tried.values():
        if _is_in_company(rule, sentence.plain):
            span = _first_found(rule, sentence, places[rule.id])
            if span:
                yield rule, span


def _first_found(rule: MoveRule, sentence: SearchedSentence, places: list[Span]) -> Span | None:
    marked: dict[bool, str] = {}
    for pattern in rule.patterns:
        text = sentence.listed if pattern.marks_lists else sentence.plain
        if pattern.marks_words:
            if pattern.marks_lists not in marked:
                marked[pattern.marks_lists] = with_words_marked(text, places)
            text = marked[pattern.marks_lists]
        span = pattern.search(text)
        if span:
            return span
    return None


def _is_in_company(rule: MoveRule, plain: str) -> bool:
    if not (rule.beside or rule.without):
        return True
    there = set(stems(plain))
    return not (rule.beside and there.isdisjoint(rule.beside)) and there.isdisjoint(rule.without)


def _by_signs(by_word: _BySign, plain: str) -> Iterator[tuple[MoveRule, str]]:
    found = stems(plain)
    there = set(found)
    joined = f" {' '.join(found)} "
    done: set[str] = set()
    for first in there:
        for rule, words in by_word.get(first, ()):
            if (
                rule.id in done
                or (" " in words and f" {words} " not in joined)
                or (rule.beside and there.isdisjoint(rule.beside))
                or not there.isdisjoint(rule.without)
            ):
                continue
            if not rule.each:
                done.add(rule.id)
            yield rule, words


def plain_sentence(text: str) -> str:
    """A sentence in lower case, with one kind of apostrophe and blanks for what is quoted."""
    plain = text.lower().replace("'", "’").replace("‘", "’")
    if any(mark in plain for mark in '"“'):
        plain = _quoted().sub(lambda found: " " * len(found[0]), plain)
    return plain


@cache
def _quoted() -> re.Pattern[str]:
    # A single word in quotation marks is a way of speaking, not speech.
    return re.compile(r"[\"“](?:[^\"“”\s]+\s[^\"“”]*)[\"”]")
