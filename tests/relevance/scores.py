"""What a ranking is worth: how high the right answers stand, over many searches."""

from collections.abc import Collection, Iterable, Sequence
from statistics import mean
from typing import NamedTuple


class Score(NamedTuple):
    """The mean over some searches.

    Attributes:
        mrr: One through the place of the first right answer.
        first: How often a right answer is the first.
        recall: How many of the right answers are among the first ten, of those that could be.
    """

    mrr: float
    first: float
    recall: float

    def __str__(self) -> str:
        return f"MRR {self.mrr:.3f}  first {self.first:.3f}  recall@10 {self.recall:.3f}"


def score(results: Iterable[tuple[Sequence[str], Collection[str]]]) -> Score:
    """Score searches, each by what it found, best first, and what is right."""
    ranks, recalls = [], []
    for found, right in results:
        place = next((number for number, name in enumerate(found, 1) if name in right), 0)
        ranks.append(1 / place if place else 0.0)
        recalls.append(len(set(found[:10]) & set(right)) / min(10, len(right)))
    return Score(mean(ranks), mean(rank == 1 for rank in ranks), mean(recalls))
