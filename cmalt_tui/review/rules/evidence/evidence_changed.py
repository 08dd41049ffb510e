"""EVI-7: a file that is another one than when it was taken in."""

from collections.abc import Iterator
from dataclasses import replace

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.evidence.grouping import named, used_items


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry, item in used_items(reviewed):
        facts = reviewed.artefacts.get(item.id)
        if facts is not None and facts.has_changed:
            yield Finding(
                "EVI-7",
                Level.WARNING,
                entry.id,
                EVIDENCE,
                item.id,
                f"The file of {named([item])} has changed since it was taken in: {item.file}.",
                "Does it still show what the text says that it shows?",
                facts.sha256,
            )


def _noted(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Take the file as it is now: the finding's quote is its new fingerprint."""
    item = portfolio.evidence.get(finding.item)
    if item is None or not finding.quote or item.sha256 == finding.quote:
        return portfolio
    return portfolio.with_evidence(replace(item, sha256=finding.quote))


RULE = Rule(
    "EVI-7",
    "a file that has changed since it was taken in",
    "What a text says of a piece of evidence can quietly become untrue when the file is saved"
    " again, or replaced by another one of the same name.",
    "Look at the file once more; if it is right, note it as it is now.",
    "Own rule: the program notes the fingerprint (SHA-256) of each file that it takes in.",
    _find,
    fix=Fix("note it as it is now", _noted),
)
