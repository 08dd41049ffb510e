"""Every stretch of the source given its place: a section and a part, or none."""

from collections.abc import Sequence
from dataclasses import replace

from cmalt_tui.intake.mapping.cleaning import folded
from cmalt_tui.intake.mapping.outlook import (
    are_parts_flat,
    is_split,
    level_of_like,
    level_of_options,
)
from cmalt_tui.intake.mapping.part_names import is_appendix
from cmalt_tui.intake.mapping.piece import DEEPEST, Here, Piece, first_part, has_parts
from cmalt_tui.intake.mapping.sense import LEAST, LEAST_INSIDE, Sense, Senses
from cmalt_tui.intake.mapping.stretches import Stretch
from cmalt_tui.model.framework import FrameworkSection, Kind
from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION
from cmalt_tui.pandoc.tree import Node

# How sure a place is that no heading names outright.
_AFTER_PARTS = 0.7
_NO_PARTS = 0.9
_KEPT_ON = 0.6
_WHOLE_AREA = 0.5
_OPTION = 0.9
_FROM_FILE_NAME = 0.9


class Placing:
    """Places the stretches of one document after another."""

    def __init__(self, senses: Senses) -> None:
        """Begin with nothing placed."""
        self._senses = senses
        self._here = Here()
        self._file = ""
        self._row: Sequence[Stretch] = ()
        self._titles: frozenset[str] = frozenset()
        self._title = ""
        self._is_own = False
        self._numbers: dict[str, int] = {}
        self._number_of_title: dict[tuple[str, str], int] = {}
        self._opened: set[str] = set()
        self.pieces: list[Piece] = []

    def place(
        self,
        file: str,
        titles: Sequence[str],
        file_title: str,
        stretches: Sequence[Stretch],
        *,
        is_own: bool = False,
    ) -> None:
        """Place one document.

        Args:
            file: Its name.
            titles: Its titles outside the text, best first.
            file_title: The name of the file as words.
            stretches: The document, cut.
            is_own: Whether this program wrote it; below the heading of a part it then says
                nothing but titles.
        """
        self._file, self._row, self._is_own = file, stretches, is_own
        self._titles = frozenset(folded(title) for title in titles)
        self._title = next(iter(titles), file_title)
        self._here = Here(flat=are_parts_flat(self._senses, stretches))
        sense = self._sense_of_document(titles, file_title)
        if sense.asked is not None:
            self._enter(sense, 0, -1)
            if sense.part and self._takes_parts(sense):
                self._here.part, self._here.part_level = sense.part, 0
        for number, stretch in enumerate(stretches):
            self._place_stretch(stretch, number)

    def _sense_of_document(self, titles: Sequence[str], file_title: str) -> Sense:
        """What the titles and the name of a document say, where its first heading says nothing."""
        first = next((stretch for stretch in self._row if stretch.heading), None)
        if first is not None and first.level == 1:
            heading = self._senses.read(first.heading)
            if heading.asked is not None and heading.score >= LEAST:
                return Sense()
        senses = [(self._senses.read(title), title) for title in titles]
        named = self._senses.read(file_title)
        senses.append((replace(named, score=named.score * _FROM_FILE_NAME), file_title))
        good = [pair for pair in senses if pair[0].asked is not None and pair[0].score >= LEAST]
        sense, title = max(good, key=lambda pair: pair[0].score, default=(Sense(), ""))
        self._title = title or self._title
        return sense

    def _place_stretch(self, stretch: Stretch, number: int) -> None:
        here = self._here
        if not stretch.heading:
            if stretch.blocks:
                self._add(self._title, stretch.blocks)
            return
        level = stretch.level or level_of_like(self._senses, stretch, self._row, here.part_level)
        sense = self._senses.read(stretch.heading, here.area)
        whole = is_appendix(stretch.heading) and level <= here.level and not here.flat
        titled = self._is_own and sense.part == here.part and level > here.part_level
        if sense.part and self._takes_parts(sense) and not whole and not titled:
            self._enter_part(sense, stretch, level, number)
        elif sense.asked is not None and self._opens(sense, level):
            self._enter(sense, level, number)
            self._add(stretch.heading, stretch.blocks, silent=True)
        elif here.options_of is not None and level == here.options_level:
            self._open(Sense(here.options_of, _OPTION, title=stretch.heading), level)
            self._add(stretch.heading, stretch.blocks, silent=True)
        elif here.asked is not None and here.level == 0 and folded(stretch.heading) in self._titles:
            self._add(stretch.heading, stretch.blocks, silent=True)
        else:
            # "1a - The second case" below 1a is a sub-heading of 1a, on whatever level it stands.
            again = here.asked is not None and sense.asked is here.asked
            self._enter_other(stretch, max(level, here.level + 1) if again else level)

    def _takes_parts(self, sense: Sense) -> bool:
        asked = sense.asked or self._here.asked
        return asked is not None and has_parts(asked)

    def _enter_part(self, sense: Sense, stretch: Stretch, level: int, number: int) -> None:
        if sense.asked is not None and sense.asked is not self._here.asked:
            self._enter(sense, min(level, self._here.level or level), number)
        here = self._here
        here.part, here.part_level, here.parts_seen = sense.part, level, True
        self._add(stretch.heading, stretch.blocks, silent=True, fresh=True)

    def _opens(self, sense: Sense, level: int) -> bool:
        """Whether a heading that names a section opens it, or only sounds like it."""
        here, asked = self._here, sense.asked
        if asked is None or sense.score < LEAST:
            return False
        inside = here.asked is not None and level > here.level
        if here.asked is None:
            return True
        if asked is here.asked and asked.kind is not Kind.REPEAT and sense.title:
            return False
        if asked is here.asked:
            return not inside or (not here.parts_seen and sense.score >= LEAST_INSIDE)
        if asked.kind is Kind.STATEMENT and asked.id in self._opened and not sense.by_title:
            return False
        if inside and here.level > 0:
            enough = sense.by_code or (sense.by_title and sense.words > 1)
            return enough and sense.score >= LEAST_INSIDE and asked.kind is not Kind.AREA
        return sense.score >= LEAST_INSIDE if inside else True

    def _enter(self, sense: Sense, level: int, number: int) -> None:
        asked, here = sense.asked, self._here
        if asked is None:
            return
        if asked.kind is Kind.AREA:
            self._enter_area(asked, sense, level, number)
        elif sense.several and (
            below := level_of_options(self._senses, asked, self._row[number + 1 :], level)
        ):
            self._here = Here(
                area=asked, area_level=level, options_of=asked, options_level=below, flat=here.flat
            )
        elif asked.kind is Kind.REPEAT and here.asked is asked and self._is_same_option(sense):
            here.title = here.title or sense.title
        else:
            self._open(sense, level)

    def _is_same_option(self, sense: Sense) -> bool:
        """Whether a heading names the option at hand once more, or the one just begun at last."""
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.section == self._here.section and not last.blocks:
            return not self._here.title or self._here.title == sense.title
        if sense.number:
            return self._here.section.endswith(f"-{sense.number}")
        return not sense.title

    def _enter_area(self, area: FrameworkSection, sense: Sense, level: int, number: int) -> None:
        members = self._senses.members(area)
        below = self._row[max(number, 0) :]
        if len(members) == 1:
            self._open(replace(sense, asked=members[0]), level)
        elif (
            members
            and any(stretch.blocks for stretch in below[:2])
            and not is_split(self._senses, area, members, self._row[number + 1 :])
        ):
            self._open(Sense(members[0], _WHOLE_AREA), level)
        else:
            self._here = Here(flat=self._here.flat)
        self._here.area, self._here.area_level = area, level

    def _open(self, sense: Sense, level: int) -> None:
        asked, here = sense.asked, self._here
        if asked is None:
            return
        section = asked.id
        if asked.kind is Kind.REPEAT:
            section = f"{asked.id}-{self._number(asked, sense)}"
        self._opened.add(asked.id)
        if here.section == section:
            here.level, here.score = min(level, here.level), max(sense.score, here.score)
            here.title, here.part, here.part_level = (
                sense.title or here.title,
                first_part(asked),
                DEEPEST,
            )
            return
        options = here.options_of is asked
        self._here = replace(
            here,
            section=section,
            asked=asked,
            level=level,
            score=sense.score,
            title=sense.title,
            part=first_part(asked),
            part_level=DEEPEST,
            parts_seen=False,
            options_of=asked if options else None,
            options_level=here.options_level if options else 0,
        )

    def _number(self, asked: FrameworkSection, sense: Sense) -> int:
        key = (asked.id, sense.title.casefold())
        known = self._number_of_title.get(key, 0) if sense.title else 0
        number = known or sense.number or self._numbers.get(asked.id, 0) + 1
        self._numbers[asked.id] = max(number, self._numbers.get(asked.id, 0))
        self._number_of_title[key] = number
        return number

    def _enter_other(self, stretch: Stretch, level: int) -> None:
        """A heading of the author's own: a sub-heading, or the end of the section."""
        here, fresh = self._here, False
        if here.asked is not None and (level > here.level or here.flat):
            if level <= here.part_level and has_parts(here.asked):
                here.part, here.part_level = DESCRIPTION, DEEPEST
            if level <= here.level:
                here.score = min(here.score, _KEPT_ON)
        elif here.asked is None and 0 < here.level < level:
            pass
        elif here.area is None or level <= here.area_level:
            self._here, fresh = Here(level=level, flat=here.flat), True
        header = [stretch.header] if stretch.header else []
        self._add(stretch.heading, [*header, *stretch.blocks], fresh=fresh)

    def _add(
        self, heading: str, blocks: Sequence[Node], silent: bool = False, fresh: bool = False
    ) -> None:
        """Add blocks to the piece at hand, or begin a new one.

        Args:
            heading: The heading above them.
            blocks: The blocks; with the heading's own, unless it is silent.
            silent: Whether the heading names the place and is no text of it.
            fresh: Whether a new piece begins at any rate.
        """
        here = self._here
        last = self.pieces[-1] if self.pieces else None
        place = (here.section, here.part, self._file)
        goes_on = last is not None and not fresh and (last.section, last.part, last.file) == place
        if last is None or not goes_on or (silent and not here.section):
            confidence = here.score if here.section else 0.0
            if here.section and here.part == DESCRIPTION and not silent:
                confidence *= _AFTER_PARTS if here.parts_seen else _NO_PARTS
            last = Piece(here.section, here.part, heading, self._file, round(confidence, 2))
            self.pieces.append(last)
        last.title = last.title or here.title
        if silent:
            last.silent.append(heading)
            if here.part == REFLECTION:
                last.reflection = last.reflection or heading
        last.blocks += blocks
