"""Reads the pathways of a framework file and lays each as a mask over the sections."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from cmalt_tui.checked_toml import Table
from cmalt_tui.frameworks.keys import refuse_unknown_keys, refuse_unknown_names
from cmalt_tui.frameworks.sections import OVERRIDE_KEYS, VERIFIED, changed_section
from cmalt_tui.model.framework import FrameworkSection, Kind, Pathway, Rule, Verified

TOTAL = "total"
_KEYS = ("title", "postnominal", "exclude", "override", "rules", "verified")


class Mask(NamedTuple):
    """A pathway before it is laid over the sections.

    Attributes:
        pathway: What it says of itself, with no sections yet.
        overrides: Section id and the changes to that section, in the order in which they apply.
        table: Where it was read, for complaints.
    """

    pathway: Pathway
    overrides: tuple[tuple[str, Table], ...]
    table: Table


def read_mask(pathway_id: str, table: Table, base: Mask | None, verified: Verified) -> Mask:
    """Read a pathway.

    Args:
        pathway_id: Its id.
        table: Its table.
        base: The pathway of the framework that this one extends, if that has it. Its overrides
            stay and apply first; ``exclude`` and ``rules`` are replaced where the table has them.
        verified: How sure it and its rules are where the table doesn't say.

    Raises:
        InputProblem: A key is missing, unknown or of the wrong type.
    """
    refuse_unknown_keys(table, _KEYS)
    was = base.pathway if base else Pathway(pathway_id, "", verified=verified)
    overrides = table.table("override")
    own = tuple((section_id, overrides.table(section_id)) for section_id in overrides.values)
    pathway = Pathway(
        id=pathway_id,
        title=table.line("title", was.title or None),
        postnominal=table.line("postnominal", was.postnominal),
        excluded=frozenset(table.lines("exclude")) if "exclude" in table else was.excluded,
        rules=_rules(table.table("rules"), verified) if "rules" in table else was.rules,
        verified=Verified(table.choice("verified", VERIFIED, was.verified.value)),
    )
    return Mask(pathway, (*(base.overrides if base else ()), *own), table)


def without_sections(mask: Mask, removed: frozenset[str]) -> Mask:
    """Take sections that a framework removed out of a pathway that it inherited."""
    pathway = replace(
        mask.pathway,
        excluded=mask.pathway.excluded - removed,
        rules=tuple(rule for rule in mask.pathway.rules if rule.area not in removed),
    )
    kept = tuple(
        (section_id, table) for section_id, table in mask.overrides if section_id not in removed
    )
    return mask._replace(pathway=pathway, overrides=kept)


def laid_over(
    mask: Mask, sections: tuple[FrameworkSection, ...], parts: tuple[str, ...]
) -> Pathway:
    """Give a pathway its sections: what it excludes left out, what it overrides changed.

    An area that keeps no section is left out too.

    Raises:
        InputProblem: The pathway names a section or an area that the framework doesn't have.
    """
    known: Mapping[str, FrameworkSection] = {section.id: section for section in sections}
    excluded = mask.pathway.excluded
    refuse_unknown_names(mask.table, "exclude", sorted(excluded), known, "a section")
    kept = {name: section for name, section in known.items() if name not in excluded}
    for section_id, changes in mask.overrides:
        if section_id not in known:
            refuse_unknown_names(
                mask.table.table("override"), section_id, [section_id], known, "a section"
            )
        if section_id in kept:
            kept[section_id] = changed_section(changes, kept[section_id], parts, OVERRIDE_KEYS)
    for rule in mask.pathway.rules:
        _check_rule(mask.table.table("rules"), rule, sections)
    filled = {section.area for section in kept.values()}
    masked = tuple(s for s in kept.values() if s.kind is not Kind.AREA or s.id in filled)
    if not masked:
        message = "leaves out every section"
        raise mask.table.problem("exclude", message, "Keep at least one.")
    return replace(mask.pathway, sections=masked)


def _rules(table: Table, verified: Verified) -> tuple[Rule, ...]:
    rules = []
    for area in table.values:
        one = table.table(area)
        counts = {key: one.number(key) for key in one.values if key != "verified"}
        rules.append(Rule(area, counts, Verified(one.choice("verified", VERIFIED, verified.value))))
    return tuple(rules)


def _check_rule(table: Table, rule: Rule, sections: tuple[FrameworkSection, ...]) -> None:
    areas = [section.id for section in sections if section.kind is Kind.AREA]
    refuse_unknown_names(table, rule.area, [rule.area], areas, "an area")
    accepted = [kind for s in sections if s.area == rule.area for kind in s.accepts]
    for counted in rule.counts:
        countable = sorted({TOTAL, *accepted})
        if counted not in countable:
            raise table.table(rule.area).problem(
                counted,
                f"no section of {rule.area} accepts that; expected one of: {', '.join(countable)}",
            )
