"""The desk: what is saved and what isn't, two versions of a file, and who may write."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import Status
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import FolderLock
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Conflict, Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    folder = new_portfolio(tmp_path / "mine", places, title="Mine", author="Ada Example")
    return open_desk(folder, places)


def write(desk: Desk, text: str, section_id: str = "1a") -> None:
    section = desk.portfolio.section(section_id)
    desk.change(desk.portfolio.with_section(replace(section, description=text)))


def on_disk(desk: Desk, section_id: str = "1a") -> str:
    return (desk.folder / "sections" / f"{section_id}.toml").read_text(encoding="utf-8")


def test_only_what_changed_is_written(desk: Desk) -> None:
    write(desk, "One.", "1a")
    write(desk, "Two.", "2b")
    assert [str(path) for path in desk.save()] == ["sections/1a.toml", "sections/2b.toml"]

    write(desk, "Three.", "2b")
    assert [str(path) for path in desk.save()] == ["sections/2b.toml"]
    assert not desk.unsaved
    assert desk.save() == ()


def test_undo_takes_a_step_back_but_no_text(desk: Desk) -> None:
    write(desk, "One.")
    changed = replace(desk.portfolio.section("1a"), status=Status.DONE)
    desk.change(desk.portfolio.with_section(changed), "status of 1a")
    write(desk, "One and two.")

    assert desk.undo() == "status of 1a"
    assert desk.portfolio.section("1a").status is Status.EMPTY
    assert desk.portfolio.section("1a").description == "One and two."
    assert desk.redo() == "status of 1a"
    assert desk.portfolio.section("1a").status is Status.DONE
    assert desk.redo() == ""


def change_elsewhere(desk: Desk) -> None:
    write(desk, "Mine.")
    desk.save()
    file = desk.folder / "sections" / "1a.toml"
    file.write_text(file.read_text().replace("Mine.", "Theirs."))
    write(desk, "Mine, later.")


def test_a_file_changed_elsewhere_is_not_written_over(desk: Desk) -> None:
    change_elsewhere(desk)
    with pytest.raises(Conflict) as conflict:
        desk.save()
    assert str(conflict.value.path) == "sections/1a.toml"
    assert "Theirs." in on_disk(desk)
    assert desk.unsaved


def test_changes_of_others_are_taken_in_while_nothing_is_unsaved(desk: Desk) -> None:
    write(desk, "Mine.")
    desk.save()
    file = desk.folder / "sections" / "1a.toml"
    file.write_text(file.read_text().replace("Mine.", "Theirs, and longer."))

    assert [str(path) for path in desk.look_for_changes()] == ["sections/1a.toml"]
    assert desk.portfolio.section("1a").description == "Theirs, and longer."
    assert desk.look_for_changes() == ()


def test_the_second_desk_may_not_write(desk: Desk, places: Places) -> None:
    desk.lock()
    second = open_desk(desk.folder, places, lock=True)
    assert not desk.read_only
    assert second.read_only
    write(second, "Mine.")
    with pytest.raises(InputProblem, match="nothing is saved"):
        second.save()


def test_an_unknown_pathway_is_named_with_the_known_ones(desk: Desk, places: Places) -> None:
    file = desk.folder / "portfolio.toml"
    file.write_text(file.read_text().replace('"cmalt"', '"cmlat"'))
    with pytest.raises(InputProblem, match="associate, cmalt, senior"):
        open_desk(desk.folder, places)


def test_a_pathway_changed_elsewhere_to_an_unknown_one_is_told_and_not_taken_in(desk: Desk) -> None:
    file = desk.folder / "portfolio.toml"
    file.write_text(file.read_text().replace('"cmalt"', '"cmlat"'))
    with pytest.raises(InputProblem) as refused:
        desk.look_for_changes()
    assert refused.value.problem.key == "pathway"
    assert desk.portfolio.pathway == "cmalt"


def test_a_folder_that_cannot_be_locked_opens_for_reading(
    desk: Desk, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: FolderLock) -> None:
        raise InputProblem("can't be written", file=desk.folder)

    monkeypatch.setattr(FolderLock, "acquire", refuse)
    opened = open_desk(desk.folder, places, lock=True)
    assert opened.read_only
    assert "can't be written" in opened.locked_by
