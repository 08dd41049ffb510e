"""EVI-4: evidence that is old on the day of submission."""

from dataclasses import replace
from datetime import date

from cmalt_tui.model.finding import Level
from cmalt_tui.review.reviewed import Bounds, Reviewed
from cmalt_tui.review.rules.evidence.evidence_age import RULE
from tests.review.rules.evidence_example import DAY, FRAMEWORK, MINE, found, with_item


def test_recent_and_undated_evidence_is_passed_over() -> None:
    assert found(RULE) == []
    assert found(RULE, with_item("options", date=date(2023, 12, 1))) == []
    assert found(RULE, with_item("options", date=date(2027, 12, 1))) == []


def test_old_evidence_is_told_with_the_default_as_a_default() -> None:
    (finding,) = found(RULE, with_item("options", date=date(2023, 10, 30)))
    assert finding[:5] == ("EVI-4", Level.WARNING, "1a", "evidence", "options")
    assert "from October 2023: more than 36 months before 1 December 2026" in finding.message
    assert "our default" in finding.message


def test_several_are_one_finding_with_the_oldest() -> None:
    portfolio = with_item("options", date=date(2020, 1, 1))
    film = replace(MINE.evidence["film"], date=date(2019, 5, 1))
    (finding,) = found(RULE, portfolio.with_evidence(film))
    assert finding.item == "" and "the oldest from May 2019" in finding.message


def test_age_counts_to_the_day_of_submission_and_the_bound_can_be_set() -> None:
    later = replace(MINE, submit_by=date(2030, 1, 1))
    assert len(found(RULE, later)) == 1
    strict = Reviewed(FRAMEWORK, MINE, DAY, bounds=Bounds(evidence_months=6))
    (finding,) = RULE.find(strict)
    assert "more than 6 months" in finding.message
