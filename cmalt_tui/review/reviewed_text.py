"""The texts of a portfolio that a review looks at, and those of its framework."""

from collections.abc import Iterator
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry, entries
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION, STATEMENT, Portfolio


class ReviewedText(NamedTuple):
    """One text of a section.

    Attributes:
        item: The id of the reflection or of the evidence item that it belongs to; may be empty.
    """

    section: str
    part: str
    item: str
    text: str


def reviewed_texts(
    framework: Framework, portfolio: Portfolio, section_id: str = ""
) -> Iterator[ReviewedText]:
    """List what is written, in the framework's order; notes and parked sections are left out.

    Args:
        framework: The framework that the portfolio names.
        portfolio: The portfolio.
        section_id: Only this section; empty for all.
    """
    for entry in entries(framework, portfolio):
        if section_id in ("", entry.id) and not entry.parked and not entry.broken:
            yield from (text for text in texts_of(entry) if text.text.strip())


def framework_texts(framework: Framework) -> tuple[str, ...]:
    """What a framework says itself, which a portfolio may repeat without copying from anybody."""
    texts = [framework.title, framework.principles_title]
    texts += [principle.title for principle in framework.principles]
    for part in framework.parts:
        texts += (part.title, part.ask, *part.prompts)
    for section in framework.sections:
        texts += (*section.names, *section.advice)
    return tuple(dict.fromkeys(text for text in texts if text))


def texts_of(entry: Entry) -> Iterator[ReviewedText]:
    """List the texts of a section, empty ones as well: its parts, then what its evidence shows."""
    written = entry.written
    yield ReviewedText(entry.id, STATEMENT, "", written.statement)
    yield ReviewedText(entry.id, DESCRIPTION, "", written.description)
    for piece in written.reflections:
        yield ReviewedText(entry.id, REFLECTION, piece.id, piece.text)
    for use in written.evidence:
        yield ReviewedText(entry.id, EVIDENCE, use.item, use.shows)
