"""The filters of a search: found in the line, set beside it, and lifted from either."""

import pytest

from cmalt_tui.model.passage import SearchFilter
from cmalt_tui.ui.search_filters import (
    Chip,
    chips_of,
    limited,
    toggled,
    without,
    without_typed,
    without_unfinished,
)

ONLY = SearchFilter(section="1a", first_year=2021, last_year=2021)


def test_filters_beside_the_line_come_before_those_in_it() -> None:
    line = 'pilot path:senior -year:>2021 author:"Sam Rowan" x:y notauthor:z'
    chips = chips_of(line, ONLY)
    assert [(chip.field, chip.value, chip.is_typed) for chip in chips] == [
        ("section", "1a", False),
        ("year", "2021", False),
        ("pathway", "path:senior", True),
        ("year", "-year:>2021", True),
        ("author", 'author:"Sam Rowan"', True),
    ]
    assert [line[chip.start : chip.end] for chip in chips[2:]] == [one.value for one in chips[2:]]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("section:1b", ""),
        ("a section:1b b", "a b"),
        ("section:1b b", "b"),
        ("a   section:1b", "a"),
    ],
)
def test_lifting_one_in_the_line_leaves_the_words_and_the_others(line: str, left: str) -> None:
    [chip] = chips_of(line, SearchFilter())
    assert without(line, ONLY, chip) == (left, ONLY)


def test_lifting_one_beside_the_line_leaves_the_line_and_the_others() -> None:
    assert without("a part:x", ONLY, Chip("year", "2021")) == ("a part:x", SearchFilter("1a"))


def test_a_value_is_set_changed_and_lifted_by_the_same_step() -> None:
    changed = toggled(ONLY, "year", "2024")
    assert (changed.first_year, changed.last_year) == (2024, 2024)
    assert toggled(changed, "year", "2024") == SearchFilter("1a")
    assert toggled(ONLY, "sector", "museum").sector == "museum"
    assert limited(ONLY, "year", "no year") == SearchFilter("1a")


def test_a_range_of_years_is_one_filter() -> None:
    [chip] = chips_of("", SearchFilter(first_year=2019, last_year=2022))
    assert chip == Chip("year", "2019–2022")


def test_the_words_of_a_line_stay_when_all_filters_go() -> None:
    assert without_typed('a -part:evidence "b c" year:>2021 d') == 'a "b c" d'


@pytest.mark.parametrize(
    ("line", "searched"),
    [
        ("pilot path:", "pilot"),
        ('pilot sector:"', "pilot"),
        ("-part:", ""),
        ("pilot note:", "pilot note:"),
        ("path:senior pilot", "path:senior pilot"),
    ],
)
def test_a_field_that_has_no_value_yet_is_not_searched_for(line: str, searched: str) -> None:
    assert without_unfinished(line) == searched
