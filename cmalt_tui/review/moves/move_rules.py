"""The loaded rules of the X-ray, and how they are tried on a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cmalt_tui.problems import Problem
from cmalt_tui.review.moves.move import Register
from cmalt_tui.review.moves.move_rule import Fired, MoveRule
from cmalt_tui.review.moves.stems import stems

# Rules by the first of some words in a row; "" holds those that are always tried.
_ByWord = dict[str, list[tuple[MoveRule, str]]]


class _Index(NamedTuple):
    """The rules of a register by the words that have to be there."""

    patterns: _ByWord
    signs: _ByWord


class MoveRules:
    """All rules, found by the words that a sentence has, so that few patterns are ever tried."""

    def __init__(self, rules: tuple[MoveRule, ...], problems: Sequence[Problem] = ()) -> None:
        """Take rules.

        Args:
            rules: The rules, with different ids.
            problems: What could not be used. Patterns that prove too slow are added to this very
                list later.
        """
        self.rules = rules
        self.problems = problems
        self._of = {register: _indexed(rules, register) for register in Register}

    def fired(self, text: str, register: Register) -> Iterator[Fired]:
        """Try the rules on a sentence.

        Args:
            text: The sentence as it is written.
            register: Only rules for this register are tried.
        """
        index = self._of[register]
        plain = plain_sentence(text)
        original = text if len(text) == len(plain) else plain
        found = _by_patterns(index.patterns, plain, original)
        for rule, words in found:
            yield Fired(rule.id, rule.move, words, rule.weight_in(register), is_sure=True)
        for rule, words in _by_signs(index.signs, plain) if index.signs else ():
            yield Fired(rule.id, rule.move, words, rule.weight_in(register), is_sure=False)


def _indexed(rules: Iterable[MoveRule], register: Register) -> _Index:
    index = _Index({}, {})
    for rule in rules:
        if register not in rule.registers:
            continue
        for words in rule.words or ("",):
            apart = _words().findall(words) if rule.searches else stems(words)[1:]
            by_word = index.patterns if rule.searches else index.signs
            by_word.setdefault(apart[0] if apart else "", []).append((rule, " ".join(apart)))
    return index


def _by_patterns(by_word: _ByWord, plain: str, original: str) -> Iterator[tuple[MoveRule, str]]:
    found = _words().findall(plain)
    joined = f" {' '.join(found)} "
    tried: set[str] = set()
    for first in dict.fromkeys(("", *found)):
        for rule, words in by_word.get(first, ()):
            if rule.id in tried or (" " in words and f" {words} " not in joined):
                continue
            tried.add(rule.id)
            if not _is_in_company(rule, plain):
                continue
            for search in rule.searches:
                span = search(plain)
                if span:
                    yield rule, " ".join(original[span.start : span.end].split())
                    break


def _is_in_company(rule: MoveRule, plain: str) -> bool:
    if not (rule.beside or rule.without):
        return True
    there = set(stems(plain))
    return not (rule.beside and there.isdisjoint(rule.beside)) and there.isdisjoint(rule.without)


def _by_signs(by_word: _ByWord, plain: str) -> Iterator[tuple[MoveRule, str]]:
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
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:’[^\W_]+)*")


@cache
def _quoted() -> re.Pattern[str]:
    # A single word in quotation marks is a way of speaking, not speech.
    return re.compile(r"[\"“](?:[^\"“”\s]+\s[^\"“”]*)[\"”]")
