"""Counts the words of a text that a document would show: none that are private or a comment."""

from functools import lru_cache

from cmalt_tui.model.outline import Entry
from cmalt_tui.plain_text import count_words
from cmalt_tui.review.prose import without_unread


def shown_words(*texts: str) -> int:
    """Count the words that would be exported."""
    return sum(_counted(text) for text in texts if text)


def reflection_words(entry: Entry) -> int:
    """Count the words of all reflections of a section."""
    return shown_words(*(piece.text for piece in entry.written.reflections))


def section_words(entry: Entry) -> int:
    """Count the words of a section's own texts, whatever its kind."""
    written = entry.written
    return shown_words(written.statement, written.description) + reflection_words(entry)


def has_content(entry: Entry) -> bool:
    """Whether anything of a section would be exported: words, evidence or fields of a form."""
    filled = any(value.strip() for value in entry.written.declaration.values())
    return bool(filled or entry.written.evidence or section_words(entry))


@lru_cache(maxsize=2_000)
def _counted(text: str) -> int:
    return count_words(without_unread(text))
