"""EVI-2: evidence that no section uses, that nobody explains, or that no text mentions."""

from collections.abc import Iterator

from cmalt_tui.model.evidence_uses import cited_items, items_by_address
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem
from cmalt_tui.model.terms import stems_of
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence.grouping import named, only


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    by_address = items_by_address(reviewed.portfolio.evidence)
    for entry in reviewed.entries:
        yield from _unexplained(reviewed, entry)
        cited = cited_items(entry.written, by_address)
        yield from _unmentioned(reviewed, entry, cited)
    if not reviewed.section_id:
        yield from _unused(reviewed)


def _unexplained(reviewed: Reviewed, entry: Entry) -> Iterator[Finding]:
    uses = entry.written.evidence
    bare = _known(reviewed, [use.item for use in uses if not use.shows.strip()])
    if not bare:
        return
    if len(bare) == len(uses) > 1:
        told = f"None of the {len(bare)} pieces of evidence here says what it shows."
    else:
        told = f"It is not said here what {named(bare)} {_verb(bare, 'shows', 'show')}."
    yield Finding(
        "EVI-2",
        Level.WARNING,
        entry.id,
        EVIDENCE,
        only(bare),
        told,
        "What does it prove that the text alone can't, and where should an assessor look?",
    )


def _unmentioned(reviewed: Reviewed, entry: Entry, cited: frozenset[str]) -> Iterator[Finding]:
    section = entry.written
    text = " ".join(
        (section.description, section.statement, *(p.text for p in section.reflections))
    )
    if not text.strip():
        return
    uses = list(dict.fromkeys(use.item for use in section.evidence))
    silent = tuple(
        item
        for item in _known(reviewed, uses)
        if item.id not in cited and not _is_mentioned(item, text)
    )
    if not silent:
        return
    told = (
        f"The text here mentions none of its {len(silent)} pieces of evidence."
        if len(silent) == len(uses) > 1
        else f"The text here does not mention {named(silent)}."
    )
    question = "At which sentence should a reader look at it?"
    yield Finding("EVI-2", Level.HINT, entry.id, EVIDENCE, only(silent), told, question)


def _is_mentioned(item: EvidenceItem, text: str) -> bool:
    """Whether a text has half the telling words of an item's title, or its kind."""
    title, kind, said = stems_of(item.title), stems_of(item.kind), stems_of(text)
    return 2 * len(title & said) >= len(title) or bool(kind and kind <= said)


def _unused(reviewed: Reviewed) -> Iterator[Finding]:
    used = {use.item for entry in reviewed.entries for use in entry.written.evidence}
    waiting = tuple(item for item in reviewed.portfolio.evidence.values() if item.id not in used)
    if waiting:
        yield Finding(
            "EVI-2",
            Level.WARNING,
            item=only(waiting),
            message=f"No section uses {named(waiting)}.",
            question="Which section could it serve, or can it go?",
        )


def _known(reviewed: Reviewed, item_ids: list[str]) -> tuple[EvidenceItem, ...]:
    bank = reviewed.portfolio.evidence
    return tuple(bank[item_id] for item_id in dict.fromkeys(item_ids) if item_id in bank)


def _verb(items: tuple[EvidenceItem, ...], one: str, several: str) -> str:
    return one if len(items) == 1 else several


RULE = Rule(
    "EVI-2",
    "evidence that is not used, explained or mentioned",
    "Evidence does not speak for itself: assessors praise a short note on why each item matters and"
    " where to look.",
    "“The scoring table that I presented in May; page 3 has the criteria and their weights.”",
    "What assessors have written about portfolios; the guidelines ask for evidence that supports"
    " the description.",
    _find,
    purposes=OWN_EYES,
)
