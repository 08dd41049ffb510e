"""The outline joins what a framework asks for with what a person wrote, and loses nothing."""

from pathlib import PurePosixPath

import pytest

from cmalt_tui.model.framework import Framework, FrameworkSection, Kind, Pathway
from cmalt_tui.model.outline import areas, base_id, entries, find_entry, section_ids
from cmalt_tui.model.portfolio import BrokenFile, Portfolio, Section
from cmalt_tui.problems import Problem

CONTEXT = FrameworkSection("context", "Contextual statement", Kind.STATEMENT, "Context")
AREA = FrameworkSection("ca1", "Core area 1", Kind.AREA)
FIRST = FrameworkSection("1a", "Constraints and benefits", Kind.CRITERION, area="ca1")
SECOND = FrameworkSection("1b", "Technical knowledge", Kind.CRITERION, "Knowledge", area="ca1")
SPECIALIST = FrameworkSection(
    "specialist", "Specialist option(s)", Kind.REPEAT, "Specialist option", least=1, most=2
)
DECLARATION = FrameworkSection("confirmation", "Confirmation", Kind.DECLARATION)
ALL = (CONTEXT, AREA, FIRST, SECOND, SPECIALIST, DECLARATION)
FRAMEWORK = Framework(
    "own",
    "Own",
    "Body",
    sections=ALL,
    pathways=(
        Pathway("full", "Full", sections=ALL),
        Pathway("short", "Short", sections=(CONTEXT, AREA, FIRST, DECLARATION)),
    ),
)


def portfolio(*sections: Section, pathway: str = "full", broken: tuple[str, ...] = ()) -> Portfolio:
    return Portfolio(
        "Title",
        "Author",
        "own",
        pathway,
        sections={section.id: section for section in sections},
        broken=tuple(BrokenFile(PurePosixPath(path), Problem("torn")) for path in broken),
    )


def listed(mine: Portfolio) -> list[tuple[str, bool]]:
    return [(entry.id, entry.parked) for entry in entries(FRAMEWORK, mine)]


def test_an_empty_portfolio_lists_all_that_is_asked_for() -> None:
    expected = ["context", "1a", "1b", "specialist-1", "confirmation"]
    assert listed(portfolio()) == [(section_id, False) for section_id in expected]
    assert all(entry.written.is_empty for entry in entries(FRAMEWORK, portfolio()))


def test_text_stands_at_its_place_in_the_frameworks_order() -> None:
    mine = portfolio(Section("1b", description="Text"), Section("context", statement="Me"))
    found = {entry.id: entry.written for entry in entries(FRAMEWORK, mine)}
    assert list(found) == ["context", "1a", "1b", "specialist-1", "confirmation"]
    assert found["1b"].description == "Text"
    assert found["context"].statement == "Me"


def test_a_row_has_the_least_and_what_is_there_beyond() -> None:
    mine = portfolio(
        Section("specialist-4", description="x"), broken=("sections/specialist-3.toml",)
    )
    assert section_ids(SPECIALIST, mine) == ("specialist-1", "specialist-3", "specialist-4")
    assert section_ids(FIRST, mine) == ("1a",)


def test_a_broken_evidence_file_is_no_section() -> None:
    mine = portfolio(broken=("evidence/specialist-7.toml", "evidence/1a.toml"))
    assert section_ids(SPECIALIST, mine) == ("specialist-1",)
    assert find_entry(FRAMEWORK, mine, "1a").broken is None


def test_a_broken_section_keeps_its_place_with_the_reason() -> None:
    mine = portfolio(broken=("sections/1b.toml", "sections/old.toml"))
    broken = find_entry(FRAMEWORK, mine, "1b").broken
    assert broken is not None
    assert broken.problem.message == "torn"
    assert listed(mine)[-1] == ("old", True)


def test_what_the_pathway_leaves_out_is_parked_if_it_holds_something() -> None:
    mine = portfolio(
        Section("specialist-1", title="Captions", description="Text"),
        Section("1b"),
        Section("home-made", note="Ask Sam"),
        pathway="short",
    )
    assert listed(mine) == [
        ("context", False),
        ("1a", False),
        ("confirmation", False),
        ("specialist-1", True),
        ("home-made", True),
    ]
    parked = find_entry(FRAMEWORK, mine, "specialist-1")
    assert parked.asked.kind is Kind.REPEAT
    assert parked.asked.area == ""
    assert parked.title == "Specialist option 1: Captions"
    assert find_entry(FRAMEWORK, mine, "home-made").title == "home-made"


def test_a_section_file_named_like_an_area_is_no_area() -> None:
    mine = portfolio(Section("ca1", description="Stray"))
    assert find_entry(FRAMEWORK, mine, "ca1").asked.kind is Kind.CRITERION


def test_entries_are_grouped_under_their_areas() -> None:
    mine = portfolio(Section("old", description="Text"))
    grouped = [
        (area.asked.id if area.asked else None, [entry.id for entry in area.entries])
        for area in areas(FRAMEWORK, mine)
    ]
    assert grouped == [
        (None, ["context"]),
        ("ca1", ["1a", "1b"]),
        (None, ["specialist-1"]),
        (None, ["confirmation"]),
        (None, ["old"]),
    ]


def test_titles_codes_and_kinds() -> None:
    mine = portfolio(Section("specialist-1"), Section("specialist-2", title="Captions"))
    first = find_entry(FRAMEWORK, mine, "specialist-1")
    second = find_entry(FRAMEWORK, mine, "specialist-2")
    assert first.title == first.short_title == "Specialist option 1"
    assert (second.title, second.short_title) == ("Specialist option 2: Captions", "Captions")
    assert (first.code, find_entry(FRAMEWORK, mine, "1a").code) == ("", "1a")
    assert find_entry(FRAMEWORK, mine, "1a").short_title == "Constraints and benefits"
    assert find_entry(FRAMEWORK, mine, "1b").short_title == "Knowledge"
    assert find_entry(FRAMEWORK, mine, "context").is_statement
    assert find_entry(FRAMEWORK, mine, "confirmation").is_declaration
    assert not first.is_statement


@pytest.mark.parametrize(
    ("section_id", "base"),
    [
        ("specialist-2", "specialist"),
        ("specialist-12", "specialist"),
        ("specialist", "specialist"),
        ("1a", "1a"),
        ("specialist-0", "specialist-0"),
        ("cpd-log", "cpd-log"),
    ],
)
def test_base_id(section_id: str, base: str) -> None:
    assert base_id(section_id) == base


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(KeyError):
        find_entry(FRAMEWORK, portfolio(), "9z")
