"""Passages made whole: cleaned, whoever made them, and with where they come from filled in."""

from collections.abc import Iterable, Iterator

from cmalt_tui.corpus.passages.passage_lines import LONGEST_FIELD, section_id
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.plain_text import clean, clean_line

_LONGEST_ID = 200


def made_whole(passages: Iterable[Passage], origin: Origin) -> Iterator[Passage]:
    """Clean passages and fill in what their own origin leaves open; empty ones don't come out.

    Args:
        passages: As somebody made them.
        origin: Where the source as a whole comes from; fills in passages of that portfolio, and
            those that name none.
    """
    filled: dict[Origin, Origin] = {}
    for passage in passages:
        text = clean(passage.text).strip()
        own = passage.origin
        if own not in filled:
            filled[own] = _filled(own, origin)
        if text:
            yield Passage(
                clean_line(passage.id)[:_LONGEST_ID],
                text,
                filled[own],
                section_id(clean_line(passage.section)),
                clean_line(passage.part).lower(),
                clean_line(passage.title)[:LONGEST_FIELD],
                clean_line(passage.works)[:LONGEST_FIELD],
            )


def _filled(own: Origin, common: Origin) -> Origin:
    """Fill gaps, but never with what is said of another portfolio, a licence least of all."""
    if own.portfolio and own.portfolio != common.portfolio:
        common = Origin("")
    whole = own.filled(common)
    return Origin(
        clean_line(whole.portfolio),
        clean_line(whole.author),
        clean_line(whole.source),
        clean_line(whole.licence),
        clean_line(whole.pathway).lower(),
        clean_line(whole.sector),
        whole.year,
    )
