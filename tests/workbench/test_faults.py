"""Whatever fails in a save, and wherever: no file is torn, no word is lost, the next save works."""

import errno
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest

from cmalt_tui.model.portfolio import EvidenceItem, InboxItem, Portfolio, Reflection, Section
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Conflict, Desk, open_desk
from tests.workbench.faulty_disk import Died, FaultyDisk

CHANGED_ELSEWHERE = PurePosixPath("sections/2a.toml")
OLD = {
    "1a": Section("1a", description="Oldaaa.", reflections=(Reflection("r", text="Removedrrr."),)),
    "1b": Section("1b", description="Oldbbb."),
    "2a": Section("2a", description="Oldccc."),
}
NEW = {
    "1a": Section("1a", description="Newaaa.", note="Newnnn."),
    "1b": Section("1b", description="Oldbbb.\n\nNewbbb."),
    "2a": Section("2a", description="Newccc."),
    "3a": Section("3a", description="Newddd."),
}
MINE = ("Newaaa", "Newnnn", "Newbbb", "Newccc", "Newddd", "Neweee")
OTHERS = ("Removedrrr", "Removedeee", "Theirsccc")


class Home(NamedTuple):
    """A person's folders, and the portfolio in them."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "mine"

    @property
    def places(self) -> Places:
        return Places(self.root / "config", self.root / "data", self.root / "cache")

    def files(self) -> dict[str, bytes]:
        """The item files, by their names relative to the portfolio."""
        names = ("portfolio.toml", *(f"{top}/*.toml" for top in ("sections", "evidence", "inbox")))
        found = [file for name in names for file in self.folder.glob(name)]
        return {str(file.relative_to(self.folder)): file.read_bytes() for file in found}

    def everything(self) -> str:
        """All texts below the person's folders, in drafts as well."""
        files = [file for file in self.root.rglob("*") if file.suffix in (".toml", ".json")]
        return "".join(file.read_text() for file in files)

    def litter(self) -> list[Path]:
        return [file for file in self.folder.rglob("*") if file.name.endswith(".tmp")]

    def opened_later(self) -> Desk:
        """The portfolio as it is opened when what a dead program was writing is old."""
        for file in self.litter():
            os.utime(file, (0, 0))
        return open_desk(self.folder, self.places, lock=True)


@pytest.fixture
def original(tmp_path: Path) -> Home:
    """A portfolio that was saved, and one section of which another program changed since."""
    home = Home(tmp_path / "original")
    new_portfolio(home.folder, home.places, title="Mine", author="Ada Example")
    desk = open_desk(home.folder, home.places)
    old = replace(
        desk.portfolio,
        sections=OLD,
        evidence={"options": EvidenceItem("options", "Options", role="Removedeee.")},
    )
    desk.change(old)
    desk.save()
    return home


@pytest.fixture
def opened(
    original: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], tuple[Home, Desk]]:
    def fresh(number: int) -> tuple[Home, Desk]:
        """A copy of it, opened, changed and with drafts of the changes; one file has a conflict."""
        home = Home(tmp_path / f"home-{number}")
        shutil.copytree(original.root, home.root)
        (home.root / "tmp").mkdir()
        monkeypatch.setenv("TMPDIR", str(home.root / "tmp"))
        desk = open_desk(home.folder, home.places)
        desk.change(changed(desk.portfolio))
        desk.keep_drafts()
        file = home.folder / CHANGED_ELSEWHERE
        file.write_text(file.read_text().replace("Oldccc.", "Theirsccc."))
        return home, desk

    return fresh


def changed(portfolio: Portfolio) -> Portfolio:
    item = InboxItem("idea", "An idea", "Neweee.")
    return replace(portfolio, sections=NEW, evidence={}, inbox=(item,))


def save_all(desk: Desk) -> None:
    """Save with a conflict that is settled, a removal, a version kept, and drafts."""
    try:
        desk.save()
    except Conflict as conflict:
        desk.settle(conflict.path, {})
    desk.keep_drafts()
    desk.save()
    desk.keep_drafts()


@pytest.fixture
def saved(opened: Callable[[int], tuple[Home, Desk]]) -> dict[str, bytes]:
    """What the files say after a save in which nothing failed."""
    home, desk = opened(0)
    save_all(desk)
    assert not desk.unsaved
    files = home.files()
    assert "evidence/options.toml" not in files
    assert all(word in b"".join(files.values()).decode() for word in MINE)
    assert all(word in home.everything() for word in OTHERS)
    assert not list(home.root.rglob("*.json"))
    return files


def refuse_torn(home: Home, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    now = home.files()
    for name in {*now, *before, *after}:
        allowed = [before.get(name), after.get(name)]
        assert now.get(name) in allowed, name


@pytest.mark.parametrize(
    ("error", "lasts"),
    [
        (errno.ENOSPC, True),
        (errno.EIO, False),
        (errno.EROFS, True),
        (errno.EACCES, False),
    ],
    ids=lambda value: errno.errorcode[value] if value > 1 else ("once", "lasting")[value],
)
def test_a_failure_anywhere_in_a_save(
    opened: Callable[[int], tuple[Home, Desk]],
    saved: dict[str, bytes],
    error: int,
    lasts: bool,
) -> None:
    at, more = 0, True
    while more:
        at += 1
        home, desk = opened(at)
        before = home.files()
        with pytest.MonkeyPatch.context() as patch:
            disk = FaultyDisk(patch, home.root, at, error, lasts=lasts)
            try:
                save_all(desk)
            except (InputProblem, Conflict):
                assert desk.unsaved or not lasts
        more = disk.count >= at
        refuse_torn(home, before, saved)
        held = home.everything() + repr(desk.portfolio)
        assert [word for word in (*MINE, *OTHERS) if word not in held] == [], at
        assert not home.litter() or lasts, at
        save_all(desk)
        assert home.files() == saved, at
        assert [word for word in OTHERS if word not in home.everything()] == [], at
        assert not list(home.root.rglob("*.json")), at
        assert home.opened_later().drafts() == ()
        assert not home.litter(), at
        shutil.rmtree(home.root)
    assert at > 50


def test_a_death_anywhere_in_a_save(
    opened: Callable[[int], tuple[Home, Desk]], saved: dict[str, bytes]
) -> None:
    at, more = 0, True
    while more:
        at += 1
        home, desk = opened(at)
        before = home.files()
        with pytest.MonkeyPatch.context() as patch:
            disk = FaultyDisk(patch, home.root, at, 0)
            more = False
            try:
                save_all(desk)
            except Died:
                more = True
        assert more == (disk.count >= at)
        refuse_torn(home, before, saved)
        assert [word for word in (*MINE, *OTHERS) if word not in home.everything()] == [], at

        later = home.opened_later()
        for draft in later.drafts():
            later.take_draft(draft)
        assert [word for word in MINE if word not in repr(later.portfolio)] == [], at
        assert later.draft_problems == ()
        later.save()
        said = b"".join(home.files().values()).decode()
        assert [word for word in MINE if word not in said] == [], at
        assert [word for word in OTHERS if word not in home.everything()] == [], at
        assert not home.litter(), at
        assert not list(home.root.rglob("*.json")), at
        shutil.rmtree(home.root)
    assert at > 50


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_failure_anywhere_in_keeping_drafts(
    opened: Callable[[int], tuple[Home, Desk]], error: int
) -> None:
    at, more = 0, True
    while more:
        at += 1
        home, desk = opened(at)
        section = replace(desk.portfolio.section("1b"), note="Laterfff.")
        desk.change(desk.portfolio.with_section(section))
        with pytest.MonkeyPatch.context() as patch:
            disk = FaultyDisk(patch, home.root, at, error)
            desk.keep_drafts()
        more = disk.count >= at
        contents = [json.loads(file.read_text()) for file in home.root.rglob("*.json")]
        assert any("Laterfff" in str(one["content"]) for one in contents), at
        assert [word for word in MINE if word not in str(contents)] == [], at
        desk.keep_drafts()
        shutil.rmtree(home.root)
    assert at > 5


def test_nothing_takes_drafts_when_every_place_is_full(
    opened: Callable[[int], tuple[Home, Desk]],
) -> None:
    home, desk = opened(1)
    desk.change(desk.portfolio.with_section(Section("1b", note="Laterfff.")))
    with pytest.MonkeyPatch.context() as patch:
        FaultyDisk(patch, home.root, 1, errno.ENOSPC, lasts=True)
        with pytest.raises(InputProblem, match="the disk is full"):
            desk.keep_drafts()
    desk.keep_drafts()
    assert "Laterfff" in home.everything()


def fill(file: Path) -> None:
    """Write into a file until its disk is full."""
    with (
        pytest.raises(OSError, match="No space"),
        file.open("wb", buffering=0) as filler,
    ):
        while filler.write(b"x" * 4096):
            pass


def mounted(*words: str | Path) -> bool:
    """Run ``mount``; says whether it worked."""
    return subprocess.run(["mount", *map(str, words)], capture_output=True).returncode == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount")
@pytest.mark.parametrize("trouble", ["the disk is full", "the disk is read-only"])
def test_a_disk_that_is_really_so(
    opened: Callable[[int], tuple[Home, Desk]],
    saved: dict[str, bytes],
    tmp_path: Path,
    trouble: str,
) -> None:
    mount = tmp_path / "disk"
    mount.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=256k", "tmpfs", mount):
        pytest.skip("nothing can be mounted here")
    try:
        home, _ = opened(1)
        desk = open_desk(shutil.copytree(home.folder, mount / "mine"), home.places)
        desk.change(changed(desk.portfolio))
        if "full" in trouble:
            fill(mount / "filler")
        else:
            assert mounted("-o", "remount,ro", mount)
        with pytest.raises(InputProblem, match=trouble):
            desk.save()
        refuse_torn(Home(mount), home.files(), saved)
        desk.keep_drafts()
        drafts = "".join(file.read_text() for file in home.places.data.rglob("*.json"))
        assert [word for word in MINE if word not in drafts] == []
        assert mounted("-o", "remount,rw", mount)
        (mount / "filler").unlink(missing_ok=True)
        save_all(desk)
        assert Home(mount).files() == saved
        assert not list(home.places.data.rglob("*.json"))
    finally:
        subprocess.run(["umount", "-l", mount], check=True)
