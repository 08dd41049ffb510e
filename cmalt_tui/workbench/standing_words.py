"""Says where a portfolio stands in plain lines, for the shell and the line mode, and as JSON."""

from collections.abc import Iterator

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount
from cmalt_tui.workbench.readiness import and_joined, levels_in_words
from cmalt_tui.workbench.standing import SectionStanding, Standing, WordRange, families_of


def days_told(standing: Standing) -> str:
    """How long there is until the planned day, in words."""
    if standing.submit_by is None or standing.days is None:
        return "no day of submission is planned"
    day = long_date(standing.submit_by)
    if standing.days < 0:
        return f"planned for {day}, which has passed"
    return f"{amount(standing.days, 'day')} until {day}" if standing.days else f"today, {day}"


def nothing_before(standing: Standing) -> str:
    """Say that nothing was found that stands before submission, and what that rests on."""
    read = "and the review found no error" if standing.has_findings else "the review is not read"
    return f"No part that the pathway asks for is missing, {read}. The rest is yours to weigh."


def against(words: int, wanted: WordRange) -> str:
    """Hold words against what is wanted: ``281 words, your aim 700: 419 to go``."""
    if wanted.most and words > wanted.most:
        rest = f"{words - wanted.most:,} over"
    elif words < wanted.least:
        rest = f"{wanted.least - words:,} to go"
    else:
        rest = "within it"
    return f"{amount(words, 'word')}, {wanted.told}: {rest}"


def standing_in_words(standing: Standing) -> Iterator[str]:
    """Say where a portfolio stands, in whole sentences, a line or more each."""
    yield f"{standing.title} ({standing.pathway}): {amount(standing.words, 'word')}."
    yield f"Submission: {days_told(standing)}."
    yield ""
    for section in standing.sections:
        yield from _section(section)
    yield ""
    if standing.reasons:
        yield "Between here and submission:"
        yield from (f"- {reason.said}." for reason in standing.reasons)
    else:
        yield nothing_before(standing)
    yield ""
    for principle in standing.principles:
        where = f"in {', '.join(principle.sections)}" if principle.sections else "nowhere so far"
        yield f"{principle.code} is tagged {where}."
    if standing.families:
        told = [f"{family} {count}" for family, count in standing.families.items()]
        yield f"Open in the review: {', '.join(told)}."
    if standing.step:
        yield f"Next: {standing.step.said}"


def standing_as_json(standing: Standing) -> dict[str, object]:
    """Lay out where a portfolio stands as ``status --full --json`` prints it."""
    return {
        "submit_by": standing.submit_by.isoformat() if standing.submit_by else None,
        "days": standing.days,
        "sections": [_section_as_json(section) for section in standing.sections],
        "before_submission": [
            {"place": reason.place, "what": reason.what, "said": reason.said}
            for reason in standing.reasons
        ],
        "principles": {one.code: list(one.sections) for one in standing.principles},
        "families": dict(standing.families),
    }


def _section(section: SectionStanding) -> Iterator[str]:
    entry = section.entry
    yield f"{entry.id}, {entry.title}, {entry.written.status.value}. {section.told.sentence}"
    if section.range is not None and section.words_in_all:
        yield f"  {against(section.words_in_all, section.range)}."
    if section.found:
        told = and_joined([f"{family} {n}" for family, n in families_of(section.found).items()])
        yield f"  Open: {levels_in_words(section.found)} ({told})."


def _section_as_json(section: SectionStanding) -> dict[str, object]:
    wanted = section.range
    return {
        "id": section.entry.id,
        "readiness": section.told.readiness.value,
        "told": section.told.sentence,
        "aim": section.entry.written.aim,
        "range": [wanted.least, wanted.most] if wanted else None,
        "evidence_explained": section.shown,
        "principles": list(section.principles),
        **({} if section.found is None else _counts(section.found)),
    }


def _counts(found: tuple[Finding, ...]) -> dict[str, object]:
    levels = {level.value: sum(one.level is level for one in found) for level in Level}
    return {"findings": levels, "families": dict(families_of(found))}
