"""The texts and facts of an item by the names that a person knows them by, as plain text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from cmalt_tui.model.draft import TextChange
from cmalt_tui.model.portfolio import EvidenceUse, Reflection

# What stands in a field of its own name in every item file or is no text of the person's.
_UNNAMED = ("id", "item", "sections", "inbox", "examples", "log", "broken", "dismissed")


def text_changes(before: object | None, after: object | None) -> tuple[TextChange, ...]:
    """List what differs between two versions of an item; None stands for no item at all."""
    old, new = texts_of(before), texts_of(after)
    names = [*old, *(name for name in new if name not in old)]
    # A reflection that came or went tells itself by its text; its date and the like are no news.
    whole = {name for name in names if (name in old) != (name in new)}
    changes = (TextChange(name, old.get(name, ""), new.get(name, "")) for name in names)
    return tuple(
        change
        for change in changes
        if change.before != change.after
        and not (change.name in whole and _owner(change.name) in whole)
    )


def texts_of(item: object | None) -> Mapping[str, str]:
    """The texts of an item by name: ``description``, ``reflection “The pilot”``, ``status``."""
    return dict(_texts(item)) if item is not None else {}


def whole_text(item: object | None) -> str:
    """All that an item says, for reading; empty for no item."""
    return "\n\n".join(f"{name}: {text}" for name, text in texts_of(item).items() if text)


def row_names(rows: Mapping[tuple[str, int], Any]) -> dict[tuple[str, int], str]:
    """Names for the reflections or the evidence of a section, no two of them alike.

    Args:
        rows: By what `keyed_rows` tells them apart.
    """
    titles = Counter(_title(row) for row in rows.values())
    names: dict[tuple[str, int], str] = {}
    for key, row in rows.items():
        title = _title(row)
        kind = "reflection" if isinstance(row, Reflection) else "evidence"
        told = f"{kind} “{title}”"
        if titles[title] > 1:
            told += f" ({key[0]})" if isinstance(row, Reflection) else f" ({key[1] + 1})"
        names[key] = told
    return names


def keyed_rows(rows: Iterable[Any]) -> Iterator[tuple[tuple[str, int], Any]]:
    """Rows with what tells them apart: the id, or the item and how often it came before."""
    seen: Counter[str] = Counter()
    for row in rows:
        key = row.id if isinstance(row, Reflection) else row.item
        yield (key, seen[key]), row
        seen[key] += 1


def plain(value: object) -> str:
    """A value as a person would write it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(map(plain, value)) if isinstance(value, tuple) else str(value)


def is_rows(value: object) -> bool:
    """Whether a value is a section's reflections or its evidence, at least one."""
    return isinstance(value, tuple) and any(
        isinstance(row, Reflection | EvidenceUse) for row in value
    )


def label(prefix: str, name: str) -> str:
    """Name a field: the text of a reflection goes by the reflection's name alone."""
    if not prefix:
        return name
    return prefix if name in ("text", "shows") else f"{prefix}: {name}"


def _texts(item: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    for field in fields(item):  # type: ignore[arg-type]
        value = getattr(item, field.name)
        if field.name in _UNNAMED:
            continue
        if is_rows(value):
            rows = dict(keyed_rows(value))
            names = row_names(rows)
            for key, row in rows.items():
                yield from _texts(row, names[key])
        elif isinstance(value, Mapping):
            for key, text in value.items():
                yield f"{field.name}: {key}", plain(text)
        elif is_dataclass(value):
            yield from _texts(value, prefix)
        else:
            yield label(prefix, field.name), plain(value)


def _owner(name: str) -> str:
    """The reflection or evidence that a field belongs to: what stands before ``”: title``."""
    return name.rpartition(": ")[0] if "”" in name else ""


def _title(row: Any) -> str:
    return str(row.title or row.id) if isinstance(row, Reflection) else str(row.item)
