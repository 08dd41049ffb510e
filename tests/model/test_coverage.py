"""Evidence and principles laid over the sections: gaps, overuse, single sorts and ages."""

from datetime import date

from cmalt_tui.model.coverage import Use, evidence_coverage, principle_coverage
from cmalt_tui.model.dates import months_between
from cmalt_tui.model.framework import Framework, FrameworkSection, Kind, Part, Pathway, Principle
from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section

PARTS = ("description", "evidence", "reflection")
ASKED = (
    FrameworkSection("context", "Context", Kind.STATEMENT),
    *(FrameworkSection(one, f"Title {one}", Kind.CRITERION, parts=PARTS) for one in ("1a", "1b")),
    FrameworkSection("2a", "Title 2a", Kind.CRITERION, parts=PARTS),
)
FRAMEWORK = Framework(
    "f",
    "F",
    "B",
    parts=(Part("description", "Description"),),
    principles=(Principle("P1", "First"), Principle("P2", "Second")),
    sections=ASKED,
    pathways=(Pathway("cmalt", "CMALT", sections=ASKED),),
)
DAY = date(2026, 12, 1)
MINE = Portfolio(
    "Mine",
    "Odo",
    "f",
    "cmalt",
    evidence={
        "wall": EvidenceItem("wall", "The wall", "photo", date(2024, 12, 2)),
        "bench": EvidenceItem("bench", "The bench", "screenshot", date(2026, 12, 31)),
        "spare": EvidenceItem("spare", "Spare"),
    },
    sections={
        "1a": Section(
            "1a",
            principles=("P1",),
            description="[[ev:wall]] and [[ev:spare]]",
            evidence=(EvidenceUse("wall", "the tiles"), EvidenceUse("bench"), EvidenceUse("gone")),
            reflections=(Reflection("r", principles=("P1", "P9")),),
        ),
        "1b": Section("1b", evidence=(EvidenceUse("wall"),)),
        "context": Section("context", evidence=(EvidenceUse("wall"),), principles=("P1",)),
        "parked": Section("parked", evidence=(EvidenceUse("spare"),), principles=("P2",)),
    },
    log={"talk": LogEntry("talk", "Talked.", DAY, principles=("P2",))},
)


def test_rows_say_where_an_item_is_used_explained_and_cited() -> None:
    rows = {row.item: row for row in evidence_coverage(FRAMEWORK, MINE, DAY).rows}
    assert rows["wall"].uses == {
        "context": Use(is_listed=True, has_shows=False, is_cited=False),
        "1a": Use(is_listed=True, has_shows=True, is_cited=True),
        "1b": Use(is_listed=True, has_shows=False, is_cited=False),
    }
    assert rows["wall"].is_overused and rows["wall"].months == 23
    assert rows["bench"].months == -1 and not rows["bench"].is_overused
    assert rows["spare"].listed_in == 0 and rows["spare"].months is None
    assert rows["spare"].uses == {"1a": Use(is_listed=False, has_shows=False, is_cited=True)}


def test_columns_tell_gaps_single_sorts_and_unknown_items() -> None:
    columns = {one.section: one for one in evidence_coverage(FRAMEWORK, MINE, DAY).columns}
    assert list(columns) == ["context", "1a", "1b", "2a"]
    assert columns["1a"].listed == 2 and columns["1a"].one_group == "pictures"
    assert columns["1a"].unknown == ("gone",)
    assert columns["1b"].one_group == "" and not columns["1b"].is_gap
    assert columns["2a"].is_gap and not columns["context"].wants_evidence


def test_principles_count_sections_and_reflections_that_apply() -> None:
    coverage = principle_coverage(FRAMEWORK, MINE)
    first, second = coverage.rows
    assert [entry.id for entry in coverage.sections] == ["context", "1a", "1b", "2a"]
    assert first.uses["1a"].on_section and first.uses["1a"].reflections == ("r",)
    assert (first.places, first.log) == (3, 0)
    assert (second.places, second.log, dict(second.uses)) == (0, 1, {})


def test_months_are_whole_ones() -> None:
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert months_between(date(2026, 1, 31), date(2026, 3, 31)) == 2
    assert months_between(date(2026, 3, 1), date(2026, 1, 31)) < 0
