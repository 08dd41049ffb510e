"""Groups evidence by the section that first uses it, so that one finding tells of all of it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem
from cmalt_tui.plain_text import clean_line
from cmalt_tui.review.reviewed import Reviewed

_MOST_NAMED, _LONGEST_NAME = 5, 60


def used_items(reviewed: Reviewed) -> Iterator[tuple[Entry, EvidenceItem]]:
    """The items of the bank that are used, each once, with the first section that lists it."""
    seen: set[str] = set()
    for entry in reviewed.entries:
        for use in entry.written.evidence:
            item = reviewed.portfolio.evidence.get(use.item)
            if item is not None and item.id not in seen:
                seen.add(item.id)
                yield entry, item


def findings_by_section(
    reviewed: Reviewed,
    rule: str,
    level: Level,
    is_meant: Callable[[EvidenceItem], bool],
    tell: Callable[[tuple[EvidenceItem, ...]], str],
    question: str = "",
) -> Iterator[Finding]:
    """Make one finding a section of all its items that are meant.

    Args:
        reviewed: What is looked at.
        rule: The rule's id.
        level: How grave it is.
        is_meant: Whether an item is to be told of.
        tell: The message about the items.
        question: What a reader would ask.
    """
    meant = ((entry, item) for entry, item in used_items(reviewed) if is_meant(item))
    for section_id, pairs in groupby(meant, key=lambda pair: pair[0].id):
        items = tuple(item for _, item in pairs)
        yield Finding(rule, level, section_id, EVIDENCE, only(items), tell(items), question)


def only(items: tuple[EvidenceItem, ...]) -> str:
    """The id of an item that is alone; empty where there are several."""
    return items[0].id if len(items) == 1 else ""


def named(items: Iterable[EvidenceItem | str]) -> str:
    """Name items in a sentence: “Caption survey”, “Minutes” and 3 more."""
    names = [one if isinstance(one, str) else one.title or one.id for one in items]
    told = [f"“{_cut(clean_line(name))}”" for name in names[:_MOST_NAMED]]
    rest = len(names) - len(told)
    if rest:
        return f"{', '.join(told)} and {rest} more"
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
