"""What the passages of an answer have in common, counted, and how a query could go on."""

from collections.abc import Mapping
from typing import NamedTuple


class FacetCount(NamedTuple):
    """A value of a field, and how many of the passages found have it."""

    value: str
    passages: int


class Facets(NamedTuple):
    """How the passages that fit a query are spread over the fields that it can be limited by.

    Attributes:
        fields: ``section``, ``part``, ``pathway``, ``year``, ``sector``, ``licence`` and
            ``author``, each to its values, the most frequent first; a value that is not known
            is left out.
        counted: How many passages were counted.
        is_all: Whether these are all that fit; False where counting stopped at its limit.
    """

    fields: Mapping[str, tuple[FacetCount, ...]]
    counted: int = 0
    is_all: bool = True


class Completion(NamedTuple):
    """How what stands at the cursor of a search line could go on.

    Attributes:
        start, end: The characters of the line that are replaced.
        text: What is put there: ``section:1a``, ``author:"Sam Rowan"``.
        passages: How many passages have that value; 0 where that was not counted.
    """

    start: int
    end: int
    text: str
    passages: int = 0
