"""Grammar by harper: true findings with their place; what is a matter of taste is left alone."""

import pytest

from cmalt_tui.language.grammar import Grammar

pytest.importorskip("harper", reason="harper-py is not installed; the extra grammar brings it")


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar("british")


def test_a_finding_has_its_place_what_is_said_and_what_could_stand_there(grammar: Grammar) -> None:
    line = "  - It had an *impact*, and the the affect of it was small."
    found = grammar.check_line(line)
    assert [line[one.start : one.end] for one in found] == ["the the", "affect"]
    assert found[0].fixes == ("the",) and found[1].fixes == ("effect",)
    assert all(one.word == line[one.start : one.end] and one.message for one in found)
    assert "`" not in found[1].message


@pytest.mark.parametrize(
    "line",
    [
        "",
        "We recieve teh color.",
        "Books, films and games.  Two spaces - and a dash.",
        "i) a first point; re-evaluated, non-native, per cent, learnings",
        "See `an code` and [a link](an%20apple.html).",
    ],
)
def test_spelling_and_taste_are_left_alone(grammar: Grammar, line: str) -> None:
    assert grammar.check_line(line) == ()
