"""The frameworks that come with the program say what the standards say."""

import pytest

from cmalt_tui.frameworks import list_frameworks, load_framework
from cmalt_tui.model.framework import Framework, FrameworkSection, Kind, Verified
from cmalt_tui.places import Places

SHIPPED = ("cmalt-2016", "cmalt-2019", "cmalt-review", "psf2023-d2")
CORE = ["ca1", "1a", "1b", "1c", "ca2", "2a", "2b", "ca3", "3a", "3b", "ca4", "4a"]


def section(framework: Framework, pathway_id: str, section_id: str) -> FrameworkSection:
    found = [one for one in framework.pathway(pathway_id).sections if one.id == section_id]
    assert len(found) == 1
    return found[0]


def ids(framework: Framework, pathway_id: str) -> list[str]:
    return [one.id for one in framework.pathway(pathway_id).sections]


@pytest.fixture
def cmalt(places: Places) -> Framework:
    return load_framework("cmalt-2019", places)


def test_all_shipped_frameworks_are_listed_without_a_problem(places: Places) -> None:
    listed = list_frameworks(places)
    assert tuple(one.id for one in listed) == SHIPPED
    assert all(one.problem is None and not one.own and one.title and one.body for one in listed)
    sure = {one.id: one.verified for one in listed}
    assert sure["cmalt-2019"] is Verified.PRIMARY
    assert sure["psf2023-d2"] is Verified.ACCOUNT


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_every_section_helps_its_writer(framework_id: str, places: Places) -> None:
    framework = load_framework(framework_id, places)
    for one in framework.sections:
        assert 0 < len(one.short_title) <= 28, one.id
        assert one.guidance, one.id
        assert one.aliases, one.id
        if one.kind is not Kind.AREA:
            assert 3 <= len(one.prompts) <= 6, one.id
        graded = one.kind in (Kind.CRITERION, Kind.REPEAT)
        assert one.graded == graded
        assert one.parts == (("description", "evidence", "reflection") if graded else ())
    for part in framework.parts:
        assert part.ask
        assert 3 <= len(part.prompts) <= 8


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_no_alias_leads_to_two_criteria(framework_id: str, places: Places) -> None:
    seen: dict[str, str] = {}
    for one in load_framework(framework_id, places).sections:
        if one.kind is not Kind.AREA:
            for alias in {name.lower() for name in (one.id, one.title, *one.aliases)}:
                assert seen.setdefault(alias, one.id) == one.id, alias


def test_each_pathway_has_its_sections(cmalt: Framework) -> None:
    end = ["future", "confirmation"]
    assert ids(cmalt, "associate") == ["context", *CORE, *end]
    assert ids(cmalt, "cmalt") == ["context", *CORE, "specialist", *end]
    assert ids(cmalt, "senior") == ["context", *CORE, "specialist", "advanced", *end]
    assert cmalt.default_pathway.id == "cmalt"
    assert [one.postnominal for one in cmalt.pathways] == ["ACMALT", "CMALT", "SCMALT"]


def test_senior_asks_for_more(cmalt: Framework) -> None:
    assert section(cmalt, "senior", "specialist").least == 2
    assert section(cmalt, "senior", "advanced").least == 1
    assert section(cmalt, "senior", "3b").accepts == ("policy",)
    assert section(cmalt, "senior", "4a").least_examples == 2
    assert section(cmalt, "cmalt", "specialist").least == 1
    assert section(cmalt, "cmalt", "3b").accepts == ("policy", "legislation")
    assert section(cmalt, "cmalt", "4a").least_examples == 1


def test_only_cmalt_names_a_length_for_future_plans(cmalt: Framework) -> None:
    lengths = {
        pathway.id: (one.least_words, one.most_words)
        for pathway in cmalt.pathways
        for one in pathway.sections
        if one.id == "future"
    }
    assert lengths == {"associate": (None, None), "cmalt": (200, 500), "senior": (None, None)}


def test_core_area_3_counts_differ_by_pathway(cmalt: Framework) -> None:
    rules = {pathway.id: pathway.rules for pathway in cmalt.pathways}
    assert [(rule.area, dict(rule.counts)) for rule in rules["cmalt"]] == [
        ("ca3", {"legislation": 1, "total": 2})
    ]
    assert dict(rules["senior"][0].counts) == {"legislation": 1, "policy": 1}
    assert rules["associate"][0].verified is Verified.UNKNOWN
    assert section(cmalt, "associate", "3a").verified is Verified.UNKNOWN


def test_the_four_principles_read_as_in_the_form_of_2026(cmalt: Framework) -> None:
    assert [(one.code, one.title) for one in cmalt.principles] == [
        (
            "P1",
            "A commitment to exploring and understanding the interplay between technology"
            " and learning.",
        ),
        ("P2", "A commitment to keep up to date with new technologies."),
        (
            "P3",
            "An empathy with and willingness to learn from colleagues from different"
            " backgrounds and specialisms.",
        ),
        ("P4", "A commitment to communicate and disseminate effective practice."),
    ]
    assert cmalt.principles[2].aliases[0].endswith("specialist options.")
    assert cmalt.grades.scale[0] == "Strong"
    assert cmalt.grades.assessors == 2
    assert cmalt.process["package_max_mb"] == 25


def test_2016_is_2019_with_one_criterion_in_core_area_3(places: Places, cmalt: Framework) -> None:
    older = load_framework("cmalt-2016", places)
    core = [one for one in CORE if one != "3b"]
    assert [one.id for one in older.pathways] == ["cmalt"]
    assert ids(older, "cmalt") == ["context", *core, "specialist", "future", "confirmation"]
    law = section(older, "cmalt", "3a")
    assert law.title == "Understanding and engaging with legislation, policies and standards"
    assert law.least_examples == 2
    assert law.accepts == ("legislation", "policy")
    assert older.pathway("cmalt").rules == ()
    assert older.principles[2].title.endswith("specialist options.")
    assert older.grades.scale == ("Strong", "Adequate", "Inadequate")
    assert section(older, "cmalt", "future").most_words is None
    assert section(older, "cmalt", "1a") == section(cmalt, "cmalt", "1a")


def test_the_review_asks_for_three_activities(places: Places) -> None:
    review = load_framework("cmalt-review", places)
    pathway = review.default_pathway
    assert [one.id for one in pathway.sections] == [
        "recent",
        "cpd",
        "activity",
        "future",
        "confirmation",
    ]
    kinds = {one.id: (one.kind, one.least, one.most) for one in pathway.sections}
    assert kinds["cpd"][0] is Kind.LOG
    assert kinds["activity"] == (Kind.REPEAT, 3, None)


def test_a_standard_of_another_shape_fits(places: Places) -> None:
    fellowship = load_framework("psf2023-d2", places)
    assert fellowship.coverage == "all"
    groups = {one.code: one.group for one in fellowship.principles}
    assert list(groups) == ["V1", "V2", "V3", "V4", "V5", "K1", "K2", "K3", "K4", "K5"]
    assert set(groups.values()) == {"Professional Values", "Core Knowledge"}
    areas = [one.id for one in fellowship.default_pathway.sections if one.area == "account"]
    assert areas == ["A1", "A2", "A3", "A4", "A5"]
    statements = section(fellowship, "d2", "statements")
    assert (statements.kind, statements.least) == (Kind.ATTACHMENT, 2)
