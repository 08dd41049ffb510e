"""Builds a framework out of a file's table, afresh or laid over the framework that it extends."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from cmalt_tui.checked_toml import Table
from cmalt_tui.frameworks.keys import (
    read_id,
    refuse_bad_id,
    refuse_unknown_keys,
    refuse_unknown_names,
)
from cmalt_tui.frameworks.pathways import Mask, laid_over, read_mask, without_sections
from cmalt_tui.frameworks.sections import SECTION_KEYS, VERIFIED, changed_section, read_section
from cmalt_tui.model.framework import (
    Framework,
    FrameworkSection,
    Grades,
    Kind,
    Part,
    Pathway,
    Principle,
    Verified,
)

SCHEMA = 1
_KEYS = (
    "schema",
    "id",
    "title",
    "body",
    "url",
    "checked",
    "verified",
    "extends",
    "removed",
    "parts",
    "principles_title",
    "coverage",
    "principle",
    "section",
    "pathway",
    "grades",
    "process",
)


class Draft(NamedTuple):
    """A framework whose pathways still lack their sections, so that another can extend it.

    Attributes:
        framework: The framework so far.
        tables: By section id, where the section was read, for complaints.
        masks: The pathways, in order.
    """

    framework: Framework
    tables: Mapping[str, Table]
    masks: tuple[Mask, ...]


def read_draft(table: Table, base: Draft | None) -> Draft:
    """Read a framework file's table.

    Args:
        table: The file's top table.
        base: The framework that the file extends. What the file gives with an id that the base
            has changes that one; what it gives with a new id is added; ``[removed]`` takes out.

    Raises:
        InputProblem: Something in the table can't be used.
    """
    check_schema(table)
    refuse_unknown_keys(table, _KEYS)
    was = base.framework if base else Framework("", "", "")
    parts = _parts(table.table("parts"), was.parts)
    gone = table.table("removed")
    refuse_unknown_keys(gone, ("sections", "pathways"))
    refuse_unknown_names(gone, "sections", gone.lines("sections"), _ids(was.sections), "a section")
    gone_sections = frozenset(gone.lines("sections"))
    verified = Verified(table.choice("verified", VERIFIED, was.verified.value))
    part_ids = tuple(part.id for part in parts)
    sections, tables = _sections(table, base, gone_sections, part_ids, verified)
    _check_areas(table, sections, tables)
    _check_numbering(sections, tables)
    grades = table.table("grades")
    refuse_unknown_keys(grades, ("scale", "outcomes", "assessors"))
    framework = Framework(
        id=read_id(table),
        title=table.line("title", was.title or None),
        body=table.line("body", was.body),
        url=table.line("url", was.url),
        checked=table.line("checked", was.checked),
        verified=verified,
        parts=parts,
        principles_title=table.line("principles_title", was.principles_title),
        principles=_principles(table, was.principles),
        coverage=table.choice("coverage", ("", "all"), was.coverage),
        sections=sections,
        grades=Grades(
            grades.lines("scale") or was.grades.scale,
            grades.lines("outcomes") or was.grades.outcomes,
            grades.number("assessors", was.grades.assessors),
        ),
        process={**was.process, **_facts(table.table("process"))},
    )
    if not framework.title:
        raise table.problem("title", "is empty; expected the framework's title")
    inherited = base.masks if base else ()
    masks = _masks(table, inherited, gone_sections, gone.lines("pathways"), verified)
    return Draft(framework, tables, masks)


def finished(draft: Draft, table: Table) -> Framework:
    """Give each pathway its sections.

    Args:
        draft: The framework.
        table: The top table of the file that was asked for, for complaints.

    Raises:
        InputProblem: There is nothing to write in, or a pathway names what isn't there.
    """
    sections = draft.framework.sections
    if all(section.kind is Kind.AREA for section in sections):
        raise table.problem(
            "section", "there is no section to write in", "Add one under [[section]]."
        )
    parts = tuple(part.id for part in draft.framework.parts)
    pathways = tuple(laid_over(mask, sections, parts) for mask in draft.masks)
    everything = Pathway(
        "all", "All sections", sections=sections, verified=draft.framework.verified
    )
    return replace(draft.framework, pathways=pathways or (everything,))


def check_schema(table: Table) -> None:
    """Refuse a file of a schema that this program doesn't know, before anything else is read."""
    schema = table.number("schema")
    if schema > SCHEMA:
        raise table.problem(
            "schema",
            f"{schema} is made for a newer cmalt-tui, this one knows up to {SCHEMA}",
            "Update cmalt-tui.",
        )
    if schema < SCHEMA:
        raise table.problem("schema", f"expected {SCHEMA}, found {schema}")


def _parts(table: Table, inherited: tuple[Part, ...]) -> tuple[Part, ...]:
    parts = {part.id: part for part in inherited}
    for part_id in table.values:
        one = table.table(part_id)
        refuse_unknown_keys(one, ("title", "ask", "prompts"))
        was = parts.get(part_id, Part(part_id, ""))
        parts[part_id] = Part(
            part_id,
            one.line("title", was.title or None),
            one.text("ask", was.ask).strip(),
            one.lines("prompts") or was.prompts,
        )
    return tuple(parts.values())


def _principles(table: Table, inherited: tuple[Principle, ...]) -> tuple[Principle, ...]:
    principles = {principle.code: principle for principle in inherited}
    seen: set[str] = set()
    for one in table.tables("principle"):
        refuse_unknown_keys(one, ("code", "title", "group", "aliases"))
        code = read_id(one, "code")
        if code in seen:
            raise one.problem(
                "code", f'"{code}" is there twice', "Give each principle its own code."
            )
        seen.add(code)
        was = principles.get(code, Principle(code, ""))
        principles[code] = Principle(
            code,
            one.line("title", was.title or None),
            one.line("group", was.group),
            one.lines("aliases") or was.aliases,
        )
    return tuple(principles.values())


def _sections(
    table: Table,
    base: Draft | None,
    gone: frozenset[str],
    parts: tuple[str, ...],
    verified: Verified,
) -> tuple[tuple[FrameworkSection, ...], Mapping[str, Table]]:
    listed = [s for s in base.framework.sections if s.id not in gone] if base else []
    tables = {s.id: base.tables[s.id] for s in listed} if base else {}
    seen: set[str] = set()
    for one in table.tables("section"):
        section_id = read_id(one)
        # Two ids that differ only in case are one file on many systems.
        taken = seen | {known.lower() for known in tables if known != section_id}
        if section_id.lower() in taken:
            message = f'"{section_id}" is there twice'
            raise one.problem("id", message, "Give each section its own id.")
        seen.add(section_id.lower())
        if section_id in tables:
            place = _ids(listed).index(section_id)
            listed[place] = changed_section(one, listed[place], parts, SECTION_KEYS)
        else:
            section = read_section(one, parts, verified)
            listed.insert(_end_of_area(listed, section.area), section)
        tables[section_id] = one
    return tuple(listed), tables


def _check_areas(
    table: Table, sections: tuple[FrameworkSection, ...], tables: Mapping[str, Table]
) -> None:
    areas = [section.id for section in sections if section.kind is Kind.AREA]
    for section in sections:
        where = tables[section.id]
        if section.area and section.kind is Kind.AREA:
            raise where.problem("area", "an area can't lie in an area", "Take out that line.")
        if section.area and where.file == table.file:
            refuse_unknown_names(where, "area", [section.area], areas, "an area")
        elif section.area and section.area not in areas:
            message = f"{section.area} is removed, but {section.id} lies in it"
            way_out = f"Remove {section.id} too, or name another area for it."
            raise table.table("removed").problem("sections", message, way_out)


def _check_numbering(sections: tuple[FrameworkSection, ...], tables: Mapping[str, Table]) -> None:
    """A repeat takes ids such as ``specialist-1``, so that no other section may have one."""
    repeats = [section.id for section in sections if section.kind is Kind.REPEAT]
    for section in sections:
        base, _, number = section.id.rpartition("-")
        if base in repeats and number.isdigit():
            message = f'"{section.id}" is an id that the repeated section {base} takes for itself'
            raise tables[section.id].problem("id", message, "Give it another id.")


def _end_of_area(sections: list[FrameworkSection], area: str) -> int:
    """Where a new section goes: behind the last of its area, so that an area stays together."""
    members = [n for n, one in enumerate(sections) if area and area in (one.area, one.id)]
    return members[-1] + 1 if members else len(sections)


def _masks(
    table: Table,
    inherited: tuple[Mask, ...],
    gone_sections: frozenset[str],
    gone: tuple[str, ...],
    verified: Verified,
) -> tuple[Mask, ...]:
    masks = {mask.pathway.id: without_sections(mask, gone_sections) for mask in inherited}
    refuse_unknown_names(table.table("removed"), "pathways", gone, masks, "a pathway")
    masks = {pathway_id: mask for pathway_id, mask in masks.items() if pathway_id not in gone}
    pathways = table.table("pathway")
    for pathway_id in pathways.values:
        refuse_bad_id(pathways, pathway_id, pathway_id)
        own, was = pathways.table(pathway_id), masks.get(pathway_id)
        masks[pathway_id] = read_mask(pathway_id, own, was, verified)
    return tuple(masks.values())


def _facts(table: Table) -> Mapping[str, int | str]:
    return {
        key: table.number(key) if isinstance(value, int) else table.line(key)
        for key, value in table.values.items()
    }


def _ids(sections: tuple[FrameworkSection, ...] | list[FrameworkSection]) -> list[str]:
    return [section.id for section in sections]
