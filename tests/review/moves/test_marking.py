"""What is marked in a text, what is left out, and why it was marked."""

import pytest

from cmalt_tui.review.moves import MoveRules, Register, load_move_rules, xray_text
from cmalt_tui.review.moves.marking import marked_sentence, moves_by
from cmalt_tui.review.moves.move_rule import Fired


@pytest.fixture(scope="module")
def rules() -> MoveRules:
    return load_move_rules()


def test_sentences_keep_their_place_and_say_why(rules: MoveRules) -> None:
    text = "# I felt lost\n\nI ran *the* pilot. I felt lost.\n\n> I felt worse.\n"
    heading, ran, felt, quoted = xray_text(text, rules)
    assert (heading.moves, quoted.moves) == ((), ())
    assert (ran.text, ran.moves, ran.is_reflective) == (
        "I ran the pilot.",
        ("experience",),
        False,
    )
    assert text[felt.start : felt.end] == "I felt lost."
    assert felt.paragraph == ran.paragraph
    assert [(one.rule, one.words) for one in felt.fired if one.move == "feeling"] == [
        ("feeling-i-felt", "I felt"),
        ("feeling-i-was", "I felt lost"),
    ]


def test_what_somebody_said_is_not_what_the_author_feels(rules: MoveRules) -> None:
    (sentence,) = xray_text("Odo said: “I felt lost and I will go.”", rules)
    assert sentence.moves == ("other-view",)


def test_moves_of_a_kind_count_once_and_stand_in_order(rules: MoveRules) -> None:
    (sentence,) = xray_text("I plan to go, I hope to stay, and I felt sad and was afraid.", rules)
    assert sentence.moves == ("feeling", "next-step")


def test_unsafe_and_odd_sentences_are_marked_all_the_same(rules: MoveRules) -> None:
    for text in (
        "",
        "  ",
        "?!",
        "\u0130 felt. I felt \u0130ll.",
        "ꙁꙁ I felt ꙃ",
        "'''",
        "“",
        "i.e.",
    ):
        marked_sentence(text, rules, Register.PROFESSIONAL)
        marked_sentence(text, rules, Register.DIARY)
    assert "feeling" in marked_sentence("İ, and I felt ill.", rules, Register.PROFESSIONAL).moves


def test_weak_signs_need_company() -> None:
    weak = Fired("a", "feeling", "so", 60, is_sure=False)
    other = Fired("b", "difficulty", "hard", 50, is_sure=False)
    against = Fired("c", "none", "then", -40, is_sure=False)
    told = Fired("d", "experience", "I ran", 0, is_sure=True)
    assert moves_by([weak]) == ()
    assert moves_by([weak, other]) == ("feeling",)
    assert moves_by([weak, other, against]) == ()
    assert moves_by([told, weak, other]) == ("experience", "feeling")


def test_a_pattern_names_the_move_where_signs_are_enough() -> None:
    sure = Fired("a", "lesson", "I learnt", 20, is_sure=True)
    sign = Fired("b", "feeling", "so", 90, is_sure=False)
    assert moves_by([sure, sign]) == ("lesson",)
    assert moves_by([sure]) == ()


def test_a_diary_is_read_by_signs(rules: MoveRules) -> None:
    reflecting = "I was so nervous that my voice was shaking."
    telling = "Then the teacher handed out the worksheets."
    assert marked_sentence(reflecting, rules, Register.DIARY).is_reflective
    assert not marked_sentence(telling, rules, Register.DIARY).is_reflective
