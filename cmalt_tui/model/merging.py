"""Merges two versions of an item field by field, given the version that both came from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, NamedTuple

from cmalt_tui.model.item_texts import is_rows, keyed_rows, label, plain, row_names, whole_text
from cmalt_tui.model.paragraph_merge import merge_texts
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, InboxItem, Reflection, Section
from cmalt_tui.model.versions import Side, TextVersions

WHOLE = "the whole item"
_Key = tuple[str, int]


class Merged(NamedTuple):
    """A merged item.

    Attributes:
        item: The item, with the choices in it; None if it is gone.
        conflicts: What had to be chosen; empty after a clean merge.
    """

    item: Any
    conflicts: tuple[TextVersions, ...]


def merge(base: Any, mine: Any, theirs: Any, choices: Mapping[str, Side] | None = None) -> Merged:
    """Merge two versions of a section, an evidence item, the head of a portfolio ….

    Fields are merged one by one, texts by paragraphs, reflections by their ids, evidence by its
    items, lists such as the principles as sets that keep their order.

    Args:
        base: The version that both came from; None where there was none.
        mine, theirs: The two versions; None where one has been removed.
        choices: Which side stands in a text of that name; mine where it isn't named.
    """
    meeting = _Meeting(choices or {})
    if base is None and isinstance(mine, Section | EvidenceItem | InboxItem) and theirs is not None:
        base = _blank(mine)
    item = meeting.value("", base, mine, theirs)
    return Merged(item, tuple(meeting.conflicts))


class _Meeting:
    """One merge: goes down both versions and notes what has to be chosen."""

    def __init__(self, choices: Mapping[str, Side]) -> None:
        self.conflicts: list[TextVersions] = []
        self._choices = choices

    def value(self, name: str, base: Any, mine: Any, theirs: Any) -> Any:
        if mine == theirs or theirs == base:
            return mine
        if mine == base:
            return theirs
        every = (base, mine, theirs)
        if all(isinstance(one, str) and not isinstance(one, Enum) for one in every):
            return self._text(name, base, mine, theirs)
        if any(map(is_rows, every)):
            return self._rows(base, mine, theirs)
        if all(isinstance(one, Mapping) for one in every):
            return self._mapping(name, base, mine, theirs)
        if all(isinstance(one, tuple) for one in every):
            return _in_order(base, mine, theirs)
        if all(is_dataclass(one) for one in every):
            return self._fields(name, base, mine, theirs)
        return self._chosen(name, base, mine, theirs)

    def _fields(self, name: str, base: Any, mine: Any, theirs: Any) -> Any:
        values = {
            field.name: self.value(
                label(name, field.name), *(getattr(one, field.name) for one in (base, mine, theirs))
            )
            for field in fields(mine)
        }
        return replace(mine, **values)

    def _text(self, name: str, base: str, mine: str, theirs: str) -> str:
        merged = merge_texts(base, mine, theirs)
        if merged.is_clean:
            return merged.mine
        self.conflicts.append(TextVersions(name, base, *merged))
        return merged.theirs if self._takes_theirs(name) else merged.mine

    def _mapping(
        self, name: str, base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
    ) -> Mapping[str, str]:
        merged: dict[str, str] = {}
        for key in dict.fromkeys((*mine, *theirs)):
            every = [one.get(key) for one in (base, mine, theirs)]
            value = self.value(f"{name}: {key}", *every)
            if value is not None:
                merged[key] = value
        return merged

    def _rows(self, base: Any, mine: Any, theirs: Any) -> tuple[Any, ...]:
        before, ours, others = (dict(keyed_rows(rows)) for rows in (base, mine, theirs))
        names = row_names({**before, **others, **ours})
        merged: dict[_Key, Any] = {}
        for key in dict.fromkeys((*before, *ours, *others)):
            origin = before.get(key)
            if origin is None and key in ours and key in others:
                origin = _blank_row(ours[key])
            row = self.value(names[key], origin, ours.get(key), others.get(key))
            if row is not None:
                merged[key] = row
        order = _in_order(tuple(before), tuple(ours), tuple(others))
        return tuple(merged[key] for key in dict.fromkeys((*order, *merged)) if key in merged)

    def _chosen(self, name: str, base: Any, mine: Any, theirs: Any) -> Any:
        name = name or WHOLE
        self.conflicts.append(TextVersions(name, _told(base), _told(mine), _told(theirs)))
        return theirs if self._takes_theirs(name) else mine

    def _takes_theirs(self, name: str) -> bool:
        return self._choices.get(name) is Side.THEIRS


def _told(value: Any) -> str:
    if isinstance(value, Reflection):
        return value.text
    if isinstance(value, EvidenceUse):
        return value.shows
    return whole_text(value) if is_dataclass(value) else plain(value)


def _in_order(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    """Merge lists as sets: what a side took out goes, what it added comes, in the order of both."""
    if tuple(mine) == tuple(theirs) or tuple(theirs) == tuple(base):
        return tuple(mine)
    if tuple(mine) == tuple(base):
        return tuple(theirs)
    stays = [one for one in base if one in mine and one in theirs]
    ours, others = ([one for one in side if one in stays] for side in (mine, theirs))
    order = others if ours == stays else ours
    added = {one for one in (*mine, *theirs) if one not in base}
    return (*_once(order), *sorted(added))


def _once(values: Iterable[Any]) -> Iterable[Any]:
    return dict.fromkeys(values)


def _blank(item: Any) -> Any:
    if isinstance(item, Section):
        return Section(item.id)
    if isinstance(item, EvidenceItem):
        return EvidenceItem(item.id, "")
    return InboxItem(item.id, "", "")


def _blank_row(row: Any) -> Any:
    return Reflection(row.id) if isinstance(row, Reflection) else EvidenceUse(row.item)
