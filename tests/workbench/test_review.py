"""A review joins the rules with the portfolio, its framework and the examples."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.progress import Progress
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.review import findings_as_json, findings_of, section_file

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
    found = findings_of(mine, framework, examples)
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
    assert places_of(findings_of(mine, framework, examples, "1b")) == [("1b", "description", "")]
    assert findings_of(mine, framework, examples, rules=("OTHER-1",)) == ()


def test_what_the_framework_says_is_no_copying(examples: Examples, framework: Framework) -> None:
    title = framework.sections[1].title
    assert findings_of(portfolio(Section("1a", description=title)), framework, examples) == ()


def test_ones_own_passages_are_no_copying(examples: Examples, framework: Framework) -> None:
    mine = portfolio(Section("1a", description=THEIRS), author="sol example")
    assert findings_of(mine, framework, examples) == ()


def test_no_examples_no_findings(places: Places, framework: Framework) -> None:
    told: list[Progress] = []
    mine = portfolio(Section("1a", description=THEIRS))
    assert findings_of(mine, framework, Examples(places), report=told.append) == ()
    assert told == []


def test_the_sample_portfolio_copies_nothing(places: Places, framework: Framework) -> None:
    from cmalt_tui.places import shipped
    from cmalt_tui.workbench.desk import open_desk

    examples = Examples(places)
    examples.add_samples()
    desk = open_desk(shipped("samples") / "portfolio", places)
    assert findings_of(desk.portfolio, desk.framework, examples) == ()


def test_the_json_counts_all_levels(examples: Examples, framework: Framework) -> None:
    found = findings_of(portfolio(Section("1a", description=THEIRS)), framework, examples)
    told = findings_as_json(found)
    assert told["counts"] == {"error": 0, "warn": 1, "info": 0}
    (listed,) = json.loads(json.dumps(told))["findings"]
    assert list(listed) == [
        *("rule", "level", "section", "part", "item", "message", "question", "quote")
    ]
    assert (listed["rule"], listed["level"], listed["quote"]) == ("DUP-2", "warn", THEIRS[:-1])


def test_a_section_lies_in_its_file() -> None:
    assert section_file("specialist-1") == "sections/specialist-1.toml"
