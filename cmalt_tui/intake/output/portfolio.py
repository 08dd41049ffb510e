"""A plan turned into a portfolio: sections, evidence, and an inbox for what found no place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from cmalt_tui.model.import_plan import FoundEvidence, ImportPlan, Placed
from cmalt_tui.model.portfolio import (
    DECLARATION,
    EVIDENCE,
    REFLECTION,
    STATEMENT,
    EvidenceItem,
    EvidenceUse,
    InboxItem,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.plain_text import slug, words

_LAST: Any = 1 << 30  # a use whose place in the order isn't said
_NO_SECTION = "no section fits"
_TAKEN_OUT = {
    "contents": "contents list taken out",
    "front matter": "front matter taken out",
    "guidance": "guidance taken out",
    "navigation": "navigation taken out",
    "page furniture": "page furniture taken out",
}
_KINDS = {"link": "web page", "image": "picture", "video": "video", "document": "document"}
_GROUPS = "Groups of the imported evidence list:"
_REST_OF_EVIDENCE = "From the evidence list that was imported:"
_SIGNED = re.compile(
    r"^\W*(?:signed|signature|name|full name|author|candidate)\W*:\W*(?P<value>[^\n]+)$",
    re.I | re.M,
)
_DATED = re.compile(r"^\W*(?:date|dated|date signed)\W*:\W*(?P<value>[^\n]+)$", re.I | re.M)
_NOMINATED = re.compile(
    r"(?:nominat\w+|suggest\w+)\s+(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+)\s+as\b"
    r"|^\W*(?:nominated|suggested) assessor\W*:\W*(?P<value>[^\n]+)$",
    re.M,
)
_CELL = re.compile(r"(?<!\\)\|")
_DAYS = ("%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%B %d, %Y", "%d %B, %Y")


def plan_portfolio(
    plan: ImportPlan,
    title: str = "",
    author: str = "",
    created: date | None = None,
) -> Portfolio:
    """Turn a plan into a portfolio. Nothing is written, copied or looked up.

    Args:
        plan: The plan.
        title, author: Used instead of those that the source names.
        created: The day of the import.

    Returns:
        The portfolio. An item with a file names it as `FoundEvidence.file` does; the caller
        copies it there from `FoundEvidence.local`.
    """
    grouped: dict[str, list[Placed]] = {}
    for placed in plan.placed:
        grouped.setdefault(placed.section, []).append(placed)
    for item in plan.evidence:
        for section in item.sections:
            grouped.setdefault(section, [])
    return Portfolio(
        title or plan.title or "Imported portfolio",
        author or plan.author,
        plan.framework,
        plan.pathway,
        created=created,
        sections={
            section: made
            for section, pieces in grouped.items()
            # A heading over nothing makes no file.
            if (made := _section(section, pieces, plan)) != Section(section)
        },
        evidence={item.id: _evidence_item(item) for item in plan.evidence},
        inbox=_inbox(plan),
    )


def _section(section_id: str, pieces: Sequence[Placed], plan: ImportPlan) -> Section:
    found = [
        (place, EvidenceUse(item.id, shows))
        for item in plan.evidence
        for (used, shows), place in zip_longest(item.uses, item.order, fillvalue=_LAST)
        if used == section_id
    ]
    uses = [use for _, use in sorted(found, key=lambda one: one[0])]
    declared = _joined(piece.text for piece in pieces if piece.part == DECLARATION)
    listed = _joined(piece.text for piece in pieces if piece.part == EVIDENCE)
    rest = _not_in_uses(listed, [item for item in plan.evidence if section_id in item.sections])
    filled = _filled(declared)
    note = _joined(["" if filled else declared, rest])
    section = Section(
        section_id,
        next((piece.title for piece in pieces if piece.title and piece.part != REFLECTION), ""),
        principles=next(
            (piece.principles for piece in pieces if piece.principles and piece.part != REFLECTION),
            (),
        ),
        description=_joined(
            piece.text
            for piece in pieces
            if piece.part not in (REFLECTION, EVIDENCE, STATEMENT, DECLARATION)
        ),
        statement=_joined(piece.text for piece in pieces if piece.part == STATEMENT),
        declaration=filled or _fields(declared),
        evidence=tuple(uses),
        reflections=tuple(
            Reflection(piece.item, piece.title, piece.text, piece.written, piece.principles)
            for piece in pieces
            if piece.part == REFLECTION and piece.text.strip()
        ),
        note=note,
    )
    return section if section.is_empty else replace(section, status=Status.DRAFT)


def _joined(texts: Iterable[str]) -> str:
    kept = [text.strip("\n") for text in texts if text.strip()]
    return "\n\n".join(kept) + "\n" if kept else ""


def _not_in_uses(listed: str, items: Sequence[FoundEvidence]) -> str:
    """The lines of an evidence list whose words the items and their uses don't carry."""
    carried = set(
        words(
            " ".join(
                part
                for item in items
                for part in (item.title, item.alt, item.caption, *_shown(item))
            )
        )
    )
    left = [line for line in listed.splitlines() if not line.strip() or set(words(line)) - carried]
    groups = [line.lstrip("# ") for line in left if line.startswith("#")]
    rest = "\n".join(line for line in left if not line.startswith("#"))
    rest = re.sub(r"\n{3,}", "\n\n", rest).strip("\n")
    return _joined(
        [
            f"{_GROUPS} {'; '.join(groups)}." if groups else "",
            f"{_REST_OF_EVIDENCE}\n\n{rest}" if rest else "",
        ]
    )


def _shown(item: FoundEvidence) -> tuple[str, ...]:
    return tuple(shows for _, shows in item.uses)


def _evidence_item(item: FoundEvidence) -> EvidenceItem:
    if item.item is not None:
        return replace(item.item, id=item.id, file=item.file)
    elsewhere = re.match(r"https?://|//", item.target)
    return EvidenceItem(
        item.id,
        item.title,
        _KINDS.get(item.kind, item.kind),
        file=item.file,
        url=item.target if elsewhere else "",
        alt=item.alt,
        caption=item.caption,
    )


def _filled(declared: str) -> Mapping[str, str]:
    """The fields of a declaration that a document of this program shows as a table."""
    rows = [
        [re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", cell.strip(" *")) for cell in _CELL.split(line)[1:3]]
        for line in declared.splitlines()
        if line.startswith("|")
    ]
    if not rows or rows[0] != ["Field", "Entry"]:
        return {}
    return {
        label.lower().replace(" ", "_"): _day(entry) or entry
        for label, entry in rows[2:]
        if entry and entry != "Not filled in"
    }


def _fields(declared: str) -> Mapping[str, str]:
    """The fields of a declaration that stand in its text; the text itself is kept as a note."""
    plain = declared.replace("*", "").replace("\\", "")
    fields: dict[str, str] = {}
    if signed := _SIGNED.search(plain):
        fields["name"] = signed["value"].strip()
    if dated := _DATED.search(plain):
        day = _day(dated["value"])
        if day:
            fields["date"] = day
    if nominated := _NOMINATED.search(plain):
        fields["nominated_assessor"] = (nominated["name"] or nominated["value"]).strip()
    return fields


def _day(text: str) -> str:
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text.strip().strip("."))
    for form in _DAYS:
        try:
            return datetime.strptime(bare, form).date().isoformat()
        except ValueError:
            continue
    return ""


def _inbox(plan: ImportPlan) -> tuple[InboxItem, ...]:
    items = [
        (one.heading or one.file, one.text, one.file, _NO_SECTION)
        for one in plan.unplaced
        if one.text.strip()
    ]
    removed: dict[str, list[tuple[str, str]]] = {}
    for one in plan.stripped:
        if one.text.strip():
            removed.setdefault(one.kind, []).append((one.file, one.text))
    for kind, pieces in removed.items():
        reason = _TAKEN_OUT.get(kind, f"{kind} taken out")
        files = list(dict.fromkeys(file for file, _ in pieces))
        source = files[0] if len(files) == 1 else f"{len(files)} files"
        texts = [text if len(files) == 1 else f"From {file}:\n\n{text}" for file, text in pieces]
        items.append((kind.capitalize(), _joined(texts), source, reason))
    return tuple(
        InboxItem(f"{number:03d}-{slug(heading, longest=40)}", heading, text, source, reason)
        for number, (heading, text, source, reason) in enumerate(items, 1)
    )
