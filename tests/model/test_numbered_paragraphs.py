"""Paragraphs by number: what is not named stays as it was, to the letter."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.model.numbered_paragraphs import (
    inserted,
    number_at,
    paragraphs,
    removed,
    replaced,
    shifted,
    stretch_of,
)

TEXTS = st.text(st.sampled_from("ab \n\t-"), max_size=60)


def test_empty_lines_part_paragraphs_however_many_there_are() -> None:
    assert paragraphs("one\ntwo\n\nthree\n  \n\nfour\n") == ("one\ntwo", "three", "four")
    assert paragraphs("\n\n") == ()


@given(TEXTS)
def test_every_character_of_a_paragraph_has_its_number(text: str) -> None:
    for number in range(1, len(paragraphs(text)) + 1):
        start, end = stretch_of(text, number)
        assert {number_at(text, place) for place in range(start, end)} == {number}
    assert number_at(text, len(text)) == max(1, len(paragraphs(text)))


def test_what_is_between_others_stays() -> None:
    text = "one\n\n\ntwo\n \nthree\n"
    assert replaced(text, 2, "TWO") == "one\n\n\nTWO\n \nthree\n"
    assert removed(text, [2]) == "one\n\n\nthree\n"
    assert removed(text, [1, 2, 3]) == ""
    assert inserted(text, 4, "four") == "one\n\n\ntwo\n \nthree\n\nfour\n"
    assert inserted(text, 1, "zero") == "zero\n\none\n\n\ntwo\n \nthree\n"
    assert inserted("", 1, "first") == "first"


@given(TEXTS, st.integers(0, 9))
def test_putting_a_paragraph_in_and_taking_it_out_leaves_the_others(text: str, at: int) -> None:
    before = paragraphs(text)
    number = at % (len(before) + 1) + 1
    with_it = inserted(text, number, "new")
    assert paragraphs(with_it) == (*before[: number - 1], "new", *before[number - 1 :])
    assert paragraphs(removed(with_it, [number])) == before


@given(TEXTS)
def test_a_stretch_is_the_paragraph_itself(text: str) -> None:
    for number, paragraph in enumerate(paragraphs(text), 1):
        start, end = stretch_of(text, number)
        assert text[start:end] == paragraph


@given(TEXTS, st.integers(0, 9), st.integers(0, 9))
def test_shifting_loses_nothing(text: str, one: int, other: int) -> None:
    count = len(paragraphs(text))
    if count:
        moved = shifted(text, one % count + 1, other % count + 1)
        assert Counter(paragraphs(moved)) == Counter(paragraphs(text))
