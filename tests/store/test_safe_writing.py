"""A full disk, a forbidden folder and a killed program leave the old file or the new one, whole."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PortfolioStore, create_portfolio

Contents = Callable[[Path], dict[str, bytes]]


def fail_with(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you may not write here"),
        (errno.EIO, "can't be written"),
    ],
)
def test_trouble_leaves_the_old_file_and_no_litter(
    folder: Path,
    contents: Contents,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    words: str,
) -> None:
    store = PortfolioStore(folder)
    portfolio = store.load()
    mine = portfolio.with_section(replace(portfolio.section("1b"), description="Lost?"))
    before = contents(folder)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail_with(number))
        with pytest.raises(InputProblem, match=words) as caught:
            store.save(mine)
    assert caught.value.problem.file == folder / "sections/1b.toml"
    assert caught.value.problem.way_out
    assert contents(folder) == before
    assert [str(path) for path in store.save(mine)] == ["sections/1b.toml"]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_program_killed_while_saving_leaves_a_whole_file(folder: Path, moment: str) -> None:
    killed = f"""
import os
from dataclasses import replace
from pathlib import Path
from cmalt_tui.store import PortfolioStore
store = PortfolioStore(Path({str(folder)!r}))
portfolio = store.load()
real = os.replace
def die(source, target):
    if {moment == "after"}:
        real(source, target)
    os._exit(9)
os.replace = die
store.save(portfolio.with_section(replace(portfolio.section("1b"), description="New.")))
"""
    assert subprocess.run([sys.executable, "-c", killed], check=False, timeout=60).returncode == 9
    portfolio = PortfolioStore(folder).load()
    assert portfolio.broken == ()
    expected = "New." if moment == "after" else "Constraints."
    assert portfolio.section("1b").description == expected


def test_the_mode_of_a_file_is_kept(folder: Path) -> None:
    file = folder / "sections/1b.toml"
    file.chmod(0o640)
    store = PortfolioStore(folder)
    portfolio = store.load()
    store.save(portfolio.with_section(Section("1b", description="New.")))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_file_that_is_marked_read_only_is_left_alone(folder: Path, contents: Contents) -> None:
    (folder / "sections/1b.toml").chmod(0o444)
    store = PortfolioStore(folder)
    portfolio = store.load()
    before = contents(folder)
    with pytest.raises(InputProblem, match="is marked read-only"):
        store.save(portfolio.with_section(Section("1b", description="New.")))
    assert contents(folder) == before


def test_a_removal_that_fails_keeps_the_file(
    folder: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = PortfolioStore(folder)
    portfolio = store.load()
    before = contents(folder)
    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", fail_with(errno.EROFS))
        with pytest.raises(InputProblem, match="the disk is read-only"):
            store.save(replace(portfolio, inbox=()))
    assert contents(folder) == before
    assert len(store.save(replace(portfolio, inbox=()))) == 1


def test_a_portfolio_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    real, written = os.replace, []

    def third_fails(source: Path, target: Path) -> None:
        if len(written) == 2:
            fail_with(errno.ENOSPC)()
        written.append(target)
        real(source, target)

    monkeypatch.setattr(os, "replace", third_fails)
    for folder in (tmp_path / "new", tmp_path / "deep/er/new", empty):
        written.clear()
        with pytest.raises(InputProblem, match="the disk is full"):
            create_portfolio(folder, portfolio)
    assert list(tmp_path.rglob("*")) == [empty]
