"""What a person fills in about an item of evidence: each field as text, and what is wrong in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.model.evidence_kinds import PERMISSIONS
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.model.web_address import in_one_form
from cmalt_tui.plain_text import clean_line
from cmalt_tui.store.artefacts import evidence_path


class Field(NamedTuple):
    """A field of the form.

    Attributes:
        name: What the item calls it.
        label: What a person reads before it.
        hint: What can stand there, while nothing does.
    """

    name: str
    label: str
    hint: str = ""


FIELDS = (
    Field("title", "Title", "what readers see"),
    Field("kind", "Kind", "report, screenshot, testimonial …"),
    Field("date", "Date", "2026-03-14, when it was made"),
    Field("role", "My part", "what you did in it"),
    Field("file", "File", "files/…, below the folder evidence"),
    Field("url", "Link", "https://…"),
    Field("physical", "Kept at", "for a thing that is neither file nor link"),
    Field("permission", "Permission", ", ".join(PERMISSIONS)),
    Field("people", "People", "who is shown or named, with commas between"),
    Field("access", "Access", "what an assessor needs to open it"),
    Field("alt", "In words", "what a picture shows, for those who don't see it"),
    Field("caption", "Caption", "what stands below it"),
)


def filled_in(item: EvidenceItem) -> Mapping[str, str]:
    """What stands in each field."""
    values = {field.name: getattr(item, field.name) for field in FIELDS}
    shown = {name: value for name, value in values.items() if isinstance(value, str)}
    day = item.date.isoformat() if item.date else ""
    return {**shown, "date": day, "people": ", ".join(item.people)}


def read_form(
    folder: Path, item: EvidenceItem, typed: Mapping[str, str]
) -> tuple[EvidenceItem, Mapping[str, str]]:
    """Take over what was typed.

    Args:
        folder: The portfolio's folder, in which a file has to be.
        item: The item before.
        typed: What stands in each field.

    Returns:
        The item with every field that can be used, and what is wrong with the others, in words.
    """
    values = {name: clean_line(text) for name, text in typed.items()}
    before = filled_in(item)
    changed: dict[str, object] = {}
    faults: dict[str, str] = {}
    for name, value in values.items():
        if value == before[name]:
            # What was there may be odd and may stay; only what is new is judged.
            continue
        fault = _fault_of(folder, item, name, value)
        if fault:
            faults[name] = fault
        elif name == "date":
            changed[name] = date.fromisoformat(value) if value else None
        elif name == "people":
            changed[name] = tuple(one for part in value.split(",") if (one := part.strip()))
        elif name == "permission":
            changed[name] = value.lower()
        else:
            changed[name] = value
    if "file" in changed:
        changed["sha256"] = ""
    return replace(item, **changed), faults  # type: ignore[arg-type]


def _fault_of(folder: Path, item: EvidenceItem, name: str, value: str) -> str:
    if name == "title" and not value:
        return "it needs a title"
    if name == "date" and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            return "write it as 2026-03-14"
    if name == "permission" and value.lower() not in ("", *PERMISSIONS):
        return "one of: " + ", ".join(PERMISSIONS)
    if name == "url" and value and not in_one_form(value):
        return "it begins with https:// or http://"
    if name == "file" and value:
        path = evidence_path(folder, replace(item, file=value))
        if path is None:
            return "it lies outside the portfolio"
        if not path.is_file():
            return "there is no such file"
    return ""
