"""EVI-2: evidence that no section uses, that nobody explains, or that no text mentions."""

import re
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

_NAME = 4
_WHERE = "What does it prove that the text alone can't, and where should an assessor look?"
_IN_THE_LIST = "Would a line beside it help a reader who comes from the list of evidence?"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    by_address = items_by_address(reviewed.portfolio.evidence)
    for entry in reviewed.entries:
        cited = cited_items(entry.written, by_address)
        yield from _unexplained(reviewed, entry, cited)
        yield from _unmentioned(reviewed, entry, cited)
    if not reviewed.section_id:
        yield from _unused(reviewed)


def _unexplained(reviewed: Reviewed, entry: Entry, cited: frozenset[str]) -> Iterator[Finding]:
    """Uses without a word; where the text itself points to the item, it may say it there."""
    uses = entry.written.evidence
    bare = _known(reviewed, [use.item for use in uses if not use.shows.strip()])
    alone = tuple(item for item in bare if item.id not in cited)
    if alone:
        shows = "shows" if len(alone) == 1 else "show"
        told = (
            f"None of the {len(alone)} pieces of evidence here says what it shows."
            if len(alone) == len(uses) > 1
            else f"It is not said here what {named(alone)} {shows}."
        )
        yield Finding("EVI-2", Level.WARNING, entry.id, EVIDENCE, only(alone), told, _WHERE)
    pointed_to = tuple(item for item in bare if item.id in cited)
    if pointed_to:
        shows = "shows" if len(pointed_to) == 1 else "show"
        told = (
            f"Only the text here tells what {named(pointed_to)} {shows}, not the evidence itself."
        )
        yield Finding("EVI-2", Level.HINT, entry.id, EVIDENCE, only(pointed_to), told, _IN_THE_LIST)


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
    """Whether a text has half the telling words of an item's title, a name in it, or its kind."""
    plain = re.sub(r"\([^()]*\)", " ", item.title)
    title, kind, said = stems_of(plain), stems_of(item.kind), stems_of(text)
    if 2 * len(title & said) >= len(title) or (kind and kind <= said):
        return True
    names = (word for word in plain.split()[1:] if word[:1].isupper() and len(word) >= _NAME)
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


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
