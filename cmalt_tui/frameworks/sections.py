"""Reads one section of a framework file, afresh or as changes to a section that is there."""

from dataclasses import fields, replace
from typing import Any

from cmalt_tui.checked_toml import Table
from cmalt_tui.frameworks.keys import read_id, refuse_unknown_keys
from cmalt_tui.model.framework import FrameworkSection, Kind, Verified

SECTION_KEYS = tuple(one.name for one in fields(FrameworkSection))
# A pathway may ask for more or less of a section, but the section's file keeps its shape.
OVERRIDE_KEYS = tuple(key for key in SECTION_KEYS if key not in ("id", "kind", "area"))

_TITLES = ("title", "short_title", "area")
_LISTS = (
    "parts",
    "prompts",
    "must",
    "suggest",
    "evidence_ideas",
    "topics",
    "accepts",
    "fields",
    "optional_fields",
    "aliases",
)
_NUMBERS = ("least", "most", "least_words", "most_words", "least_examples")
_GRADED = (Kind.CRITERION, Kind.REPEAT)
_UNBOUNDED = (Kind.REPEAT, Kind.ATTACHMENT)
KINDS = tuple(kind.value for kind in Kind)
VERIFIED = tuple(verified.value for verified in Verified)


def read_section(table: Table, parts: tuple[str, ...], verified: Verified) -> FrameworkSection:
    """Read a section that stands on its own.

    A criterion and a repeat are graded and have all parts where the file doesn't say otherwise.

    Args:
        table: The section's table.
        parts: The ids of the framework's parts.
        verified: How sure it is where the file doesn't say.

    Raises:
        InputProblem: A key is missing, unknown, of the wrong type or at odds with another.
    """
    kind = Kind(table.choice("kind", KINDS))
    graded = kind in _GRADED
    plain = FrameworkSection(
        id=read_id(table),
        title=table.line("title"),
        kind=kind,
        graded=graded,
        parts=parts if graded else (),
        most=None if kind in _UNBOUNDED else 1,
        verified=verified,
    )
    return changed_section(table, plain, parts, SECTION_KEYS)


def changed_section(
    table: Table, section: FrameworkSection, parts: tuple[str, ...], allowed: tuple[str, ...]
) -> FrameworkSection:
    """Apply the keys of a table to a section; what the table doesn't name stays as it is.

    Args:
        table: The changes.
        section: The section to change.
        parts: The ids of the framework's parts.
        allowed: The keys that the changes may name.

    Raises:
        InputProblem: A key is unknown, of the wrong type or at odds with another.
    """
    refuse_unknown_keys(table, allowed)
    changes: dict[str, Any] = {key: table.line(key) for key in _TITLES if key in table}
    changes |= {key: table.lines(key) for key in _LISTS if key in table}
    changes |= {key: _count(table, key) for key in _NUMBERS if key in table}
    if "title" in changes and not changes["title"]:
        raise table.problem("title", "is empty; expected the section's title")
    if "guidance" in table:
        changes["guidance"] = table.text("guidance").strip()
    if "graded" in table:
        changes["graded"] = table.flag("graded")
    if "kind" in table:
        changes["kind"] = Kind(table.choice("kind", KINDS))
    if "verified" in table:
        changes["verified"] = Verified(table.choice("verified", VERIFIED))
    changed = replace(section, **changes)
    _check(table, changed, parts)
    return changed


def _count(table: Table, key: str) -> int:
    count = table.number(key)
    if count < 0:
        raise table.problem(key, f"expected 0 or more, found {count}")
    return count


def _check(table: Table, section: FrameworkSection, parts: tuple[str, ...]) -> None:
    for part in section.parts:
        if part not in parts:
            raise table.problem(
                "parts", f'"{part}" is not a part; expected one of: {", ".join(parts)}'
            )
    for name in section.optional_fields:
        if name not in section.fields:
            raise table.problem("optional_fields", f'"{name}" is not among the fields')
    for least, most in (("least", "most"), ("least_words", "most_words")):
        low, high = getattr(section, least), getattr(section, most)
        if low is not None and high is not None and low > high:
            # The one that this table sets is the one to mend.
            key = least if least in table else most
            raise table.problem(key, f"{least} is {low}, but {most} is {high}")
