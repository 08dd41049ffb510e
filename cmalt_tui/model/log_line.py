"""Reads a line for the log: a date in front, tags, a length of time, and what is left as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from cmalt_tui.model.evidence_uses import references_in
from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.problems import InputProblem

LONGEST = 10_000
_MOST_HOURS = 1_000
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_log_line(
    text: str,
    today: date,
    sections: Mapping[str, str],
    principles: Mapping[str, str],
    evidence: Mapping[str, str],
) -> LogEntry:
    """Read what a person typed for the log.

    ``2026-11-10 Webinar on captions 2h #1a @P2 #cpd`` is CPD of two hours on that day, material
    for 1a, and shows P2. In front may stand a date (``2026-11-10``, ``10 Nov:``, ``10 November
    2026``, ``today``, ``yesterday``). Tags with ``#`` or ``@`` name sections, principles, items of
    evidence or ``cpd``; at either end they are taken out, in the middle only their mark is. A
    principle's code without a mark counts as well, and stays. A length (``2h``, ``1.5h``,
    ``1h30``, ``90min``) is read at either end, and makes it CPD. Whatever isn't understood stays
    in the text as it is.

    Args:
        text: What was typed, clean.
        today: The date where none is given.
        sections, principles, evidence: The ids that can be tagged, by what they are in lower
            case.

    Returns:
        The entry, without an id; its text is empty where there was nothing but tags.

    Raises:
        InputProblem: It is too long for a log.
    """
    if len(text) > LONGEST:
        raise InputProblem(
            f"this is too long for the log: {len(text):,} characters, {LONGEST:,} are allowed",
            "Write it into the note of a section instead.",
        )
    day, rest = _leading_date(text.strip(), today)
    tags = _Tags(sections, principles, evidence)
    while (first := re.match(r"\S+", rest)) and tags.takes(first[0]):
        rest = rest[first.end() :].lstrip()
    behind: list[str] = []
    ahead = _Tags(sections, principles, evidence, hours=tags.hours)
    while (last := rest.rsplit(maxsplit=1)[-1:]) and ahead.takes(last[0]):
        rest = rest.removesuffix(last[0]).rstrip()
        behind.insert(0, last[0])
    rest = _tag().sub(lambda found: found[0][1:] if tags.takes(found[0]) else found[0], rest)
    for word in behind:
        tags.takes(word)
    for code in re.findall(r"\w+", rest):
        if code in principles.values():
            tags.codes[code] = None
    for reference in references_in(rest):
        tags.items[evidence.get(reference.item.lower(), reference.item)] = None
    is_cpd = tags.is_cpd or tags.hours > 0
    return LogEntry(
        "",
        rest,
        day,
        LogKind.CPD if is_cpd else LogKind.EXPERIENCE,
        tags.hours,
        tuple(tags.sections_found),
        tuple(tags.codes),
        tuple(tags.items),
    )


def written_as_line(entry: LogEntry) -> str:
    """Write an entry's first line so that `read_log_line` reads it again, to be changed."""
    tags = [f"#{named}" for named in (*entry.sections, *entry.principles, *entry.evidence)]
    if entry.hours:
        hours, rest = divmod(round(entry.hours * 60), 60)
        tags.insert(0, f"{hours}h{rest:02}" if rest else f"{hours}h")
    elif entry.kind is LogKind.CPD:
        tags.append("#cpd")
    return " ".join([entry.date.isoformat(), entry.text.partition("\n")[0], *tags])


@dataclass
class _Tags:
    """The tags of a line as they are met; dictionaries, so that each comes once and in order."""

    sections: Mapping[str, str]
    principles: Mapping[str, str]
    evidence: Mapping[str, str]
    sections_found: dict[str, None] = field(default_factory=dict)
    codes: dict[str, None] = field(default_factory=dict)
    items: dict[str, None] = field(default_factory=dict)
    hours: float = 0.0
    is_cpd: bool = False

    def takes(self, word: str) -> bool:
        """Whether a word is a tag or a length of time; if so, it is noted."""
        word = word.rstrip(",;")
        is_marked = word[:1] in ("#", "@")
        if not is_marked:
            return self._takes_length(word)
        named = word[1:].rstrip(".:").lower().removeprefix("ev:")
        section = self.sections.get(named) or self.sections.get(f"{named}-1", "")
        if section:
            self.sections_found[section] = None
        elif named in self.principles:
            self.codes[self.principles[named]] = None
        elif named in self.evidence:
            self.items[self.evidence[named]] = None
        elif named == LogKind.CPD:
            self.is_cpd = True
        else:
            return named == LogKind.EXPERIENCE
        return True

    def _takes_length(self, word: str) -> bool:
        told = _length().fullmatch(word)
        if told is None or self.hours:
            return False
        hours = float(told["hours"] or 0) + float(told["rest"] or told["minutes"] or 0) / 60
        if not 0 < hours <= _MOST_HOURS:
            return False
        self.hours = round(hours, 2)
        return True


def _leading_date(text: str, today: date) -> tuple[date, str]:
    """The date in front of a text, and the rest; today and all of it where there is none."""
    found = _date().match(text)
    if found is None:
        return today, text
    rest = text[found.end() :]
    if found["word"]:
        return today - timedelta(days=found["word"].lower() == "yesterday"), rest
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]), rest
        month = _MONTHS.index(found["month"][:3].lower()) + 1
        day = int(found["day"])
        if found["year"]:
            return date(int(found["year"]), month, day), rest
        this_year = date(today.year, month, day)
        return this_year if this_year <= today else date(today.year - 1, month, day), rest
    except ValueError:
        return today, text


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(_MONTHS)
    return re.compile(
        r"(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<word>today|yesterday)"
        rf"|(?P<day>\d{{1,2}})\s+(?P<month>(?:{months})[a-z]{{0,6}})\.?"
        r"(?:\s+(?P<year>\d{4})|(?=\s*[:,–—-])))"
        r"(?:\s*[:,–—]|\s+-)?(?:\s+|$)",
        re.I | re.A,
    )


@cache
def _length() -> re.Pattern[str]:
    return re.compile(
        r"(?P<hours>\d{1,4}(?:\.\d{1,2})?)h(?P<rest>[0-5]\d)?|(?P<minutes>\d{1,4})min", re.A
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)[#@][\w:.-]+")
