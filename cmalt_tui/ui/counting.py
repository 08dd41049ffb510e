"""Words counted once for each version of a text, because panes ask again and again."""

from functools import lru_cache

from cmalt_tui.model.outline import Entry
from cmalt_tui.plain_text import count_words

counted_words = lru_cache(maxsize=8192)(count_words)


def section_words(entry: Entry) -> int:
    """Count what would be exported of a section; evidence and notes don't count."""
    written = entry.written
    texts = (written.description, written.statement, *(piece.text for piece in written.reflections))
    return sum(counted_words(text) for text in texts if text)


def shares(entry: Entry) -> tuple[int, int]:
    """Count the words of the description and of all reflections of a section."""
    reflections = sum(counted_words(piece.text) for piece in entry.written.reflections)
    return counted_words(entry.written.description), reflections
