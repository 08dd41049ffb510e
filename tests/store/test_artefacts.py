"""Artefacts are copied whole, under a stable name, and never found outside the portfolio."""

import errno
import os
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PortfolioStore, artefacts, evidence_path


@pytest.fixture
def store(folder: Path) -> PortfolioStore:
    return PortfolioStore(folder)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "My Options (final).PDF"
    file.write_bytes(b"%PDF-" + bytes(3_000_000))
    return file


def test_a_copy_is_named_after_its_item(store: PortfolioStore, source: Path) -> None:
    assert store.add_evidence_file(source, "options") == "files/options.pdf"
    copy = evidence_path(store.folder, EvidenceItem("options", "", file="files/options.pdf"))
    assert copy == (store.folder / "evidence/files/options.pdf").resolve()
    assert copy.read_bytes() == source.read_bytes()
    assert source.exists()


def test_the_same_file_again_changes_nothing(store: PortfolioStore, source: Path) -> None:
    store.add_evidence_file(source, "options")
    copy = store.folder / "evidence/files/options.pdf"
    inode = copy.stat().st_ino
    assert store.add_evidence_file(source, "options") == "files/options.pdf"
    assert store.add_evidence_file(copy, "options") == "files/options.pdf"
    assert copy.stat().st_ino == inode
    assert not (store.folder / "kept").exists()


def test_another_file_takes_the_place_and_the_first_is_kept(
    store: PortfolioStore, source: Path
) -> None:
    store.add_evidence_file(source, "options")
    first = source.read_bytes()
    source.write_bytes(b"%PDF+" + first[5:])
    store.add_evidence_file(source, "options")
    assert (store.folder / "evidence/files/options.pdf").read_bytes() == source.read_bytes()
    assert [
        file.read_bytes() for file in store.folder.glob("kept/evidence/files/options-*.pdf")
    ] == [first]


@pytest.mark.parametrize("name", ["noend", "odd.p df", "long.abcdefghijkl", "x.tar.gz"])
def test_only_a_plain_ending_is_kept(store: PortfolioStore, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    expected = "files/item.gz" if name.endswith(".gz") else "files/item"
    assert store.add_evidence_file(tmp_path / name, "item") == expected


def test_one_that_is_too_large_changes_nothing(
    store: PortfolioStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_evidence_file(source, "options")
    first = source.read_bytes()
    source.write_bytes(first + b"more")
    monkeypatch.setattr(artefacts, "LARGEST_ARTEFACT", len(first))
    with pytest.raises(InputProblem, match="is larger than") as caught:
        store.add_evidence_file(source, "options")
    assert caught.value.problem.file == source
    files = list((store.folder / "evidence/files").iterdir())
    assert [file.read_bytes() for file in files] == [first]


def test_a_full_disk_changes_nothing(
    store: PortfolioStore, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputProblem, match="the disk is full"):
        store.add_evidence_file(source, "options")
    assert list((store.folder / "evidence/files").iterdir()) == []


def test_what_is_no_file_is_refused(store: PortfolioStore, tmp_path: Path, source: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place, words in (
        (tmp_path / "none", "no such"),
        (tmp_path, "plain"),
        (tmp_path / "pipe", "plain"),
    ):
        with pytest.raises(InputProblem, match=words):
            store.add_evidence_file(place, "options")
    with pytest.raises(InputProblem, match="can't be an id"):
        store.add_evidence_file(source, "../../options")
    assert not (store.folder / "evidence/files").exists()


def test_nothing_is_copied_through_a_folder_that_leads_out(
    store: PortfolioStore, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (store.folder / "evidence/files").symlink_to(tmp_path / "outside")
    with pytest.raises(InputProblem, match="leads out"):
        store.add_evidence_file(source, "options")
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize(
    "file",
    [
        "",
        ".",
        "..",
        "../portfolio.toml",
        "/etc/passwd",
        "files/../../portfolio.toml",
        "link",
        "a\0b",
    ],
)
def test_nothing_outside_is_ever_found(folder: Path, tmp_path: Path, file: str) -> None:
    (tmp_path / "secret").write_text("s")
    (folder / "evidence/link").symlink_to(tmp_path / "secret")
    assert evidence_path(folder, EvidenceItem("x", "X", file=file)) is None


def test_a_file_that_is_not_there_yet_has_its_path(folder: Path) -> None:
    found = evidence_path(folder, EvidenceItem("x", "X", file="files/later.png"))
    assert found == (folder / "evidence/files/later.png").resolve()


def test_an_evidence_folder_that_leads_out_holds_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "evidence").rename(tmp_path / "outside")
    (folder / "evidence").symlink_to(tmp_path / "outside")
    assert evidence_path(folder, EvidenceItem("x", "X", file="options.toml")) is None
