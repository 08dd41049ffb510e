"""The loaded rules of the X-ray, and how they are tried on a sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cmalt_tui.problems import Problem
from cmalt_tui.review.moves.move import Register
from cmalt_tui.review.moves.move_rule import Fired, MoveRule


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
        self._by_word = {register: self._indexed(register) for register in Register}

    def _indexed(self, register: Register) -> dict[str, list[tuple[MoveRule, str]]]:
        """Rules by the first word of what has to be there; ``""`` holds those always tried."""
        found: dict[str, list[tuple[MoveRule, str]]] = {}
        for rule in self.rules:
            if register in rule.registers:
                for words in rule.words or ("",):
                    apart = _words().findall(words)
                    key = apart[0] if apart else ""
                    found.setdefault(key, []).append((rule, " ".join(apart)))
        return found

    def fired(self, text: str, register: Register) -> Iterator[Fired]:
        """Try the rules on a sentence.

        Args:
            text: The sentence as it is written.
            register: Only rules for this register are tried.
        """
        plain = plain_sentence(text)
        original = text if len(text) == len(plain) else plain
        found = _words().findall(plain)
        joined = f" {' '.join(found)} "
        by_word = self._by_word[register]
        tried: set[str] = set()
        for first in dict.fromkeys(("", *found)):
            for rule, words in by_word.get(first, ()):
                if " " in words and f" {words} " not in joined:
                    continue
                if not rule.searches:
                    yield Fired(rule.id, rule.move, words, rule.weight)
                elif rule.id not in tried:
                    tried.add(rule.id)
                    for search in rule.searches:
                        span = search(plain)
                        if span:
                            quote = " ".join(original[span.start : span.end].split())
                            yield Fired(rule.id, rule.move, quote, rule.weight)
                            break


def plain_sentence(text: str) -> str:
    """A sentence in lower case with one apostrophe, and blanks in the place of what is quoted."""
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
