"""The real portfolios land where a person would put them, word for word."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.intake import plan_portfolio, read_sources
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan

Account = Callable[..., ImportPlan]

# Read by a person, page by page.
_PAGES = {
    "contextual-statement.html": "context",
    "technology-constraints.html": "1a",
    "technical-knowledge.html": "1b",
    "technology-deployment.html": "1c",
    "teaching-and-learning.html": "2a",
    "target-learners.html": "2b",
    "legislation.html": "3a",
    "policies-and-standards.html": "3b",
    "communication.html": "4a",
    "javascript-development.html": "specialist-1",
    "future-plans.html": "future",
    "declaration.html": "confirmation",
}
_GRADED = ("1a", "1b", "1c", "2a", "2b", "3a", "3b", "4a", "specialist-1")
# Words of description and reflection as the assessment form's reader counted them, alone.
_REFLECTIONS = {
    "1a": 406, "1b": 415, "1c": 415, "2a": 540, "2b": 547, "3a": 287, "3b": 393, "4a": 512,
    "specialist-1": 350,
}  # fmt: skip
_MALTBY_HEADINGS = {
    "Contextual Statement": "context",
    "Understanding the Constraints and Benefits of Different Technologies": "1a",
    "Technical Knowledge and Ability in the use of Learning Technology": "1b",
    "Supporting the Deployment of Learning Technologies": "1c",
    "Understanding of Teaching, Learning and Assessment": "2a",
    "Understanding of Your Target Learners": "2b",
    "Core Area 3: The Wider Context": "3a",
    "Core Area 4: Communication and Working with Others": "4a",
    "Practical Blended Learning": "specialist-1",
    "Teaching with Virtual Reality": "specialist-2",
    "Future Plans": "future",
}
_MALTBY_WORDS = {
    "context": 306, "1a": 168, "1b": 149, "1c": 191, "2a": 314, "2b": 372, "3a": 399,
    "future": 62,
}  # fmt: skip
_MALTBY_SOURCES = (
    "maltby/single-page-2018/cmalt.md",
    "maltby/split-posts-2019",
    "james-maltby-cmalt-2018.docx",
)


def words_by_section(plan: ImportPlan) -> Counter[str]:
    words: Counter[str] = Counter()
    for placed in plan.placed:
        words[placed.section] += placed.words
    return words


@pytest.fixture(scope="module")
def horning(portfolios: Path, cmalt_2019: Framework) -> ImportPlan:
    from cmalt_tui.intake import plan_import

    return plan_import(read_sources([portfolios / "horning-html"]), cmalt_2019, None)


def test_every_page_goes_to_the_section_that_a_person_would_choose(horning: ImportPlan) -> None:
    assert {(placed.file, placed.section) for placed in horning.placed} == set(_PAGES.items())
    assert {unplaced.file for unplaced in horning.unplaced} == {"index.html"}
    assert horning.pathway == "cmalt"
    assert horning.title == "CMALT Portfolio"


def test_every_word_of_the_pages_is_accounted_for(
    portfolios: Path, cmalt_2019: Framework, account: Account
) -> None:
    plan = account(read_sources([portfolios / "horning-html"]), cmalt_2019)
    assert sum(words_by_section(plan).values()) > 13_000
    assert sum(one.words for one in (*plan.unplaced, *plan.stripped)) < 100


def test_statement_and_declaration_have_their_own_parts(horning: ImportPlan) -> None:
    parts = {placed.section: placed.part for placed in horning.placed}
    assert (parts["context"], parts["future"]) == ("statement", "statement")
    assert parts["confirmation"] == "declaration"


@pytest.mark.parametrize("section", _GRADED)
def test_each_graded_section_has_its_parts(horning: ImportPlan, section: str) -> None:
    parts = Counter(placed.part for placed in horning.placed if placed.section == section)
    assert parts["reflection"] == 1
    assert parts["evidence"] == 1
    assert parts["description"] >= 1


def test_reflections_have_the_words_that_a_reader_counted(horning: ImportPlan) -> None:
    found = {one.section: one.words for one in horning.placed if one.part == "reflection"}
    # 2a, 3b and 1b hold pictures, whose descriptions a reader of the page doesn't count.
    plain = {section for section in _REFLECTIONS if section not in ("1b", "2a", "3b")}
    for section in plain:
        assert found[section] == pytest.approx(_REFLECTIONS[section], rel=0.02)


def test_evidence_is_one_item_a_target(horning: ImportPlan) -> None:
    listed = {use for item in horning.evidence for use in item.uses}
    assert len({item.target for item in horning.evidence}) == len(horning.evidence)
    assert 45 <= len(horning.evidence) <= 60
    assert sum(len(item.sections) > 1 for item in horning.evidence) == 14
    assert sum(bool(shows) for _, shows in listed) > 55
    kinds = Counter(item.kind for item in horning.evidence)
    assert kinds["video"] >= 1
    assert kinds["image"] >= 16
    assert any(item.caption and item.alt for item in horning.evidence)


def test_links_between_the_pages_are_no_evidence_and_no_links(horning: ImportPlan) -> None:
    assert not [item for item in horning.evidence if item.target == "/contextual-statement"]
    assert "](/contextual-statement" not in "".join(placed.text for placed in horning.placed)


def test_text_is_plain_markdown(horning: ImportPlan) -> None:
    text = "\n".join(placed.text for placed in horning.placed)
    for noise in ("<div", "<a ", "<img", "{target", ":::", "<!--", "noopener", "\\'", '\\"'):
        assert noise not in text


def test_a_portfolio_is_made_of_it(horning: ImportPlan) -> None:
    portfolio = plan_portfolio(horning, author="Someone")
    declaration = portfolio.sections["confirmation"].declaration
    assert declaration["date"] == "2025-11-11"
    assert set(declaration) == {"name", "date", "nominated_assessor"}
    assert "represents my own work" in portfolio.sections["confirmation"].note
    assert portfolio.sections["specialist-1"].title == "JavaScript Development"
    assert [item.reason for item in portfolio.inbox] == ["no section fits", "navigation taken out"]
    for section in _GRADED:
        written = portfolio.sections[section]
        assert written.description
        assert len(written.reflections) == 1
        assert written.evidence


@pytest.mark.parametrize("source", _MALTBY_SOURCES)
def test_one_text_in_three_shapes_lands_alike(
    portfolios: Path, cmalt_2016: Framework, account: Account, source: str
) -> None:
    plan = account(read_sources([portfolios / source]), cmalt_2016)
    found = {placed.heading: placed.section for placed in plan.placed}
    assert found == {heading: _MALTBY_HEADINGS[heading] for heading in found}
    assert set(found.values()) == set(_MALTBY_HEADINGS.values())
    words = words_by_section(plan)
    for section, counted in _MALTBY_WORDS.items():
        assert words[section] == pytest.approx(counted, rel=0.09), section
    # Counted by hand, 4a held the introduction to the specialist options, which is in the inbox.
    assert words["specialist-1"] + words["specialist-2"] == pytest.approx(467, rel=0.09)
    assert {placed.section for placed in plan.placed if placed.part == "reflection"} == {
        "1c",
        "2b",
        "3a",
        "4a",
    }
    assert plan.pathway == "cmalt"


@pytest.mark.parametrize("source", _MALTBY_SOURCES)
def test_an_undivided_core_area_goes_whole_to_its_first_section(
    portfolios: Path, cmalt_2019: Framework, account: Account, source: str
) -> None:
    plan = account(read_sources([portfolios / source]), cmalt_2019)
    wider = [placed for placed in plan.placed if placed.section == "3a"]
    assert sum(placed.words for placed in wider) == pytest.approx(399, rel=0.09)
    assert all(placed.confidence <= 0.5 for placed in wider)
    assert not [placed for placed in plan.placed if placed.section == "3b"]


def test_pictures_inside_links_are_one_item(
    portfolios: Path, cmalt_2016: Framework, account: Account
) -> None:
    plan = account(read_sources([portfolios / "maltby/single-page-2018/cmalt.md"]), cmalt_2016)
    kinds = Counter(item.kind for item in plan.evidence)
    assert (kinds["image"], kinds["video"]) == (11, 1)
    assert not [item for item in plan.evidence if "#" in item.target]
    assert any("/images/learningtechnologies.png" in warning for warning in plan.warnings)


def test_pictures_are_found_above_the_document_when_the_folder_is_the_source(
    portfolios: Path, cmalt_2016: Framework, account: Account
) -> None:
    plan = account(read_sources([portfolios / "maltby"]), cmalt_2016)
    local = [item for item in plan.evidence if item.local is not None]
    assert {item.local.name for item in local if item.local} == {
        "three-es.png",
        "models.png",
        "video.png",
        "graph.png",
    }
    text = "".join(placed.text for placed in plan.placed)
    for item in local:
        assert f"](evidence/files/{item.id}.png)" in text
