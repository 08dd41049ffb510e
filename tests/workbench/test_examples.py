"""Sources of every kind become passages, and only what an author shows."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cmalt_tui.model.framework import Framework
from cmalt_tui.model.passage import SearchFilter
from cmalt_tui.model.portfolio import Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.examples import Examples


def test_a_portfolio_gives_what_its_pathway_shows(
    examples: Examples, framework: Framework, places: Places, tmp_path: Path
) -> None:
    folder = new_portfolio(tmp_path / "mine", places, title="Tides", author="Ada Example")
    desk = open_desk(folder, places)
    reflection = Reflection("first", text="I would ask the harbour first.")
    written = Section("1a", description="Tablets at the quay.", reflections=(reflection,))
    private = replace(written, note="Zebra must never leave.")
    portfolio = desk.portfolio.with_section(private)
    parked = Section("advanced-1", description="Walrus is parked here.")
    desk.change(portfolio.with_section(parked))
    desk.save()

    (added,) = examples.add([folder], framework)

    assert (added.title, added.passages) == ("Tides", 2)
    (hit,) = examples.search("harbour").hits
    assert (hit.passage.section, hit.passage.part) == ("1a", "reflection")
    assert hit.passage.origin.author == "Ada Example"
    assert examples.search("zebra").hits == ()
    assert examples.search("walrus").hits == ()


def test_a_document_with_a_source_file_beside_it(
    examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "page.md").write_text(
        "# My portfolio\n\n## 1a Constraints\n\nLanterns at the quay.\n"
    )
    (folder / "source.toml").write_text(
        'author = "Sol Example"\nlicence = "CC BY 4.0"\nurl = "https://example.org/sol"\n'
        'sector = "museum"\nyear = 2024\n'
    )
    examples.add([folder / "page.md"], framework)
    (hit,) = examples.search("lanterns", only=SearchFilter(section="1a")).hits
    origin = hit.passage.origin
    assert (origin.author, origin.licence, origin.sector, origin.year) == (
        "Sol Example",
        "CC BY 4.0",
        "museum",
        2024,
    )


def test_a_broken_line_lets_nothing_in(
    examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    good = json.dumps({"portfolio": "Tides", "text": "Lanterns at the quay."})
    file = tmp_path / "bad.jsonl"
    file.write_text(f"{good}\nnot JSON\n")
    with pytest.raises(InputProblem) as refused:
        examples.add([file], framework)
    assert refused.value.problem.line == 2
    assert examples.is_empty


def test_a_document_without_sections_is_refused(
    examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    file = tmp_path / "shopping.md"
    file.write_text("Milk and bread.\n")
    with pytest.raises(InputProblem, match="no text that belongs to a section"):
        examples.add([file], framework)


def test_the_samples_come_in_whole(examples: Examples) -> None:
    added = examples.add_samples()
    assert len(added) >= 10
    assert sum(one.passages for one in added) >= 200
    assert examples.search("refelction").corrected == {"refelction": ("reflection",)}


def test_a_licence_is_never_borrowed_from_another_portfolio_in_the_same_file(
    examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    lines = (
        {"portfolio": "Open", "author": "Sol", "licence": "CC BY 4.0", "text": "Kites are shared."},
        {"portfolio": "Closed", "text": "Lanterns are not."},
    )
    file = tmp_path / "two.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))

    examples.add([file], framework)

    (hit,) = examples.search("lanterns").hits
    assert (hit.passage.origin.licence, hit.passage.origin.author) == ("", "")


def test_what_is_said_beside_a_file_holds_for_every_portfolio_in_it(
    examples: Examples, framework: Framework, tmp_path: Path
) -> None:
    lines = ({"portfolio": "One", "text": "Kites."}, {"portfolio": "Two", "text": "Lanterns."})
    (tmp_path / "two.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (tmp_path / "two.source.toml").write_text('title = "Both"\nlicence = "CC0"\n')

    examples.add([tmp_path / "two.jsonl"], framework)

    found = [examples.search(word).hits[0].passage.origin for word in ("kites", "lanterns")]
    assert [(one.portfolio, one.licence) for one in found] == [("One", "CC0"), ("Two", "CC0")]
