"""What was removed or replaced is in the bin, can be read there and comes back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import EvidenceItem, InboxItem, Portfolio, Reflection, Section
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.bin import bring_back, list_bin, places_in_bin, read_binned, throw_away
from cmalt_tui.workbench.desk import Desk, open_desk

PILOT = Reflection("pilot", "The pilot", "I had asked the wrong people.", principles=("P1",))
WORDS = "Somebody else wrote this."
EXAMPLE = SavedExample("first", Passage("p1", WORDS, Origin("A year"), section="1a"))


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    folder = new_portfolio(tmp_path / "mine", places, title="Mine", author="Ada Example")
    desk = open_desk(folder, places)
    full = replace(
        desk.portfolio,
        sections={
            "1a": Section("1a", description="Constraints.", reflections=(PILOT,)),
            "specialist-1": Section("specialist-1", description="Captions."),
        },
        evidence={"options": EvidenceItem("options", "Options paper", role="Author")},
        inbox=(InboxItem("thanks", "Thanks", "Thanks to all."),),
        examples={"first": EXAMPLE},
    )
    desk.change(full)
    desk.save()
    return desk


def emptied(portfolio: Portfolio) -> Portfolio:
    return replace(portfolio, sections={}, evidence={}, inbox=(), examples={})


def test_whatever_is_removed_reaches_the_bin_and_comes_back(desk: Desk) -> None:
    full = desk.portfolio
    desk.change(full.with_section(replace(full.section("1a"), reflections=())))
    desk.save()
    desk.change(emptied(desk.portfolio))
    desk.save()

    listed = list_bin(desk.folder)
    assert {(one.what, one.first_words, one.is_replaced) for one in listed} == {
        ("reflection “The pilot” of 1a", "I had asked the wrong people.", False),
        ("section 1a", "Constraints.", False),
        ("section specialist-1", "Captions.", False),
        ("evidence “Options paper”", "Author", False),
        ("“Thanks” of the inbox", "Thanks to all.", False),
        ("example “first” of 1a", "Somebody else wrote this.", False),
    }
    # The section first: its reflection goes into it.
    for one in sorted(listed, key=lambda one: "reflection" in one.what):
        assert one.first_words in read_binned(desk.folder, one.place)
        bring_back(desk, one.place)
    assert desk.portfolio == full
    desk.save()
    assert open_desk(desk.folder, desk._places).portfolio.sections == full.sections

    for _ in listed:
        desk.undo()
    assert desk.portfolio == emptied(full)


def test_a_name_that_is_taken_gets_another(desk: Desk) -> None:
    full = desk.portfolio
    desk.change(emptied(full))
    desk.save()
    desk.change(full)
    for one in list_bin(desk.folder):
        if one.what != "section 1a":
            bring_back(desk, one.place)
    assert set(desk.portfolio.sections) == {"1a", "specialist-1", "specialist-2"}
    assert set(desk.portfolio.evidence) == {"options", "options-2"}
    assert [item.id for item in desk.portfolio.inbox] == ["thanks", "thanks-2"]
    assert set(desk.portfolio.examples) == {"first", "first-2"}


def test_a_section_with_no_other_name_changes_places_with_the_one_there(desk: Desk) -> None:
    desk.change(emptied(desk.portfolio))
    desk.save()
    desk.change(desk.portfolio.with_section(Section("1a", description="Begun anew.")))
    place = next(one.place for one in list_bin(desk.folder) if one.what == "section 1a")

    told = bring_back(desk, place)

    assert desk.portfolio.section("1a").description == "Constraints."
    kept = next(one for one in list_bin(desk.folder) if one.is_replaced)
    assert str(kept.place) in told
    assert (kept.what, kept.first_words) == ("section 1a", "Begun anew.")
    assert desk.undo() == "section 1a brought back"
    assert desk.portfolio.section("1a").description == "Begun anew."


def test_a_reflection_that_was_moved_or_says_nothing_is_not_binned(desk: Desk) -> None:
    full = desk.portfolio
    desk.change(
        full.with_section(replace(full.section("1a"), reflections=())).with_section(
            Section("1b", reflections=(PILOT, Reflection("empty", "A title")))
        )
    )
    desk.save()
    desk.change(
        desk.portfolio.with_section(replace(desk.portfolio.section("1b"), reflections=(PILOT,)))
    )
    desk.save()
    assert list_bin(desk.folder) == ()


def test_a_save_that_fails_after_the_bin_fills_it_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.change(desk.portfolio.with_section(replace(desk.portfolio.section("1a"), reflections=())))
    file = desk.folder / "sections/1a.toml"
    file.chmod(0o444)
    for _ in range(3):
        with pytest.raises(InputProblem, match="read-only"):
            desk.save()
    assert len(list_bin(desk.folder)) == 1
    assert "wrong people" in file.read_text()
    file.chmod(0o644)
    desk.save()
    assert [one.what for one in list_bin(desk.folder)] == ["reflection “The pilot” of 1a"]


def test_what_has_been_there_for_long_is_thrown_away(desk: Desk) -> None:
    desk.change(emptied(desk.portfolio))
    desk.save()
    old = desk.folder / "kept/sections/2a-20200101T000000Z.toml"
    old.parent.mkdir(parents=True)
    old.write_text('schema = 1\nsection = "2a"\n')
    count = len(list_bin(desk.folder))

    assert throw_away(desk, places_in_bin(desk.folder, timedelta(days=30))) == 1
    assert not old.exists()
    writer = open_desk(desk.folder, desk._places, lock=True)
    reader = open_desk(desk.folder, desk._places, lock=True)
    with pytest.raises(InputProblem, match="nothing is thrown away"):
        throw_away(reader, places_in_bin(desk.folder, timedelta(0)))
    writer.close()
    assert throw_away(desk, places_in_bin(desk.folder, timedelta(0))) == count - 1
    assert list_bin(desk.folder) == ()


def test_what_is_no_item_is_listed_and_read_and_refused(desk: Desk) -> None:
    outside = desk.folder.parent / "secret.toml"
    outside.write_text("secret")
    for name, content in (("bin/sections/1a-x.toml", "half a fi"), ("kept/a.pdf", "%PDF\x1b[2J")):
        file = desk.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    (desk.folder / "bin/sections/1b.toml").symlink_to(outside)
    listed = list_bin(desk.folder)
    assert {one.what for one in listed} == {"1a-x.toml", "a.pdf"}
    assert {read_binned(desk.folder, one.place) for one in listed} == {"half a fi", "%PDF"}
    before = desk.portfolio
    for one in listed:
        with pytest.raises(InputProblem):
            bring_back(desk, one.place)
    assert desk.portfolio == before
