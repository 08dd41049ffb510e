"""How far a portfolio is: words that count, gaps that are facts, and the next step."""

from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import (
    BrokenFile,
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
)
from cmalt_tui.model.text_marks import draft_mark, prompt_marks
from cmalt_tui.problems import Problem
from cmalt_tui.workbench.status_report import missing, report_as_json, status_report

EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")


def with_sections(*sections: Section) -> Portfolio:
    return replace(EMPTY, sections={section.id: section for section in sections})


def test_words_are_counted_by_part_and_parked_ones_not_at_all(framework: Framework) -> None:
    reflection = Reflection("first", text="Ask the harbour first.")
    report = status_report(
        framework,
        with_sections(
            Section("context", statement="I teach tides.", description="Left from elsewhere."),
            Section("1a", description="Two sockets.", reflections=(reflection,)),
            Section("advanced-1", description="Parked for now."),
        ),
    )
    words = {section.id: dict(section.words) for section in report.sections}
    assert words["context"] == {"statement": 3}
    assert words["1a"] == {"description": 2, "reflection": 4}
    assert words["confirmation"] == {}
    assert [section.id for section in report.sections if section.parked] == ["advanced-1"]
    assert report.words == 9


def test_what_beginnings_left_in_a_text_is_a_fact(framework: Framework, tmp_path: Path) -> None:
    begun = f"{draft_mark({1}, 6, date(2026, 11, 22))}\n\nTwo sockets."
    reflection = Reflection("first", text=prompt_marks(["So what?"]))
    portfolio = with_sections(Section("1a", description=begun, reflections=(reflection,)))
    told = [one.message for one in missing(framework, portfolio, tmp_path) if one.section == "1a"]
    assert "1 prompt is not answered yet" in told
    assert "is still marked as a draft from answers" in told
    assert "has no reflection yet" in told


def test_the_json_marks_what_is_parked_or_broken(framework: Framework) -> None:
    broken = BrokenFile(PurePosixPath("sections/1b.toml"), Problem("is no valid TOML"))
    portfolio = replace(
        with_sections(Section("advanced-1", description="Parked.")), broken=(broken,)
    )
    told = report_as_json(status_report(framework, portfolio))
    rows = {row["id"]: row for row in told["sections"]}  # type: ignore[attr-defined]
    assert rows["advanced-1"]["parked"] is True
    assert rows["1b"]["broken"] == "is no valid TOML"
    assert "parked" not in rows["1a"] and "broken" not in rows["1a"]


def test_what_is_missing_is_named_with_its_place(framework: Framework, tmp_path: Path) -> None:
    (tmp_path / "evidence" / "files").mkdir(parents=True)
    (tmp_path / "evidence" / "files" / "there.pdf").write_bytes(b"%PDF")
    items = (
        EvidenceItem("there", "There", file="files/there.pdf"),
        EvidenceItem("gone", "Gone", file="files/gone.pdf"),
        EvidenceItem("outside", "Outside", file="../../passwd"),
        EvidenceItem("link", "A link", url="https://example.org"),
    )
    sections = (
        Section("1a", description="Written.", evidence=(EvidenceUse("nowhere"),)),
        Section("confirmation", declaration={"name": "Ada Example"}),
    )
    broken = (
        BrokenFile(PurePosixPath("sections/1b.toml"), Problem("is no valid TOML")),
        BrokenFile(PurePosixPath("evidence/torn.toml"), Problem("is not UTF-8 text")),
    )
    portfolio = replace(
        with_sections(*sections), evidence={item.id: item for item in items}, broken=broken
    )
    found = [(one.section, one.message) for one in missing(framework, portfolio, tmp_path)]
    assert ("1a", "has no reflection yet") in found
    assert ("1a", "evidence “nowhere” is not in the bank") in found
    assert ("1b", "can't be read: is no valid TOML") in found
    assert ("evidence/torn.toml", "can't be read: is not UTF-8 text") in found
    assert ("confirmation", "date is not filled in") in found
    assert ("confirmation", "name is not filled in") not in found
    assert [place for place, message in found if "evidence file" in message] == ["gone", "outside"]
