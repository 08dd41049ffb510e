"""Leaves out of passages what nobody wrote for a reader: guidance, contents lists, mere links."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.model.example_source import LeftOut
from cmalt_tui.model.passage import Passage
from cmalt_tui.plain_text import count_words

GUIDANCE, CONTENTS, LINKS = "guidance", "contents", "links and pictures"
_LINK = re.compile(r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_BARE_ADDRESS = re.compile(r"<?\bhttps?://[^\s>)]+>?")
_LISTED = re.compile(r"^[ \t]*(?:[-+*]|\d{1,3}[.)])[ \t]")
_LEADER = re.compile(r"\S[ \t]*(?:\.[ \t]?){3,}[ \t]*\d{1,3}[ \t]*$|\S\t+\d{1,3}[ \t]*$")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_LEAST_ENTRIES = 3
_MOST = 0.7  # of the lines or words of a block: then it is what they are
_ONLY = 0.9
_LONGEST_LEAD = 6
_OPENING = 60  # characters, in which the first word is
_NEVER = frozenset[str]()


class Sieve:
    """Lets through what somebody wrote, and counts the rest by kind.

    A block is what stands between blank lines. A few words that only led to one that is left
    out, ``Evidence:``, go with it.
    """

    def __init__(
        self,
        kind_of: Callable[[str], str],
        prompts: Collection[str] = _NEVER,
        titles: Collection[str] = _NEVER,
    ) -> None:
        """Make a sieve for one source.

        Args:
            kind_of: Says of a paragraph's plain text what it is, ``guidance``, ``navigation`` …;
                empty if it is text.
            prompts: Sentences that a framework asks with, `folded`.
            titles: Titles that contents lists are made of, `folded`.
        """
        self._kind_of = kind_of
        self._prompts = prompts
        self._openings = {_opening(prompt) for prompt in prompts}
        self._titles = titles
        self._words: Counter[str] = Counter()
        self._pieces: Counter[str] = Counter()

    def sift(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """Take from passages what is no text; those of which nothing is left don't come out."""
        for passage in passages:
            text = self._sifted(passage.text)
            if text == passage.text:
                yield passage
            elif text:
                yield replace(passage, text=text)

    def count(self, kind: str, words: int, pieces: int = 1) -> None:
        """Count what was left out elsewhere, before there were passages."""
        self._words[kind] += words
        self._pieces[kind] += pieces

    def left_out(self) -> tuple[LeftOut, ...]:
        """What was left out up to now, the most words first."""
        kinds = sorted(self._pieces, key=lambda kind: (-self._words[kind], kind))
        return tuple(LeftOut(kind, self._words[kind], self._pieces[kind]) for kind in kinds)

    def _sifted(self, text: str) -> str:
        kept: list[str] = []
        for block in text.split("\n\n"):
            kind = self._kind(block)
            if not kind:
                kept.append(block)
                continue
            if kept and _only_leads_to_it(kept[-1]):
                self._drop(kept.pop(), kind)
            self._drop(block, kind)
        return text if len(kept) == text.count("\n\n") + 1 else "\n\n".join(kept).strip()

    def _drop(self, block: str, kind: str) -> None:
        self.count(kind, count_words(block))

    def _kind(self, block: str) -> str:
        if "](" in block or "http" in block:
            if not (bare := plain(block)).strip() or _are_links(block, bare):
                return LINKS
        else:
            bare = plain(block)
        lines = bare.split("\n")
        if len(lines) >= _LEAST_ENTRIES:
            if self._is_contents(block, lines):
                return CONTENTS
            if _LISTED.match(block):
                return self._kind_of_most(lines)
        if self._is_asked(bare):
            return GUIDANCE
        return self._kind_of(" ".join(lines)) if bare else ""

    def _kind_of_most(self, lines: list[str]) -> str:
        kinds = Counter(GUIDANCE if self._is_asked(line) else self._kind_of(line) for line in lines)
        kind, count = kinds.most_common(1)[0]
        return kind if count >= _MOST * len(lines) else ""

    def _is_asked(self, text: str) -> bool:
        # Prose is told by its first words, so that the rest needn't be looked at.
        if _opening(text[:_OPENING]) not in self._openings:
            return False
        said = False
        for sentence in _SENTENCE_END.split(text):
            if asked := _folded(sentence):
                if asked not in self._prompts:
                    return False
                said = True
        return said

    def _is_contents(self, block: str, lines: list[str]) -> bool:
        led = sum(bool(_LEADER.search(line)) for line in block.split("\n"))
        if led >= _LEAST_ENTRIES and led >= _MOST * len(lines):
            return True
        known = sum(_folded(line) in self._titles for line in lines)
        return known >= _LEAST_ENTRIES and known >= _MOST * len(lines)


def folded(text: str) -> str:
    """A title or a sentence without case, marks and page number, for telling it again."""
    return _folded(plain(text))


def _folded(bare: str) -> str:
    found = tokens(bare)
    if len(found) > 1 and found[-1].isdigit():
        found.pop()
    return " ".join(found)


def _opening(text: str) -> str:
    return next(iter(tokens(text)), "")


def _only_leads_to_it(block: str) -> bool:
    return block.rstrip(" *_").endswith(":") and count_words(block) <= _LONGEST_LEAD


def _are_links(block: str, bare: str) -> bool:
    """Whether a block is nothing but links, or a list of which most is links."""
    linked = sum(max(1, count_words(found[1])) for found in _LINK.finditer(block))
    linked += len(_BARE_ADDRESS.findall(_LINK.sub(" ", block)))
    if not linked:
        return False
    words = count_words(_BARE_ADDRESS.sub(" link ", bare))
    share = _MOST if len(bare.split("\n")) >= _LEAST_ENTRIES and _LISTED.match(block) else _ONLY
    return linked >= share * words
