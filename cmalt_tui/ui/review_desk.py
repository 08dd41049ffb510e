"""What the screens of the review share: the portfolio under review, and where they lead to."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.passage import Origin
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.settings.settings import Settings
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.length_norms import length_norms
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.review_choices import review_choices


class ReviewDesk(NamedTuple):
    """The opened portfolio, and what it is reviewed with.

    Attributes:
        changed: To be called after the portfolio was changed, so that it is saved.
    """

    desk: Desk
    examples: Examples
    places: Places
    settings: Settings
    changed: Callable[[], None]

    def norms(self) -> Mapping[tuple[str, str], Norm]:
        """How long others' texts are; none where there are no examples."""
        portfolio = self.desk.portfolio
        if self.examples.is_empty:
            return {}
        return length_norms(self.examples.lengths(), Origin(portfolio.title, portfolio.author))

    def find(
        self,
        portfolio: Portfolio,
        section_id: str = "",
        report: Report = unreported,
        *,
        purpose: Purpose = Purpose.WRITING,
        links: Mapping[str, LinkFacts] | None = None,
    ) -> Sorted:
        """Review a section by the rules that one is enough for, or all by all rules."""
        return review_of(
            portfolio,
            self.desk.framework,
            self.examples,
            folder=self.desk.folder,
            section_id=section_id,
            purpose=purpose,
            links=links or {},
            choices=review_choices(self.settings),
            report=report,
        )


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
