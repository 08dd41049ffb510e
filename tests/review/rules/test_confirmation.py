"""STR-5: the confirmation that is signed last."""

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.rules.structure.confirmation_signed import RULE
from tests.review.rules.whole_example import found, mended, whole, with_part, without


def test_a_signed_one_is_passed_over() -> None:
    assert found(RULE, whole()) == []


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({}, "name and date are not filled in"),
        ({"name": "Odo Marl"}, "date is not filled in"),
        ({"name": " ", "date": "2026-11-30"}, "name is not filled in"),
        ({"name": "Odo Marl", "date": "last Monday"}, "is no date: “last Monday”"),
        ({"name": "Odo Marl", "date": "2027-03-01"}, "1 March 2027, which is still to come"),
        (
            {"name": "Odo Marl", "date": "2026-10-31"},
            "dated 31 October 2026, and a reflection in 1a is dated 1 November 2026, after it",
        ),
    ],
)
def test_what_is_wrong_is_told_and_the_day_is_filled_in(filled: dict[str, str], told: str) -> None:
    mine = with_part(whole(), "confirmation", declaration=filled)
    mine = without(mine, *(one for one in mine.sections if one not in ("1a", "confirmation")))
    (finding,) = found(RULE, mine)
    assert finding[:4] == ("STR-5", Level.ERROR, "confirmation", "declaration")
    assert told in finding.message
    after = mended(RULE, mine, finding)
    assert found(RULE, after) == []
    assert after.section("confirmation").declaration == {"name": "Odo Marl", "date": "2026-12-01"}


def test_it_is_an_error_before_a_submission_alone() -> None:
    mine = without(whole(), "confirmation")
    assert [one.level for one in found(RULE, mine, Purpose.WRITING)] == [Level.HINT]
    assert Purpose.PUBLIC not in RULE.purposes
