"""What two programs wrote into one file is put together, or chosen from with nothing lost."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from cmalt_tui.model.portfolio import EvidenceItem, Portfolio, Reflection, Section, Status
from cmalt_tui.model.versions import Side
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Conflict, Desk, open_desk

PATH = PurePosixPath("sections/1a.toml")
BASE = Section(
    "1a",
    description="First.\n\nSecond.\n\nThird.",
    reflections=(Reflection("pilot", "The pilot", "I was wrong."),),
)


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    folder = new_portfolio(tmp_path / "mine", places, title="Mine", author="Ada Example")
    desk = open_desk(folder, places)
    desk.change(desk.portfolio.with_section(BASE))
    desk.save()
    return desk


@pytest.fixture
def other(desk: Desk, places: Places) -> Desk:
    """The same portfolio on another machine."""
    return open_desk(desk.folder, places)


def write(desk: Desk, **values: object) -> None:
    section = replace(desk.portfolio.section("1a"), **values)  # type: ignore[arg-type]
    desk.change(desk.portfolio.with_section(section))


def on_disk(desk: Desk, places: Places) -> Portfolio:
    return open_desk(desk.folder, places).portfolio


def set_aside(desk: Desk) -> str:
    return "".join(file.read_text() for file in desk.folder.glob("kept/**/*.toml"))


def test_paragraphs_changed_on_both_sides_are_put_together_in_saving(
    desk: Desk, other: Desk, places: Places
) -> None:
    write(other, description="First, theirs.\n\nSecond.\n\nThird.", status=Status.REVIEW)
    other.save()
    file = desk.folder / PATH
    file.write_text("# by hand\n" + file.read_text())
    write(desk, description="First.\n\nSecond.\n\nThird, mine.", note="mine")

    assert desk.save() == (PATH,)

    assert desk.merged == (PATH,)
    section = on_disk(desk, places).section("1a")
    assert section == desk.portfolio.section("1a")
    assert section.description == "First, theirs.\n\nSecond.\n\nThird, mine."
    assert (section.status, section.note) == (Status.REVIEW, "mine")
    assert file.read_text().startswith("# by hand")
    assert not (desk.folder / "kept").exists()
    assert not desk.unsaved
    assert desk.save() == desk.merged == ()


def test_what_others_changed_is_taken_in_beside_what_is_unsaved(desk: Desk, other: Desk) -> None:
    write(other, description="First, theirs.\n\nSecond.\n\nThird.")
    other.change(other.portfolio.with_evidence(EvidenceItem("options", "Options")))
    other.save()
    write(desk, description="First.\n\nSecond.\n\nThird, mine.")

    taken = desk.look_for_changes()

    assert [str(path) for path in taken] == ["evidence/options.toml", "sections/1a.toml"]
    assert desk.merged == (PATH,)
    assert desk.portfolio.section("1a").description == ("First, theirs.\n\nSecond.\n\nThird, mine.")
    assert desk.unsaved
    write(desk, description="First, theirs.\n\nSecond.\n\nThird.")
    desk.save()
    assert not desk.unsaved
    assert desk.look_for_changes() == ()


def test_undo_outlives_what_others_wrote_and_leaves_it_alone(desk: Desk, other: Desk) -> None:
    before = desk.portfolio
    write(desk, status=Status.DONE, description="First.\n\nSecond.\n\nThird, replaced.")
    desk.change(before)
    desk.change(
        before.with_section(
            replace(BASE, status=Status.DONE, description="First.\n\nSecond.\n\nThird, replaced.")
        ),
        "one step",
    )
    desk.save()
    other.look_for_changes()
    write(other, description="First, theirs.\n\nSecond.\n\nThird, replaced.", note="theirs")
    other.save()
    desk.look_for_changes()

    assert desk.undo() == "one step"
    section = desk.portfolio.section("1a")
    assert section.description == "First, theirs.\n\nSecond.\n\nThird."
    assert (section.status, section.note) == (Status.EMPTY, "theirs")
    assert desk.redo() == "one step"
    assert desk.portfolio.section("1a").description == (
        "First, theirs.\n\nSecond.\n\nThird, replaced."
    )


def in_conflict(desk: Desk, other: Desk) -> None:
    theirs = replace(BASE.reflections[0], text="I was right.")
    write(other, description="First, theirs.\n\nSecond, theirs.\n\nThird.", reflections=(theirs,))
    other.save()
    mine = replace(BASE.reflections[0], text="I was not wrong.")
    write(desk, description="First.\n\nSecond, mine.\n\nThird, mine.", reflections=(mine,))
    with pytest.raises(Conflict) as conflict:
        desk.save()
    assert conflict.value.path == PATH


def test_a_conflict_shows_both_versions_with_all_merged_that_can_be(
    desk: Desk, other: Desk
) -> None:
    in_conflict(desk, other)
    assert desk.versions(PATH) == (
        PATH,
        (
            (
                "description",
                BASE.description,
                "First, theirs.\n\nSecond, mine.\n\nThird, mine.",
                "First, theirs.\n\nSecond, theirs.\n\nThird, mine.",
            ),
            ("reflection “The pilot”", "I was wrong.", "I was not wrong.", "I was right."),
        ),
    )


def test_a_conflict_is_settled_text_by_text_and_what_was_not_chosen_is_kept(
    desk: Desk, other: Desk, places: Places
) -> None:
    in_conflict(desk, other)
    desk.settle(PATH, {"description": Side.THEIRS})
    desk.save()
    section = on_disk(desk, places).section("1a")
    assert section.description == "First, theirs.\n\nSecond, theirs.\n\nThird, mine."
    assert section.reflection("pilot").text == "I was not wrong."
    kept = set_aside(desk)
    assert "Second, mine." in kept
    assert "I was right." in kept
    desk.undo()
    assert "Second, mine." in desk.portfolio.section("1a").description


def test_an_item_removed_here_and_changed_there_is_settled_either_way(
    desk: Desk, other: Desk, places: Places
) -> None:
    write(other, note="theirs")
    other.save()
    desk.change(replace(desk.portfolio, sections={}))
    with pytest.raises(Conflict):
        desk.save()
    versions = desk.versions(PATH)
    assert [text.name for text in versions.texts] == ["the whole item"]
    assert "theirs" in versions.texts[0].theirs

    desk.settle(PATH, {"the whole item": Side.THEIRS})
    desk.save()
    assert on_disk(desk, places).section("1a").note == "theirs"
    desk.undo()
    desk.save()
    assert "1a" not in on_disk(desk, places).sections
    assert list((desk.folder / "bin/sections").iterdir())


@pytest.mark.parametrize("side", Side)
def test_a_file_that_cannot_be_read_any_more_is_settled(
    desk: Desk, places: Places, side: Side
) -> None:
    (desk.folder / PATH).write_text("half a fi")
    write(desk, note="mine")
    with pytest.raises(Conflict):
        desk.save()
    assert desk.versions(PATH).texts[0].theirs == "half a fi"
    desk.settle(PATH, {"the whole item": side})
    desk.save()
    if side is Side.MINE:
        assert on_disk(desk, places).section("1a").note == "mine"
        assert "half a fi" in set_aside(desk)
    else:
        assert [broken.path for broken in desk.portfolio.broken] == [PATH]
        assert "mine" in set_aside(desk)


def test_a_portfolio_that_is_gone_is_not_taken_for_an_empty_one(desk: Desk) -> None:
    away = desk.folder.with_name("away")
    desk.folder.rename(away)
    write(desk, note="mine")
    for attempt in (desk.save, desk.look_for_changes):
        with pytest.raises(InputProblem, match="not there any more"):
            attempt()
    assert not desk.folder.exists()
    assert desk.portfolio.section("1a").description == BASE.description
    away.rename(desk.folder)
    assert desk.look_for_changes() == ()
    assert desk.save() == (PATH,)


def test_what_was_written_before_a_failure_is_written_again_when_it_is_taken_back(
    desk: Desk, places: Places
) -> None:
    desk.change(desk.portfolio.with_section(Section("1b", note="b")))
    desk.save()
    before = desk.portfolio
    write(desk, note="mine")
    desk.change(desk.portfolio.with_section(Section("1b", note="b, later")))
    (desk.folder / "sections/1b.toml").chmod(0o444)
    with pytest.raises(InputProblem):
        desk.save()
    desk.change(before)
    assert desk.unsaved
    desk.save()
    assert on_disk(desk, places).section("1a").note == ""
