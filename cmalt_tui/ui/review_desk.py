"""What the screens of the review share: the portfolio under review, and where they lead to."""

from collections.abc import Callable
from typing import NamedTuple

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples


class ReviewDesk(NamedTuple):
    """The opened portfolio, and what it is reviewed with.

    Attributes:
        changed: To be called after the portfolio was changed, so that it is saved.
    """

    desk: Desk
    examples: Examples
    places: Places
    changed: Callable[[], None]


class Goal(NamedTuple):
    """Where a person wants to go from a review.

    Attributes:
        address: The text; without a part, the first one of its section.
        start: After how many characters; less than 0 where that isn't known.
        quote: The words there, to be marked.
        question: What they want to answer there; stays in sight.
    """

    address: TextAddress
    start: int = -1
    quote: str = ""
    question: str = ""
