"""EVI-8: a section whose evidence is all of one kind."""

from collections.abc import Iterator

from cmalt_tui.model.coverage import one_group
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    bank = reviewed.portfolio.evidence
    for entry in reviewed.entries:
        listed = dict.fromkeys(use.item for use in entry.written.evidence)
        items = tuple(bank[item_id] for item_id in listed if item_id in bank)
        group = one_group(items)
        if group:
            all_of_them = "Both" if len(items) == 2 else f"All {len(items)}"
            ideas = ", ".join(entry.asked.evidence_ideas[:3])
            yield Finding(
                "EVI-8",
                Level.HINT,
                entry.id,
                EVIDENCE,
                message=f"{all_of_them} pieces of evidence here are of one sort: {group}.",
                question=f"Could something else show it too? The section suggests: {ideas}."
                if ideas
                else "Could something else show it too, such as what others say of it?",
            )


RULE = Rule(
    "EVI-8",
    "evidence that is all of one sort",
    "Screenshots show that a thing exists; minutes, data or a colleague's words show what it did."
    " Different sorts together are hard to doubt.",
    "A screenshot of the page, the minutes that decided it, and what three learners said of it.",
    "The guidelines suggest several kinds of evidence for each section.",
    _find,
    purposes=OWN_EYES,
)
