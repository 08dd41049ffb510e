"""``cmalt-tui evidence list``, ``for``, ``sections``, ``check``: what is there and what fits."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from cmalt_tui.cli.group import EXIT_FINDINGS
from cmalt_tui.cli.paths import TypedPath
from cmalt_tui.cli.saving import conflicts_told
from cmalt_tui.cli.speaking import portfolio_folder, print_json, say, show
from cmalt_tui.model.coverage import EvidenceRow, evidence_coverage
from cmalt_tui.model.dates import month_and_year
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.places import personal_places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.evidence_bank import known_item, known_section, note_fingerprint
from cmalt_tui.workbench.evidence_choosing import (
    Suggested,
    Suggestion,
    evidence_for,
    sections_for,
)

_MOST_SUGGESTED = 12


@click.command("list")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--unused", is_flag=True, help="Only what no section uses yet.")
@click.option("--section", default="", help="Only what this section uses.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_items(path: Path | None, unused: bool, section: str, as_json: bool) -> None:
    """List the evidence of the portfolio at PATH, and where it is used."""
    desk = open_desk(portfolio_folder(path), personal_places())
    section = known_section(desk, section)
    rows = [
        row
        for row in evidence_coverage(desk.framework, desk.portfolio, date.today()).rows
        if not (unused and row.listed_in) and (not section or _lists(row, section))
    ]
    bank = desk.portfolio.evidence
    if as_json:
        listed = [_item_as_json(bank[row.item], row) for row in rows]
        print_json({"schema": 1, "evidence": listed})
        return
    for row in rows:
        _show_row(bank[row.item], row)
    if not rows:
        say("There is none. Take something in with: cmalt-tui evidence add FILE")


@click.command("for")
@click.argument("section")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def fitting(section: str, path: Path | None, as_json: bool) -> None:
    """Suggest evidence and log entries for SECTION that it doesn't use yet, with the reasons."""
    desk = open_desk(portfolio_folder(path), personal_places())
    section = known_section(desk, section)
    found = evidence_for(desk.framework, desk.portfolio, section, date.today())
    if as_json:
        print_json({"schema": 1, "section": section, "suggestions": _suggestions(found)})
        return
    _show_suggestions(found)
    if not found:
        say("Nothing in the bank or the log seems to fit. Tags and titles help to find it.")


@click.command("sections")
@click.argument("item")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def sections(item: str, path: Path | None, as_json: bool) -> None:
    """Suggest sections that ITEM, of the evidence or of the log, could serve, with the reasons."""
    desk = open_desk(portfolio_folder(path), personal_places())
    named = item if item in desk.portfolio.log else known_item(desk.portfolio, item).id
    found = sections_for(desk.framework, desk.portfolio, named, date.today())
    if as_json:
        print_json({"schema": 1, "item": named, "suggestions": _suggestions(found)})
        return
    _show_suggestions(found)
    if not found:
        say("No section stands out. A title that says what it is about helps.")


@click.command("check")
@click.argument("path", type=TypedPath(), required=False)
@click.option("--note", "notes", metavar="ITEM", multiple=True, help="Take its file as it is now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def check(context: click.Context, path: Path | None, notes: tuple[str, ...], as_json: bool) -> None:
    """Look whether the files of the evidence are there, and are what was taken in.

    The exit code is 1 if a file is gone or lies outside the portfolio.
    """
    from cmalt_tui.workbench.review_facts import artefact_facts

    desk = open_desk(portfolio_folder(path), personal_places(), lock=bool(notes))
    try:
        with conflicts_told(desk):
            for item in notes:
                note_fingerprint(desk, known_item(desk.portfolio, item).id)
    finally:
        desk.close()
    facts = artefact_facts(desk.folder, desk.portfolio)
    if as_json:
        print_json({"schema": 1, "files": _facts_as_json(desk, facts)})
    else:
        _show_facts(desk, facts)
    if any(not one.is_there for one in facts.values()):
        context.exit(EXIT_FINDINGS)


COMMANDS: dict[str, click.Command] = {
    "list": list_items,
    "for": fitting,
    "sections": sections,
    "check": check,
}


def _lists(row: EvidenceRow, section: str) -> bool:
    return section in row.uses and row.uses[section].is_listed


def _show_row(item: EvidenceItem, row: EvidenceRow) -> None:
    used = [section for section, use in row.uses.items() if use.is_listed]
    bare = [section for section in used if not row.uses[section].has_shows]
    told = [
        item.kind,
        month_and_year(item.date) if item.date else "",
        f"permission {item.permission}" if item.permission else "",
        f"used in {', '.join(used)}" if used else "used nowhere yet",
        f"not explained in {', '.join(bare)}" if bare else "",
    ]
    show(f"{item.id}  ({'; '.join(one for one in told if one)})")
    show(f"  {clean_line(item.title) or item.id}\n")


def _item_as_json(item: EvidenceItem, row: EvidenceRow) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title,
        "kind": item.kind,
        "date": item.date.isoformat() if item.date else "",
        "months": row.months,
        "file": item.file,
        "url": item.url,
        "physical": item.physical,
        "permission": item.permission,
        "people": list(item.people),
        "access": item.access,
        "sections": [
            {"section": section, "explained": use.has_shows, "cited": use.is_cited}
            for section, use in row.uses.items()
            if use.is_listed
        ],
    }


def _suggestions(found: tuple[Suggestion, ...]) -> list[dict[str, object]]:
    return [
        {"what": one.what.value, "id": one.id, "title": one.title, "reasons": list(one.reasons)}
        for one in found
    ]


def _show_suggestions(found: tuple[Suggestion, ...]) -> None:
    for one in found[:_MOST_SUGGESTED]:
        what = "log: " if one.what is Suggested.LOG else ""
        show(f"{one.id}  {what}{clean_line(one.title)}")
        for reason in one.reasons:
            show(f"  - {reason}")
        show("")
    if len(found) > _MOST_SUGGESTED:
        say(f"{len(found) - _MOST_SUGGESTED} more fit less; see them with --json.")


def _show_facts(desk: Desk, facts: Mapping[str, ArtefactFacts]) -> None:
    right = 0
    for item_id, one in facts.items():
        told = _fault(one)
        right += not told
        if told:
            show(f"{item_id}  {told}: {desk.portfolio.evidence[item_id].file}")
        if one.has_location:
            say(f"note: {item_id} holds the place where it was taken")
    unnoted = [one for one in facts if not desk.portfolio.evidence[one].sha256]
    say(f"{right} of {len(facts)} files are right.")
    if unnoted:
        say(f"note: of {len(unnoted)} no fingerprint is noted, so a change can't be told")


def _fault(facts: ArtefactFacts) -> str:
    if facts.is_outside:
        return "OUTSIDE the portfolio"
    if not facts.is_there:
        return "GONE"
    return "CHANGED since it was taken in" if facts.has_changed else ""


def _facts_as_json(desk: Desk, facts: Mapping[str, ArtefactFacts]) -> list[dict[str, object]]:
    return [
        {
            "id": item_id,
            "file": desk.portfolio.evidence[item_id].file,
            "there": one.is_there,
            "outside": one.is_outside,
            "size": one.size,
            "changed": one.has_changed,
            "location": one.has_location,
        }
        for item_id, one in facts.items()
    ]
