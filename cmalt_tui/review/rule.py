"""What a review rule is: what it looks for, why that matters, and what can be done about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.review.purpose import ALWAYS, Purpose
from cmalt_tui.review.reviewed import Reviewed


@dataclass(frozen=True)
class Fix:
    """What can be done about a finding by key, as a step that undo takes back.

    Attributes:
        title: What it does, in two to five words: ``take out the placeholder``.
        apply: Makes the portfolio with the finding mended. Gives back the very same portfolio
            where the words are no longer there.
    """

    title: str
    apply: Callable[[Portfolio, Finding], Portfolio]


@dataclass(frozen=True)
class Rule:
    """One rule of the review.

    Attributes:
        id: ``VOI-1``; see `cmalt_tui.review.rules`.
        title: What it finds, in a few words without a full stop, as a list of rules shows it.
        why: Why it matters to an assessor, in one to three sentences.
        example: How it reads when it is well done, or what to do; the program's own words.
        source: Where the rule comes from: an assessment form, a guideline, a measurement.
        find: Lists the findings in what is reviewed, in the order of the text.
        is_local: Whether one section is enough to tell. A rule that is not compares sections or
            looks at the whole, and runs in a full review only.
        purposes: The purposes for which it runs.
        fix: What can be done about a finding of it, if anything can be done for the author.
    """

    id: str
    title: str
    why: str
    example: str
    source: str
    find: Callable[[Reviewed], Iterator[Finding]]
    is_local: bool = True
    purposes: frozenset[Purpose] = ALWAYS
    fix: Fix | None = None
