"""The questions of the X-ray that nobody answered yet, and where their answers belong."""

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import REFLECTION, Portfolio, Section
from cmalt_tui.model.text_address import FIRST_REFLECTION, TextAddress
from cmalt_tui.review.dismissing import answer_to
from cmalt_tui.review.moves import MoveQuestion, SectionXray, move_of
from cmalt_tui.review.prose import prose_sentences

RULE = "REF-2"


def question_finding(section_id: str, asked: MoveQuestion) -> Finding:
    """A question as the review's finding, by which it can be dismissed."""
    return Finding(
        RULE,
        Level.HINT,
        section_id,
        asked.part or REFLECTION,
        asked.item,
        f"Not found: {move_of(asked.move).title}.",
        asked.question,
        asked.quote,
        asked.start,
    )


def open_questions(portfolio: Portfolio, xray: SectionXray) -> tuple[MoveQuestion, ...]:
    """The questions about a section that were not dismissed, the most important first."""
    return tuple(
        asked
        for asked in xray.questions
        if answer_to(portfolio, question_finding(xray.section, asked)) is None
    )


def place_of_answer(section: Section, asked: MoveQuestion) -> tuple[TextAddress, int]:
    """Where the answer to a question belongs: behind the words, if they are in a reflection.

    Returns:
        The text, and after how many characters; else the end of the last reflection.
    """
    if asked.part == REFLECTION and asked.start >= 0:
        pieces = [piece for piece in section.reflections if piece.id == asked.item]
        for piece in pieces:
            ends = [one.end for one in prose_sentences(piece.text) if one.end > asked.start]
            if ends:
                return TextAddress(section.id, REFLECTION, piece.id), ends[0]
    piece_id = section.reflections[-1].id if section.reflections else FIRST_REFLECTION
    address = TextAddress(section.id, REFLECTION, piece_id)
    text = section.reflections[-1].text if section.reflections else ""
    return address, len(text.rstrip())
