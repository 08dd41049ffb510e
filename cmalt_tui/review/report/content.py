"""What a report on a review says, in order, before it is HTML or Markdown."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.plain_text import clean_line
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules import RULES

_WHOLE = "All of it"
_LONGEST_QUOTE = 300
_LEVELS = {
    Level.ERROR: ("What would be turned back", "Nothing that the program can tell."),
    Level.WARNING: ("What to look at", "Nothing was found."),
    Level.HINT: ("What you could ask yourself", "Nothing was found."),
}
_FOR = {
    Purpose.WRITING: "Read while it is being written.",
    Purpose.SUBMISSION: "Read as the accreditor does before the assessors get it.",
    Purpose.PUBLIC: "Read for what should not be seen by everybody.",
}


class ReportLine(NamedTuple):
    """One finding; ``answer`` is what its author said to it, empty where nothing was said."""

    rule: str
    place: str
    message: str
    question: str
    quote: str
    answer: str = ""


class ReportSection(NamedTuple):
    """The findings about one section of the portfolio."""

    title: str
    lines: tuple[ReportLine, ...]


class ReportChapter(NamedTuple):
    """Findings of one level, or the dismissed ones; ``none`` is said where there are none."""

    title: str
    none: str
    sections: tuple[ReportSection, ...]

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(len(section.lines) for section in self.sections)


class ReportContent(NamedTuple):
    """All that a report says; every text is on one line and free of control characters.

    Attributes:
        about: Who wrote it, for which pathway, and what it was read for, a sentence each.
        rules: The rules that found something, so that each says why it matters.
        language: The language of the portfolio's own texts, as a BCP 47 tag.
    """

    title: str
    about: tuple[str, ...]
    chapters: tuple[ReportChapter, ...]
    rules: tuple[Rule, ...]
    language: str


def report_content(
    framework: Framework, portfolio: Portfolio, found: Sorted, purpose: Purpose, today: date
) -> ReportContent:
    """Put a report together.

    Args:
        framework: The framework that the portfolio names.
        portfolio: What was reviewed.
        found: What was found.
        purpose: What the review was for.
        today: The day of the review.
    """
    titles = {entry.id: entry.title for entry in entries(framework, portfolio)}
    open_ones: list[tuple[Finding, Dismissal | None]] = [(one, None) for one in found.open]
    chapters = [
        ReportChapter(
            title, none, _sections((one for one in open_ones if one[0].level is level), titles)
        )
        for level, (title, none) in _LEVELS.items()
    ]
    if found.dismissed:
        chapters.append(ReportChapter("Dismissed", "", _sections(found.dismissed, titles)))
    told = {finding.rule for finding, _ in (*open_ones, *found.dismissed)}
    pathway = framework.pathway(portfolio.pathway).title
    author = f"{clean_line(portfolio.author)}, {pathway}." if portfolio.author else f"{pathway}."
    about = (author, f"Reviewed on {long_date(today)}. {_FOR[purpose]}", _counted(chapters[:3]))
    return ReportContent(
        clean_line(portfolio.title) or "Portfolio",
        about,
        tuple(chapters),
        tuple(rule for rule in RULES if rule.id in told),
        clean_line(portfolio.language),
    )


def _counted(chapters: Sequence[ReportChapter]) -> str:
    errors, warnings, hints = (chapter.total for chapter in chapters)
    return f"Errors: {errors}. Warnings: {warnings}. Hints: {hints}."


def _sections(
    found: Iterable[tuple[Finding, Dismissal | None]], titles: dict[str, str]
) -> tuple[ReportSection, ...]:
    grouped = groupby(found, key=lambda one: one[0].section)
    return tuple(
        ReportSection(
            _named(section, titles), tuple(_line(finding, answer) for finding, answer in group)
        )
        for section, group in grouped
    )


def _named(section: str, titles: dict[str, str]) -> str:
    if not section:
        return _WHOLE
    title = clean_line(titles.get(section, ""))
    return f"{clean_line(section)} {title}".strip()


def _line(finding: Finding, answer: Dismissal | None) -> ReportLine:
    quote = clean_line(finding.quote)
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE].rstrip()} …"
    told = f"Dismissed on {long_date(answer.on)}: {clean_line(answer.reason)}" if answer else ""
    return ReportLine(
        clean_line(finding.rule),
        clean_line(f"{finding.part} {finding.item}"),
        clean_line(finding.message),
        clean_line(finding.question),
        quote,
        told,
    )
