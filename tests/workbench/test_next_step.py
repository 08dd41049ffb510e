"""The next step: small, sure of its reasons, and never the same twice where another is as good."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath

import pytest

from cmalt_tui.frameworks.questions import load_questions
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import (
    BrokenFile,
    EvidenceItem,
    EvidenceUse,
    InboxItem,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.model.question import QuestionsByPart
from cmalt_tui.model.text_marks import draft_mark, prompt_marks
from cmalt_tui.places import Places
from cmalt_tui.problems import Problem
from cmalt_tui.workbench.next_step import LONGEST, Step, next_step, next_steps

DAY = date(2026, 11, 22)
EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")
WHOLE = Section(
    "1a",
    status=Status.DONE,
    description="I compared two gauges.",
    evidence=(EvidenceUse("chart"),),
    reflections=(Reflection("first", text="Ask first."),),
)


@pytest.fixture
def questions(framework: Framework, places: Places) -> QuestionsByPart:
    return load_questions(framework.id, places)


def of_section(steps: tuple[Step, ...], section: str) -> list[str]:
    return [step.said for step in steps if step.section == section]


def with_sections(*sections: Section) -> Portfolio:
    return replace(EMPTY, sections={section.id: section for section in sections})


def test_a_blank_text_is_cut_into_bites_of_two_questions(
    framework: Framework, questions: QuestionsByPart
) -> None:
    steps = next_steps(framework, EMPTY, DAY, questions)
    assert of_section(steps, "1b")[:3] == [
        "1b Description: answer the first two questions (20 min)",
        "1b Description: answer the next two questions (20 min)",
        "1b Description: answer the last two questions (20 min)",
    ]
    assert all(0 < step.minutes <= LONGEST and step.why for step in steps)
    assert steps[0].section == "context"
    assert steps == next_steps(framework, EMPTY, DAY, questions)


def test_what_is_begun_comes_before_what_is_not(
    framework: Framework, questions: QuestionsByPart
) -> None:
    described = replace(WHOLE, id="1b", evidence=(), reflections=(), status=Status.DRAFT)
    first, second, *_ = next_steps(framework, with_sections(described), DAY, questions)
    assert first.said == "1b Evidence: choose an item and say what it shows (15 min)"
    assert second.said == "1b Reflection: answer the first two questions (20 min)"
    answered = f"{draft_mark({1, 2}, 6, DAY)}\n\nI use four."
    portfolio = with_sections(described, Section("1c", description=answered))
    first, *_ = next_steps(framework, portfolio, DAY, questions)
    assert first.said == "1c Description: answer the next two questions (20 min)"
    assert first.why == "4 of 6 are still open"
    finished = f"{draft_mark(range(1, 7), 6, DAY)}\n\nI use four."
    portfolio = with_sections(described, Section("1c", description=finished))
    first, *_ = next_steps(framework, portfolio, DAY, questions)
    assert "take their mark out" in first.what and first.section == "1c"


def test_open_prompts_are_named(framework: Framework, questions: QuestionsByPart) -> None:
    text = prompt_marks(["Feelings: What went through you?", "So what? What did it mean?"])
    begun = replace(WHOLE, reflections=(Reflection("first", text=text),))
    first, *_ = next_steps(framework, with_sections(begun), DAY, questions)
    assert "write to “Feelings”, the first of 2 open prompts" in first.said


def test_the_length_that_the_framework_names_is_reached_in_bites(framework: Framework) -> None:
    for words, what in ((50, "write about 150 words more"), (520, "cut about 20 words")):
        future = Section("future", statement="tide " * words)
        steps = next_steps(framework, with_sections(future), DAY)
        assert what in of_section(steps, "future")[0]


def test_permissions_ideas_and_broken_files_are_steps_too(framework: Framework) -> None:
    shown = EvidenceItem("chart", "Tide chart", people=("A student",))
    portfolio = replace(
        with_sections(WHOLE),
        evidence={"chart": shown},
        inbox=(InboxItem("odo", "Ask Odo", "Ask Odo", "idea", "an idea of 22 November"),),
        broken=(BrokenFile(PurePosixPath("sections/1b.toml"), Problem("no TOML")),),
    )
    said = [step.said for step in next_steps(framework, portfolio, DAY)]
    assert said[0] == "1b: mend sections/1b.toml (5 min)"
    assert "Evidence: settle the permission of “Tide chart” (10 min)" in said
    assert "Inbox: find a place for “Ask Odo” (5 min)" in said
    agreed = replace(portfolio, evidence={"chart": replace(shown, permission="granted")})
    assert not any("permission" in step.said for step in next_steps(framework, agreed, DAY))


def test_age_brings_finished_sections_back(framework: Framework) -> None:
    def steps(days: int) -> list[str]:
        touched = {"1a": DAY - timedelta(days=days)}
        return of_section(next_steps(framework, with_sections(WHOLE), DAY, {}, touched), "1a")

    assert steps(30) == []
    assert steps(400) == ["1a: read whether it is still true (5 min)"]
    old = replace(WHOLE, reflections=(Reflection("first", text="Ask.", written=date(2024, 1, 1)),))
    assert of_section(next_steps(framework, with_sections(old), DAY), "1a")


def test_another_one_follows_where_it_is_as_useful(
    framework: Framework, questions: QuestionsByPart
) -> None:
    steps = next_steps(framework, EMPTY, DAY, questions)
    first = next_step(steps)
    assert first == steps[0] and next_step(steps, first) == steps[1]
    alone = replace(EMPTY, broken=(BrokenFile(PurePosixPath("sections/1b.toml"), Problem("no")),))
    steps = next_steps(framework, alone, DAY, questions)
    assert next_step(steps, steps[0]) == steps[0]
    assert next_step(()) is None
