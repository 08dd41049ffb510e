"""A passage of somebody else that a person keeps beside a section, with what works in it."""

from datetime import date
from typing import NamedTuple


class SavedExample(NamedTuple):
    """A copy, so that it stays when the corpus is made anew or its source is gone.

    Attributes:
        id: Names its file in the portfolio.
        section, part: For which it is kept; the section's own id, ``specialist-1``.
        works: What works in it, in the person's words.
        text: The passage; Markdown.
        passage: The passage's id in the corpus it was found in.
        licence: As its author states it; empty means all rights reserved, for reading only.
    """

    id: str
    section: str
    part: str = ""
    works: str = ""
    title: str = ""
    text: str = ""
    portfolio: str = ""
    author: str = ""
    source: str = ""
    licence: str = ""
    pathway: str = ""
    sector: str = ""
    year: int = 0
    passage: str = ""
    saved: date | None = None
