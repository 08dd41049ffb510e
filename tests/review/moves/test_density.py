"""A reflection is told apart from the description of the same section."""

from cmalt_tui.places import Places, shipped
from cmalt_tui.review.moves import Register, load_move_rules, xray_text
from cmalt_tui.review.moves.density import density
from cmalt_tui.workbench.desk import open_desk
from tests.review.moves.move_sentences import DESCRIPTIONS, MAKES

RULES = load_move_rules(registers=(Register.PROFESSIONAL,))


def dense(text: str) -> float:
    return density(xray_text(text, RULES))


def test_thinking_is_denser_than_telling() -> None:
    told = " ".join((*DESCRIPTIONS, *MAKES["experience"]))
    thought = " ".join((*MAKES["lesson"], *MAKES["differently"]))
    assert dense(told) < 0 < dense(thought)
    assert dense("") == 0


def test_a_single_good_sentence_is_no_dense_text() -> None:
    assert 0 < dense("I learnt a great deal.") < dense(" ".join(MAKES["lesson"]))


def test_sections_of_the_sample_are_told_apart(places: Places) -> None:
    portfolio = open_desk(shipped("samples") / "portfolio", places).portfolio
    pairs = [
        (section.description, "\n\n".join(piece.text for piece in section.reflections))
        for section in portfolio.sections.values()
        if section.description and section.reflections
    ]
    right = sum(dense(reflection) > dense(description) for description, reflection in pairs)
    assert len(pairs) >= 9
    assert right / len(pairs) >= 0.9
