"""How far a portfolio was on each day: words, statuses and open findings, as numbers alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import Portfolio, Status
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.line_file import append_line, line_of, read_lines, told_number, told_text

# A day with a dozen reviews leaves a few kilobytes of lines, until they are brought down to one.
_FULL = 1_000_000
_KEPT = 1_000
_MOST_SECTIONS = 2_000
_FIRST_YEAR, _LAST_YEAR = 1980, 2200


@dataclass(frozen=True)
class ProgressDay:
    """How far a portfolio was at the end of a day, as far as it was looked at.

    Attributes:
        portfolio: The portfolio's folder.
        words: By section; only those that apply and hold any.
        statuses: How many sections were how far, by `Status`.
        findings: Open findings by `Level`; None where no review ran on that day.
    """

    portfolio: str
    day: date
    words: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, int] | None = None

    @property
    def words_in_all(self) -> int:
        """The words of all sections."""
        return sum(self.words.values())


def day_of(
    framework: Framework,
    portfolio: Portfolio,
    folder: Path,
    today: date,
    found: Iterable[Finding] | None = None,
) -> ProgressDay:
    """Count how far a portfolio is.

    Args:
        framework: The framework that the portfolio names.
        portfolio: As it stands.
        folder: Its folder, by which the record knows it.
        today: The day.
        found: The open findings of a full review; None where none ran.
    """
    listed = [entry for entry in entries(framework, portfolio) if not entry.parked]
    words = {entry.id: sum(entry.written.words.values()) for entry in listed}
    statuses = Counter(entry.written.status.value for entry in listed)
    levels = None if found is None else Counter(finding.level.value for finding in found)
    return ProgressDay(
        str(folder.absolute()),
        today,
        {section: count for section, count in words.items() if count},
        {status.value: statuses[status.value] for status in Status if statuses[status.value]},
        None if levels is None else {level.value: levels[level.value] for level in Level},
    )


def note_progress(places: Places, told: ProgressDay) -> None:
    """Put down how far a portfolio is; the last line of a day is the one that counts.

    The demo is left out: nobody writes there in earnest.
    """
    if Path(told.portfolio).is_relative_to(places.demo):
        return
    append_line(places.progress_file, _told(told))
    with suppress(OSError):
        if places.progress_file.stat().st_size > _FULL:
            _shorten(places)


def noted_days(places: Places, folder: Path) -> tuple[ProgressDay, ...]:
    """List the days of one portfolio, the first one first; lines that can't be used are passed."""
    here = str(folder.absolute())
    return tuple(
        sorted(
            (one for one in _one_a_day(places) if one.portfolio == here),
            key=lambda one: one.day,
        )
    )


def _one_a_day(places: Places) -> list[ProgressDay]:
    """Each day of each portfolio once, in the order in which it was noted last.

    A line without findings, from a day on which a review ran as well, takes those over.
    """
    found: dict[tuple[str, date], ProgressDay] = {}
    for told in read_lines(places.progress_file, _day):
        key = (told.portfolio, told.day)
        before = found.pop(key, None)
        if told.findings is None and before is not None:
            told = replace(told, findings=before.findings)
        found[key] = told
    return list(found.values())


def _shorten(places: Places) -> None:
    """Bring the record down to a line a day, and to the days that were noted last.

    What counts as last is the order of the lines: a clock may have been wrong.
    """
    with suppress(OSError, InputProblem):
        kept = [line_of(_told(one)) for one in _one_a_day(places)[-_KEPT:]]
        while kept and sum(map(len, kept)) > _FULL // 2:
            kept = kept[len(kept) // 4 + 1 :]
        write_atomically(places.progress_file, kept)


def _told(one: ProgressDay) -> dict[str, object]:
    told: dict[str, object] = {
        "portfolio": one.portfolio,
        "day": one.day.isoformat(),
        "words": dict(one.words),
        "statuses": dict(one.statuses),
    }
    return told if one.findings is None else {**told, "findings": dict(one.findings)}


def _day(told: dict[str, object]) -> ProgressDay:
    day = date.fromisoformat(told_text(told["day"]))
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError
    findings = told.get("findings")
    return ProgressDay(
        told_text(told["portfolio"]),
        day,
        _counts(told["words"]),
        _counts(told["statuses"]),
        None if findings is None else _counts(findings),
    )


def _counts(value: object) -> Mapping[str, int]:
    if not isinstance(value, dict) or len(value) > _MOST_SECTIONS:
        raise ValueError
    return {told_text(name): told_number(count) for name, count in value.items()}
