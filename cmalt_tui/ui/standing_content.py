"""How the screen that tells where one is draws a section, a reason, and the whole."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap

from textual.content import Content

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.plain_text import amount, clean_line
from cmalt_tui.ui import marks
from cmalt_tui.ui.finding_words import counted_levels
from cmalt_tui.ui.safe import cut_line, safe_content, safe_line
from cmalt_tui.workbench.before_submission import Reason
from cmalt_tui.workbench.progress_picture import progress_in_words, progress_picture
from cmalt_tui.workbench.progress_record import ProgressDay
from cmalt_tui.workbench.readiness import Readiness
from cmalt_tui.workbench.standing import PrincipleStanding, SectionStanding, Standing
from cmalt_tui.workbench.standing_words import against, days_told, nothing_before

_MUTED = "$text-muted"
_LEVELS = {Level.ERROR: ("✗", "$error"), Level.WARNING: ("!", "$warning"), Level.HINT: ("·", "")}
_READINESS = {
    Readiness.READY: "$success",
    Readiness.MISSING: "$warning",
    Readiness.BROKEN: "$error",
    Readiness.NOT_BEGUN: "$warning",
}
_BAR = 6
_LABEL = 11
_SHORT_NAME = 16
# Together with four principles as wide as a terminal of 80 columns.
_NAME, _WORDS, _EVIDENCE, _FOUND = 21, 20, 5, 11
_SHORT_BAR = 4


def section_row(section: SectionStanding) -> Content:
    """A section in a line: status, name, words, evidence, open findings, principles."""
    entry = section.entry
    status = entry.written.status
    name = entry.short_title if not entry.code else f"{entry.code} {entry.short_title}"
    if entry.broken is not None:
        state = Content.styled(f"{marks.BROKEN} broken", "$error")
    elif entry.parked:
        state = Content.styled("– parked", _MUTED)
    else:
        state = Content.styled(f"{marks.STATUS_MARKS[status]} {status.value}")
    items = len(entry.written.evidence)
    return Content.assemble(
        _padded(state, 9),
        _padded(safe_line(name, _NAME - 1), _NAME),
        _padded(_words(section), _WORDS),
        _padded(Content.styled(f"{marks.EVIDENCE} {items}" if items else "", _MUTED), _EVIDENCE),
        _padded(_found(section.found), _FOUND),
        safe_line(" ".join(section.principles), 0, _MUTED),
    )


def reason_row(reason: Reason) -> Content:
    """Something that stands before submission, in a line."""
    return Content.assemble(
        Content.styled("→ ", "$warning"),
        safe_line(reason.place, 40, _MUTED),
        " ",
        safe_line(reason.what, 160),
    )


def section_detail(section: SectionStanding, width: int) -> Content:
    """A section in full: whether it is ready and why, and what that rests on."""
    entry, told = section.entry, section.told
    style = _READINESS.get(told.readiness, "$accent")
    lines = [safe_line(f"{entry.code} {entry.title}".strip(), 0, "bold")]
    lines.append(safe_content(told.sentence, style))
    lines += [_fact(name, fact, width) for name, fact in _facts(section)]
    return Content("\n").join(lines)


def reason_detail(reason: Reason) -> Content:
    """A reason in full."""
    return Content("\n").join(
        [Content.styled("before submission", "$accent"), safe_content(reason.said)]
    )


def whole_detail(
    standing: Standing, days: Sequence[ProgressDay], today: date, width: int
) -> Content:
    """What is next, findings by kind, the last weeks, and where the principles are shown."""
    step = standing.step
    facts = [("next", step.said if step else "nothing is missing")]
    if not standing.reasons:
        facts.append(("before it", nothing_before(standing)))
    if standing.families:
        facts.append(("findings", _families(standing.families)))
    principles = [(one.code, _shown_in(one)) for one in standing.principles]
    return Content("\n").join(
        [
            Content.styled("the whole", "$accent"),
            *(_fact(name, fact, width) for name, fact in facts),
            Content(""),
            Content.styled("the last weeks", "$accent"),
            *(Content.styled(line, "$primary") for line in progress_picture(days, today, width)),
            *(Content.styled(line, _MUTED) for line in progress_in_words(days, today)),
            Content(""),
            *([Content.styled("principles", "$accent")] if principles else []),
            *(_fact(code, shown, width) for code, shown in principles),
        ]
    )


def told_above(standing: Standing, *, reading: bool) -> Content:
    """The day of submission, the words, and how much stands before it."""
    pieces = [days_told(standing), amount(standing.words, "word")]
    if standing.reasons:
        stand = "stands" if len(standing.reasons) == 1 else "stand"
        pieces.append(f"{amount(len(standing.reasons), 'thing')} {stand} before submission")
    if reading:
        pieces.append("reading the texts …")
    return Content(" · ".join(pieces))


def _facts(section: SectionStanding) -> Iterator[tuple[str, str]]:
    if section.words:
        parts = [_part(section, part, count) for part, count in section.words.items()]
        yield "words", " · ".join(parts)
    if section.range is not None:
        yield "", f"{_bar(section)} {against(section.words_in_all, section.range)}"
    items = len(section.entry.written.evidence)
    if items:
        silent = items - section.shown
        shows = f"{silent} without what it shows" if silent else "with what it shows"
        yield "evidence", f"{amount(items, 'item')}, {'each ' * (items > 1 > silent)}{shows}"
    if section.found:
        yield "findings", counted_levels(section.found)
        yield "", _families(section.families)
    if section.principles:
        yield "principles", ", ".join(section.principles)


def _families(families: Mapping[str, int]) -> str:
    return " · ".join(f"{family} {count}" for family, count in families.items())


def _shown_in(principle: PrincipleStanding) -> str:
    where = ", ".join(cut_line(name, _SHORT_NAME) for name in principle.sections)
    return f"in {where}" if where else "not tagged anywhere yet"


def _part(section: SectionStanding, part: str, count: int) -> str:
    norm = section.norms.get(part)
    others = f" (half of the others {norm.lower:,}–{norm.upper:,})" if norm else ""
    return f"{part} {count:,}{others}"


def _words(section: SectionStanding) -> Content:
    if section.entry.is_declaration:
        filled = sum(bool(value.strip()) for value in section.entry.written.declaration.values())
        told = f"{filled} of {len(section.entry.asked.fields)} fields"
        return Content.styled(told, _MUTED)
    words = section.words_in_all
    if section.range is None:
        return Content.styled(amount(words, "word") if words else "—", _MUTED)
    return Content.assemble(
        Content.styled(_bar(section, _SHORT_BAR), "$accent"),
        Content.styled(f" {words:,} of {section.range.figures}", _MUTED),
    )


def _bar(section: SectionStanding, cells: int = _BAR) -> str:
    wanted = section.range
    aim = (wanted.most or wanted.least) if wanted else 0
    full = min(cells, cells * section.words_in_all // max(1, aim))
    return "▰" * full + "▱" * (cells - full)


def _found(found: Sequence[Finding] | None) -> Content:
    if found is None:
        return Content("")
    pieces = []
    for level, (mark, style) in _LEVELS.items():
        count = sum(one.level is level for one in found)
        if count:
            pieces.append(Content.styled(f"{mark}{count}", style))
    return Content(" ").join(pieces)


def _fact(name: str, fact: str, width: int) -> Content:
    """A fact behind its name; further lines stand below the first."""
    lines = wrap(clean_line(fact), max(20, width - _LABEL)) or [""]
    indent = "\n" + " " * _LABEL
    label = _padded(safe_line(name, _LABEL - 1, _MUTED), _LABEL)
    return Content.assemble(label, safe_content(indent.join(lines)))


def _padded(content: Content, width: int) -> Content:
    return Content.assemble(content, " " * max(1, width - content.cell_length))
