"""Portfolios are found, opened and made."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import create_portfolio, find_portfolio, open_portfolio_folder

Contents = Callable[[Path], dict[str, bytes]]


def test_it_is_found_from_anywhere_inside(folder: Path) -> None:
    for start in (folder, folder / "sections", folder / "sections/1a.toml", folder / "no/such"):
        assert find_portfolio(start) == folder
    assert find_portfolio(folder.parent) is None
    assert find_portfolio(folder.parent / ("x" * 5000)) is None


def test_it_is_found_from_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "evidence")
    assert find_portfolio(Path()) == folder


def test_it_opens_by_its_folder_and_by_its_file(folder: Path) -> None:
    for path in (folder, folder / "portfolio.toml"):
        assert open_portfolio_folder(path).load().author == "Rowan Ashby"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty", r"is no portfolio \(no portfolio.toml\)"),
        ("missing", "there is no such folder"),
        ("essay.md", "is no portfolio"),
        ("x" * 5000, "can't be opened"),
    ],
)
def test_what_is_no_portfolio_is_refused_with_a_way_out(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "essay.md").write_text("# Essay")
    with pytest.raises(InputProblem, match=words) as caught:
        open_portfolio_folder(tmp_path / name)
    assert caught.value.problem.file == tmp_path / name
    if len(name) < 100:
        assert "cmalt-tui new" in caught.value.problem.way_out
        assert "cmalt-tui import" in caught.value.problem.way_out


def test_a_new_portfolio_is_opened_and_can_be_saved(tmp_path: Path, portfolio: Portfolio) -> None:
    store = create_portfolio(tmp_path / "deep/er/new", portfolio)
    assert store.folder == tmp_path / "deep/er/new"
    assert [str(path) for path in store.save(portfolio.with_section(Section("2a", note="x")))] == [
        "sections/2a.toml"
    ]
    assert [entry.name for entry in (tmp_path / "deep/er").iterdir()] == ["new"]


def test_an_empty_folder_is_filled_and_stays_the_same_folder(
    tmp_path: Path, portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    (empty / ".git").mkdir(parents=True)
    monkeypatch.chdir(empty)
    inode = empty.stat().st_ino
    assert create_portfolio(Path(), portfolio).load() == portfolio
    assert empty.stat().st_ino == inode
    assert (empty / ".git").is_dir()
    assert [entry.name for entry in tmp_path.iterdir()] == ["empty"]


def test_a_folder_in_use_is_left_alone(
    tmp_path: Path, folder: Path, portfolio: Portfolio, contents: Contents
) -> None:
    (tmp_path / "essay.md").write_text("# Essay")
    used = tmp_path / "used"
    used.mkdir()
    (used / "holiday.jpg").write_bytes(b"sun")
    before = contents(tmp_path)
    for place, words in (
        (folder, "is a portfolio already"),
        (used, "is not empty"),
        (tmp_path / "essay.md", "is a file"),
        (tmp_path / "essay.md/new", "can't be written"),
    ):
        with pytest.raises(InputProblem, match=words) as caught:
            create_portfolio(place, portfolio)
        assert caught.value.problem.way_out
    assert contents(tmp_path) == before


def test_a_folder_becomes_a_portfolio_only_when_all_else_is_in_it(
    tmp_path: Path, portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    (empty / ".git").mkdir(parents=True)
    real, moved = Path.rename, []

    def last_fails(source: Path, target: Path) -> Path:
        moved.append(target.name)
        if target.name == "portfolio.toml":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(source, target)

    monkeypatch.setattr(Path, "rename", last_fails)
    with pytest.raises(InputProblem, match="the disk is full"):
        create_portfolio(empty, portfolio)
    assert set(moved[:-1]) == {"sections", "evidence", "inbox", "examples"}
    assert moved[-1] == "portfolio.toml"
    assert [entry.relative_to(tmp_path).as_posix() for entry in sorted(tmp_path.rglob("*"))] == [
        "empty",
        "empty/.git",
    ]
