"""Files and links are opened by the system's program, and only those that may be."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.opening_artefacts import open_artefact, opener, what_to_open

PAGE = EvidenceItem("page", "Page", url="https://larkmoor.example/a?b=c&d=$(id)")
TIDE = EvidenceItem("tide", "Tide", file="files/tide; $(id) && x.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "evidence" / "files"
    files.mkdir(parents=True)
    (files / "tide; $(id) && x.txt").write_text("tide")
    return tmp_path


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """A program in the place of the system's own; it notes what it was given in a pipe."""
    programs = tmp_path / "bin"
    programs.mkdir()
    os.mkfifo(tmp_path / "noted")
    name = "open" if sys.platform == "darwin" else "xdg-open"
    (programs / name).write_text(f'#!/bin/sh\nprintf "%s|%s" "$#" "$1" > "{tmp_path}/noted"\n')
    (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return lambda: (tmp_path / "noted").read_text()


def test_a_file_is_handed_over_as_it_is_named(folder: Path, opened: Callable[[], str]) -> None:
    assert open_artefact(folder, TIDE) == "tide; $(id) && x.txt"
    path = (folder / "evidence" / TIDE.file).resolve()
    assert opened() == f"1|{path}"


def test_a_link_is_handed_over_without_a_shell(folder: Path, opened: Callable[[], str]) -> None:
    assert open_artefact(folder, PAGE) == PAGE.url
    assert opened() == f"1|{PAGE.url}"


@pytest.mark.parametrize(
    "item",
    [
        EvidenceItem("a", "A"),
        EvidenceItem("a", "A", physical="on the wall"),
        EvidenceItem("a", "A", file="files/gone.pdf"),
        EvidenceItem("a", "A", file="../../secret.txt"),
        EvidenceItem("a", "A", file="/etc/hostname"),
        EvidenceItem("a", "A", file="files/run.desktop"),
        EvidenceItem("a", "A", file="files/RUN.EXE"),
        EvidenceItem("a", "A", url="file:///etc/hostname"),
        EvidenceItem("a", "A", url="javascript:alert(1)"),
        EvidenceItem("a", "A", url="-h"),
        EvidenceItem("a", "A", url="https:///x"),
        EvidenceItem("a", "A", url="https://larkmoor.example/\x1b[2J"),
        EvidenceItem("a", "A", url="https://[broken"),
    ],
)
def test_what_may_not_be_opened_is_refused(folder: Path, item: EvidenceItem) -> None:
    for name in ("run.desktop", "RUN.EXE"):
        (folder / "evidence" / "files" / name).write_text("x")
    with pytest.raises(InputProblem):
        what_to_open(folder, item)


def test_no_screen_and_no_program_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no screen"):
        opener("linux", {"PATH": str(tmp_path)})
    with pytest.raises(InputProblem, match="xdg-open is not installed"):
        opener("linux", {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"})
    with pytest.raises(InputProblem, match="open is not installed"):
        opener("darwin", {"PATH": str(tmp_path)})


def test_a_program_that_can_not_be_started_is_said(
    folder: Path, opened: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del opened
    for program in (folder / "bin").iterdir():
        program.write_text("no program at all")
    with pytest.raises(InputProblem, match="can't open it"):
        open_artefact(folder, PAGE)
