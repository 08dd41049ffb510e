"""Where a portfolio stands: each section with its reasons, and what is before submission."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.places import Places
from cmalt_tui.review.reviewed import Norm
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.readiness import Readiness
from cmalt_tui.workbench.standing import SectionStanding, Standing, standing_of
from cmalt_tui.workbench.standing_review import standing_by_facts, standing_by_review
from cmalt_tui.workbench.standing_words import (
    days_told,
    standing_as_json,
    standing_in_words,
)

TODAY = date(2026, 3, 5)
WHOLE = Section(
    "1a",
    status=Status.DONE,
    principles=("P1",),
    description="We compared two ways of filming a bench.",
    reflections=(Reflection("pilot", "", "It taught me to ask first.", TODAY, ("P3",)),),
    evidence=(EvidenceUse("bench-video", "The first minute shows the glue."),),
)
VIDEO = EvidenceItem("bench-video", "A film of the bench", "video", permission="own")


def portfolio_of(*sections: Section, **changes: object) -> Portfolio:
    made = Portfolio(
        "Binding by hand",
        "Ilse Quillfeather",
        "cmalt-2019",
        "cmalt",
        sections={section.id: section for section in sections},
        evidence={"bench-video": VIDEO},
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def stand(tmp_path: Path, places: Places) -> Callable[..., Standing]:
    def look(portfolio: Portfolio, found: tuple[Finding, ...] | None = None, **how: object):  # type: ignore[no-untyped-def]
        create_portfolio(tmp_path / "binding", portfolio)
        desk = open_desk(tmp_path / "binding", places)
        return standing_of(desk, places, desk.portfolio, TODAY, found, **how)  # type: ignore[arg-type]

    return look


def section(standing: Standing, section_id: str) -> SectionStanding:
    return next(one for one in standing.sections if one.entry.id == section_id)


def test_a_section_is_ready_for_reasons(stand: Callable[..., Standing]) -> None:
    found = (Finding("VOI-1", Level.HINT, "1a"), Finding("EVI-4", Level.WARNING, "1a"))
    told = section(stand(portfolio_of(WHOLE), found), "1a").told
    assert told.readiness is Readiness.READY
    assert told.sentence == (
        "Ready: description, evidence and reflection are there, 1 item with what it shows, "
        "1 warning and 1 hint open for you to weigh."
    )


def test_without_a_review_nothing_is_said_of_questions(stand: Callable[..., Standing]) -> None:
    standing = stand(portfolio_of(WHOLE))
    one = section(standing, "1a")
    assert one.found is None and not standing.has_findings
    assert "question" not in one.told.sentence and "open" not in one.told.sentence


def test_a_review_that_found_nothing_says_so(stand: Callable[..., Standing]) -> None:
    assert "no open question" in section(stand(portfolio_of(WHOLE), ()), "1a").told.sentence


def test_only_the_author_calls_a_section_done(stand: Callable[..., Standing]) -> None:
    told = section(stand(portfolio_of(replace(WHOLE, status=Status.REVIEW))), "1a").told
    assert told.readiness is Readiness.TO_CALL
    assert "its status is “review” until you call it done" in told.sentence


def test_what_is_missing_stands_against_it_whatever_its_status(
    stand: Callable[..., Standing],
) -> None:
    bare = replace(WHOLE, reflections=())
    standing = stand(portfolio_of(bare), (Finding("STR-2", Level.ERROR, "1a", message="no"),))
    told = section(standing, "1a").told
    assert told.readiness is Readiness.MISSING
    assert told.sentence == "Not yet: it has no reflection yet. You called it done."
    assert [one.said for one in standing.reasons if one.place == "1a"] == [
        "1a has no reflection yet"
    ]


def test_an_error_of_the_review_stands_before_submission(stand: Callable[..., Standing]) -> None:
    found = (
        Finding("STR-3", Level.ERROR, "", message="One law and one policy are asked for."),
        Finding("PKG-1", Level.ERROR, "1a", "description", message="It is too large."),
    )
    standing = stand(portfolio_of(WHOLE), found)
    said = [one.said for one in standing.reasons]
    assert "1a: It is too large" in said
    assert "The whole: One law and one policy are asked for" in said
    assert section(standing, "1a").told.sentence == "Not yet: It is too large. You called it done."


def test_reasons_name_their_place_and_lead_there(stand: Callable[..., Standing]) -> None:
    asked = replace(VIDEO, permission="asked")
    standing = stand(portfolio_of(WHOLE, evidence={"bench-video": asked}))
    by_place = {one.place: one for one in standing.reasons}
    assert by_place["1b"].said == "1b has no text yet"
    assert by_place["Evidence:"].said == "Evidence: 1 item waits for permission"
    assert by_place["Evidence:"].address is not None
    assert by_place["Evidence:"].address.section == "1a"
    assert by_place["Confirmation"].what.startswith("is not signed: ")


def test_words_are_held_against_the_aim_or_what_is_asked_for(
    stand: Callable[..., Standing],
) -> None:
    future = Section("future", statement="I will learn to gild.")
    standing = stand(portfolio_of(replace(WHOLE, aim=500), future))
    mine, asked = section(standing, "1a").range, section(standing, "future").range
    assert mine is not None and mine.told == "your aim 500"
    assert asked is not None and asked.told == "asked for 200–500"
    assert section(standing, "1b").range is None


def test_findings_are_counted_by_family_and_others_lengths_by_part(
    stand: Callable[..., Standing],
) -> None:
    found = (Finding("DUP-2", Level.WARNING, "1a"), Finding("EVI-4", Level.WARNING, "specialist-1"))
    norms = {
        ("1a", "description"): Norm(100, 200, 300, 9),
        ("specialist", "reflection"): Norm(80, 90, 100, 9),
    }
    standing = stand(portfolio_of(WHOLE), found, norms=norms)
    assert sum(section(standing, "1a").families.values()) == 1
    assert standing.families["evidence"] == 1 and sum(standing.families.values()) == 2
    assert section(standing, "1a").norms["description"].upper == 300
    assert section(standing, "specialist-1").norms["reflection"].lower == 80


def test_principles_and_the_days_that_are_left(stand: Callable[..., Standing]) -> None:
    standing = stand(portfolio_of(WHOLE, submit_by=date(2026, 3, 15)))
    assert section(standing, "1a").principles == ("P1", "P3")
    assert {one.code: one.sections for one in standing.principles}["P3"] == ("1a",)
    assert standing.days == 10
    assert days_told(standing) == "10 days until 15 March 2026"
    assert days_told(replace(standing, days=-1)).endswith("which has passed")
    assert days_told(replace(standing, submit_by=None, days=None)).startswith("no day")


def test_all_is_told_in_plain_sentences_and_as_json(stand: Callable[..., Standing]) -> None:
    found = (Finding("EVI-4", Level.WARNING, "1a"),)
    standing = stand(portfolio_of(replace(WHOLE, aim=500)), found)
    told = "\n".join(standing_in_words(standing))
    assert "1a, An understanding of the constraints" in told and "done. Ready: " in told
    assert "14 words, your aim 500: 486 to go." in told
    assert "Open: 1 warning (evidence 1)." in told
    assert "- 1b has no text yet." in told
    laid = standing_as_json(standing)
    one = next(one for one in laid["sections"] if one["id"] == "1a")  # type: ignore[attr-defined]
    assert one["readiness"] == "ready" and one["findings"] == {"error": 0, "warn": 1, "info": 0}
    assert laid["families"] == {"evidence": 1}


def test_a_review_is_noted_as_progress_and_a_look_is_not(tmp_path: Path, places: Places) -> None:
    folder = tmp_path / "binding"
    create_portfolio(folder, portfolio_of(WHOLE))
    desk = open_desk(folder, places)
    seen = standing_by_facts(desk, places, desk.portfolio, TODAY)
    assert len(seen.days) == 1 and not places.progress_file.exists()
    found = (Finding("EVI-4", Level.WARNING, "1a"),)
    seen = standing_by_review(desk, places, desk.portfolio, TODAY, found)
    assert seen.days[0].findings == {"error": 0, "warn": 1, "info": 0}
    assert places.progress_file.exists()
