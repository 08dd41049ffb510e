"""Says of a section whether it is ready, in a sentence with the reasons."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import EVIDENCE, Status
from cmalt_tui.plain_text import amount

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "hint"}

# What the rules about the structure and the files say in other words than the list of gaps.
_SAID_BY_GAPS = frozenset({"STR-1", "STR-2", "STR-5", "EVI-1"})


class Readiness(StrEnum):
    """How a section stands; the value is the word that a person reads."""

    READY = "ready"
    TO_CALL = "all there"
    MISSING = "not yet"
    NOT_BEGUN = "not begun"
    OPTIONAL = "may stay empty"
    PARKED = "parked"
    BROKEN = "can't be read"


class Told(NamedTuple):
    """How a section stands, and why, in a sentence."""

    readiness: Readiness
    sentence: str


def readiness_of(
    entry: Entry,
    framework: Framework,
    gaps: Sequence[str],
    found: Sequence[Finding] | None,
) -> Told:
    """Say whether a section is ready, and why.

    Only what is missing and what would have a submission turned back stands against it; warnings
    and hints are named, and left to the author.

    Args:
        entry: The section.
        framework: The framework, which names the parts.
        gaps: What it misses, as `cmalt_tui.workbench.status_report.missing` says it.
        found: Its open findings; None where no review ran yet.
    """
    written = entry.written
    if entry.broken is not None:
        return Told(Readiness.BROKEN, f"Its file can't be read: {entry.broken.problem}")
    if entry.parked:
        return Told(Readiness.PARKED, "It lies outside this pathway; its text is kept.")
    if written.is_empty:
        if entry.asked.least == 0:
            return Told(Readiness.OPTIONAL, "The pathway doesn't ask for it, and nothing is there.")
        return Told(Readiness.NOT_BEGUN, "Nothing is there yet.")
    errors = [one.message.rstrip(".") for one in unsaid_errors(found or (), gaps)]
    against = [*map(_clause, gaps), *errors]
    if against:
        called = " You called it done." if written.status is Status.DONE else ""
        return Told(Readiness.MISSING, f"Not yet: {'; '.join(against)}.{called}")
    there = ", ".join(_what_is_there(entry, framework, found))
    if entry.is_declaration or written.status is Status.DONE:
        return Told(Readiness.READY, f"Ready: {there}.")
    how_far = f"its status is “{written.status.value}” until you call it done"
    return Told(Readiness.TO_CALL, f"Nothing is missing: {there}; {how_far}.")


def unsaid_errors(found: Sequence[Finding], gaps: Sequence[str]) -> tuple[Finding, ...]:
    """The errors of a review that say something else than the gaps do.

    Args:
        found: Findings.
        gaps: What is missing in the same place.
    """
    errors = [one for one in found if one.level is Level.ERROR]
    return tuple(one for one in errors if not (gaps and one.rule in _SAID_BY_GAPS))


def levels_in_words(found: Sequence[Finding]) -> str:
    """How many findings there are of each level, in words: ``2 warnings and 1 hint``."""
    counts = [(sum(one.level is level for one in found), name) for level, name in _LEVELS.items()]
    return and_joined([amount(count, name) for count, name in counts if count])


def and_joined(things: Sequence[str]) -> str:
    """Say several things in a row: ``name, place and date``."""
    *others, last = things or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def _clause(gap: str) -> str:
    return f"it {gap}" if gap.startswith(("has ", "is ")) else gap


def _what_is_there(
    entry: Entry, framework: Framework, found: Sequence[Finding] | None
) -> Iterator[str]:
    asked, written = entry.asked, entry.written
    if entry.is_declaration:
        filled = [name for name in asked.fields if written.declaration.get(name, "").strip()]
        yield f"{and_joined([name.replace('_', ' ') for name in filled])} filled in"
        return
    parts = [framework.part(part).title.lower() for part in asked.parts]
    named = and_joined(parts) if parts and not entry.is_statement else "its text"
    yield f"{named} {'are' if named != 'its text' and len(parts) > 1 else 'is'} there"
    items = len(written.evidence)
    if items and EVIDENCE in asked.parts:
        silent = sum(not use.shows.strip() for use in written.evidence)
        each = "with what it shows" if items == 1 else "each with what it shows"
        yield f"{amount(items, 'item')} {f'({silent} without what it shows)' if silent else each}"
    if found is not None:
        told = levels_in_words(found)
        yield f"{told} open for you to weigh" if told else "no open question"
