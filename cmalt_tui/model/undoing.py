"""Takes one step back without taking back what was written since."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.model.saved_example import SavedExample

Item = TypeVar("Item")
_RUNNING_TEXTS = ("description", "statement", "note", "text")


class Step(NamedTuple):
    """Something that was done, in words, and the portfolio on both sides of it."""

    what: str
    before: Portfolio
    after: Portfolio


def take_step(now: Portfolio, source: list[Step], target: list[Step]) -> tuple[str, Portfolio]:
    """Take the last step of a list back, and put it where it can be done again from.

    Returns:
        What it was, empty where there was none, and the portfolio without it.
    """
    if not source:
        return "", now
    step = source.pop()
    then = step_back(now, step.before, step.after)
    target.append(Step(step.what, now, then))
    return step.what, then


def step_back(now: Portfolio, before: Portfolio, after: Portfolio) -> Portfolio:
    """Undo one step: only what the step changed returns, everything typed since stays.

    Args:
        now: The portfolio as it stands.
        before, after: The portfolio on both sides of the step.

    Returns:
        ``now`` with the fields that the step changed as they were before it.
    """
    changed: Portfolio = _fields_back(
        now, before, after, skipped=("sections", "evidence", "examples", "log")
    )
    return replace(
        changed,
        sections=_items_back(now.sections, before.sections, after.sections, _section_back),
        evidence=_items_back(now.evidence, before.evidence, after.evidence, _fields_back),
        examples=_items_back(now.examples, before.examples, after.examples, _example_back),
        log=_items_back(now.log, before.log, after.log, _fields_back),
    )


def _section_back(now: Section, before: Section, after: Section) -> Section:
    back: Section = _fields_back(now, before, after, skipped=("reflections",))
    if before.reflections == after.reflections:
        return back
    pieces = _items_back(
        {piece.id: piece for piece in now.reflections},
        {piece.id: piece for piece in before.reflections},
        {piece.id: piece for piece in after.reflections},
        _fields_back,
        stays=_was_written_in,
    )
    order = [piece.id for piece in before.reflections]
    order += [piece_id for piece_id in pieces if piece_id not in order]
    reflections: tuple[Reflection, ...] = tuple(pieces[i] for i in order if i in pieces)
    return replace(back, reflections=reflections)


def _example_back(now: SavedExample, before: SavedExample, after: SavedExample) -> SavedExample:
    back: SavedExample = _fields_back(now, before, after, skipped=("passage",))
    return replace(back, passage=_fields_back(now.passage, before.passage, after.passage))


def _items_back(
    now: Mapping[str, Item],
    before: Mapping[str, Item],
    after: Mapping[str, Item],
    one: Callable[..., Item],
    stays: Callable[[Item, Item], bool] = lambda now, after: False,
) -> dict[str, Item]:
    """Bring back what the step took away, take away what it brought, mend what it changed.

    Args:
        now, before, after: The items.
        one: Takes the step back in one item.
        stays: Whether an item that the step brought stays, judged by how it is and how it came.
    """
    kept: dict[str, Item] = {}
    for item_id, item in now.items():
        if item_id in after and item_id not in before:
            if stays(item, after[item_id]):
                kept[item_id] = item
            continue
        if item_id in after and before[item_id] != after[item_id]:
            item = one(item, before[item_id], after[item_id])
        kept[item_id] = item
    return kept | {i: item for i, item in before.items() if i not in after and i not in kept}


def _fields_back(now: Any, before: Any, after: Any, *, skipped: tuple[str, ...] = ()) -> Any:
    """The dataclass ``now`` with every field that differs between the two others as ``before``."""
    names = [field.name for field in fields(now) if field.name not in skipped]
    differing = [name for name in names if getattr(before, name) != getattr(after, name)]
    back = {
        name: _value_back(name, *(getattr(o, name) for o in (now, before, after)))
        for name in differing
    }
    return replace(now, **back)


def _value_back(name: str, now: Any, before: Any, after: Any) -> Any:
    """A value as it was; a running text keeps the paragraphs that were written in since."""
    if now == after or not type(now) is type(before) is type(after) is str:
        return before
    from cmalt_tui.model.paragraph_merge import merge_texts

    merged = merge_texts(after, now, before)
    return merged.mine if name in _RUNNING_TEXTS else merged.theirs


def _was_written_in(now: Reflection, after: Reflection) -> bool:
    """Whether a reflection came with a text, by a move, and has another one by now."""
    return bool(after.text.strip()) and now.text != after.text
