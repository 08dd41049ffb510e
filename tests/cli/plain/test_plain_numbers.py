"""Numbers are read as a person types them, and one that is not there is told."""

import pytest

from cmalt_tui.cli.plain.numbers import chosen, one_chosen
from cmalt_tui.problems import InputProblem


def test_numbers_are_read_as_a_person_types_them() -> None:
    assert chosen("", 3) == (1, 2, 3)
    assert chosen(" 2 ", 3) == (2,)
    assert chosen("2-3", 3) == chosen("2 to 3", 3) == (2, 3)


@pytest.mark.parametrize("named", ["0", "4", "3-2", "two", "1-9", "99999999999"])
def test_a_number_that_is_not_there_is_told_with_those_that_are(named: str) -> None:
    with pytest.raises(InputProblem, match="from 1 to 3"):
        chosen(named, 3)


@pytest.mark.parametrize("named", ["", "  ", "1-2"])
def test_where_one_is_asked_for_it_has_to_be_one(named: str) -> None:
    assert one_chosen(" 3 ", 3) == 3
    with pytest.raises(InputProblem, match="from 1 to 3"):
        one_chosen(named, 3)
