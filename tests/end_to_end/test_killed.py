"""Kills the program while it is typed into, again and again: nothing is torn, nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyte", reason="pyte is in the extra dev")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals of this kind on Windows", allow_module_level=True)

from tests.loss.killing import CLOSED, ENDINGS, KILLED, TERMINATED, Ending, one_killed
from tests.loss.run import many_killed

KILLS = 30


def test_nothing_is_torn_and_nothing_older_than_two_seconds_is_lost(tmp_path: Path) -> None:
    left = many_killed(tmp_path, KILLS, at_once=3, seed=1)
    assert [one for one in left if one.fault or one.lost] == []
    assert {one.ending for one in left} == {ending.name for ending in ENDINGS}
    assert sum(one.typed for one in left) > 10 * KILLS


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, so that it can be filled and made read-only even for root."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root, where it may, can make a disk for this test")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(disk: Path) -> None:
    """Leave no room on a disk."""
    with (disk / "filling").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 1024)
        except OSError:
            pass


def make_read_only(disk: Path) -> None:
    """Let nothing be written to a disk any more."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


@pytest.mark.parametrize("ending", [KILLED, TERMINATED, CLOSED], ids=lambda one: one.name)
@pytest.mark.parametrize("spoil", [fill, make_read_only])
def test_drafts_stand_in_for_a_disk_that_takes_nothing(
    small_disk: Path, tmp_path: Path, spoil: object, ending: Ending
) -> None:
    assert callable(spoil)
    left = one_killed(
        small_disk / "portfolio",
        tmp_path / "home",
        ending,
        seed=7,
        seconds=(3.5, 3.6),
        before=lambda: spoil(small_disk),
    )
    assert (left.fault, left.lost) == ("", 0)
    assert left.typed > 10
    assert left.in_drafts
