"""EVI-5: evidence with other people in it whose permission is not settled."""

from collections.abc import Iterator

from cmalt_tui.model.evidence_kinds import kind_group
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence.grouping import findings_by_section, named, only, used_items

_OPEN = ("asked", "needed")
_OTHERS_WORDS = "other people's words"
_OTHERS_IN_IT = ("minutes", "email", "photo", "thread", "meeting record")
_MOST_PEOPLE = 3
_WHO = "Who still has to agree, or what could be made unrecognisable?"
_WITHHELD = "A public document leaves it out until then: does the text stand without it?"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    yield from findings_by_section(
        reviewed,
        "EVI-5",
        Level.WARNING,
        lambda item: item.permission in _OPEN,
        _open_told,
        _WITHHELD if reviewed.purpose is Purpose.PUBLIC else _WHO,
    )
    yield from findings_by_section(
        reviewed,
        "EVI-5",
        Level.WARNING,
        lambda item: bool(item.people) and not item.permission,
        _people_told,
        "Have they agreed to being shown?",
    )
    if not reviewed.section_id:
        yield from _unsaid(reviewed)


def _unsaid(reviewed: Reviewed) -> Iterator[Finding]:
    """One hint for all evidence that others must have a part in and that says nothing of it."""
    silent = tuple(
        item
        for _, item in used_items(reviewed)
        if not item.permission and not item.people and _has_others(item)
    )
    if silent:
        yield Finding(
            "EVI-5",
            Level.HINT,
            item=only(silent),
            message=f"Nothing is noted about permission for {named(silent)}, which other people"
            " have a part in.",
            question="Have they agreed, or are they unrecognisable in it?",
        )


def _has_others(item: EvidenceItem) -> bool:
    kind = item.kind.lower()
    return kind_group(kind) == _OTHERS_WORDS or any(one in kind for one in _OTHERS_IN_IT)


def _open_told(items: tuple[EvidenceItem, ...]) -> str:
    states = {item.permission for item in items}
    state = {"asked": "is asked for, not yet given", "needed": "is still needed"}
    told = state[states.pop()] if len(states) == 1 else "is not given yet"
    return f"Permission for {named(items)} {told}."


def _people_told(items: tuple[EvidenceItem, ...]) -> str:
    people = list(dict.fromkeys(person for item in items for person in item.people))
    more = f" and {len(people) - _MOST_PEOPLE} more" if len(people) > _MOST_PEOPLE else ""
    shown = f"{', '.join(people[:_MOST_PEOPLE])}{more}"
    shows = "shows or names" if len(items) == 1 else "show or name"
    return f"{named(items)} {shows} {shown}, and nothing is noted about permission."


RULE = Rule(
    "EVI-5",
    "permission that is not settled",
    "The candidate answers for it that the people in the evidence have agreed or can't be"
    " recognised; the confirmation says so with a signature.",
    "Note “granted” once you have it in writing, or “anonymised” once names and faces are gone.",
    "CMALT guidelines, core area 4, and the declarations that candidates sign.",
    _find,
)
