"""A look at the stretches ahead, where a heading means one thing or another by what follows it."""

from collections.abc import Collection, Sequence

from cmalt_tui.intake.mapping.part_names import is_appendix
from cmalt_tui.intake.mapping.sense import LEAST, LEAST_INSIDE, Sense, Senses
from cmalt_tui.intake.mapping.stretches import Stretch
from cmalt_tui.model.framework import FrameworkSection, Kind

_DEEPEST = 6


def are_parts_flat(senses: Senses, row: Sequence[Stretch]) -> bool:
    """Whether a document sets "Reflection" on the same level as "1a" and not below it."""
    section_levels, part_levels = [], []
    for stretch in row:
        if not stretch.level:
            continue
        sense = senses.read(stretch.heading)
        if sense.part and not sense.asked and not is_appendix(stretch.heading):
            part_levels.append(stretch.level)
        elif sense.asked is not None and sense.score >= LEAST and sense.asked.kind is not Kind.AREA:
            section_levels.append(stretch.level)
    return bool(section_levels and part_levels) and min(part_levels) <= max(section_levels)


def is_split(
    senses: Senses,
    area: FrameworkSection,
    members: Collection[FrameworkSection],
    ahead: Sequence[Stretch],
) -> bool:
    """Whether the text of an area is split into the area's sections further on."""
    for later in ahead:
        if later.heading:
            sense = senses.read(later.heading, area)
            if sense.asked in members and sense.score >= LEAST:
                return True
    return False


def level_of_options(
    senses: Senses, asked: FrameworkSection, ahead: Sequence[Stretch], level: int
) -> int:
    """The level of the headings that each open one option, below a heading over all of them.

    Args:
        senses: Reads headings.
        asked: The repeated section.
        ahead: The stretches after the heading over all.
        level: The level of that heading.

    Returns:
        The level; 0 where what follows is one option with parts or sub-headings of its own.
    """
    below: list[tuple[int, Sense]] = []
    for later in ahead:
        if not later.heading:
            continue
        sense = senses.read(later.heading)
        elsewhere = sense.asked not in (None, asked) and sense.score >= LEAST_INSIDE
        if (later.level and later.level <= level) or (elsewhere and not sense.part):
            break
        below.append((later.level, sense))
    own = min((child for child, _ in below if child), default=0)
    children = [sense for child, sense in below if child == own]
    if any(sense.asked is asked for _, sense in below):
        return own or _DEEPEST
    return own if children and not any(child.part for child in children) else 0


def level_of_like(senses: Senses, stretch: Stretch, row: Sequence[Stretch], part_level: int) -> int:
    """The level of a paragraph that serves as a heading: that of its like in the document."""
    if senses.read(stretch.heading).part:
        return min(part_level, _DEEPEST)
    levels = [
        other.level
        for other in row
        if other.level and (sense := senses.read(other.heading)).asked and not sense.part
    ]
    return min(levels, default=1)
