"""The questions that the X-ray asks about a section, and where their answers belong."""

from cmalt_tui.model.finding import Finding
from cmalt_tui.model.portfolio import REFLECTION, Section
from cmalt_tui.model.text_address import FIRST_REFLECTION, TextAddress
from cmalt_tui.review.prose import prose_sentences
from cmalt_tui.review.reviewing import Sorted

RULE = "REF-2"


def open_questions(found: Sorted, section_id: str) -> tuple[Finding, ...]:
    """The questions about a section that nobody dismissed, the most important first."""
    return tuple(one for one in found.open if one.rule == RULE and one.section == section_id)


def place_of_answer(section: Section, asked: Finding) -> tuple[TextAddress, int]:
    """Where the answer to a question belongs: behind the words, if they are in a reflection.

    Returns:
        The text, and after how many characters; else the end of the last reflection.
    """
    if asked.part == REFLECTION and asked.start >= 0:
        for piece in section.reflections:
            ends = [one.end for one in prose_sentences(piece.text) if one.end > asked.start]
            if piece.id == asked.item and ends:
                return TextAddress(section.id, REFLECTION, piece.id), ends[0]
    if not section.reflections:
        return TextAddress(section.id, REFLECTION, FIRST_REFLECTION), 0
    last = section.reflections[-1]
    return TextAddress(section.id, REFLECTION, last.id), len(last.text.rstrip())
