"""Finds where a text has the words of somebody's passage, or says the same in nearly its words.

The same words count from six in a row, with at least two that tell what it is about; see
`overlap_runs`. When a close paraphrase counts, and how that was measured, stands in
`overlap_paraphrases`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.search.overlap_blocks import Block, blocks_of
from cmalt_tui.corpus.search.overlap_comparison import Comparison
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.passage import Origin
from cmalt_tui.progress import Progress, Report

# So many words are compared before others may ask the index something.
_AT_A_TIME = 150
_MOST_REMEMBERED = 5_000
_WHAT = "Comparing with the examples"

Found = tuple[Overlap, ...]
Read = Callable[[Callable[[Database, Vocabulary], list[Found]]], list[Found]]


class _Asked(NamedTuple):
    """What the answer for a paragraph depends on, beside the state of the index."""

    block: Block
    own: Origin | None


class OverlapGuard:
    """Compares texts with the corpus, a paragraph at a time, and remembers what it found."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._comparison: Comparison | None = None
        self._found: dict[_Asked, Found] = {}

    def overlaps(
        self, read: Read, text: str, own: Origin | None, allowed: tuple[str, ...], report: Report
    ) -> Found:
        """Find all overlaps; see `ExampleCorpus.overlaps` for what is promised.

        Args:
            read: Asks something of the index, one thread at a time.
        """
        blocks = list(blocks_of(text, allowed))
        total = sum(len(block.words) for _, block in blocks)
        done = 0
        overlaps: list[Overlap] = []
        for some in _lots(blocks):
            report(Progress(done, total, _WHAT))
            asked = [_Asked(block, own) for _, block in some]
            answers = read(partial(self._answers, asked))
            for (start, block), found in zip(some, answers, strict=True):
                done += len(block.words)
                overlaps += (
                    one._replace(start=start + one.start, end=start + one.end) for one in found
                )
        report(Progress(total, total, _WHAT))
        return tuple(overlaps)

    def _answers(
        self, asked: Sequence[_Asked], database: Database, vocabulary: Vocabulary
    ) -> list[Found]:
        comparison = self._comparison
        if comparison is None or not comparison.is_of(database, vocabulary.generation):
            comparison = self._comparison = Comparison(database, vocabulary.generation)
            self._found.clear()
        if len(self._found) > _MOST_REMEMBERED:
            self._found.clear()
        answers = []
        for one in asked:
            found = self._found.get(one)
            if found is None:
                found = self._found[one] = tuple(comparison.overlaps(one.block, one.own))
            answers.append(found)
        return answers


def _lots(blocks: Sequence[tuple[int, Block]]) -> Iterator[Sequence[tuple[int, Block]]]:
    first = words = 0
    for number, (_, block) in enumerate(blocks, 1):
        words += len(block.words)
        if words >= _AT_A_TIME or number == len(blocks):
            yield blocks[first:number]
            first, words = number, 0
