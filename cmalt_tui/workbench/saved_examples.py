"""Keeps passages of others in the portfolio, beside the section that they help with."""

from datetime import date
from pathlib import PurePosixPath

from cmalt_tui.model.passage import Origin, Passage
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
        kept = known._replace(works=works, part=part or known.part)
        desk.change(desk.portfolio.with_example(kept), "the note on a kept example")
        return kept
    origin = passage.origin
    kept = SavedExample(
        id=_free_id(desk.portfolio, passage),
        section=section_id,
        part=part,
        works=works,
        title=passage.title,
        text=passage.text,
        portfolio=origin.portfolio,
        author=origin.author,
        source=origin.source,
        licence=origin.licence,
        pathway=origin.pathway,
        sector=origin.sector,
        year=origin.year,
        passage=passage.id,
        saved=date.today(),
    )
    desk.change(desk.portfolio.with_example(kept), "keep an example")
    return kept


def remove_example(desk: Desk, example_id: str) -> None:
    """Keep an example no longer, as a step that can be undone; its file goes to ``bin/``."""
    desk.change(desk.portfolio.without_example(example_id), "take out a kept example")


def is_saved(portfolio: Portfolio, passage: Passage, section_id: str) -> SavedExample | None:
    """The example that keeps a passage for a section; None if none does.

    A passage is known by its text: ids of the corpus may be given anew when it is made anew.
    """
    text = passage.text.strip()
    for example in portfolio.examples_of(section_id):
        if example.text.strip() == text and example.portfolio == passage.origin.portfolio:
            return example
    return None


def passage_of(example: SavedExample) -> Passage:
    """A kept example as the passage that it was, to be shown and quoted with its source."""
    origin = Origin(
        portfolio=example.portfolio,
        author=example.author,
        source=example.source,
        licence=example.licence,
        pathway=example.pathway,
        sector=example.sector,
        year=example.year,
    )
    return Passage(
        example.passage,
        example.text,
        origin,
        example.section,
        example.part,
        example.title,
        example.works,
    )


def _free_id(portfolio: Portfolio, passage: Passage) -> str:
    """An id that no example has, nor a file that can't be read."""
    broken = {found.path.stem for found in portfolio.broken if found.path.parent == _FOLDER}
    origin = passage.origin
    wanted = f"{passage.title} {origin.author or origin.portfolio}"
    return free_id(slug(wanted, fallback="example"), broken | set(portfolio.examples))
