"""STR-5: a confirmation that is not signed, not dated, or older than what it confirms."""

import re
from collections.abc import Iterator
from datetime import date

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.editing import with_declaration
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import DECLARATION, Portfolio
from cmalt_tui.review.purpose import OWN_EYES, Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule

_NAME, _DATE = "name", "date"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    level = Level.ERROR if reviewed.purpose is Purpose.SUBMISSION else Level.HINT
    for entry in reviewed.entries:
        if entry.is_declaration:
            for told, question in _faults(entry, reviewed):
                yield Finding(
                    "STR-5", level, entry.id, DECLARATION, message=told, question=question
                )


def _faults(entry: Entry, reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    filled = entry.written.declaration
    needed = [name for name in entry.asked.fields if name not in entry.asked.optional_fields]
    empty = [name for name in needed if not filled.get(name, "").strip()]
    today = f"It can be dated {reviewed.today.isoformat()} by key."
    if empty:
        named = " and ".join(name.replace("_", " ") for name in empty)
        is_empty = "is" if len(empty) == 1 else "are"
        yield f"The confirmation is not complete: {named} {is_empty} not filled in.", today
    if _DATE not in needed or _DATE in empty:
        return
    signed = _day(filled[_DATE])
    newest = _newest(reviewed.portfolio)
    if signed is None:
        yield f"The date of the confirmation is no date: “{filled[_DATE][:40]}”.", today
    elif newest is not None and newest[0] > signed:
        yield (
            f"The confirmation is dated {long_date(signed)}, and a reflection in {newest[1]} is"
            f" dated {long_date(newest[0])}, after it.",
            f"Does it still hold? {today}",
        )
    elif signed > reviewed.submit_on:
        yield f"The confirmation is dated {long_date(signed)}, which is still to come.", today


def _newest(portfolio: Portfolio) -> tuple[date, str] | None:
    """The newest date of a reflection and its section: the only edits whose dates are known."""
    dated = [
        (piece.written, section.id)
        for section in portfolio.sections.values()
        for piece in section.reflections
        if piece.written is not None and piece.text.strip()
    ]
    return max(dated, default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _dated(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Fill in the day of the review, which its question names, and the author's name."""
    day = re.search(r"\d{4}-\d\d-\d\d", finding.question)
    if day is None or finding.part != DECLARATION:
        return portfolio
    filled = portfolio.section(finding.section).declaration
    changed = with_declaration(portfolio, finding.section, _DATE, day[0])
    if not filled.get(_NAME, "").strip() and portfolio.author:
        changed = with_declaration(changed, finding.section, _NAME, portfolio.author)
    return changed


RULE = Rule(
    "STR-5",
    "a confirmation that is not signed or out of date",
    "With name and date the candidate stands for what is in the portfolio: own work, others"
    " credited, permissions settled. It is signed last, when nothing changes any more.",
    "The name as on the form, and the day on which you read it all once more.",
    "The declaration of the application form. Only reflections tell when they were written, so a"
    " later change elsewhere is not seen.",
    _find,
    purposes=OWN_EYES,
    fix=Fix("sign it with the day of the review", _dated),
)
