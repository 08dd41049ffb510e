"""FRE-2: products and versions that have been replaced, spoken of as if in use."""

from collections.abc import Iterator

from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness.replaced_names import stale_names
from cmalt_tui.review.rules.freshness.stale import Stale, findings_of

_QUESTION = "Do you still work with it, or does a newer one belong here?"


def stale(reviewed: Reviewed) -> Iterator[Stale]:
    """Find them."""
    return stale_names(reviewed, "FRE-2", _QUESTION, laws=False)


RULE = Rule(
    "FRE-2",
    "a product or version that has been replaced",
    "The second principle is to keep up to date with new technologies. An old name in the present"
    " tense suggests the opposite, even where your practice has moved on.",
    "“I checked the pages against WCAG 2.1, and since 2024 against 2.2.”",
    "The second principle of CMALT. The dates are public announcements, kept in a list of the"
    " program's own; what is told in the past tense is left alone.",
    findings_of(stale),
)
