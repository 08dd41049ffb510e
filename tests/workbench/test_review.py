"""A review joins the rules with the portfolio, its framework and the examples."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.progress import Cancelled, Progress
from cmalt_tui.review.dismissing import with_dismissed
from cmalt_tui.settings import Settings
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.review import findings_as_json, review_of, section_file
from cmalt_tui.workbench.review_choices import NO_CHOICES, review_choices

THEIRS = "The lantern on the quay told the ferry where grey herons had wintered."


@pytest.fixture
def examples(places: Places, framework: Framework, tmp_path: Path) -> Examples:
    title = framework.sections[1].title
    file = tmp_path / "theirs.jsonl"
    lines = [
        {"portfolio": "Tides", "author": "Sol Example", "section": "1a", "text": THEIRS},
        {"portfolio": "Tides", "author": "Sol Example", "text": f"Here: {title}, as it is named."},
    ]
    file.write_text("\n".join(map(json.dumps, lines)))
    made = Examples(places)
    made.add([file], framework)
    return made


def portfolio(*sections: Section, author: str = "Ada Example") -> Portfolio:
    made = Portfolio("Mine", author, "cmalt-2019", "cmalt")
    return replace(made, sections={section.id: section for section in sections})


def overlaps_in(
    mine: Portfolio, framework: Framework, examples: Examples, section_id: str = ""
) -> tuple[Finding, ...]:
    return review_of(mine, framework, examples, section_id=section_id, rules=("DUP-2",)).open


def places_of(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.section, finding.part, finding.item) for finding in findings]


def test_every_text_that_is_shown_is_looked_at(examples: Examples, framework: Framework) -> None:
    copied = f"I saw it. {THEIRS}"
    mine = portfolio(
        Section("context", statement=copied),
        Section(
            "1a",
            description="My own words of the harbour.",
            reflections=(Reflection("first", text="Nothing."), Reflection("tide", text=copied)),
            evidence=(EvidenceUse("map", copied),),
            note=copied,
        ),
        Section("advanced-1", description=copied),
    )
    found = overlaps_in(mine, framework, examples)
    assert places_of(found) == [
        ("context", "statement", ""),
        ("1a", "reflection", "tide"),
        ("1a", "evidence", "map"),
    ]
    assert {(finding.level, finding.start) for finding in found} == {(Level.WARNING, 10)}
    assert found[0].message == (
        '13 words in a row also stand in "Tides" by Sol Example (1a, all rights reserved).'
    )


def test_one_section_one_rule_or_none(examples: Examples, framework: Framework) -> None:
    mine = portfolio(Section("1a", description=THEIRS), Section("1b", description=THEIRS))
    assert places_of(overlaps_in(mine, framework, examples, "1b")) == [("1b", "description", "")]
    others = review_of(mine, framework, examples, rules=("STR-2",)).open
    assert {finding.rule for finding in others} == {"STR-2"}
    all_of_one = review_of(mine, framework, examples, section_id="1b").open
    assert {finding.section for finding in all_of_one} == {"1b"}
    assert {"DUP-2", "STR-2"} <= {finding.rule for finding in all_of_one}


def test_what_the_framework_says_is_no_copying(examples: Examples, framework: Framework) -> None:
    title = framework.sections[1].title
    assert overlaps_in(portfolio(Section("1a", description=title)), framework, examples) == ()


def test_ones_own_passages_are_no_copying(examples: Examples, framework: Framework) -> None:
    mine = portfolio(Section("1a", description=THEIRS), author="sol example")
    assert overlaps_in(mine, framework, examples) == ()


def test_no_examples_no_findings(places: Places, framework: Framework) -> None:
    mine = portfolio(Section("1a", description=THEIRS))
    assert overlaps_in(mine, framework, Examples(places)) == ()


def test_a_review_can_be_stopped_among_its_rules_and_within_the_comparing(
    examples: Examples, framework: Framework
) -> None:
    mine = portfolio(Section("1a", description=THEIRS))
    for where in ("Looking for: a required section", "Compar"):

        def stop(progress: Progress, where: str = where) -> None:
            if progress.what.startswith(where):
                raise Cancelled

        with pytest.raises(Cancelled):
            review_of(mine, framework, examples, report=stop)


def test_the_graver_comes_first_within_a_section(examples: Examples, framework: Framework) -> None:
    mine = portfolio(Section("1a", description=f"TODO {THEIRS}"), Section("context"))
    found = review_of(mine, framework, examples).open
    levels = [finding.level for finding in found if finding.section == "1a"]
    assert levels == sorted(levels, key=list(Level).index)
    assert {Level.ERROR, Level.WARNING} <= set(levels)


def test_rules_can_be_switched_off_and_are_run_when_they_are_named(
    places: Places, framework: Framework
) -> None:
    choices = review_choices(Settings(rules_off=("str-2", "STR-22")))
    (problem,) = choices.problems
    assert "“STR-22”" in problem.message
    assert "STR-2" in problem.way_out
    mine, none = portfolio(Section("1a", description="Ours.")), Examples(places)
    rules = {finding.rule for finding in review_of(mine, framework, none, choices=choices).open}
    assert "STR-2" not in rules
    assert "STR-1" in rules
    named = review_of(mine, framework, none, choices=choices, rules=("STR-2",)).open
    assert {finding.rule for finding in named} == {"STR-2"}


def test_bounds_come_from_the_settings(places: Places, framework: Framework) -> None:
    assert review_choices(Settings()) == NO_CHOICES
    item = EvidenceItem("map", "The map", date=date(2025, 1, 1), permission="own")
    section = Section("1a", description="Ours.", evidence=(EvidenceUse("map", "All of it."),))
    mine, none = portfolio(section).with_evidence(item), Examples(places)

    def is_old(months: int) -> bool:
        choices = review_choices(Settings(evidence_months=months))
        found = review_of(
            mine, framework, none, today=date(2026, 1, 1), rules=("EVI-4",), choices=choices
        )
        return bool(found.open)

    assert is_old(11)
    assert not is_old(13)


def test_files_are_looked_at_where_the_folder_is_known(
    places: Places, framework: Framework, tmp_path: Path
) -> None:
    item = EvidenceItem("map", "The map", file="files/map.pdf", permission="own")
    section = Section("1a", description="Ours.", evidence=(EvidenceUse("map", "All of it."),))
    mine, none = portfolio(section).with_evidence(item), Examples(places)
    for section_id in ("", "1a"):
        asked = {"section_id": section_id, "rules": ("EVI-1",)}
        assert review_of(mine, framework, none, **asked).open == ()
        (found,) = review_of(mine, framework, none, folder=tmp_path, **asked).open
        assert (found.level, found.item) == (Level.ERROR, "map")
        assert review_of(mine, framework, none, folder=tmp_path, section_id="1b").open == ()


def test_what_was_dismissed_is_told_apart(places: Places, framework: Framework) -> None:
    mine, none = portfolio(Section("1a", description="Ours.")), Examples(places)
    (first, *_) = review_of(mine, framework, none, rules=("STR-2",)).open
    answered = with_dismissed(mine, first, "It is in 1b.", date(2026, 1, 1))
    found = review_of(answered, framework, none, rules=("STR-2",))
    assert first not in found.open
    told = findings_as_json(found, dismissed=True)
    (listed,) = json.loads(json.dumps(told))["dismissed"]
    assert (listed["rule"], listed["reason"], listed["on"]) == (
        "STR-2", "It is in 1b.", "2026-01-01",
    )  # fmt: skip
    assert "dismissed" not in findings_as_json(found)


def test_the_sample_portfolio_copies_nothing(places: Places, framework: Framework) -> None:
    from cmalt_tui.places import shipped
    from cmalt_tui.workbench.desk import open_desk

    examples = Examples(places)
    examples.add_samples()
    desk = open_desk(shipped("samples") / "portfolio", places)
    assert overlaps_in(desk.portfolio, desk.framework, examples) == ()


def test_the_json_counts_all_levels(examples: Examples, framework: Framework) -> None:
    mine = portfolio(Section("1a", description=THEIRS))
    found = review_of(mine, framework, examples, rules=("DUP-2",))
    told = findings_as_json(found)
    assert told["counts"] == {"error": 0, "warn": 1, "info": 0}
    (listed,) = json.loads(json.dumps(told))["findings"]
    assert list(listed) == [
        *("rule", "level", "section", "part", "item", "message", "question", "quote")
    ]
    assert (listed["rule"], listed["level"], listed["quote"]) == ("DUP-2", "warn", THEIRS[:-1])


def test_a_section_lies_in_its_file() -> None:
    assert section_file("specialist-1") == "sections/specialist-1.toml"
