"""What a heading says: which section, which part, which of a repeated section, and how surely."""

import re
from dataclasses import dataclass

from cmalt_tui.intake.mapping.codes import Code, area_number, code_anywhere, read_code
from cmalt_tui.intake.mapping.part_names import part_of
from cmalt_tui.intake.mapping.scoring import Fit, Names, best_fit, content_words
from cmalt_tui.model.framework import Framework, FrameworkSection, Kind

LEAST = 0.72
LEAST_INSIDE = 0.9
_CERTAIN = 0.97
_CODE_ALONE = 0.85
_AREA_CODE = 0.9
_WRONG_CODE = 0.75
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3}
_AFTER_NAME = re.compile(
    r"^\s*(?:(?P<number>\d|one|two|three|four|iii|ii|i)(?![^\W_]))?\s*[:.)–—-]*\s*(?P<title>.*)$",
    re.I,
)


@dataclass(frozen=True)
class Sense:
    """What a heading says.

    Attributes:
        asked: The section or the area that it names; None if it names none.
        score: How surely, 0 to 1.
        by_code: Whether a code says so.
        by_title: Whether the framework's own title says so.
        words: How many words that matter the heading has.
        part: The part that it names; empty if it names none.
        number: Which of a repeated section; 0 if it doesn't say.
        title: The author's own title of a repeated section.
        several: Whether it is a heading over several of a repeated section.
    """

    asked: FrameworkSection | None = None
    score: float = 0.0
    by_code: bool = False
    by_title: bool = False
    words: int = 0
    part: str = ""
    number: int = 0
    title: str = ""
    several: bool = False


class Senses:
    """Reads headings against one framework."""

    def __init__(self, framework: Framework) -> None:
        """Prepare the framework's names and codes."""
        self._names = Names(framework)
        self._asked = {asked.id: asked for asked in framework.sections}
        self._codes = {
            code.casefold(): asked
            for asked in reversed(framework.sections)
            for code in (*asked.aliases, asked.id)
            if re.fullmatch(r"\d[a-e]|[A-Z]\d", code, re.I)
        }
        self._areas = {
            number[0]: asked
            for asked in framework.sections
            if asked.kind is Kind.AREA and (number := re.findall(r"\d", asked.id))
        }
        self._members = {
            area.id: tuple(asked for asked in framework.sections if asked.area == area.id)
            for area in framework.sections
        }
        self._repeats = [
            (asked, name)
            for asked in framework.sections
            if asked.kind is Kind.REPEAT
            for name in sorted(_repeat_names(asked), key=len, reverse=True)
        ]

    def members(self, area: FrameworkSection) -> tuple[FrameworkSection, ...]:
        """The sections that an area holds."""
        return self._members.get(area.id, ())

    def read(self, heading: str, area: FrameworkSection | None = None) -> Sense:
        """Read a heading.

        Args:
            heading: Its text.
            area: The area that it stands under, for codes that are a letter alone.
        """
        part = part_of(heading)
        if part:
            section = code_anywhere(heading, self._codes)
            asked = self._codes.get(section)
            return Sense(asked, _CERTAIN if asked else 0.0, bool(asked), part=part)
        number = next((n for n, one in self._areas.items() if one is area), "")
        code = read_code(heading, self._codes, number)
        repeat = self._repeated(code.rest) or self._repeated(heading)
        if repeat:
            return repeat
        return self._single(heading, code)

    def _single(self, heading: str, code: Code) -> Sense:
        rest = code.rest
        fits = self._names.fits(rest) if rest else []
        words = len(content_words(rest))
        if code.section:
            asked = self._codes[code.section]
            other = best_fit(fits, _CERTAIN)
            own = next((fit.score for fit in fits if fit.section == asked.id), 0.0)
            if other and other.section != asked.id and own < LEAST and not self._is_area(other):
                return Sense(self._asked[other.section], _WRONG_CODE, False, other.by_title, words)
            title = rest if asked.kind is Kind.REPEAT or own < LEAST else ""
            score = max(_CODE_ALONE, min(1.0, own + 0.1))
            return Sense(asked, score, True, own >= LEAST, words, title=title)
        if code.area in self._areas:
            return Sense(self._areas[code.area], _AREA_CODE, True, True, words)
        best = best_fit(fits, LEAST)
        if best is None:
            return Sense(words=words)
        # Titles of an area and of its section can be alike; a number before it means the area.
        tied = [fit for fit in fits if fit.score >= best.score - 0.005]
        areas = [fit for fit in tied if self._is_area(fit)]
        if len(tied) > 1 and areas:
            inside = [fit for fit in tied if self._asked[fit.section].area == areas[0].section]
            best = areas[0] if area_number(heading) or not inside else inside[0]
        return Sense(self._asked[best.section], best.score, False, best.by_title, best.words)

    def _is_area(self, fit: Fit) -> bool:
        return self._asked[fit.section].kind is Kind.AREA

    def _repeated(self, heading: str) -> Sense | None:
        words = re.sub(r"^(?:my|the|an?)\s+", "", heading.strip(), flags=re.I)
        plain = re.sub(r"\((s|optional)\)", r"\1", words, flags=re.I).replace("’", "'")
        for asked, name in self._repeats:
            found = re.match(rf"{name}(?P<plural>s?)(?![^\W_])(?P<after>.*)$", plain, re.I)
            if not found:
                continue
            after = _AFTER_NAME.match(found["after"])
            if after is None:
                continue
            if after["title"] and not re.match(
                r"\s*(?:\d|one\b|two\b|three\b|four\b|i{1,3}\b)?\s*[:.)–—-]", found["after"], re.I
            ):
                continue
            number = (after["number"] or "").casefold()
            counted = int(number) if number.isdigit() else _NUMBER_WORDS.get(number, 0)
            title = after["title"].strip().strip("*_").strip()
            several = bool(found["plural"]) and not title and not counted
            return Sense(
                asked, _CERTAIN, False, True, 2, number=counted, title=title, several=several
            )
        return None


def _repeat_names(asked: FrameworkSection) -> set[str]:
    """The names of a repeated section in the singular, as patterns."""
    names = set()
    for name in asked.names:
        singular = re.sub(r"\(s\)|s\b(?=\s*$)", "", name.strip(), flags=re.I).strip()
        if re.match(r"[^\W\d_]{3}", singular):
            names.add(r"\s+".join(re.escape(word) for word in singular.split()))
    return names
