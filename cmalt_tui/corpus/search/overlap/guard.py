"""Finds where a text has the words of somebody's passage, or says the same in nearly its words.

The same words count from six in a row, with at least two that tell what it is about; see
`overlap.runs`. When a close paraphrase counts, and how that was measured, stands in
`overlap.paraphrases`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import NamedTuple

from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.search.overlap.blocks import Block, blocks_of
from cmalt_tui.corpus.search.overlap.comparison import Comparison
from cmalt_tui.model.overlap import Overlap
from cmalt_tui.model.passage import Origin
from cmalt_tui.progress import Progress, Report

# After so many seconds others may ask the index something.
_LONGEST_READ = 0.03
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
        asked = [_Asked(block, own) for _, block in blocks]
        total = sum(len(block.words) for _, block in blocks)
        answers: list[Found] = []
        while len(answers) < len(asked):
            done = sum(len(one.block.words) for one in asked[: len(answers)])
            report(Progress(done, total, _WHAT))
            answers += read(partial(self._answers, asked[len(answers) :]))
        report(Progress(total, total, _WHAT))
        return tuple(
            one._replace(start=start + one.start, end=start + one.end)
            for (start, _), found in zip(blocks, answers, strict=True)
            for one in found
        )

    def _answers(
        self, asked: Sequence[_Asked], database: Database, vocabulary: Vocabulary
    ) -> list[Found]:
        """Answer for the first paragraph, and for as many more as there is time for."""
        comparison = self._comparison
        if comparison is None or not comparison.is_of(database, vocabulary.generation):
            comparison = self._comparison = Comparison(database, vocabulary.generation)
            self._found.clear()
        if len(self._found) > _MOST_REMEMBERED:
            self._found.clear()
        answers: list[Found] = []
        began = monotonic()
        for one in asked:
            if answers and monotonic() - began > _LONGEST_READ:
                break
            if one not in self._found:
                self._found[one] = tuple(comparison.overlaps(one.block, one.own))
            answers.append(self._found[one])
        return answers
