"""What came of asking for a web address."""

from typing import NamedTuple


class LinkFacts(NamedTuple):
    """What came of asking for a web address.

    Attributes:
        is_alive: Whether it answered as a page does.
        told: What happened, in words: ``answers 404 not found``, ``asks for a login``.
    """

    is_alive: bool
    told: str = ""
