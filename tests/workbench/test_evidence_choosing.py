"""The chooser joins the bank, the log, the texts and the framework, always in the same order."""

from datetime import date

import pytest

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.evidence_choosing import (
    Suggested,
    evidence_for,
    sections_for,
    with_suggestion,
)

DAY = date(2026, 12, 1)
MINE = Portfolio(
    "Mine",
    "Odo",
    "cmalt-2019",
    "cmalt",
    evidence={
        "captions": EvidenceItem("captions", "Captions in loud rooms", "report", DAY),
        "puppets": EvidenceItem("puppets", "Puppet theatre", "poster"),
        "certificate": EvidenceItem("certificate", "Twenty hours", "certificate"),
        "tagged": EvidenceItem("tagged", "Untitled"),
        "listed": EvidenceItem("listed", "Captions again", "screenshot"),
    },
    sections={
        "1b": Section(
            "1b",
            description="I tested captions in a loud workshop. Captions lost a not.",
            evidence=(EvidenceUse("listed"),),
        ),
        "2a": Section("2a", description="We planned a week of glue."),
    },
    log={
        "talk": LogEntry("talk", "Talked about signs.", DAY, sections=("1b",)),
        "source": LogEntry("source", "Wrote it.", DAY, sections=("1b",), evidence=("tagged",)),
        "far": LogEntry("far", "Fed the ducks.", DAY),
    },
)


def test_what_fits_comes_ranked_with_its_reasons(framework: Framework) -> None:
    found = evidence_for(framework, MINE, "1b", DAY)
    assert {one.id for one in found} == {"captions", "certificate", "tagged", "talk"}
    assert [one.weight for one in found] == sorted((o.weight for o in found), reverse=True)
    by_id = {one.id: one for one in found}
    assert "shares “captions”, “loud” with what you wrote" in by_id["captions"].reasons
    assert "your log of 1 December ties it to this section" in by_id["tagged"].reasons
    assert by_id["talk"].what is Suggested.LOG and by_id["talk"].title == "Talked about signs."
    assert "the section suggests: course certificates" in by_id["certificate"].reasons
    assert evidence_for(framework, MINE, "1b", DAY) == found


def test_a_section_without_evidence_gets_the_log_alone(framework: Framework) -> None:
    plans = Section(
        "future", statement="Captions in loud rooms. Signs by the door, and signs talked of."
    )
    found = evidence_for(framework, MINE.with_section(plans), "future", DAY)
    assert [one.id for one in found] == ["talk"]
    assert evidence_for(framework, MINE, "confirmation", DAY) == ()


def test_sections_for_an_item_leave_out_those_that_list_it(framework: Framework) -> None:
    found = sections_for(framework, MINE, "captions", DAY)
    assert found[0].id == "1b" and found[0].what is Suggested.SECTION
    assert "1b" not in {one.id for one in sections_for(framework, MINE, "listed", DAY)}
    assert sections_for(framework, MINE, "talk", DAY)[0].id == "1b"


def test_what_is_not_there_is_said(framework: Framework) -> None:
    with pytest.raises(InputProblem):
        evidence_for(framework, MINE, "9z", DAY)
    with pytest.raises(InputProblem):
        sections_for(framework, MINE, "gone", DAY)


def test_what_is_suggested_is_used_in_one_step(framework: Framework) -> None:
    found = {one.id: one for one in evidence_for(framework, MINE, "1b", DAY)}
    after, item_id = with_suggestion(MINE, "1b", found["captions"])
    assert item_id == "captions" and after.uses_of("captions") == ("1b",)
    after, item_id = with_suggestion(MINE, "1b", found["talk"])
    assert after.uses_of(item_id) == ("1b",) and after.log["talk"].evidence == (item_id,)
    assert after.evidence[item_id].title == "Talked about signs."
    section = sections_for(framework, MINE, "captions", DAY)[0]
    assert with_suggestion(MINE, "captions", section)[0].uses_of("captions") == ("1b",)
