"""ACC-3: headings inside a text that leave out a level."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.markdown_units import UnitKind, units
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.review.mending import with_mended_text
from cmalt_tui.review.prose import as_read, without_unread
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule

_MOST = 5  # in one text; the next ones come when these are mended


class _Heading(NamedTuple):
    """A heading: its line, its level, its words, and where it begins."""

    row: int
    level: int
    title: str
    start: int


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        if text.part == EVIDENCE or "#" not in text.text:
            continue
        for above, heading in islice(_jumps(text.text), _MOST):
            yield Finding(
                "ACC-3",
                Level.HINT,
                text.section,
                text.part,
                text.item,
                f"The heading “{heading.title}” goes from level {above.level} to level"
                f" {heading.level}.",
                "Does it belong below a heading that is missing, or is it one level too deep?",
                heading.title,
                heading.start,
            )


def _jumps(text: str) -> Iterator[tuple[_Heading, _Heading]]:
    """Each heading that jumps, after the one above it; the first one may have any level."""
    headings = list(_headings(text))
    for above, heading in pairwise(headings):
        if heading.level > above.level + 1:
            yield above, heading


def _headings(text: str) -> Iterator[_Heading]:
    lines = without_unread(text).split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for unit in units(lines):
        if unit.kind is UnitKind.HEADING:
            line = lines[unit.first]
            level = len(line.lstrip(" \t>")) - len(line.lstrip(" \t>").lstrip("#"))
            title = as_read(line[unit.start :])
            if title:
                yield _Heading(unit.first, level, title, starts[unit.first] + unit.start)


def _mended(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Raise the heading to one level below the one above it."""

    def mend(text: str) -> str:
        for above, heading in _jumps(text):
            if heading.title == finding.quote:
                lines = text.split("\n")
                marks = "#" * (above.level + 1)
                lines[heading.row] = re.sub("#+", marks, lines[heading.row], count=1)
                return "\n".join(lines)
        return text

    return with_mended_text(portfolio, finding, mend)


RULE = Rule(
    "ACC-3",
    "a heading that leaves out a level",
    "Screen readers go through a text by its headings. Where a level is missing, a listener looks"
    " for the part that was skipped.",
    "“## The pilot”, and below it “### What we measured”.",
    "WCAG 2.2, criterion 1.3.1 and its advice on headings.",
    _find,
    fix=Fix("raise the heading", _mended),
)
