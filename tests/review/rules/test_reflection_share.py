"""REF-1: a reflection that is short beside its description."""

from dataclasses import replace

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.review.rules.reflection.reflection_share import RULE
from tests.review.rules.evidence_example import MINE, found

WORDS = "We bound the old book again. "


def with_words(described: int, reflected: int) -> Portfolio:
    piece = Reflection("glue", text=(WORDS * reflected)[: 29 * reflected])
    section = Section("1a", description=WORDS * described, reflections=(piece,))
    return replace(MINE, sections={"1a": section})


def test_a_reflection_of_a_fifth_is_passed_over() -> None:
    assert found(RULE, with_words(16, 4)) == []
    assert found(RULE, with_words(3, 30)) == []


def test_a_shorter_one_is_asked_about_softly() -> None:
    (finding,) = found(RULE, with_words(17, 4))
    assert finding[:5] == ("REF-1", Level.WARNING, "1a", "reflection", "glue")
    assert "24 words beside 102" in finding.message
    assert "It may say all that is needed" in finding.message
    assert finding.question.endswith("?")


def test_what_has_hardly_begun_or_has_no_reflection_is_no_matter_of_this_rule() -> None:
    assert found(RULE, with_words(10, 1)) == []
    assert found(RULE, with_words(30, 0)) == []
    statement = Section("1a", statement=WORDS * 40)
    assert found(RULE, replace(MINE, sections={"1a": statement})) == []
