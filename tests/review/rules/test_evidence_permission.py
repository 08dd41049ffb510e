"""EVI-5: permission of the people in the evidence."""

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rules.evidence.evidence_permission import RULE
from tests.review.rules.evidence_example import DAY, FRAMEWORK, found, with_item


@pytest.mark.parametrize("permission", ["own", "granted", "anonymised"])
def test_settled_permission_is_passed_over(permission: str) -> None:
    assert found(RULE) == []
    assert found(RULE, with_item("film", people=("Ilse",), permission=permission)) == []


@pytest.mark.parametrize(("permission", "words"), [("asked", "asked for"), ("needed", "needed")])
def test_open_permission_is_told(permission: str, words: str) -> None:
    (finding,) = found(RULE, with_item("film", permission=permission))
    assert finding[:5] == ("EVI-5", Level.WARNING, "1a", "evidence", "film")
    assert words in finding.message


def test_for_the_public_it_is_said_that_it_would_be_left_out() -> None:
    portfolio = with_item("film", permission="asked")
    public = Reviewed(FRAMEWORK, portfolio, DAY, purpose=Purpose.PUBLIC)
    assert "leaves it out" in next(RULE.find(public)).question
    assert "leaves it out" not in found(RULE, portfolio)[0].question


def test_people_with_nothing_said_are_named() -> None:
    (finding,) = found(RULE, with_item("film", people=("Ilse", "Odo", "Dougal", "Marek")))
    assert "shows or names Ilse, Odo, Dougal and 1 more" in finding.message
    assert finding.level is Level.WARNING


@pytest.mark.parametrize("kind", ["testimonial", "Minutes of a meeting", "learner survey"])
def test_others_words_with_nothing_said_are_one_hint(kind: str) -> None:
    portfolio = with_item("film", kind=kind)
    (finding,) = found(RULE, portfolio)
    assert (finding.level, finding.section, finding.item) == (Level.HINT, "", "film")
    assert found(RULE, portfolio, "1a") == []
