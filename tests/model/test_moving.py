"""No word is lost or made up by a move, and one step takes it back."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.model.moving import appended, cut_out, labels_left, move_reflection, move_text
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section, Status
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.model.undoing import step_back

SOURCE = TextAddress("1a", "description")
TARGETS = (
    TextAddress("1a", "note"),
    TextAddress("1b", "description"),
    TextAddress("1b", "reflection", "fresh"),
    TextAddress("2a", "reflection", "there"),
)
PROSE = st.text(alphabet="ab é’-'.,\n\n#*[]>中\u0301\t", max_size=60)


def portfolio_of(text: str, other: str = "") -> Portfolio:
    sections = (
        Section("1a", status=Status.DRAFT, description=text, note=other),
        Section("1b", description=other),
        Section("2a", reflections=(Reflection("there", text=other),)),
    )
    return Portfolio("T", "A", "f", "p", sections={one.id: one for one in sections})


def words_in(portfolio: Portfolio) -> Counter[str]:
    texts = (text_at(portfolio, address) for address in (SOURCE, *TARGETS))
    return Counter(word for text in texts for word in re.findall(r"[\w\u0301]+", text))


def signs_in(portfolio: Portfolio) -> Counter[str]:
    texts = (text_at(portfolio, address) for address in (SOURCE, *TARGETS))
    return Counter(sign for text in texts for sign in text if not sign.isspace())


@given(PROSE, PROSE, st.integers(0, 60), st.integers(0, 60), st.sampled_from(TARGETS))
def test_a_move_loses_no_word_and_goes_back(
    text: str, other: str, one: int, two: int, target: TextAddress
) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    before = portfolio_of(text, other)
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="nothing to move"):
            move_text(before, SOURCE, (start, end), target)
        return
    after = move_text(before, SOURCE, (start, end), target, date(2026, 5, 1))
    assert words_in(after) == words_in(before)
    assert signs_in(after) == signs_in(before)
    assert text_at(after, target).startswith(text_at(before, target).rstrip())
    assert step_back(after, before, after) == before


@pytest.mark.parametrize(
    ("marked", "rest"),
    [
        ("One two three.", "Second, indeed.\n\n- a\n- b\n- c\n\n    code\n\nLast."),
        ("Second, indeed.", "One two three.\n\n- a\n- b\n- c\n\n    code\n\nLast."),
        ("- b", "One two three.\n\nSecond, indeed.\n\n- a\n- c\n\n    code\n\nLast."),
        ("wo", "One three.\n\nSecond, indeed.\n\n- a\n- b\n- c\n\n    code\n\nLast."),
        (", indeed", "One two three.\n\nSecond.\n\n- a\n- b\n- c\n\n    code\n\nLast."),
        ("\n- c\n\n", "One two three.\n\nSecond, indeed.\n\n- a\n- b\n\n    code\n\nLast."),
        ("Last.", "One two three.\n\nSecond, indeed.\n\n- a\n- b\n- c\n\n    code"),
    ],
)
def test_the_gap_closes_as_a_person_would_close_it(marked: str, rest: str) -> None:
    text = "One two three.\n\nSecond, indeed.\n\n- a\n- b\n- c\n\n    code\n\nLast."
    start = text.index(marked)
    assert cut_out(text, start, start + len(marked)).rest == rest


def test_indented_code_keeps_its_indent_where_it_goes() -> None:
    text = "Before.\n\n    code\n    more\n\nAfter."
    assert cut_out(text, 9, text.index("\n\nAfter")).words == "    code\n    more"
    assert appended("There.\n", "    code") == "There.\n\n    code"


def test_what_a_note_mark_refers_to_is_named_where_it_stays_behind() -> None:
    text = "See[^1] and [it][web], [no] more.\n\nStays.\n\n[^1]: A note.\n[web]: https://x.org"
    cut = cut_out(text, 0, text.index("\n"))
    assert labels_left(cut.rest, cut.words) == ("^1", "web")
    assert labels_left("Stays.", cut.words) == ()


def test_a_section_that_was_empty_begins_with_what_is_moved() -> None:
    after = move_text(portfolio_of("Some words."), SOURCE, (0, 11), TARGETS[2], date(2026, 5, 1))
    assert after.section("1b").status is Status.DRAFT
    piece = after.section("1b").reflection("fresh")
    assert (piece.text, piece.written) == ("Some words.", date(2026, 5, 1))


def test_a_reflection_moves_with_all_that_belongs_to_it() -> None:
    piece = Reflection("pilot", "The pilot", "It rained.", date(2026, 3, 1), ("P1",))
    stays = Reflection("pilot", "Another", "It shone.")
    before = Portfolio("T", "A", "f", "p").with_section(Section("1a", reflections=(piece,)))
    before = before.with_section(Section("2a", reflections=(stays,))).with_section(Section("3a"))

    to_empty, address = move_reflection(before, TextAddress("1a", "reflection", "pilot"), "3a")
    assert address == TextAddress("3a", "reflection", "pilot")
    assert to_empty.section("3a").reflections == (piece,)
    assert to_empty.section("3a").status is Status.DRAFT
    assert to_empty.section("1a").reflections == ()

    beside, address = move_reflection(before, TextAddress("1a", "reflection", "pilot"), "2a")
    assert address.item == "pilot-2"
    assert beside.section("2a").reflection("pilot") == stays
    assert beside.section("2a").reflection("pilot-2").title == "The pilot"
    assert step_back(beside, before, beside) == before
