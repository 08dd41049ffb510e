"""Things come into the bank in one line: kept whole, undone in one step, and never from outside."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.evidence_bank import (
    add_evidence,
    add_log,
    change_item,
    known_item,
    known_section,
    note_fingerprint,
    remove_item,
    rename_item,
    replace_artefact,
    unused_items,
)
from cmalt_tui.workbench.review_facts import artefact_facts

DAY = date(2026, 12, 1)
EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_portfolio(tmp_path / "tides", EMPTY)
    return tmp_path / "tides"


@pytest.fixture
def reopened(folder: Path, places: Places) -> Callable[[], Desk]:
    return lambda: open_desk(folder, places)


@pytest.fixture
def desk(reopened: Callable[[], Desk]) -> Desk:
    return reopened()


def made(tmp_path: Path, name: str, content: bytes = b"tide") -> str:
    file = tmp_path / name
    file.write_bytes(content)
    os.utime(file, (1_772_366_400, 1_772_366_400))  # noon of 1 March 2026, UTC
    return str(file)


def test_a_file_is_copied_in_under_its_item(
    desk: Desk, tmp_path: Path, reopened: Callable[[], Desk]
) -> None:
    added = add_evidence(desk, made(tmp_path, "Tide_survey-results.PNG"), DAY)
    assert added.is_new and added.item == replace(
        EvidenceItem("2026-tide-survey-results", "Tide survey results", "survey"),
        date=date(2026, 3, 1),
        file="files/2026-tide-survey-results.png",
        sha256=added.item.sha256,
    )
    copied = desk.folder / "evidence" / added.item.file
    assert copied.read_bytes() == b"tide" and len(added.item.sha256) == 64
    assert reopened().portfolio.evidence == {added.item.id: added.item}
    assert unused_items(desk.portfolio) == (added.item,) and added.file.is_file()


def test_what_the_person_says_stands(desk: Desk, tmp_path: Path) -> None:
    given = EvidenceItem("", "", date=date(2025, 1, 2), role="Wrote it", permission="own", alt="A")
    item = add_evidence(
        desk,
        made(tmp_path, "x.pdf"),
        DAY,
        title="Gauges\x1b[2J in  reed",
        kind="options paper",
        section="1A",
        shows="page 2",
        given=given,
    ).item
    assert (item.id, item.title, item.kind) == (
        "2025-gauges-in-reed",
        "Gauges in reed",
        "options paper",
    )
    assert (item.date, item.role, item.permission, item.alt) == (
        date(2025, 1, 2),
        "Wrote it",
        "own",
        "A",
    )
    assert desk.portfolio.section("1a").evidence == (EvidenceUse(item.id, "page 2"),)


def test_addresses_and_things_are_items_as_well(desk: Desk) -> None:
    page = add_evidence(desk, "https://larkmoor.example/tide-tables.html", DAY).item
    assert (page.title, page.kind, page.url) == (
        "Tide tables",
        "link",
        "https://larkmoor.example/tide-tables.html",
    )
    film = add_evidence(desk, "www.youtube.com/watch?v=abc", DAY).item
    assert (film.title, film.kind, film.url[:12]) == ("youtube.com", "video", "https://www.")
    thing = add_evidence(desk, "certificate on the office wall", DAY).item
    assert (thing.physical, thing.kind) == ("certificate on the office wall", "certificate")
    assert thing.file == thing.url == "" and thing.date is None


def test_the_same_thing_is_taken_in_once(desk: Desk, tmp_path: Path) -> None:
    first = add_evidence(desk, made(tmp_path, "a.pdf"), DAY)
    again = add_evidence(desk, made(tmp_path, "b.pdf"), DAY, section="2a")
    assert not again.is_new and again.item == first.item
    assert desk.portfolio.uses_of(first.item.id) == ("2a",)
    page = add_evidence(desk, "https://larkmoor.example/x", DAY)
    assert add_evidence(desk, "https://larkmoor.example/x", DAY).item == page.item
    other = add_evidence(desk, made(tmp_path, "a.pdf", b"neap"), DAY)
    assert other.is_new and other.item.id == f"{first.item.id}-2"


def test_a_file_that_lies_among_the_artefacts_stays_where_it_is(desk: Desk) -> None:
    files = desk.folder / "evidence" / "files"
    files.mkdir(parents=True)
    (files / "Gauge 1.txt").write_text("reed")
    item = add_evidence(desk, str(files / "Gauge 1.txt"), DAY).item
    assert item.file == "files/Gauge 1.txt"
    assert [one.name for one in files.iterdir()] == ["Gauge 1.txt"]


def test_an_unknown_section_stops_it_all(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="9z"):
        add_evidence(desk, made(tmp_path, "a.pdf"), DAY, section="9z")
    assert not (desk.folder / "evidence").exists()
    assert known_section(desk, "SPECIALIST-1") == "specialist-1" and known_section(desk, "") == ""


def test_each_is_one_step_of_undo(desk: Desk, reopened: Callable[[], Desk]) -> None:
    empty = desk.portfolio
    item = add_evidence(desk, "certificate on the wall", DAY, section="1b").item
    add_log(desk, "Met Ilse #1a", DAY)
    change_item(desk, replace(item, role="Earned it"))
    rename_item(desk, item.id, "wall")
    with_all = desk.portfolio
    remove_item(desk, "wall")
    assert not desk.portfolio.evidence and not desk.portfolio.section("1b").evidence
    assert "removed" in desk.undo() and desk.portfolio == with_all
    assert [desk.undo().split()[0] for _ in range(4)] == ["evidence", "evidence", "log", "evidence"]
    assert desk.portfolio.evidence == empty.evidence and desk.portfolio.log == empty.log
    assert not desk.portfolio.section("1b").evidence
    while desk.redo():
        pass
    desk.save()
    assert not reopened().portfolio.evidence and len(reopened().portfolio.log) == 1


def test_a_renamed_item_is_renamed_on_the_disk(desk: Desk, reopened: Callable[[], Desk]) -> None:
    item = add_evidence(desk, "certificate on the wall", DAY, section="1b").item
    written = Section("1b", description=f"See [[ev:{item.id}]].", evidence=(EvidenceUse(item.id),))
    desk.change(desk.portfolio.with_section(written))
    rename_item(desk, item.id, "wall")
    after = reopened().portfolio
    assert list(after.evidence) == ["wall"] and after.uses_of("wall") == ("1b",)
    assert after.section("1b").description == "See [[ev:wall]]."


def test_the_log_keeps_what_was_read_and_numbers_what_is_alike(
    desk: Desk, reopened: Callable[[], Desk]
) -> None:
    first = add_log(desk, "2026-11-10 Webinar\x1b[2J on tides 2h #1A @p2", DAY).entry
    again = add_log(desk, "2026-11-10 Webinar on tides", DAY)
    assert first.id == "2026-11-10-webinar-on-tides" and again.entry.id == f"{first.id}-2"
    assert (first.sections, first.principles, first.hours) == (("1a",), ("P2",), 2.0)
    assert reopened().portfolio.log == {one.id: one for one in (first, again.entry)}
    for nothing in ("", "  ", "2h #1a"):
        with pytest.raises(InputProblem, match="nothing to note"):
            add_log(desk, nothing, DAY)


def test_change_and_loss_of_a_file_are_noticed_and_can_be_accepted(
    desk: Desk, tmp_path: Path
) -> None:
    item = add_evidence(desk, made(tmp_path, "a.pdf"), DAY).item
    assert not artefact_facts(desk.folder, desk.portfolio)[item.id].has_changed
    copied = desk.folder / "evidence" / item.file
    copied.write_bytes(b"neap")
    assert artefact_facts(desk.folder, desk.portfolio)[item.id].has_changed
    note_fingerprint(desk, item.id)
    assert not artefact_facts(desk.folder, desk.portfolio)[item.id].has_changed
    copied.unlink()
    assert not artefact_facts(desk.folder, desk.portfolio)[item.id].is_there
    with pytest.raises(InputProblem):
        note_fingerprint(desk, item.id)


def test_a_lost_file_is_back_when_it_is_taken_in_again(desk: Desk, tmp_path: Path) -> None:
    item = add_evidence(desk, made(tmp_path, "a.pdf"), DAY).item
    copied = desk.folder / "evidence" / item.file
    copied.unlink()
    again = add_evidence(desk, made(tmp_path, "found.pdf"), DAY)
    assert again.item == item and not again.is_new and copied.read_bytes() == b"tide"


def test_an_item_can_stand_for_another_file_address_or_thing(
    desk: Desk, tmp_path: Path, reopened: Callable[[], Desk]
) -> None:
    item = add_evidence(desk, made(tmp_path, "a.pdf"), DAY, title="Gauges").item
    after = replace_artefact(desk, item.id, made(tmp_path, "b.pdf", b"neap")).item
    assert (after.id, after.title, after.file) == (item.id, "Gauges", item.file)
    assert (desk.folder / "evidence" / after.file).read_bytes() == b"neap"
    assert any(one.read_bytes() == b"tide" for one in desk.folder.glob("kept/**/*.pdf"))
    assert not artefact_facts(desk.folder, desk.portfolio)[item.id].has_changed
    replace_artefact(desk, item.id, "https://larkmoor.example/gauges")
    replace_artefact(desk, item.id.upper(), "on the wall")
    known = reopened().portfolio.evidence[item.id]
    assert (known.url, known.physical) == ("https://larkmoor.example/gauges", "on the wall")
    for source in ("gone.pdf", "ftp://larkmoor.example", ""):
        with pytest.raises(InputProblem):
            replace_artefact(desk, item.id, source)


def test_ids_are_found_whatever_their_case_and_near_ones_named(desk: Desk) -> None:
    item = add_evidence(desk, "certificate on the wall", DAY).item
    assert known_item(desk.portfolio, item.id.upper()) == item
    with pytest.raises(InputProblem, match=f"Did you mean {item.id}"):
        known_item(desk.portfolio, item.id[:-1])


def test_nothing_is_written_where_somebody_else_has_it_open(desk: Desk) -> None:
    desk.locked_by = "another program has it open."
    for act in (
        lambda: add_evidence(desk, "certificate on the wall", DAY),
        lambda: add_log(desk, "Met Ilse", DAY),
    ):
        with pytest.raises(InputProblem, match="open"):
            act()
    assert not desk.portfolio.evidence and not desk.portfolio.log
