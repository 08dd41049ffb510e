"""However people title their sections and parts, the text lands where it belongs."""

from collections.abc import Callable

import pytest

from cmalt_tui.intake import plan_portfolio
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.import_plan import ImportPlan

Planned = Callable[..., ImportPlan]


def places(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(placed.section, placed.part) for placed in plan.placed]


def text_of(plan: ImportPlan, section: str, part: str) -> str:
    return "\n".join(one.text for one in plan.placed if (one.section, one.part) == (section, part))


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("1a) Technology Constraints", "1a"),
        ("1a: What machines can't do for us", "1a"),
        ("1a. My own words for it", "1a"),
        ("1.a Choosing between two", "1a"),
        ("1a – Weighing tools", "1a"),
        ("1a - Weighing tools", "1a"),
        ("1c Bringing lecturers along", "1c"),
        ("Section 1a: Weighing tools", "1a"),
        ("Core Area 1a: Weighing tools", "1a"),
        ("An understanding of the constraints and benefits of different technology", "1a"),
        ("Technology Constraints", "1a"),
        ("Technical knowledge and ability in the user of learning technology", "1b"),
        ("Tecnical knowledge and abillity in the use of learning technology", "1b"),
        ("Supporting the deployment", "1c"),
        ("Teaching, learning and/or assessment processes", "2a"),
        ("Teaching, learning & assessment processes", "2a"),
        ("Target Learners", "2b"),
        ("Understanding my Target Learners", "2b"),
        ("3a: Legislation", "3a"),
        ("Policies & Standards", "3b"),
        ("4 Communication", "4a"),
        ("4a Communication", "4a"),
        ("Core Area 4: Working With Others", "4a"),
        ("Specialist Area 1 - Podcasts", "specialist-1"),
        ("Specialist option(s)", "specialist-1"),
        ("5a: Specialist Area 1", "specialist-1"),
        ("Advanced area: Leading a network", "advanced-1"),
        ("1.1 Contextual statement", "context"),
        ("Contextual Statement", "context"),
        ("Future plans", "future"),
        ("Confirmation", "confirmation"),
    ],
)
def test_a_heading_names_its_section(planned: Planned, heading: str, section: str) -> None:
    plan = planned(f"# My portfolio\n\n## {heading}\n\nWe moved the quiz bank to open software.\n")
    assert [placed.section for placed in plan.placed] == [section]
    assert plan.placed[0].confidence > 0.7
    assert "quiz bank" in plan.placed[0].text
    assert heading not in plan.placed[0].text


@pytest.mark.parametrize(
    "heading",
    [
        "Assessment",
        "Learning technologies at my college",
        "References",
        "A 3 a day habit",
        "Digital accessibility",
    ],
)
def test_a_heading_that_only_sounds_like_a_section_is_none(planned: Planned, heading: str) -> None:
    plan = planned(f"# My portfolio\n\n## {heading}\n\nWe moved the quiz bank to open software.\n")
    assert not plan.placed
    assert heading in "".join(unplaced.text for unplaced in plan.unplaced)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Description", "description"),
        ("1a Description", "description"),
        ("Description and Outcomes:", "description"),
        ("Reflection", "reflection"),
        ("Reflection Core Area 1a", "reflection"),
        ("Reflective Analysis", "reflection"),
        ("Reflection: what the pilot taught me", "reflection"),
        ("Evidence (Expanded)", "evidence"),
        ("Evidence for 1a", "evidence"),
        ("Appendices", "evidence"),
    ],
)
@pytest.mark.parametrize("form", ["### {}", "**{}**", "***{}***"])
def test_a_heading_names_its_part(planned: Planned, heading: str, part: str, form: str) -> None:
    shape = form.format(heading)
    plan = planned(f"## 1a) Constraints\n\nFirst words.\n\n{shape}\n\nThe bank had grown stale.\n")
    assert places(plan)[-1] == ("1a", part)
    assert "stale" in plan.placed[-1].text


def test_a_part_named_in_bold_at_the_start_of_a_paragraph(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\n**Description and Outcomes:** We chose a quiz tool.\n\n**Reflection:** I "
        "chose too fast.\n"
    )
    assert places(plan) == [("1a", "description"), ("1a", "reflection")]
    assert plan.placed[0].text == "We chose a quiz tool.\n"
    assert plan.placed[1].text == "I chose too fast.\n"


def test_a_letter_alone_counts_within_its_core_area(planned: Planned) -> None:
    plan = planned(
        "# Core Area 1: Operational issues\n\n## a) Weighing tools\n\nOne.\n\n## b. Mending "
        "them\n\nTwo.\n\n"
        "# Core Area 2\n\n## a) How people learn here\n\nThree.\n\n## b) Who they are\n\nFour.\n"
    )
    assert [placed.section for placed in plan.placed] == ["1a", "1b", "2a", "2b"]


def test_sections_named_by_bold_paragraphs_only(planned: Planned) -> None:
    plan = planned(
        "**Contextual Statement**\n\nI work at a college.\n\n***1a) Constraints and "
        "benefits***\n\nWe chose.\n\n"
        "**Reflection**\n\nI chose too fast.\n\n**Future plans**\n\nI will write.\n"
    )
    assert places(plan) == [
        ("context", "statement"),
        ("1a", "description"),
        ("1a", "reflection"),
        ("future", "statement"),
    ]


def test_bold_text_that_names_nothing_stays_text(planned: Planned) -> None:
    plan = planned("## 1a\n\n**A pilot with two classes**\n\nWe chose.\n")
    assert plan.placed[0].text == "**A pilot with two classes**\n\nWe chose.\n"


def test_a_wrong_code_gives_way_to_the_full_title(planned: Planned) -> None:
    plan = planned(
        "## 1b - An understanding of the constraints and benefits of different technologies\n\n"
        "We chose.\n"
    )
    assert [placed.section for placed in plan.placed] == ["1a"]
    assert plan.placed[0].confidence < 0.8


def test_two_headings_for_one_section_are_one(planned: Planned) -> None:
    plan = planned(
        "## Core Area 4: Communication\n\n### 4a) Communication and working with others\n\nWe "
        "meet on Fridays.\n"
    )
    assert places(plan) == [("4a", "description")]
    assert plan.placed[0].text == "We meet on Fridays.\n"


def test_a_section_under_its_sibling_is_found(planned: Planned) -> None:
    plan = planned(
        "## 1a) Constraints\n\nOne.\n\n### 1b) Technical knowledge\n\nTwo.\n\n### 1c) "
        "Deployment\n\nThree.\n"
    )
    assert [placed.section for placed in plan.placed] == ["1a", "1b", "1c"]


def test_parts_on_the_same_level_as_sections(planned: Planned) -> None:
    plan = planned(
        "## 1a) Constraints\n\nOne.\n\n## Reflection\n\nTwo.\n\n## Evidence\n\n- "
        "[Report](https://example.org/r.pdf) shows it.\n\n"
        "## A closing word\n\nThree.\n\n## 1b) Technical knowledge\n\nFour.\n"
    )
    assert places(plan) == [
        ("1a", "description"),
        ("1a", "reflection"),
        ("1a", "evidence"),
        ("1a", "description"),
        ("1b", "description"),
    ]
    assert plan.placed[3].confidence < plan.placed[0].confidence


def test_own_sub_headings_stay_in_the_text(planned: Planned) -> None:
    plan = planned(
        "# 1a) Constraints\n\nOne.\n\n## The pilot\n\nTwo.\n\n### Its second half\n\nThree.\n"
    )
    assert (
        plan.placed[0].text == "One.\n\n### The pilot\n\nTwo.\n\n#### Its second half\n\nThree.\n"
    )


def test_a_general_word_inside_a_section_opens_no_other(planned: Planned) -> None:
    plan = planned(
        "## 1a) Constraints\n\n### Background\n\nOne.\n\n### Context\n\nTwo.\n\n### "
        "Communication\n\nThree.\n"
    )
    assert [placed.section for placed in plan.placed] == ["1a"]


def test_text_after_the_last_section_is_kept_apart(planned: Planned) -> None:
    plan = planned("## Future plans\n\nI will write.\n\n## Thanks\n\nTo all who helped.\n")
    assert [unplaced.heading for unplaced in plan.unplaced] == ["Thanks"]


@pytest.mark.parametrize(
    "text",
    [
        "## Specialist Area 1 - Podcasts\n\nOne.\n\n## Specialist Area 2: Mentoring\n\nTwo.\n",
        "## Specialist options\n\n### Podcasts\n\nOne.\n\n### Mentoring\n\nTwo.\n",
        "## Specialist options\n\n## 5a: Specialist Area: Podcasts\n\nOne.\n\n"
        "## 5b: Specialist Area: Mentoring\n\nTwo.\n",
        "## Specialist Area: Podcasts\n\nOne.\n\n### Reflection\n\nDeep.\n\n## Specialist Area: "
        "Mentoring\n\nTwo.\n",
    ],
)
def test_specialist_options_are_numbered(planned: Planned, text: str) -> None:
    plan = planned(text)
    titles = {
        placed.section: placed.title
        for placed in plan.placed
        if placed.part == "description" and placed.text
    }
    assert titles == {"specialist-1": "Podcasts", "specialist-2": "Mentoring"}


def test_one_specialist_option_with_sub_headings_of_its_own(planned: Planned) -> None:
    plan = planned(
        "## Specialist options\n\n### Description\n\nOne.\n\n### Reflection\n\nTwo.\n\n### "
        "Evidence\n\n- A report\n"
    )
    assert {placed.section for placed in plan.placed} == {"specialist-1"}
    assert {part for _, part in places(plan)} == {"description", "reflection", "evidence"}


def test_several_reflections_are_told_apart(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\nOne.\n\n### Reflection on the pilot\n\nTwo.\n\n### Reflection on the launch\n"
        "\nThree.\n"
    )
    reflections = [(one.item, one.title) for one in plan.placed if one.part == "reflection"]
    assert reflections == [
        ("reflection-on-the-pilot", "Reflection on the pilot"),
        ("reflection-on-the-launch", "Reflection on the launch"),
    ]


def test_a_quotation_that_reflects_is_the_reflection(planned: Planned) -> None:
    plan = planned(
        "## 1a\n\nWe chose.\n\n> A tool is only as good as its user is.\n>\n> – A. Author\n\nIt "
        "went well.\n\n"
        "> On reflection, I would ask the students first and the vendor last, for they bear it.\n"
    )
    assert places(plan) == [("1a", "description"), ("1a", "reflection")]
    assert "A. Author" in plan.placed[0].text
    assert plan.placed[1].text.startswith("On reflection")


def test_an_undivided_area_of_2016(
    planned: Planned, cmalt_2016: Framework, cmalt_2019: Framework
) -> None:
    text = (
        "## Core Area 3: The Wider Context\n\n### Area 1: Data protection\n\nOne.\n\n"
        "### Area 2: Copyright\n\nTwo.\n"
    )
    old = planned(text, framework=cmalt_2016)
    assert {placed.section for placed in old.placed} == {"3a"}
    assert "Data protection" in old.placed[0].text
    new = planned("## Core Area 3: The Wider Context\n\nOne law.\n", framework=cmalt_2019)
    assert places(new) == [("3a", "description")]
    assert new.placed[0].confidence <= 0.5


def test_the_introduction_of_a_divided_area_goes_to_the_inbox(planned: Planned) -> None:
    plan = planned("## Core Area 1\n\nIn general.\n\n### 1a) Constraints\n\nOne.\n")
    assert plan.unplaced[0].heading == "Core Area 1"
    assert "In general." in plan.unplaced[0].text


@pytest.mark.parametrize(
    ("text", "pathway"),
    [
        ("## 1a\n\nOne.\n", "cmalt"),
        (
            "".join(
                f"## {code}\n\nText.\n\n"
                for code in ("1a", "1b", "1c", "2a", "2b", "3a", "3b", "4a")
            ),
            "associate",
        ),
        ("## 1a\n\nOne.\n\n## Specialist area: Podcasts\n\nTwo.\n", "cmalt"),
        ("## Specialist area: Podcasts\n\nOne.\n\n## Advanced area: Leading\n\nTwo.\n", "senior"),
    ],
)
def test_the_pathway_is_guessed(planned: Planned, text: str, pathway: str) -> None:
    assert planned(text).pathway == pathway


def test_bold_headings_that_repeat_the_code(planned: Planned) -> None:
    plan = planned(
        "## Core Area 1a: Understanding constraints and benefits\n\nIn short.\n\n"
        "***Core Area 1a - Case i: Slides or polls***\n\nWe polled.\n\n"
        "***Core Area 1a Reflections***\n\nPolls tire.\n\n***Core Area 1a References***\n\n- A "
        "study.\n"
    )
    assert places(plan) == [("1a", "description"), ("1a", "reflection"), ("1a", "description")]
    assert "***Core Area 1a - Case i: Slides or polls***\n\nWe polled." in plan.placed[0].text
    assert plan.placed[1].text == "Polls tire.\n"
    assert "References" in plan.placed[2].text


def test_an_own_title_behind_a_code_is_kept(planned: Planned) -> None:
    plan = planned("## 1a: What machines can't do for us\n\nWe chose.\n")
    assert plan.placed[0].title == "What machines can't do for us"
    assert plan_portfolio(plan).sections["1a"].title == "What machines can't do for us"


def test_the_bare_heading_of_an_area_is_no_inbox_item(planned: Planned) -> None:
    plan = planned("# Core Area 1: Operational issues\n\n## 1a) Constraints\n\nOne.\n")
    assert not plan.unplaced
    assert (plan.placed[0].heading, plan.placed[0].words) == ("1a) Constraints", 8)
