"""Finds paragraphs of two sections that tell the same story in other words, by rare words alike."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmalt_tui.model.portfolio import STATEMENT
from cmalt_tui.review.rules.reflection.told_paragraphs import Paragraph

# A word that is in more paragraphs belongs to the portfolio, not to one story.
_RARE = 6
# So many words that are in these two paragraphs alone, or more that are in a few others too; a
# name counts a little more. On portfolios read for this, pairs above told the same story.
_NEARLY, _ENOUGH, _NAME = 6.5, 7.5, 0.3


class SameStory(NamedTuple):
    """Two paragraphs, and the telling words that both have, the rarest first."""

    later: Paragraph
    earlier: Paragraph
    words: tuple[str, ...]


def same_stories(paragraphs: Sequence[Paragraph]) -> Iterator[SameStory]:
    """List the likest pair of paragraphs for each two sections that share a story.

    Statements are left out: a context says beforehand what the sections tell.
    """
    told = [one for one in paragraphs if one.text.part != STATEMENT]
    places: dict[str, list[int]] = defaultdict(list)
    for number, paragraph in enumerate(told):
        for term in paragraph.terms:
            places[term].append(number)
    alone = math.log(max(len(told), 3) / 2)
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for numbers in places.values():
        if 2 <= len(numbers) <= _RARE:
            weight = math.log(len(told) / len(numbers)) / alone if len(told) > _RARE else 1.0
            for at, earlier in enumerate(numbers):
                for later in numbers[at + 1 :]:
                    weights[earlier, later] += weight
    likest: list[tuple[float, SameStory]] = []
    for (earlier, later), weight in weights.items():
        if weight >= _NEARLY and told[earlier].section != told[later].section:
            words = _shared(told[later], told[earlier], places)
            story = SameStory(told[later], told[earlier], words)
            likest.append((weight + _NAME * _names(story), story))
    likest.sort(key=lambda one: -one[0])
    seen: set[tuple[str, str]] = set()
    for weight, story in likest:
        pair = story.earlier.section, story.later.section
        if weight >= _ENOUGH and pair not in seen:
            seen.add(pair)
            yield story


def _names(story: SameStory) -> int:
    """How many of the words have a capital in both, elsewhere than at the start of a sentence."""
    reads = (story.later.read, story.earlier.read)
    return sum(
        all(re.search(rf"[\w,(] {re.escape(word.capitalize())}", read) for read in reads)
        for word in story.words
    )


def _shared(later: Paragraph, earlier: Paragraph, places: dict[str, list[int]]) -> tuple[str, ...]:
    both = [term for term in later.terms if term in earlier.terms and len(places[term]) <= _RARE]
    both.sort(key=lambda term: (len(places[term]), -len(term)))
    return tuple(later.terms[term].word for term in both)
