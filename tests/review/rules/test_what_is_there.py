"""STR-1, STR-2, STR-3, STR-6: what has to be there, and how often."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.portfolio import BrokenFile, EvidenceUse, Reflection, Section
from cmalt_tui.problems import Problem
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.rules.structure import (
    broken_files,
    counting,
    missing_parts,
    required_sections,
)
from tests.review.rules.whole_example import found, graded, whole, with_part, without

SECTIONS, PARTS = required_sections.RULE, missing_parts.RULE
COUNTS, BROKEN = counting.RULE, broken_files.RULE


@pytest.mark.parametrize("rule", [SECTIONS, PARTS, COUNTS, BROKEN], ids=lambda rule: rule.id)
def test_a_whole_portfolio_is_passed_over(rule: object) -> None:
    assert found(rule, whole()) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("section", ["context", "1a", "3b", "specialist-1", "future"])
def test_an_empty_section_is_told(section: str) -> None:
    (finding,) = found(SECTIONS, without(whole(), section))
    assert finding[:3] == ("STR-1", Level.ERROR, section)
    begun = with_part(whole(), section, description="", statement="", reflections=(), evidence=())
    assert [one.section for one in found(SECTIONS, begun)] == [section]


def test_prompts_and_private_words_alone_are_no_text() -> None:
    for text in ("<!-- ? What did you do? -->", "[[private: ask Ilse]]", " \n "):
        (finding,) = found(SECTIONS, with_part(whole(), "context", statement=text))
        assert finding.section == "context"


def test_a_section_that_the_pathway_leaves_out_is_not_missed() -> None:
    assert found(SECTIONS, without(whole("associate"), "specialist-1")) == []


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("description", {"description": "<!-- nothing -->"}),
        ("evidence", {"evidence": ()}),
        ("reflection", {"reflections": (Reflection("glue", "Glue", "  "),)}),
    ],
)
def test_a_part_that_is_missing_is_told_with_a_question(
    part: str, changed: dict[str, object]
) -> None:
    (finding,) = found(PARTS, with_part(whole(), "2b", **changed))
    assert finding[:4] == ("STR-2", Level.ERROR, "2b", part)
    assert finding.message == f"2b has no {part} yet."
    assert finding.question.endswith("?")


def test_an_empty_section_misses_no_parts() -> None:
    assert found(PARTS, without(whole(), "2b")) == []


def test_senior_asks_for_a_policy_where_cmalt_takes_a_second_law() -> None:
    two_laws = with_part(whole(), "3b", topic="legislation")
    assert found(COUNTS, two_laws) == []
    senior = replace(two_laws, pathway="senior")
    told = [one for one in found(COUNTS, senior) if one.section == "3b"]
    assert [one.level for one in told] == [Level.ERROR]
    assert "asks for a policy or standard; 0 can be counted. 3b is marked as a law." in (
        told[0].message
    )
    mended = with_part(senior, "3b", topic="policy")
    assert not [one for one in found(COUNTS, mended) if one.section == "3b"]


def test_a_topic_that_does_not_fit_its_section_is_not_counted() -> None:
    asked, missed = found(COUNTS, with_part(whole(), "3a", topic="policy"))
    assert (asked.level, asked.section) == (Level.HINT, "3b")
    assert "3b doesn't say what it is about" in asked.message
    assert (missed.level, missed.section) == (Level.ERROR, "3a")
    assert "3a is marked as a policy or standard" in missed.message


def test_senior_asks_for_two_options_an_advanced_area_and_two_examples() -> None:
    senior = replace(whole(), pathway="senior")
    messages = [one.message for one in found(COUNTS, senior)]
    assert any("2 specialist options; 1 is written" in one for one in messages)
    assert any("at least 2 examples. Counted were 1 reflection" in one for one in messages)
    assert [one.section for one in found(SECTIONS, senior)] == ["advanced-1"]
    two = Reflection("paste", "Paste", "It held.")
    full = with_part(senior, "4a", reflections=(*senior.section("4a").reflections, two))
    full = full.with_section(graded("specialist-2")).with_section(graded("advanced-1"))
    assert found(COUNTS, full) == []


def test_headings_of_the_description_count_as_examples() -> None:
    text = "## The bench\n\nI led it.\n\n## The press\n\nI joined it."
    senior = with_part(replace(whole(), pathway="senior"), "4a", description=text)
    assert not [one for one in found(COUNTS, senior) if one.section == "4a"]


def test_more_options_than_there_is_room_for_are_a_warning() -> None:
    many = whole()
    for number in (2, 3):
        many = many.with_section(graded(f"specialist-{number}"))
    (finding,) = found(COUNTS, many)
    assert (finding.level, finding.section) == (Level.WARNING, "specialist-3")


def test_the_old_framework_counts_two_areas_in_one_section() -> None:
    old = without(whole("cmalt", "cmalt-2016"), "3b")
    (finding,) = found(COUNTS, old)
    assert (finding.section, finding.level) == ("3a", Level.ERROR)


def test_a_file_that_cannot_be_read_is_told_and_its_section_is_not_called_empty() -> None:
    problem = Problem("is no valid TOML", "Mend that line.", line=3)
    broken = (
        BrokenFile(PurePosixPath("sections/1b.toml"), problem),
        BrokenFile(PurePosixPath("evidence/torn.toml"), Problem("is not UTF-8 text")),
    )
    torn = replace(without(whole(), "1b"), broken=broken)
    first, second = found(BROKEN, torn)
    assert first[:3] == ("STR-6", Level.ERROR, "1b")
    assert "sections/1b.toml can't be read, line 3: is no valid TOML. Mend" in first.message
    assert (second.section, "evidence/torn.toml" in second.message) == ("", True)
    assert found(SECTIONS, torn) == []
    assert [one.section for one in found(BROKEN, torn, section_id="1b")] == ["1b"]
    assert len(found(BROKEN, torn, Purpose.PUBLIC)) == 2


def test_evidence_without_text_is_a_section_that_was_begun() -> None:
    only = Section("1c", evidence=(EvidenceUse("bench", "All."),))
    mine = whole().with_section(only)
    assert found(SECTIONS, mine) == []
    assert [one.part for one in found(PARTS, mine)] == ["description", "reflection"]
