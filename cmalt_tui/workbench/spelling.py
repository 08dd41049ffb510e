"""Spelling of a portfolio: the dictionary, joined with its own words and the person's."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.language.dictionary import Dictionary, load_dictionary
from cmalt_tui.language.doubtful import Doubtful
from cmalt_tui.language.grammar import INSTALL, Grammar, has_grammar
from cmalt_tui.language.own_words import add_own_word, read_own_words
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import addresses_of, text_at
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem, Problem

WORDS_FILE = "words.txt"
OFF = "off"
__all__ = [
    "Doubtful",
    "DoubtfulWord",
    "Grammar",
    "Spelling",
    "doubtful_as_json",
    "grammar_problem",
    "open_spelling",
]
_EVIDENCE = "evidence"


class DoubtfulWord(NamedTuple):
    """A doubtful word of a portfolio or a document.

    Attributes:
        section: The id of its section; empty in a document that is no portfolio.
        part: The part of the section: ``description``, ``reflection``.
        item: The id of the reflection or the item of evidence, where it has one.
        line: The line in that text, from 1.
        column: The first character in that line, from 1.
        word: As it is written.
        suggestions: What it could be, best first.
    """

    section: str
    part: str
    item: str
    line: int
    column: int
    word: str
    suggestions: tuple[str, ...]


class Spelling:
    """What texts of a portfolio are checked by; words can be added to it.

    Attributes:
        problems: Which lists of words can't be read, and why.
    """

    def __init__(self, spelling: str, places: Places, folder: Path | None) -> None:
        """Load the dictionary and both lists of words; takes about 60 ms.

        Args:
            spelling: ``british`` or ``american``.
            places: Where the person's own words are.
            folder: The portfolio's folder; None for a document that is no portfolio.
        """
        self.dictionary: Dictionary = load_dictionary(spelling)
        self.problems: tuple[Problem, ...] = ()
        self._own_file = places.own_words
        self._portfolio_file = folder / WORDS_FILE if folder is not None else None
        for file in (self._own_file, self._portfolio_file):
            if file is not None:
                self._take(file)

    def doubtful_in(self, line: str) -> tuple[Doubtful, ...]:
        """List the doubtful words of a line."""
        return self.dictionary.check_line(line)

    def suggest(self, word: str) -> tuple[str, ...]:
        """List what a doubtful word could be, best first."""
        return self.dictionary.suggest(word)

    def is_of_other_spelling(self, word: str) -> bool:
        """Whether a word is right in the spelling that was not chosen."""
        return self.dictionary.is_elsewhere(word)

    def skip(self, word: str) -> None:
        """Hold a word for right until the program ends."""
        self.dictionary.add((word,))

    def add_to_portfolio(self, word: str) -> None:
        """Hold a word for right in this portfolio.

        Raises:
            InputProblem: The list can't be written.
        """
        if self._portfolio_file is not None:
            add_own_word(self._portfolio_file, _as_added(word))
        self.skip(_as_added(word))

    def add_to_own(self, word: str) -> None:
        """Hold a word for right in everything that this person writes.

        Raises:
            InputProblem: The list can't be written.
        """
        add_own_word(self._own_file, _as_added(word))
        self.skip(_as_added(word))

    def doubtful_words(self, text: str) -> Iterator[DoubtfulWord]:
        """List the doubtful words of a document, with suggestions."""
        yield from self._doubtful_in_text("", "", "", text.split("\n"))

    def doubtful_words_of(
        self, portfolio: Portfolio, framework: Framework
    ) -> Iterator[DoubtfulWord]:
        """List the doubtful words of a portfolio in the order of its sections, with suggestions."""
        for entry in entries(framework, portfolio):
            for address in addresses_of(entry):
                if address.part == _EVIDENCE:
                    for use in entry.written.evidence:
                        lines = use.shows.split("\n")
                        yield from self._doubtful_in_text(entry.id, _EVIDENCE, use.item, lines)
                elif address.is_text:
                    lines = text_at(portfolio, address).split("\n")
                    yield from self._doubtful_in_text(*address, lines)

    def _doubtful_in_text(
        self, section: str, part: str, item: str, lines: Sequence[str]
    ) -> Iterator[DoubtfulWord]:
        for row, start, _, word in self.dictionary.check(lines):
            near = self.suggest(word)
            yield DoubtfulWord(section, part, item, row + 1, start + 1, word, near)

    def _take(self, file: Path) -> None:
        try:
            self.dictionary.add(read_own_words(file))
        except InputProblem as unreadable:
            self.problems += (unreadable.problem,)


def open_spelling(spelling: str, places: Places, folder: Path | None) -> Spelling | None:
    """Load what texts are checked by, by a setting; None where that is ``off``."""
    return None if spelling == OFF else Spelling(spelling, places, folder)


def grammar_problem() -> Problem | None:
    """Why grammar can't be checked here, and what to do about it."""
    if has_grammar():
        return None
    return Problem(
        "grammar is not checked: the extra for it is not installed", f"{INSTALL} adds it."
    )


def doubtful_as_json(found: Sequence[DoubtfulWord], spelling: str) -> dict[str, object]:
    """The doubtful words as ``spell --json`` prints them."""
    return {
        "schema": 1,
        "spelling": spelling,
        "count": len(found),
        "words": [one._asdict() for one in found],
    }


def _as_added(word: str) -> str:
    """A word as it goes into a list: without the ending of a possessive."""
    return word.replace("’", "'").removesuffix("'s")
