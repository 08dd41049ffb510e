"""Turns an item of the portfolio into the values of its file, in the order of writing."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import EvidenceItem, InboxItem, Portfolio, Reflection, Section
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import clean_line
from cmalt_tui.store.layout import Item
from cmalt_tui.store.migration import CURRENT_SCHEMA
from cmalt_tui.store.prose import Prose, tidy

Values: TypeAlias = Mapping[str, Any]


def item_values(item: Item) -> Values:
    """List what an item's file has to say; what is empty is left out.

    Texts are in their normal form, so that two items with the same values are the same on disk.
    """
    match item:
        case Portfolio():
            return _filled(_portfolio(item), required=("title", "framework", "pathway"))
        case Section():
            return _filled(_section(item))
        case EvidenceItem():
            return _filled(_evidence(item))
        case InboxItem():
            return _filled(_inbox(item))
        case SavedExample():
            return _filled(_example(item), required=("section",))
        case LogEntry():
            return _filled(_log_entry(item), required=("date",))


def reflection_values(piece: Reflection) -> Values:
    """List what a file has to say of a reflection; what is empty is left out."""
    return _filled(
        {
            "id": clean_line(piece.id),
            "title": clean_line(piece.title),
            "written": piece.written,
            "principles": _lines(piece.principles),
            "text": Prose(tidy(piece.text)),
        }
    )


def _portfolio(head: Portfolio) -> dict[str, object]:
    return {
        "schema": CURRENT_SCHEMA,
        "title": clean_line(head.title),
        "author": clean_line(head.author),
        "framework": clean_line(head.framework),
        "pathway": clean_line(head.pathway),
        "language": clean_line(head.language),
        "created": head.created,
        "submit_by": head.submit_by,
        "dismissed": tuple(
            _filled(
                {
                    "rule": clean_line(answer.rule),
                    "section": clean_line(answer.section),
                    "part": clean_line(answer.part),
                    "item": clean_line(answer.item),
                    "about": clean_line(answer.about),
                    "reason": clean_line(answer.reason),
                    "on": answer.on,
                }
            )
            for answer in head.dismissed
        ),
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "schema": CURRENT_SCHEMA,
        "section": section.id,
        "title": clean_line(section.title),
        "status": str(section.status),
        "topic": clean_line(section.topic),
        "aim": section.aim or None,
        "principles": _lines(section.principles),
        "description": _filled({"text": Prose(tidy(section.description))}),
        "statement": _filled({"text": Prose(tidy(section.statement))}),
        "declaration": _filled(
            {clean_line(name): _text(value) for name, value in section.declaration.items()}
        ),
        "evidence": tuple(
            _filled({"item": clean_line(use.item), "shows": _text(use.shows)})
            for use in section.evidence
        ),
        "reflection": tuple(reflection_values(piece) for piece in section.reflections),
        "note": _filled({"text": Prose(tidy(section.note))}),
    }


def _evidence(item: EvidenceItem) -> dict[str, object]:
    return {
        "schema": CURRENT_SCHEMA,
        "title": clean_line(item.title) or item.id,
        "kind": clean_line(item.kind),
        "date": item.date,
        "role": _text(item.role),
        "file": clean_line(item.file),
        "url": clean_line(item.url),
        "physical": _text(item.physical),
        "permission": clean_line(item.permission),
        "people": _lines(item.people),
        "access": _text(item.access),
        "alt": _text(item.alt),
        "caption": _text(item.caption),
        "sha256": clean_line(item.sha256),
    }


def _inbox(item: InboxItem) -> dict[str, object]:
    return {
        "schema": CURRENT_SCHEMA,
        "heading": clean_line(item.heading),
        "source": clean_line(item.source),
        "reason": clean_line(item.reason),
        "text": Prose(tidy(item.text)),
    }


def _example(item: SavedExample) -> dict[str, object]:
    passage, origin = item.passage, item.passage.origin
    return {
        "schema": CURRENT_SCHEMA,
        "section": clean_line(passage.section),
        "part": clean_line(passage.part),
        "works": _text(passage.works),
        "saved": item.saved,
        "title": clean_line(passage.title),
        "author": clean_line(origin.author),
        "portfolio": clean_line(origin.portfolio),
        "source": clean_line(origin.source),
        "licence": clean_line(origin.licence),
        "pathway": clean_line(origin.pathway),
        "sector": clean_line(origin.sector),
        "year": origin.year or None,
        "passage": clean_line(passage.id),
        "text": Prose(tidy(passage.text)),
    }


def _log_entry(entry: LogEntry) -> dict[str, object]:
    return {
        "schema": CURRENT_SCHEMA,
        "date": entry.date,
        "kind": str(entry.kind),
        "hours": entry.hours or None,
        "sections": _lines(entry.sections),
        "principles": _lines(entry.principles),
        "evidence": _lines(entry.evidence),
        "text": Prose(tidy(entry.text)),
    }


def _text(text: str) -> str:
    """A text that is mostly short: a block of its own only where it has more than one line."""
    tidied = tidy(text)
    return Prose(tidied) if "\n" in tidied else tidied


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean_line(text) for text in texts)


def _filled(values: Mapping[str, object], required: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        key: value
        for key, value in values.items()
        if key in required or value not in ("", None, (), {})
    }
