"""A report on a review as Markdown in which every text stays text."""

import re
from collections.abc import Iterator

from cmalt_tui.review.report.content import ReportChapter, ReportContent, ReportLine


def as_markdown(content: ReportContent) -> str:
    """Write the report."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: ReportContent) -> Iterator[str]:
    yield f"# Review: {_escaped(content.title)}"
    for said in content.about:
        yield ""
        yield _escaped(said)
    for chapter in content.chapters:
        yield from _chapter(chapter)
    if content.rules:
        yield "\n## Why these matter"
        for rule in content.rules:
            yield f"\n### {_escaped(rule.id)}: {_escaped(rule.title)}"
            yield f"\n{_escaped(rule.why)}"
            yield f"\nFor example: {_escaped(rule.example)}"
            yield f"\nFrom: {_escaped(rule.source)}"


def _chapter(chapter: ReportChapter) -> Iterator[str]:
    yield f"\n## {chapter.title}"
    if not chapter.sections:
        yield f"\n{chapter.none}"
    for section in chapter.sections:
        yield f"\n### {_escaped(section.title)}\n"
        for line in section.lines:
            yield from _item(line)


def _item(line: ReportLine) -> Iterator[str]:
    place = f" ({_escaped(line.place)})" if line.place else ""
    yield f"- **{_escaped(line.rule)}**{place}: {_escaped(line.message)}"
    if line.quote:
        yield f"  “{_escaped(line.quote)}”"
    for said in (line.question, line.answer):
        if said:
            yield f"  {_escaped(said)}"


def _escaped(text: str) -> str:
    """Keep a text from being read as Markdown or HTML."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&!$])", r"\\\1", text)
