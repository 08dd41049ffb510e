"""What could serve as evidence, in lines: a row of the list, and all that is known beside it."""

from textual.content import Content

from cmalt_tui.model.dates import long_date
from cmalt_tui.model.portfolio import EvidenceItem, Portfolio
from cmalt_tui.ui import marks
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.workbench.evidence_choosing import Suggested, Suggestion

_NAME = 46
LOG_MARK, SECTION_MARK = "≡", "§"
_MARKS = {
    Suggested.ITEM: (marks.EVIDENCE, "item"),
    Suggested.LOG: (LOG_MARK, "log"),
    Suggested.SECTION: (SECTION_MARK, "section"),
}


def suggestion_row(one: Suggestion) -> Content:
    """What it is, what it is called, and the strongest reason."""
    mark, word = _MARKS[one.what]
    name = f"{one.id}  {one.title}" if one.what is Suggested.SECTION else one.title
    return Content.assemble(
        Content.styled(f"{mark} {word}  " if one.what is Suggested.LOG else f"{mark} ", "$accent"),
        safe_line(name, _NAME),
        "  ",
        safe_line(next(iter(one.reasons), ""), 60, "$text-muted"),
    )


def suggestion_detail(one: Suggestion, portfolio: Portfolio) -> Content:
    """Why it may fit, and what is known of it."""
    lines = [safe_line(one.title, 0, "bold"), Content("")]
    lines.append(Content.styled("why it may fit", "$accent"))
    lines += [safe_line(f"· {reason}") for reason in one.reasons]
    lines.append(Content(""))
    if one.what is Suggested.ITEM and (item := portfolio.evidence.get(one.id)) is not None:
        lines += item_lines(item, portfolio)
    elif one.what is Suggested.LOG and (entry := portfolio.log.get(one.id)) is not None:
        lines.append(safe_line(long_date(entry.date), 0, "$text-muted"))
        lines.append(safe_content(entry.text))
        tags = ", ".join((*entry.sections, *entry.principles))
        lines += [safe_line(f"tagged: {tags}", 0, "$text-muted")] if tags else []
    elif one.what is Suggested.SECTION:
        used = portfolio.section(one.id).evidence
        titles = [getattr(portfolio.evidence.get(use.item), "title", use.item) for use in used]
        lines.append(Content.styled("its evidence so far", "$text-muted"))
        lines += [safe_line(f"{marks.EVIDENCE} {title}") for title in titles] or [Content("none")]
    return Content("\n").join(lines)


def item_lines(item: EvidenceItem, portfolio: Portfolio) -> list[Content]:
    """What is said of an item, and what it shows where it is used."""
    facts = (
        item.kind,
        long_date(item.date) if item.date else "no date",
        item.file or item.url or item.physical,
        f"permission: {item.permission or 'not said'}",
    )
    lines = [safe_line(" · ".join(fact for fact in facts if fact), 0, "$text-muted")]
    lines += [safe_line(f"my part: {item.role}")] if item.role else []
    for section in portfolio.sections.values():
        for use in section.evidence:
            if use.item == item.id:
                shows = use.shows.strip() or "not said yet what it shows"
                lines.append(safe_line(f"in {section.id}: {shows}"))
    return lines
