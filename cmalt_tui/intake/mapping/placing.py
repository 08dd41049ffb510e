"""Every stretch of the source given its place: a section and a part, or none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cmalt_tui.intake.mapping.sense import LEAST, LEAST_INSIDE, Sense, Senses
from cmalt_tui.intake.mapping.stretches import Stretch
from cmalt_tui.model.framework import FrameworkSection, Kind
from cmalt_tui.model.portfolio import DECLARATION, DESCRIPTION, REFLECTION, STATEMENT
from cmalt_tui.pandoc.tree import Node

_DEEP = 7
_AFTER_PARTS = 0.7
_NO_PARTS = 0.9
_KEPT_ON = 0.6
_WHOLE_AREA = 0.5
_FROM_FILE_NAME = 0.9


@dataclass
class Piece:
    """Text with its place.

    Attributes:
        section: The section's id, numbered where it repeats; empty if no section fits.
        heading: The heading that gave it its place.
        silent: Headings that are accounted for here but are no text of it.
        title: The author's own title of a repeated section, or of a reflection.
        area: The area whose introduction this is, where no section fits; empty otherwise.
    """

    section: str
    part: str
    heading: str
    file: str
    confidence: float
    title: str = ""
    reflection: str = ""
    area: str = ""
    silent: list[str] = field(default_factory=list)
    blocks: list[Node] = field(default_factory=list)


@dataclass
class _Here:
    """Where the reading stands.

    Attributes:
        level, part_level: Levels of the headings that opened the section and the part.
        options_level: Level of the headings that each open one of a repeated section.
        flat: Whether parts stand on the same level as sections in this document.
    """

    section: str = ""
    asked: FrameworkSection | None = None
    level: int = 0
    score: float = 0.0
    title: str = ""
    part: str = ""
    part_level: int = _DEEP
    parts_seen: bool = False
    area: FrameworkSection | None = None
    area_level: int = 0
    options_of: FrameworkSection | None = None
    options_level: int = 0
    flat: bool = False


class Placing:
    """Places the stretches of one document after another."""

    def __init__(self, senses: Senses) -> None:
        """Begin with nothing placed."""
        self._senses = senses
        self._here = _Here()
        self._file = ""
        self._numbers: dict[str, int] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._opened: list[str] = []
        self.pieces: list[Piece] = []

    def place(
        self, file: str, titles: Sequence[str], file_title: str, stretches: Sequence[Stretch]
    ) -> None:
        """Place one document.

        Args:
            file: Its name.
            titles: Its titles outside the text, best first.
            file_title: The name of the file as words.
            stretches: The document, cut.
        """
        self._file = file
        self._here = _Here(flat=self._is_flat(stretches))
        sense, title = self._sense_of_document(titles, file_title, stretches)
        if sense.asked is not None:
            self._enter(sense, title, 0, stretches, -1)
        for number, stretch in enumerate(stretches):
            self._place_stretch(stretch, stretches, number)

    def _sense_of_document(
        self, titles: Sequence[str], file_title: str, stretches: Sequence[Stretch]
    ) -> tuple[Sense, str]:
        named = [(self._senses.read(title), title) for title in titles]
        own = self._senses.read(file_title)
        if own.asked is not None:
            named.append(
                (
                    Sense(
                        own.asked,
                        own.score * _FROM_FILE_NAME,
                        own.by_code,
                        own.by_title,
                        own.words,
                        own.part,
                        own.number,
                    ),
                    file_title,
                )
            )
        named = [(sense, title) for sense, title in named if sense.asked and sense.score >= LEAST]
        if not named:
            return Sense(), ""
        first = next((stretch for stretch in stretches if stretch.heading), None)
        if first is not None and first.level == 1:
            heading = self._senses.read(first.heading)
            if heading.asked is not None and heading.score >= LEAST:
                return Sense(), ""
        return max(named, key=lambda pair: pair[0].score)

    def _place_stretch(self, stretch: Stretch, row: Sequence[Stretch], number: int) -> None:
        if not stretch.heading:
            if stretch.blocks:
                self._add("", stretch.blocks)
            return
        here = self._here
        level = stretch.level or self._level_of(stretch, row)
        sense = self._senses.read(stretch.heading, here.area)
        if sense.part and self._takes_parts(sense):
            self._enter_part(sense, stretch, level, row, number)
        elif sense.asked is not None and self._is_entered(sense, level):
            self._enter(sense, stretch.heading, level, row, number)
            self._add(stretch.heading, stretch.blocks, silent=True)
        elif here.options_of is not None and level == here.options_level:
            self._open(here.options_of, Sense(here.options_of, 0.9, title=stretch.heading), level)
            self._add(stretch.heading, stretch.blocks, silent=True)
        else:
            self._enter_other(stretch, level)

    def _takes_parts(self, sense: Sense) -> bool:
        asked = sense.asked or self._here.asked
        return asked is not None and asked.kind in (Kind.CRITERION, Kind.REPEAT)

    def _enter_part(
        self, sense: Sense, stretch: Stretch, level: int, row: Sequence[Stretch], number: int
    ) -> None:
        here = self._here
        if sense.asked is not None and sense.asked is not here.asked:
            self._enter(sense, stretch.heading, min(level, here.level or level), row, number)
            here = self._here
        here.part, here.part_level, here.parts_seen = sense.part, level, True
        self._add(stretch.heading, stretch.blocks, silent=True, fresh=True)

    def _is_entered(self, sense: Sense, level: int) -> bool:
        """Whether a heading that names a section opens it, or only sounds like it."""
        here, asked = self._here, sense.asked
        if asked is None or sense.score < LEAST:
            return False
        if here.asked is None or asked is here.asked:
            return True
        if asked.kind is Kind.STATEMENT and asked.id in self._opened and not sense.by_title:
            return False
        if level > here.level:
            enough = sense.by_code or (sense.by_title and sense.words > 1)
            return enough and sense.score >= LEAST_INSIDE and asked.kind is not Kind.AREA
        return True

    def _enter(
        self, sense: Sense, heading: str, level: int, row: Sequence[Stretch], number: int
    ) -> None:
        asked = sense.asked
        if asked is None:
            return
        if asked.kind is Kind.AREA:
            self._enter_area(asked, sense, level, row, number)
        elif asked.kind is Kind.REPEAT and sense.several:
            self._enter_options(asked, sense, level, row, number)
        elif asked.kind is Kind.REPEAT and self._here.asked is asked and self._same_option(sense):
            self._here.title = self._here.title or sense.title
        else:
            self._open(asked, sense, level)

    def _same_option(self, sense: Sense) -> bool:
        now = self._here.section.rsplit("-", 1)[-1]
        return str(sense.number) == now if sense.number else not sense.title

    def _enter_area(
        self, area: FrameworkSection, sense: Sense, level: int, row: Sequence[Stretch], number: int
    ) -> None:
        members = self._senses.members(area)
        if len(members) == 1:
            self._open(members[0], sense, level)
            self._here.area, self._here.area_level = area, level
            return
        split = any(
            (found := self._senses.read(later.heading, area)).asked in members
            and found.score >= LEAST
            for later in row[number + 1 :]
            if later.heading
        )
        flat = self._here.flat
        if not split and members and self._has_own_parts(row, number, level):
            self._open(members[0], Sense(members[0], _WHOLE_AREA), level)
        else:
            self._here = _Here(flat=flat)
        self._here.area, self._here.area_level = area, level

    def _has_own_parts(self, row: Sequence[Stretch], number: int, level: int) -> bool:
        """Whether there is text under an area that is not split into its sections."""
        below = row[number + 1 :] if number < 0 else row[number:]
        return any(stretch.blocks for stretch in below[: 1 if number >= 0 else len(below)])

    def _enter_options(
        self, asked: FrameworkSection, sense: Sense, level: int, row: Sequence[Stretch], number: int
    ) -> None:
        below: list[Stretch] = []
        for later in row[number + 1 :]:
            if later.heading and later.level and later.level <= level:
                break
            found = self._senses.read(later.heading, self._here.area) if later.heading else Sense()
            if (
                found.asked is not None
                and found.asked is not asked
                and found.score >= LEAST_INSIDE
                and not found.part
            ):
                break
            below.append(later)
        levels = [stretch.level for stretch in below if stretch.level]
        own_level = min(levels, default=0)
        children = [
            self._senses.read(stretch.heading)
            for stretch in below
            if stretch.level == own_level and own_level
        ]
        named = any(
            self._senses.read(stretch.heading).asked is asked
            for stretch in below
            if stretch.heading
        )
        if named or (children and not any(child.part for child in children)):
            self._here = _Here(flat=self._here.flat, options_of=asked, options_level=own_level)
            self._here.area, self._here.area_level = asked, level
        else:
            self._open(asked, sense, level)

    def _open(self, asked: FrameworkSection, sense: Sense, level: int) -> None:
        here = self._here
        section = asked.id
        if asked.kind is Kind.REPEAT:
            section = f"{asked.id}-{self._number(asked, sense)}"
        options = (here.options_of, here.options_level) if here.options_of is asked else (None, 0)
        part = DESCRIPTION
        if asked.kind is Kind.DECLARATION:
            part = DECLARATION
        elif asked.kind not in (Kind.CRITERION, Kind.REPEAT):
            part = STATEMENT
        same = here.section == section
        self._here = _Here(
            section,
            asked,
            min(level, here.level) if same else level,
            max(sense.score, here.score) if same else sense.score,
            sense.title or (here.title if same else ""),
            part,
            parts_seen=same and here.parts_seen,
            area=here.area,
            area_level=here.area_level,
            options_of=options[0],
            options_level=options[1],
            flat=here.flat,
        )
        self._opened.append(asked.id)

    def _number(self, asked: FrameworkSection, sense: Sense) -> int:
        key = (asked.id, sense.title.casefold())
        if sense.title and key in self._titles:
            return int(self._titles[key])
        number = sense.number or self._numbers.get(asked.id, 0) + 1
        self._numbers[asked.id] = max(number, self._numbers.get(asked.id, 0))
        if sense.title:
            self._titles[key] = str(number)
        return number

    def _enter_other(self, stretch: Stretch, level: int) -> None:
        """A heading of the author's own: a sub-heading, or the end of the section."""
        here = self._here
        if here.asked is not None and (level > here.level or here.flat):
            if level <= here.part_level and here.part != DECLARATION and here.part != STATEMENT:
                here.part, here.part_level = DESCRIPTION, _DEEP
            if level <= here.level:
                here.score = min(here.score, _KEPT_ON)
        elif here.area is not None and level > here.area_level:
            pass
        else:
            self._here = _Here(flat=here.flat)
        header = [stretch.header] if stretch.header else []
        self._add(stretch.heading, [*header, *stretch.blocks])

    def _level_of(self, stretch: Stretch, row: Sequence[Stretch]) -> int:
        """The level of a paragraph that serves as a heading: that of its like in the document."""
        sense = self._senses.read(stretch.heading, self._here.area)
        if sense.part:
            return _DEEP - 1 if self._here.part_level == _DEEP else self._here.part_level
        levels = [
            other.level
            for other in row
            if other.level and (found := self._senses.read(other.heading)).asked and not found.part
        ]
        return min(levels, default=1)

    def _is_flat(self, row: Iterable[Stretch]) -> bool:
        section_levels, part_levels = [], []
        for stretch in row:
            if not stretch.level:
                continue
            sense = self._senses.read(stretch.heading)
            if sense.part and not sense.asked:
                part_levels.append(stretch.level)
            elif (
                sense.asked is not None
                and sense.score >= LEAST
                and sense.asked.kind is not Kind.AREA
            ):
                section_levels.append(stretch.level)
        return bool(section_levels and part_levels) and min(part_levels) <= max(section_levels)

    def _add(
        self, heading: str, blocks: list[Node], silent: bool = False, fresh: bool = False
    ) -> None:
        here = self._here
        last = self.pieces[-1] if self.pieces else None
        same = (
            last is not None
            and not fresh
            and (last.section, last.part, last.file) == (here.section, here.part, self._file)
            and (bool(here.section) or not silent)
            and last.area == (here.area.id if here.area and not here.section else "")
        )
        if last is None or not same:
            confidence = here.score if here.section else 0.0
            if here.section and here.part == DESCRIPTION and not silent:
                confidence *= _AFTER_PARTS if here.parts_seen else _NO_PARTS
            area = here.area.id if here.area and not here.section else ""
            last = Piece(
                here.section,
                here.part,
                heading,
                self._file,
                round(confidence, 2),
                here.title,
                area=area,
            )
            self.pieces.append(last)
        last.title = last.title or here.title
        if here.part == REFLECTION and silent:
            last.reflection = last.reflection or heading
        if silent:
            last.silent.append(heading)
        last.blocks += blocks
