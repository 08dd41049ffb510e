"""What a person keeps of others: a copy beside a section, private, and theirs to change."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import BrokenFile
from cmalt_tui.places import Places
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.example_sources.opening import open_source
from cmalt_tui.workbench.exporting import Format, export_desk
from cmalt_tui.workbench.saved_examples import is_saved, remove_example, save_example
from cmalt_tui.workbench.status_report import status_report

ORIGIN = Origin(
    "A year of pilots",
    author="Wren Holloway",
    source="https://example.org/pilots",
    licence="CC BY 4.0",
    pathway="cmalt",
    sector="Further education",
    year=2024,
)
PASSAGE = Passage(
    "pilots-17", "I had planned it around volunteers.", ORIGIN, "1a", "reflection", "The pilot"
)


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    folder = new_portfolio(tmp_path / "mine", places, title="Mine", author="Ada Example")
    return open_desk(folder, places)


def test_what_is_kept_is_a_copy_with_its_attribution(desk: Desk, places: Places) -> None:
    kept = save_example(desk, PASSAGE, "1a", "reflection", "names who was missing")
    desk.save()

    again = open_desk(desk.folder, places).portfolio

    assert again.examples_of("1a") == (kept,)
    assert kept.id == "the-pilot-wren-holloway"
    assert kept.passage == replace(PASSAGE, works="names who was missing")


def test_keeping_it_again_changes_the_note_whatever_its_id_is_by_then(desk: Desk) -> None:
    first = save_example(desk, PASSAGE, "1a", "reflection", "one thing")
    second = save_example(desk, replace(PASSAGE, id="9-x"), "1a", "reflection", "another thing")

    assert second == replace(first, passage=replace(first.passage, works="another thing"))
    assert desk.portfolio.examples_of("1a") == (second,)


def test_one_passage_can_help_with_two_sections(desk: Desk) -> None:
    one = save_example(desk, PASSAGE, "1a")
    other = save_example(desk, PASSAGE, "specialist-1")

    assert other.id != one.id
    assert is_saved(desk.portfolio, PASSAGE, "1a") == one
    assert is_saved(desk.portfolio, PASSAGE, "specialist-1") == other
    assert is_saved(desk.portfolio, PASSAGE, "specialist-2") is None


def test_keeping_and_removing_are_steps_that_go_back_and_leave_what_was_typed(desk: Desk) -> None:
    kept = save_example(desk, PASSAGE, "1a", works="a note")
    section = replace(desk.portfolio.section("1a"), description="Typed since.")
    desk.change(desk.portfolio.with_section(section))
    save_example(desk, PASSAGE, "1a", works="a better note")
    remove_example(desk, kept.id)
    assert not desk.portfolio.examples

    desk.undo()
    assert desk.portfolio.examples[kept.id].works == "a better note"
    desk.undo()
    assert desk.portfolio.examples[kept.id].works == "a note"
    desk.undo()
    assert not desk.portfolio.examples
    assert desk.portfolio.section("1a").description == "Typed since."


def test_a_file_that_cannot_be_read_keeps_its_name(desk: Desk, places: Places) -> None:
    (desk.folder / "examples").mkdir()
    (desk.folder / "examples/the-pilot-wren-holloway.toml").write_text("not = [toml\n")
    desk = open_desk(desk.folder, places)
    assert [type(found) for found in desk.portfolio.broken] == [BrokenFile]

    save_example(desk, PASSAGE, "1a")

    assert [str(path) for path in desk.save()] == ["examples/the-pilot-wren-holloway-2.toml"]


def test_nobody_else_gets_to_see_it(desk: Desk, places: Places) -> None:
    section = replace(desk.portfolio.section("1a"), description="My own words.")
    desk.change(desk.portfolio.with_section(section))
    before = status_report(desk.framework, desk.portfolio)
    save_example(desk, PASSAGE, "1a", "description", "a private thought")
    desk.save()

    assert status_report(desk.framework, desk.portfolio) == before
    passages = list(open_source(desk.folder, desk.framework, places, lambda _: None).passages)
    assert [passage.text for passage in passages] == ["My own words."]
    [exported] = export_desk(desk, [Format.MARKDOWN])
    told = exported.file.read_text()
    assert "My own words." in told
    assert not any(words in told for words in ("volunteers", "private thought", "Holloway"))
