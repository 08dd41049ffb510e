"""Every move is told by a verb with its subject, and not by a word alone."""

import pytest

from cmalt_tui.review.moves import MOVES, MoveRules, Register, letters, load_move_rules, move_of
from cmalt_tui.review.moves.marking import marked_sentence
from tests.review.moves.move_sentences import DESCRIPTIONS, MAKES, ONLY_HAS_ITS_WORDS


@pytest.fixture(scope="module")
def rules() -> MoveRules:
    return load_move_rules()


@pytest.mark.parametrize("move", [move.id for move in MOVES])
def test_a_sentence_makes_the_move(rules: MoveRules, move: str) -> None:
    for sentence in MAKES[move]:
        assert move in marked_sentence(sentence, rules, Register.PROFESSIONAL).moves, sentence


@pytest.mark.parametrize("move", [move.id for move in MOVES])
def test_its_words_alone_do_not(rules: MoveRules, move: str) -> None:
    for sentence in ONLY_HAS_ITS_WORDS[move]:
        assert move not in marked_sentence(sentence, rules, Register.PROFESSIONAL).moves, sentence


def test_plain_reports_reflect_on_nothing(rules: MoveRules) -> None:
    for sentence in DESCRIPTIONS:
        assert not marked_sentence(sentence, rules, Register.PROFESSIONAL).is_reflective, sentence


def test_the_example_of_a_rule_is_found_by_it(rules: MoveRules) -> None:
    shown = [rule for rule in rules.rules if rule.example and rule.patterns]
    assert len(shown) > 30
    for rule in shown:
        fired = rules.fired(rule.example, Register.PROFESSIONAL)
        assert rule.id in {one.rule for one in fired}, rule.example


def test_every_rule_says_where_it_comes_from(rules: MoveRules) -> None:
    assert rules.problems == []
    for rule in rules.rules:
        assert rule.source or rule.move == "none", rule.id


def test_letters_are_different_and_moves_are_named() -> None:
    assert letters(tuple(move.id for move in MOVES)) == "EFDTAOCLWNP"
    assert move_of("lesson").title == "lesson"
    with pytest.raises(KeyError):
        move_of("grade")
