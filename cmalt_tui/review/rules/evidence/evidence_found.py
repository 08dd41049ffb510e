"""EVI-1: evidence that is named but not there: an unknown id, a file that is gone or outside."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.evidence_uses import (
    references_in,
    with_references_renamed,
    with_use,
    without_use,
)
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.near_ids import nearest_id
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.review.prose import without_unread
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.evidence.grouping import findings_by_section, named

_WHERE = "Where is it now? Take it in again, or point to something else."


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    yield from _unknown_uses(reviewed)
    yield from _references(reviewed)
    gone = {one for one, facts in reviewed.artefacts.items() if not facts.is_there}
    outside = {one for one in gone if reviewed.artefacts[one].is_outside}
    for ids, tell in ((gone - outside, _gone_told), (outside, _outside_told)):
        yield from findings_by_section(
            reviewed, "EVI-1", Level.ERROR, _is_one_of(ids), tell, _WHERE
        )


def _is_one_of(ids: Collection[str]) -> Callable[[EvidenceItem], bool]:
    return lambda item: item.id in ids


def _gone_told(items: tuple[EvidenceItem, ...]) -> str:
    if len(items) == 1:
        return f"The file of {named(items)} is not there: {items[0].file}."
    return f"The files of {len(items)} pieces of evidence here are not there: {named(items)}."


def _outside_told(items: tuple[EvidenceItem, ...]) -> str:
    lies = "lies" if len(items) == 1 else "lie"
    files = "The file" if len(items) == 1 else "The files"
    return f"{files} of {named(items)} {lies} outside the portfolio, so nobody else would get it."


def _unknown_uses(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        for use in entry.written.evidence:
            if use.item not in reviewed.portfolio.evidence:
                yield Finding(
                    "EVI-1",
                    Level.ERROR,
                    entry.id,
                    EVIDENCE,
                    use.item,
                    f"This section lists evidence that the bank doesn't have: {use.item}."
                    f"{_perhaps(reviewed.portfolio, use.item)}",
                )


def _references(reviewed: Reviewed) -> Iterator[Finding]:
    """References that a reader would stumble over; those in private stretches don't count."""
    portfolio = reviewed.portfolio
    shown = (one for one in entries(reviewed.framework, portfolio) if not one.parked)
    listed = {use.item for entry in shown for use in entry.written.evidence}
    for text in reviewed.texts:
        if text.part == EVIDENCE:
            continue
        for cited in references_in(without_unread(text.text)):
            is_known = cited.item in portfolio.evidence
            if is_known and cited.item in listed:
                continue
            told = (
                f"The text refers to {named([portfolio.evidence[cited.item]])}, which no section"
                " lists as evidence, so a document can't number it."
                if is_known
                else f"The text refers to evidence that the bank doesn't have: {cited.item}."
                f"{_perhaps(portfolio, cited.item)}"
            )
            yield Finding(
                "EVI-1",
                Level.WARNING if is_known else Level.ERROR,
                text.section,
                text.part,
                text.item,
                told,
                "",
                text.text[cited.start : cited.end],
                cited.start,
            )


def _perhaps(portfolio: Portfolio, item_id: str) -> str:
    near = nearest_id(item_id, portfolio.evidence)
    return f" Perhaps {near} is meant." if near else ""


def _mended(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Let it name the nearest item; else take the use or the reference out, or list the item."""
    item_id = finding.item
    if finding.part != EVIDENCE:
        cited = references_in(finding.quote)
        if not cited:
            return portfolio
        item_id = cited[0].item
    if item_id in portfolio.evidence:
        is_reference = finding.part != EVIDENCE
        return with_use(portfolio, finding.section, item_id) if is_reference else portfolio
    near = nearest_id(item_id, portfolio.evidence)
    if near:
        renamed = with_references_renamed(portfolio, item_id, near)
        return portfolio if renamed == portfolio else renamed
    if finding.part == EVIDENCE:
        return without_use(portfolio, finding.section, item_id)
    address = TextAddress(finding.section, finding.part, finding.item)
    text = text_at(portfolio, address)
    without = re.sub(rf" ?{re.escape(finding.quote)}", "", text, count=1)
    if without == text:
        return portfolio
    status = portfolio.section(finding.section).status
    changed = with_text(portfolio, address, without)
    return changed.with_section(replace(changed.section(finding.section), status=status))


RULE = Rule(
    "EVI-1",
    "evidence that is named but not there",
    "An assessor who can't open a piece of evidence can't count it, and the accreditor may turn a"
    " portfolio back before anybody reads it.",
    "Each reference names an item of the bank, and each item's file lies in the portfolio.",
    "Own rule, after the accreditor's advice that all evidence has to open for the assessors.",
    _find,
    fix=Fix("name the nearest, or take it out", _mended),
)
