"""Compares one paragraph with all passages: the same words first, then close paraphrases."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.passages.placed_words import placed_words
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.corpus.search.overlap.blocks import Block
from cmalt_tui.corpus.search.overlap.paraphrases import ParaphraseFinder, sentences
from cmalt_tui.corpus.search.overlap.runs import SHORTEST_RUN, Run, RunFinder
from cmalt_tui.corpus.search.overlap.words import KnownWords
from cmalt_tui.model.overlap import Likeness, Overlap
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.plain_text import clean_line

# With so few words changed between two runs of one passage, it is one stretch.
_CHANGED = 2


class Stretch(NamedTuple):
    """Runs of one passage with hardly a word changed between them.

    Attributes:
        start, end: Numbers of words of one's own text.
        theirs, theirs_end: Numbers of words of the passage.
        longest: How many words in a row are the same.
        same: How many are the same in all.
    """

    start: int
    end: int
    row: int
    theirs: int
    theirs_end: int
    longest: int
    same: int


class Comparison:
    """Compares with the passages of one state of the index."""

    def __init__(self, database: Database, generation: int) -> None:
        """Prepare; nothing is read yet but the number of passages."""
        self._database = database
        self._generation = generation
        known = KnownWords(database)
        self._runs = RunFinder(database, known)
        self._paraphrases = ParaphraseFinder(database, known, stored.searched_passages(database))
        self._own: dict[Origin, frozenset[int]] = {}

    def is_of(self, database: Database, generation: int) -> bool:
        """Whether it still holds for this state of this index."""
        return self._database is database and self._generation == generation

    def overlaps(self, block: Block, own: Origin | None) -> list[Overlap]:
        """Find the overlaps of one paragraph, in order.

        Args:
            block: The paragraph.
            own: Title and author of the text's portfolio, whose passages are one's own.
        """
        origins = self._origins_of(own) if own else frozenset()
        runs = self._runs.runs(block.words, origins, block.allowed)
        copied = list(self._copied(block, _chosen(_stretches(runs))))
        said = self._said_again(block, origins, copied)
        return sorted((*copied, *said), key=lambda overlap: overlap.start)

    def _copied(self, block: Block, stretches: Sequence[Stretch]) -> Iterator[Overlap]:
        passages = stored.passages_of(self._database, [found.row for found in stretches])
        for found, passage in zip(stretches, passages, strict=True):
            start, end = block.places[found.start][0], block.places[found.end - 1][1]
            if _is_quoted(block, start, end, passage.origin):
                continue
            yield Overlap(
                start,
                end,
                clean_line(plain(block.text[start:end])),
                _words_of(passage, found.theirs, found.theirs_end),
                passage,
                Likeness.SAME_WORDS,
                found.longest,
                found.same / (found.end - found.start),
            )

    def _said_again(
        self, block: Block, own: frozenset[int], copied: Sequence[Overlap]
    ) -> Iterator[Overlap]:
        starts = [place[0] for place in block.places]
        for start, end in sentences(block.text):
            here = range(bisect_left(starts, start), bisect_left(starts, end))
            if not here or not all(block.words[number] for number in here):
                continue
            first, last = block.places[here[0]][0], block.places[here[-1]][1]
            if _share_of(first, last, copied) > 0.5:
                continue
            told = (block.words[number] for number in here if not block.allowed[number])
            near = self._paraphrases.nearest(self._paraphrases.stems(told), own)
            if near is None:
                continue
            (passage,) = stored.passages_of(self._database, [near.row])
            if not _is_quoted(block, first, last, passage.origin):
                yield Overlap(
                    first,
                    last,
                    clean_line(plain(block.text[first:last])),
                    clean_line(plain(passage.text[near.start : near.end])),
                    passage,
                    Likeness.PARAPHRASE,
                    near.shared,
                    near.likeness,
                )

    def _origins_of(self, own: Origin) -> frozenset[int]:
        """The origins that are one's own: of the same author, or unnamed with the same title."""
        if own not in self._own:
            author, title = tokens(own.author), tokens(own.portfolio)
            self._own[own] = frozenset(
                row
                for row, portfolio, named in self._database.rows(
                    "SELECT id, portfolio, author FROM origin"
                )
                if tokens(named) == author and (author or tokens(portfolio) == title)
            )
        return self._own[own]


def _stretches(runs: Sequence[Run]) -> Iterator[Stretch]:
    """Join runs of one passage that only a word or two stands between."""
    joined: dict[int, Stretch] = {}
    for run in runs:
        before = joined.get(run.row)
        fresh = Stretch(
            run.start, run.end, run.row, run.theirs, run.theirs + run.words, run.words, run.words
        )
        if (
            before
            and 0 <= run.start - before.end <= _CHANGED
            and 0 <= run.theirs - before.theirs_end <= _CHANGED
        ):
            fresh = Stretch(
                before.start,
                run.end,
                run.row,
                before.theirs,
                fresh.theirs_end,
                max(before.longest, run.words),
                before.same + run.words,
            )
        elif before:
            yield before
        joined[run.row] = fresh
    yield from joined.values()


def _chosen(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The longest stretches, each with six words or more that no longer one has."""
    chosen: list[Stretch] = []
    taken: set[int] = set()
    for found in sorted(stretches, key=lambda found: (-found.same, found.start, found.row)):
        words = set(range(found.start, found.end)) - taken
        if len(words) >= SHORTEST_RUN:
            taken |= words
            chosen.append(found)
    return chosen


def _is_quoted(block: Block, start: int, end: int, origin: Origin) -> bool:
    """Whether it stands in a quotation beside which its author or portfolio is named."""
    return any(
        quote.start <= start and end <= quote.end and quote.names(origin.author, origin.portfolio)
        for quote in block.quoted
    )


def _share_of(start: int, end: int, overlaps: Iterable[Overlap]) -> float:
    covered = sum(max(0, min(end, one.end) - max(start, one.start)) for one in overlaps)
    return covered / (end - start)


def _words_of(passage: Passage, first: int, last: int) -> str:
    """Some words of a passage as they are written there; title and text are counted through."""
    title = clean_line(passage.title)
    # The text's first word comes after those of the title and the border.
    before = len(tokens(passage.title)) + 1
    if last < before:
        return title
    places = placed_words(passage.text)
    start, end = places[max(0, first - before)].start, places[last - before - 1].end
    told = clean_line(plain(passage.text[start:end]))
    return told if first >= before else f"{title} {told}"
