"""The X-ray of a section: the moves that its texts make, and a question for each not found."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION, STATEMENT, Section
from cmalt_tui.review.moves.marking import MovedSentence, xray_text
from cmalt_tui.review.moves.move import MOVES, Register
from cmalt_tui.review.moves.move_rules import MoveRules
from cmalt_tui.review.moves.questions import Asked, MoveQuestion, questions_about


class MovedText(NamedTuple):
    """One text of a section with its sentences marked.

    Attributes:
        part: Description, statement or reflection.
        item: The id of the reflection; empty for the other parts.
        title: The title of the reflection; may be empty.
        sentences: Its sentences, in order.
    """

    part: str
    item: str
    title: str
    sentences: tuple[MovedSentence, ...]


class FoundMove(NamedTuple):
    """The first place where a section makes a move, its reflections looked at first.

    Attributes:
        move: The id of the move.
        quote: The sentence.
        part, item, start: Where it stands.
    """

    move: str
    quote: str
    part: str
    item: str
    start: int


class SectionXray(NamedTuple):
    """What the X-ray of a section shows.

    Attributes:
        section: The section's id.
        texts: Its texts, in order.
        found: The moves that were found, in the order of `MOVES`.
        missing: The ids of the moves that were not found, in the order of `MOVES`.
        questions: One question for each of those, the most important first; none for a section
            without a reflection, which has to be begun before it can be asked about.
    """

    section: str
    texts: tuple[MovedText, ...]
    found: tuple[FoundMove, ...]
    missing: tuple[str, ...]
    questions: tuple[MoveQuestion, ...]


def xray_section(
    section: Section, rules: MoveRules, register: Register = Register.PROFESSIONAL
) -> SectionXray:
    """Mark the texts of a section, and ask about what was not found.

    Args:
        section: The section.
        rules: From `load_move_rules`.
        register: How it is written.
    """
    texts = tuple(
        MovedText(part, item, title, xray_text(text, rules, register))
        for part, item, title, text in _texts_of(section)
        if text.strip()
    )
    found = {one.move: one for one in _found(texts)}
    missing = tuple(move.id for move in MOVES if move.id not in found)
    has_reflection = any(text.part == REFLECTION for text in texts)
    return SectionXray(
        section.id,
        texts,
        tuple(found[move.id] for move in MOVES if move.id in found),
        missing,
        questions_about(texts, missing, _own_questions(rules)) if has_reflection else (),
    )


def _own_questions(rules: MoveRules) -> tuple[Asked, ...]:
    return tuple(Asked(rule.move, rule.question) for rule in rules.rules if rule.question)


def _texts_of(section: Section) -> Iterator[tuple[str, str, str, str]]:
    yield STATEMENT, "", "", section.statement
    yield DESCRIPTION, "", "", section.description
    for piece in section.reflections:
        yield REFLECTION, piece.id, piece.title, piece.text


def _found(texts: Iterable[MovedText]) -> Iterator[FoundMove]:
    """Every place of every move, those that shall be shown last."""
    for text in sorted(texts, key=lambda text: text.part == REFLECTION):
        for sentence in reversed(text.sentences):
            for move in sentence.moves:
                yield FoundMove(move, sentence.text, text.part, text.item, sentence.start)
