"""A file is written whole or not at all, whatever comes between."""

import os
import stat
from pathlib import Path

import pytest

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.problems import InputProblem


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.toml"
    file.write_text("old")
    real = os.open

    def full(path: object, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith(".tmp"):
            os.close(real(str(path), flags, mode))
            return real("/dev/full", os.O_WRONLY)
        return real(str(path), flags, mode)

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(InputProblem, match="the disk is full"):
        write_atomically(file, [b"new" * 100_000])
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("a.toml", "old")]


def test_an_interrupt_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("old")

    def interrupted():  # type: ignore[no-untyped-def]
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, interrupted())
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("a.toml", "old")]


def test_the_content_is_on_the_disk_before_the_name_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        size = os.fstat(descriptor).st_size
        calls.append("folder" if is_folder else f"file of {size}")
        real_sync(descriptor)

    def rename(source: Path, target: Path) -> None:
        calls.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", rename)
    write_atomically(tmp_path / "a.toml", [b"12345"])
    assert calls == ["file of 5", "replace", "folder"]


def test_a_new_file_has_the_mode_that_the_person_chose_for_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", [b""])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / f"{'n' * 250}.toml"
    write_atomically(file, [b"new"])
    assert file.read_bytes() == b"new"
