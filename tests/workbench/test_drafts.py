"""What is unsaved is kept aside wherever that is possible, and comes back."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from cmalt_tui.model.portfolio import EvidenceItem, Portfolio, Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.lock import this_program
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.drafts import drafts_left

BASE = Section("1a", description="First.\n\nSecond.\n\nThird.")
PATH = PurePosixPath("sections/1a.toml")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    folder = new_portfolio(tmp_path / "mine", places, title="Mine", author="Ada Example")
    desk = open_desk(folder, places)
    desk.change(desk.portfolio.with_section(BASE))
    desk.save()
    return desk


def write(desk: Desk, description: str) -> None:
    desk.change(desk.portfolio.with_section(replace(BASE, description=description)))


def draft_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.json"))


def again(desk: Desk, places: Places) -> Desk:
    return open_desk(desk.folder, places)


def test_every_kind_of_change_is_kept_and_comes_back(desk: Desk, places: Places) -> None:
    desk.change(desk.portfolio.with_evidence(EvidenceItem("gone", "Gone")))
    desk.save()
    piece = Reflection("pilot", "The pilot", "I was wrong.")
    changed = replace(
        desk.portfolio, title="Another title", evidence={"new": EvidenceItem("new", "New")}
    ).with_section(replace(BASE, description="First, and more.", reflections=(piece,)))
    desk.change(changed)
    desk.keep_drafts()
    assert "First, and more." not in (desk.folder / PATH).read_text()

    later = again(desk, places)
    drafts = {str(draft.path): draft for draft in later.drafts()}
    assert set(drafts) == {
        "portfolio.toml",
        "sections/1a.toml",
        "evidence/gone.toml",
        "evidence/new.toml",
    }
    assert [path for path, draft in drafts.items() if draft.removes] == ["evidence/gone.toml"]
    assert drafts["sections/1a.toml"].changes == (
        ("description", BASE.description, "First, and more."),
        ("reflection “The pilot”", "", "I was wrong."),
    )
    for draft in drafts.values():
        later.take_draft(draft)
    assert later.portfolio == changed
    assert later.drafts() == ()
    assert len(draft_files(desk.folder)) == 4
    later.save()
    assert draft_files(desk.folder) == []
    assert not (desk.folder / ".drafts").exists()
    assert again(desk, places).portfolio == changed


def test_what_is_saved_is_no_draft_any_more(desk: Desk) -> None:
    write(desk, "One.")
    desk.keep_drafts()
    first = draft_files(desk.folder)
    desk.keep_drafts()
    assert draft_files(desk.folder) == first != []
    write(desk, "Two.")
    desk.keep_drafts()
    assert len(draft_files(desk.folder)) == 1
    assert "Two." in draft_files(desk.folder)[0].read_text()
    assert desk.drafts() == ()
    desk.save()
    assert draft_files(desk.folder) == []
    write(desk, "Three.")
    desk.keep_drafts()
    write(desk, "Two.")
    desk.keep_drafts()
    assert draft_files(desk.folder) == []


def test_a_draft_that_the_file_says_by_now_goes_silently(desk: Desk, places: Places) -> None:
    write(desk, "First, mine.\n\nSecond.\n\nThird.")
    desk.keep_drafts()
    other = again(desk, places)
    write(other, "First, mine.\n\nSecond.\n\nThird, and more.")
    other.save()
    assert again(desk, places).drafts() == ()
    assert draft_files(desk.folder) == []


def test_a_draft_is_merged_into_a_file_that_changed_since(desk: Desk, places: Places) -> None:
    write(desk, "First, mine.\n\nSecond.\n\nThird.")
    desk.keep_drafts()
    other = again(desk, places)
    write(other, "First.\n\nSecond.\n\nThird, theirs.")
    other.save()

    later = again(desk, places)
    (draft,) = later.drafts()
    both = "First, mine.\n\nSecond.\n\nThird, theirs."
    assert draft.changes == (("description", "First.\n\nSecond.\n\nThird, theirs.", both),)
    later.take_draft(draft)
    assert later.portfolio.section("1a").description == both
    assert later.undo() == "draft of sections/1a.toml"
    assert later.portfolio == other.portfolio
    assert not (desk.folder / "kept").exists()


def test_where_both_changed_the_draft_stands_and_the_file_is_kept(
    desk: Desk, places: Places
) -> None:
    write(desk, "First, mine.\n\nSecond.\n\nThird.")
    desk.keep_drafts()
    other = again(desk, places)
    write(other, "First, theirs.\n\nSecond.\n\nThird, theirs.")
    other.save()

    later = again(desk, places)
    told = later.take_draft(later.drafts()[0])
    later.save()
    assert later.portfolio.section("1a").description == (
        "First, mine.\n\nSecond.\n\nThird, theirs."
    )
    (kept,) = (desk.folder / "kept").rglob("*.toml")
    assert kept.name in told
    assert "First, theirs." in kept.read_text()


def test_a_dropped_draft_is_in_the_bin(desk: Desk, places: Places) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    later = again(desk, places)
    later.drop_draft(later.drafts()[0])
    assert later.drafts() == ()
    assert "Mine." in "".join(file.read_text() for file in (desk.folder / "bin").rglob("*.toml"))
    assert later.portfolio.section("1a") == BASE


def test_a_draft_that_was_taken_and_undone_is_in_the_bin_after_saving(
    desk: Desk, places: Places
) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    later = again(desk, places)
    later.take_draft(later.drafts()[0])
    later.undo()
    later.change(later.portfolio.with_section(Section("2a", note="else")))
    later.save()
    assert draft_files(desk.folder) == []
    assert "Mine." in "".join(file.read_text() for file in (desk.folder / "bin").rglob("*.toml"))


@pytest.mark.parametrize("gone", ["removed", "read-only", "a file", "a link"])
def test_another_place_takes_what_the_portfolio_cannot(
    desk: Desk, places: Places, gone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / "away"
    if gone == "removed":
        desk.folder.rename(away)
    elif gone == "read-only":
        real = os.mkdir

        def refuse(path: str, *mode: int) -> None:
            if Path(path).is_relative_to(desk.folder):
                raise OSError(30, "Read-only file system")
            real(path, *mode)

        monkeypatch.setattr(os, "mkdir", refuse)
    elif gone == "a file":
        (desk.folder / ".drafts").write_text("in the way")
    else:
        (desk.folder / ".drafts").symlink_to(tmp_path)
    write(desk, "Mine.")
    desk.keep_drafts()
    assert len(draft_files(places.data)) == 1
    if gone == "removed":
        assert not desk.folder.exists()
        assert [draft.path for draft in drafts_left(desk.folder, places).drafts] == [PATH]
        away.rename(desk.folder)
    later = again(desk, places)
    (draft,) = later.drafts()
    later.take_draft(draft)
    later.save()
    assert draft_files(tmp_path) == []
    assert again(desk, places).portfolio.section("1a").description == "Mine."


def test_the_last_place_is_private(desk: Desk, places: Places, temporary: Path) -> None:
    (desk.folder / ".drafts").write_text("in the way")
    places.data.write_text("in the way")
    write(desk, "Mine.")
    desk.keep_drafts()
    (root,) = temporary.iterdir()
    assert root.stat().st_mode & 0o777 == 0o700
    assert [draft.path for draft in again(desk, places).drafts()] == [PATH]

    root.chmod(0o755)
    assert again(desk, places).drafts() == ()
    write(desk, "Mine, later.")
    with pytest.raises(InputProblem):
        desk.keep_drafts()
    assert desk.unsaved


def test_drafts_find_a_portfolio_that_was_moved(desk: Desk, places: Places, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    desk.folder.rename(moved)
    write(desk, "Mine.")
    desk.change(desk.portfolio.with_section(Section("2b", note="new")))
    desk.keep_drafts()
    stranger = new_portfolio(tmp_path / "stranger", places, title="Not mine", author="B")
    assert open_desk(stranger, places).drafts() == ()
    assert [str(draft.path) for draft in open_desk(moved, places).drafts()] == [
        "sections/1a.toml",
        "sections/2b.toml",
    ]


def test_a_draft_of_a_program_that_runs_is_left_alone(desk: Desk, places: Places) -> None:
    child = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"""
import sys
import threading
from dataclasses import replace
from pathlib import Path
from cmalt_tui.places import Places
from cmalt_tui.workbench.desk import open_desk
places = Places(*map(Path, {[str(place) for place in places]!r}))
desk = open_desk(Path({str(desk.folder)!r}), places, lock=True)
desk.change(desk.portfolio.with_section(replace(desk.portfolio.section("1a"), note="x")))
desk.keep_drafts()
print("kept", flush=True)
sys.stdin.read()
""",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin
    assert child.stdout
    assert child.stdout.readline() == b"kept\n"
    assert again(desk, places).drafts() == ()
    (desk.folder / ".lock").rename(desk.folder / "lock-that-somebody-removed")
    assert again(desk, places).drafts() == ()
    child.kill()
    child.wait()
    later = open_desk(desk.folder, places, lock=True)
    assert [draft.changes for draft in later.drafts()] == [(("note", "", "x"),)]
    later.close()


def test_a_draft_of_another_machine_waits_while_its_lock_stands(desk: Desk, places: Places) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    (file,) = draft_files(desk.folder)
    values = json.loads(file.read_text())
    file.write_text(json.dumps({**values, "host": "elsewhere"}))
    lock = {"host": "elsewhere", "process": values["process"], "started": values["started"]}
    since = {"since": "2026-01-01T00:00:00+00:00", "user": "ada"}
    (desk.folder / ".lock").write_text(json.dumps({**lock, **since}))
    assert again(desk, places).drafts() == ()
    (desk.folder / ".lock").unlink()
    (draft,) = again(desk, places).drafts()
    assert draft.host == "elsewhere" != this_program().host


@pytest.mark.parametrize(
    "damage",
    [
        {"schema": 99},
        {"path": "../outside.toml"},
        {"path": "evidence/files/x.toml"},
        {"path": 7},
        {"content": "half a fi"},
        {"content": ["no", "text"]},
        {"based_on": None},
        {"written": "yesterday"},
        {"process": 1e400},
        {"path": "portfolio.toml", "content": None},
    ],
)
def test_a_broken_draft_is_told_and_stops_no_other(
    desk: Desk, places: Places, damage: dict[str, object]
) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    (file,) = draft_files(desk.folder)
    values = json.loads(file.read_text())
    broken = file.with_name("broken.json")
    broken.write_text(json.dumps({**values, **damage}))
    file.with_name("half.json").write_bytes(file.read_bytes()[:100])
    file.with_name("link.json").symlink_to(file)
    later = again(desk, places)
    assert [draft.path for draft in later.drafts()] == [PATH]
    told = {problem.file for problem in later.draft_problems}
    assert told == {broken, file.with_name("half.json"), file.with_name("link.json")}
    assert broken.exists()


def test_a_hostile_draft_brings_no_pathway_that_is_unknown(desk: Desk, places: Places) -> None:
    desk.change(replace(desk.portfolio, title="Mine, too"))
    desk.keep_drafts()
    (file,) = draft_files(desk.folder)
    file.write_text(
        file.read_text().replace('pathway = \\"cmalt\\"', 'pathway = \\"x\\u001b[2J\\"')
    )
    later = again(desk, places)
    before = later.portfolio
    for draft in later.drafts():
        with pytest.raises(InputProblem):
            later.take_draft(draft)
    assert later.portfolio == before
    assert len(later.drafts()) + len(later.draft_problems) == 1


def test_a_draft_of_a_file_that_cannot_be_read_waits(desk: Desk, places: Places) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    whole = (desk.folder / PATH).read_text()
    (desk.folder / PATH).write_text("half a fi")
    later = again(desk, places)
    (draft,) = later.drafts()
    with pytest.raises(InputProblem, match="the draft of it waits"):
        later.take_draft(draft)
    (desk.folder / PATH).write_text(whole)
    later = again(desk, places)
    later.take_draft(later.drafts()[0])
    assert later.portfolio.section("1a").description == "Mine."


def test_drafts_are_no_items_and_are_told_without_a_portfolio(desk: Desk, places: Places) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    loaded: Portfolio = again(desk, places).portfolio
    assert loaded.section("1a") == BASE
    assert loaded.broken == ()
    (desk.folder / "portfolio.toml").unlink()
    left = drafts_left(desk.folder, places)
    assert [(draft.path, draft.changes[0].after) for draft in left.drafts] == [(PATH, "Mine.")]


def test_a_thread_keeps_drafts_while_the_desk_is_used(desk: Desk, places: Places) -> None:
    done = threading.Event()
    trouble: list[Exception] = []

    def keep() -> None:
        while not done.is_set():
            try:
                desk.keep_drafts()
            except Exception as wrong:
                trouble.append(wrong)
                return

    threads = [threading.Thread(target=keep) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(150):
        write(desk, f"Version {number}.")
        if number % 3 == 0:
            desk.save()
        if number % 5 == 0:
            desk.change(desk.portfolio.with_section(Section(f"specialist-{number}", note="n")))
    desk.save()
    done.set()
    for thread in threads:
        thread.join()
    assert trouble == []
    desk.keep_drafts()
    assert draft_files(desk.folder) == []
    assert again(desk, places).portfolio == desk.portfolio


def test_only_the_newest_draft_of_a_run_counts(desk: Desk, places: Places) -> None:
    write(desk, "Older.")
    desk.keep_drafts()
    (older,) = draft_files(desk.folder)
    content = older.read_text()
    write(desk, "Newer.")
    desk.keep_drafts()
    older.write_text(content)
    later = again(desk, places)
    (draft,) = later.drafts()
    assert draft.changes[0].after == "Newer."
    assert not older.exists()


def test_a_disk_that_does_not_answer_is_left_alone(desk: Desk, places: Places) -> None:
    write(desk, "Mine.")
    desk.keep_drafts()
    before = draft_files(desk.folder)
    write(desk, "Mine, later.")
    desk.keep_drafts(elsewhere=True)
    assert draft_files(desk.folder) == before
    assert "Mine, later." in draft_files(places.data)[0].read_text()
    assert again(desk, places).drafts()[0].changes[0].after == "Mine, later."
    desk.save()
    assert draft_files(desk.folder) == draft_files(places.data) == []
