"""How long others' texts are, by section and part, as the review and the screens show it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from cmalt_tui.model.outline import base_id
from cmalt_tui.model.passage import Origin, PartLength
from cmalt_tui.review.reviewed import Norm

LEAST_PORTFOLIOS = 3


def length_norms(
    lengths: Iterable[PartLength], own: Origin | None = None
) -> Mapping[tuple[str, str], Norm]:
    """Make ranges of the lengths in the example corpus.

    Args:
        lengths: What `Examples.lengths` gives. A portfolio of which the corpus holds one passage
            a part is there in excerpts, whose lengths say nothing, and is not counted.
        own: Title and author of one's own portfolio, which is not counted among the others.

    Returns:
        By the base id of a section (``specialist``) and the part. Where fewer than three
        portfolios have one, there is no range for it.
    """
    listed = [one for one in lengths if not (own and _is_own(one, own))]
    whole = {_portfolio(one) for one in listed if one.passages > 1}
    words: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for one in listed:
        if _portfolio(one) in whole:
            words[base_id(one.section), one.part][_portfolio(one)] += one.words
    return {
        place: _norm(sorted(counted.values()))
        for place, counted in words.items()
        if len(counted) >= LEAST_PORTFOLIOS
    }


def _portfolio(one: PartLength) -> tuple[str, str]:
    return one.portfolio, one.author


def _is_own(one: PartLength, own: Origin) -> bool:
    if own.author and one.author:
        return own.author.casefold() == one.author.casefold()
    return own.portfolio.casefold() == one.portfolio.casefold()


def _norm(counts: list[int]) -> Norm:
    lower, middle, upper = (_quantile(counts, part) for part in (0.25, 0.5, 0.75))
    return Norm(lower, middle, upper, len(counts))


def _quantile(counts: list[int], part: float) -> int:
    """The value at a part of the way through sorted counts, between neighbours if need be."""
    place = part * (len(counts) - 1)
    before = int(place)
    behind = min(before + 1, len(counts) - 1)
    return round(counts[before] + (place - before) * (counts[behind] - counts[before]))
