"""The texts of a portfolio that a review looks at, and those of its framework."""

from collections.abc import Iterator
from typing import NamedTuple

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import Entry
from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION, STATEMENT


class ReviewedText(NamedTuple):
    """One text of a section.

    Attributes:
        item: The id of the reflection or of the evidence item that it belongs to; may be empty.
    """

    section: str
    part: str
    item: str
    text: str


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
