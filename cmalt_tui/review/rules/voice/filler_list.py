"""Fillers and wordy phrases in a text, and the text without one of them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.checked_toml import read_table
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.prose import ProseSentence, without_unread
from cmalt_tui.review.quotations import quotation

_FILE = Path(__file__).with_name("fillers.toml")
_OUT = ""
_REMEMBERED = 500


class Filler(NamedTuple):
    """A filler in a text.

    Attributes:
        words: As it is written.
        instead: What says the same; empty where it can just go.
        start, end: What goes, in characters of the text: the words, with the blank behind them
            where nothing comes instead.
        sentence: The sentence that it stands in.
    """

    words: str
    instead: str
    start: int
    end: int
    sentence: ProseSentence

    @property
    def saved(self) -> int:
        """How many words fewer the text would have."""
        return len(self.words.split()) - len(self.instead.split())


@lru_cache(maxsize=_REMEMBERED)
def fillers_in(text: str) -> tuple[Filler, ...]:
    """List the fillers of a Markdown text in order; quotations and names are left alone."""
    return tuple(_fillers(text))


def _fillers(text: str) -> Iterator[Filler]:
    there = _phrases_of(text)
    if not there:
        return
    phrases, pattern = _phrases(), _pattern(there)
    shown = without_unread(text)
    for sentence in own_sentences(text):
        if not pattern.search(sentence.text):
            continue
        quoted = [found.span() for found in quotation().finditer(sentence.text)]
        for found in pattern.finditer(shown, sentence.start, sentence.end):
            written = found[0]
            if any(written in sentence.text[first:last] for first, last in quoted):
                continue
            if written[1:] != written[1:].lower():
                continue  # Capitals inside: a name.
            instead = phrases[" ".join(written.lower().split())]
            end = found.end()
            if not instead:
                behind = _behind().match(shown, end)
                end = behind.end() if behind else end
            elif written[0].isupper():
                instead = instead[0].upper() + instead[1:]
            yield Filler(written, instead, found.start(), end, sentence)


def without_filler(text: str, filler: Filler) -> str:
    """Take a filler out; a sentence that it began begins with a capital again."""
    rest = text[filler.end :]
    if not filler.instead and filler.words[0].isupper():
        rest = rest[:1].upper() + rest[1:]
    return text[: filler.start] + filler.instead + rest


@cache
def _phrases() -> Mapping[str, str]:
    table = read_table(_FILE)
    shorter = table.table("shorter")
    return {
        **dict.fromkeys(table.table("left-out").lines("phrases"), _OUT),
        **dict.fromkeys(table.table("strengthening").lines("words"), _OUT),
        **{phrase: shorter.line(phrase) for phrase in shorter.values},
    }


def _phrases_of(text: str) -> tuple[str, ...]:
    """The phrases that a text may hold: looking for each is quicker than for any of them."""
    said = " ".join(text.lower().split())
    return tuple(phrase for phrase in _phrases() if phrase in said)


@lru_cache(maxsize=_REMEMBERED)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    strengthening = _strengthening()
    longest_first = sorted(set(phrases) - strengthening, key=len, reverse=True)
    listed = "|".join(phrase.replace(" ", r"\s+") for phrase in longest_first) or r"(?!)"
    words = "|".join(sorted(set(phrases) & strengthening)) or r"(?!)"
    # "the very first", "not very", "how very": there it means something.
    before = "".join(rf"(?<!\b{word}\s)" for word in ("not", "n[’']t", "the", "so", "too", "how"))
    return re.compile(
        rf"(?<![\w/-])(?:{listed})(?![\w/-])"
        rf"|{before}(?<![\w/-])(?:{words})(?=\s+(?!much\b|few\b|little\b)[a-z]{{3}})",
        re.I,
    )


@cache
def _strengthening() -> frozenset[str]:
    return frozenset(read_table(_FILE).table("strengthening").lines("words"))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r",?\s+")
