"""The start without the parser: what it takes over, and what it leaves to the parser."""

import sys
from pathlib import Path

import pytest

from cmalt_tui import cli
from cmalt_tui.cli import quick_start, screen
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.beginnings import new_portfolio


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path | None]:
    """The portfolios that are shown, in place of the screen; there is a terminal."""
    folders: list[Path | None] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(screen, "run_screen", lambda places, *, folder: folders.append(folder))
    return folders


@pytest.mark.parametrize("words", [["mine"], ["open", "mine"], ["mine/sections"]])
def test_a_portfolio_is_shown(
    shown: list[Path | None], words: list[str], places: Places, tmp_path: Path
) -> None:
    folder = new_portfolio(tmp_path / "mine", places)
    (folder / "sections").mkdir(exist_ok=True)
    assert quick_start.opened_quickly(words)
    assert shown == [folder]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["status"],
        ["--help"],
        ["mine", "--at", "1a"],
        ["open", "mine", "other"],
        ["nowhere"],
        ["mine/nowhere"],
        [""],
    ],
)
def test_the_rest_is_left_to_the_parser(
    shown: list[Path | None], words: list[str], places: Places, tmp_path: Path
) -> None:
    new_portfolio(tmp_path / "mine", places)
    new_portfolio(tmp_path / "status", places)
    assert not quick_start.opened_quickly(words)
    assert shown == []


def test_what_cannot_be_opened_is_left_to_the_parser(
    shown: list[Path | None], monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path
) -> None:
    def refuse(places: Places, *, folder: Path | None) -> None:
        raise InputProblem("can't be read")

    new_portfolio(tmp_path / "mine", places)
    monkeypatch.setattr(screen, "run_screen", refuse)
    assert not quick_start.opened_quickly(["mine"])


@pytest.mark.parametrize("named", ["dumb", "unknown"])
def test_a_terminal_that_cannot_place_its_cursor_is_told_of_the_line_mode(
    monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path, named: str
) -> None:
    folder = new_portfolio(tmp_path / "mine", places)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", named)
    with pytest.raises(InputProblem, match="--plain"):
        screen.run_screen(places, folder=folder)


def test_what_the_system_refuses_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(words: list[str]) -> bool:
        raise OSError(5, "Input/output error", "mine")

    monkeypatch.setattr(quick_start, "opened_quickly", refuse)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "cmalt-tui: mine: can't be used (Input/output error). Check the path and the disk.\n"
    )
