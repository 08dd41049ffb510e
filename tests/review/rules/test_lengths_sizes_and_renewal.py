"""LEN-1, LEN-2, PKG-1, REN-1: lengths, sizes and the review every three years."""

from dataclasses import replace
from datetime import date

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.review.rules.structure import named_length, own_aim, package_size, renewal
from tests.review.rules.whole_example import found, graded, whole, with_part

LENGTH, AIM, SIZE, RENEWAL = (
    named_length.RULE,
    own_aim.RULE,
    package_size.RULE,
    renewal.RULE,
)
MB = 1_000_000


@pytest.mark.parametrize(
    ("words", "off"), [(199, "1 fewer"), (200, ""), (500, ""), (540, "40 more")]
)
def test_future_plans_have_a_length_that_is_named(words: int, off: str) -> None:
    told = found(LENGTH, with_part(whole(), "future", statement="word " * words))
    assert bool(told) is bool(off)
    if off:
        assert told[0][:3] == ("LEN-1", Level.WARNING, "future")
        assert off in told[0].message


def test_an_empty_section_and_one_with_no_named_length_are_passed_over() -> None:
    assert found(LENGTH, with_part(whole(), "future", statement="")) == []
    assert found(LENGTH, with_part(whole("senior"), "future", statement="One word.")) == []


@pytest.mark.parametrize(
    ("aim", "told"), [(0, ""), (26, ""), (32, ""), (33, "below"), (22, ""), (21, "above")]
)
def test_an_aim_is_ones_own(aim: int, told: str) -> None:
    mine = with_part(whole(), "1a", aim=aim)
    findings = found(AIM, mine)
    assert bool(findings) is bool(told)
    if told:
        assert findings[0][:3] == ("LEN-2", Level.HINT, "1a")
        assert f"{told} your aim of {aim}" in findings[0].message


@pytest.mark.parametrize(
    ("size", "level"),
    [(0, None), (10 * MB, None), (10 * MB + 1, Level.WARNING), (25 * MB + 1, Level.ERROR)],
)
def test_files_have_to_get_through(size: int, level: Level | None) -> None:
    facts = {"bench": ArtefactFacts(True, size=size), "unused": ArtefactFacts(True, size=9 * size)}
    told = found(SIZE, whole(), package_bytes=size, artefacts=facts)
    assert [one.level for one in told] == ([level] if level else [])
    if told:
        assert "bench" in told[0].message and "unused" not in told[0].message


def renewed(activities: int, submit_by: date | None = None) -> Portfolio:
    sections = {f"activity-{n}": graded(f"activity-{n}") for n in range(1, activities + 1)}
    log = {
        "talk": LogEntry("talk", "A talk on glue.", date(2026, 5, 1), LogKind.CPD),
        "press": LogEntry("press", "The press broke.", date(2026, 6, 1)),
    }
    return Portfolio(
        "Renewed", "Odo Marl", "cmalt-review", "review", sections=sections, log=log,
        submit_by=submit_by,
    )  # fmt: skip


def test_a_review_asks_for_three_activities_and_names_what_the_log_has() -> None:
    assert found(RENEWAL, renewed(3)) == []
    (finding,) = found(RENEWAL, renewed(2))
    assert finding[:3] == ("REN-1", Level.HINT, "")
    assert "asks for 3 CPD activities with a reflection; 2 have one" in finding.message
    assert "1 line on CPD" in finding.message


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (date(2027, 6, 1), ""),
        (date(2027, 5, 31), "is planned for 31 May 2027"),
        (date(2026, 11, 1), "was planned for 1 November 2026"),
    ],
)
def test_a_review_that_is_due_is_told_half_a_year_before(due: date, told: str) -> None:
    findings = found(RENEWAL, renewed(3, due))
    assert [told in one.message for one in findings] == ([True] if told else [])


def test_a_first_portfolio_is_no_review() -> None:
    assert found(RENEWAL, replace(whole(), submit_by=date(2026, 12, 2))) == []
