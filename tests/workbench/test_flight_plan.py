"""The plan for hours offline: within its time, with breaks, and nothing that needs others."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.frameworks.questions import load_questions
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section, Status
from cmalt_tui.places import Places
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.flight_checks import Ready, flight_checks
from cmalt_tui.workbench.flight_plan import FlightPlan, flight_plan
from cmalt_tui.workbench.next_step import next_steps

DAY = date(2026, 11, 22)
EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")
CHART = EvidenceItem(
    "chart", "Tide chart", file="files/chart.pdf", permission="asked", people=("A student",)
)
SHOWN = replace(
    EMPTY,
    sections={
        "1a": Section(
            "1a",
            status=Status.DRAFT,
            description="I compared two gauges.",
            evidence=(EvidenceUse("chart"), EvidenceUse("page")),
        )
    },
    evidence={
        "chart": CHART,
        "page": EvidenceItem("page", "A page", url="https://example.org/tides", permission="own"),
    },
)


@pytest.fixture
def plan(framework: Framework, places: Places) -> FlightPlan:
    questions = load_questions(framework.id, places)
    return flight_plan(framework, SHOWN, next_steps(framework, SHOWN, DAY, questions), 480)


def test_the_hours_are_filled_with_small_steps_and_breaks(plan: FlightPlan) -> None:
    now, worked, rests = 0, 0, 0
    for slot in plan.slots:
        assert slot.start == now
        worked = 0 if slot.step is None else worked + slot.minutes
        rests += slot.step is None
        assert worked <= 50
        now += slot.minutes
    assert 460 <= now <= plan.minutes == 480 and plan.left == 480 - now
    assert rests >= 6 and max(slot.minutes for slot in plan.slots if slot.step is None) == 30
    said = [slot.step.said for slot in plan.slots if slot.step]
    assert len(said) == len(set(said))


def test_bites_of_a_text_keep_their_order_where_time_runs_out(
    framework: Framework, places: Places
) -> None:
    steps = next_steps(framework, EMPTY, DAY, load_questions(framework.id, places))
    for minutes in range(30, 240, 5):
        slots = flight_plan(framework, EMPTY, steps, minutes).slots
        last = slots[-1]
        assert last.start + last.minutes <= minutes and last.step is not None
        seen = [slot.step.what for slot in slots if slot.step and slot.step.section == "1b"]
        assert not seen or "first" in seen[0]


def test_what_needs_others_comes_before_one_leaves(plan: FlightPlan) -> None:
    assert [step.what for step in plan.before] == ["settle the permission of “Tide chart”"]
    assert not any(slot.step in plan.before for slot in plan.slots)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_portfolio(tmp_path / "tides", SHOWN)
    return tmp_path / "tides"


def looked_at(folder: Path, places: Places, plan: FlightPlan) -> dict[str, Ready]:
    desk = open_desk(folder, places)
    return {one.name: one for one in flight_checks(desk, places, plan.texts)}


def test_it_finds_out_what_is_here(
    folder: Path, places: Places, plan: FlightPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    before = looked_at(folder, places, plan)
    assert before["documents"].ready and before["portfolio"].ready and before["spelling"].ready
    assert not before["evidence"].ready and before["evidence"].needed
    assert "files/chart.pdf" in before["evidence"].found
    assert "https://example.org/tides" in before["links"].found and not before["links"].needed
    assert not before["examples"].ready and "corpus add" in before["examples"].way_out
    assert not before["your editor"].ready
    assert all(one.way_out for one in before.values() if not one.ready)
    (folder / "evidence" / "files").mkdir(parents=True)
    (folder / "evidence" / "files" / "chart.pdf").write_bytes(b"%PDF-")
    assert looked_at(folder, places, plan)["evidence"].ready


def test_a_portfolio_that_is_open_elsewhere_is_told(
    folder: Path, places: Places, plan: FlightPlan
) -> None:
    writing = open_desk(folder, places, lock=True)
    reading = open_desk(folder, places, lock=True)
    lock = next(one for one in flight_checks(reading, places, plan.texts) if one.name == "lock")
    assert not lock.ready and not lock.needed
    writing.close()
