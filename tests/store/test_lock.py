"""One program at a time in a folder; a dead one holds nothing."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmalt_tui.problems import InputProblem
from cmalt_tui.store import FolderLock, LockedElsewhere

HOLD = """
import sys
from pathlib import Path
from cmalt_tui.store import FolderLock
FolderLock(Path(sys.argv[1])).acquire()
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has locked the folder."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "locked\n"
        yield process
        process.kill()


def test_a_second_program_is_told_who_has_it(folder: Path, other: subprocess.Popen[str]) -> None:
    with pytest.raises(LockedElsewhere) as caught, FolderLock(folder):
        pass
    assert caught.value.process == other.pid
    assert caught.value.host == platform.node()
    assert caught.value.user
    assert caught.value.since.tzinfo is not None
    assert str(folder / ".lock") in str(caught.value)
    assert (folder / ".lock").exists()


def test_the_lock_of_a_killed_program_is_taken_over(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    other.kill()
    other.wait(30)
    assert (folder / ".lock").exists()
    with FolderLock(folder):
        assert json.loads((folder / ".lock").read_text())["process"] == os.getpid()


def test_a_reused_process_id_is_not_mistaken_for_the_dead_program(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    values = json.loads((folder / ".lock").read_text())
    if not values["started"]:
        pytest.skip("this system does not tell when a process started")
    values["started"] = "before-the-last-start-of-the-machine/17"
    (folder / ".lock").write_text(json.dumps(values))
    with FolderLock(folder):
        assert json.loads((folder / ".lock").read_text())["process"] == os.getpid()


def test_a_program_on_another_machine_is_never_pushed_aside(folder: Path) -> None:
    with FolderLock(folder):
        values = json.loads((folder / ".lock").read_text())
    values.update(host="elsewhere", process=2**22 + 1)
    (folder / ".lock").write_text(json.dumps(values))
    with pytest.raises(LockedElsewhere, match="on elsewhere"):
        FolderLock(folder).acquire()


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"host": "h"}', "\x00\x00", "\xff"])
def test_a_torn_lock_is_taken_over(folder: Path, torn: str) -> None:
    (folder / ".lock").write_bytes(torn.encode("latin-1"))
    with FolderLock(folder):
        assert json.loads((folder / ".lock").read_text())["process"] == os.getpid()


def test_nothing_is_left_when_it_is_released(folder: Path) -> None:
    before = sorted(folder.iterdir())
    lock = FolderLock(folder)
    lock.acquire()
    with pytest.raises(LockedElsewhere):
        FolderLock(folder).acquire()
    lock.release()
    lock.release()
    assert sorted(folder.iterdir()) == before
    with FolderLock(folder):
        pass
    assert sorted(folder.iterdir()) == before


def test_only_ones_own_lock_is_released(folder: Path) -> None:
    lock = FolderLock(folder)
    lock.acquire()
    (folder / ".lock").write_text("somebody else's by now")
    lock.release()
    assert (folder / ".lock").read_text() == "somebody else's by now"


def test_a_disk_without_hard_links_can_be_locked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    with FolderLock(folder):
        with pytest.raises(LockedElsewhere):
            FolderLock(folder).acquire()
        assert [file.name for file in folder.glob(".lock*")] == [".lock"]
    assert not (folder / ".lock").exists()


def test_a_folder_that_cannot_be_locked_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="can't be written") as caught:
        FolderLock(tmp_path / "missing").acquire()
    assert caught.value.problem.file == tmp_path / "missing/.lock"


def test_terminal_codes_in_a_lock_do_not_reach_the_screen(folder: Path) -> None:
    with FolderLock(folder):
        values = json.loads((folder / ".lock").read_text())
    values.update(host="h\x1b]0;x\x07ost", user="\x1b[31mroot")
    (folder / ".lock").write_text(json.dumps(values))
    with pytest.raises(LockedElsewhere) as caught:
        FolderLock(folder).acquire()
    assert "\x1b" not in str(caught.value)
    assert (caught.value.host, caught.value.user) == ("host", "root")
