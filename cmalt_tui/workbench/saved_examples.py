"""Keeps passages of others in the portfolio, beside the section that they help with."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from cmalt_tui.model.passage import Passage
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.plain_text import free_id, slug
from cmalt_tui.workbench.desk import Desk

_FOLDER = PurePosixPath("examples")


def save_example(
    desk: Desk, passage: Passage, section_id: str, part: str = "", works: str = ""
) -> SavedExample:
    """Keep a passage for a section, as a step that can be undone.

    What is kept is a copy with its attribution: it stays when the corpus is made anew or the
    source is taken out of it. A passage that is kept for that section already gets the note.

    Args:
        desk: The portfolio.
        passage: What is kept.
        section_id: The section's own id, ``specialist-1``.
        part: The part that it helps with; empty for the whole section.
        works: What works in it, in the person's words.
    """
    known = is_saved(desk.portfolio, passage, section_id)
    if known is not None:
        noted = replace(known.passage, works=works, part=part or known.part)
        kept = replace(known, passage=noted)
        desk.change(desk.portfolio.with_example(kept), "the note on a kept example")
        return kept
    copy = replace(passage, section=section_id, part=part, works=works)
    kept = SavedExample(_free_id(desk.portfolio, passage), copy, date.today())
    desk.change(desk.portfolio.with_example(kept), "keep an example")
    return kept


def remove_example(desk: Desk, example_id: str) -> None:
    """Keep an example no longer, as a step that can be undone; its file goes to ``bin/``."""
    desk.change(desk.portfolio.without_example(example_id), "take out a kept example")


def is_saved(portfolio: Portfolio, passage: Passage, section_id: str) -> SavedExample | None:
    """The example that keeps a passage for a section; None if none does.

    A passage is known by its text: ids of the corpus may be given anew when it is made anew.
    """
    text, title = passage.text.strip(), passage.origin.portfolio
    for example in portfolio.examples_of(section_id):
        kept = example.passage
        if kept.text.strip() == text and kept.origin.portfolio == title:
            return example
    return None


def _free_id(portfolio: Portfolio, passage: Passage) -> str:
    """An id that no example has, nor a file that can't be read."""
    broken = {found.path.stem for found in portfolio.broken if found.path.parent == _FOLDER}
    origin = passage.origin
    wanted = f"{passage.title} {origin.author or origin.portfolio}"
    return free_id(slug(wanted, fallback="example"), broken | set(portfolio.examples))
