"""What the disk says of the evidence: truthfully, within the portfolio, and cheaply again."""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.workbench import review_facts
from cmalt_tui.workbench.review_facts import artefact_facts, package_bytes

TIDE = sha256(b"tide").hexdigest()
EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")


def bank(*items: EvidenceItem) -> Portfolio:
    return replace(EMPTY, evidence={item.id: item for item in items})


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "evidence" / "files"
    folder.mkdir(parents=True)
    (folder / "tide.txt").write_bytes(b"tide")
    return folder


def test_items_without_a_file_are_not_looked_at(tmp_path: Path) -> None:
    page = EvidenceItem("page", "Page", url="https://larkmoor.example")
    assert artefact_facts(tmp_path, bank(page)) == {}


def test_a_file_is_there_and_the_same_or_another(tmp_path: Path, files: Path) -> None:
    same = EvidenceItem("same", "Same", file="files/tide.txt", sha256=TIDE)
    other = replace(same, id="other", sha256="0" * 64)
    unnoted = replace(same, id="unnoted", sha256="")
    facts = artefact_facts(tmp_path, bank(same, other, unnoted))
    assert facts["same"] == ArtefactFacts(is_there=True, size=4, sha256=TIDE)
    assert facts["other"].has_changed and facts["other"].sha256 == TIDE
    assert facts["unnoted"] == ArtefactFacts(is_there=True, size=4)


def test_what_is_no_file_of_the_portfolio_is_told(tmp_path: Path, files: Path) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret")
    (files / "out").symlink_to(tmp_path.parent / "secret.txt")
    (files / "loop").symlink_to(files / "loop")
    (files / "folder").mkdir()
    os.mkfifo(files / "pipe")
    named = {
        "climbs": "../../secret.txt",
        "absolute": "/etc/hostname",
        "out": "files/out",
        "loop": "files/loop",
        "nul": "files/a\x00b",
        "folder": "files/folder",
        "pipe": "files/pipe",
        "gone": "files/gone.pdf",
    }
    items = (EvidenceItem(one, one, file=file, sha256=TIDE) for one, file in named.items())
    facts = artefact_facts(tmp_path, bank(*items))
    assert not any(one.is_there for one in facts.values())
    outside = {one for one, fact in facts.items() if fact.is_outside}
    assert outside >= {"climbs", "absolute", "out", "nul"} and not outside & {"folder", "gone"}


def test_a_second_look_reads_nothing_until_the_file_changes(
    tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio = bank(EvidenceItem("tide", "Tide", file="files/tide.txt", sha256=TIDE))
    first = artefact_facts(tmp_path, portfolio)
    read: list[Path] = []

    def noted(file: Path) -> str:
        read.append(file)
        return "1" * 64

    monkeypatch.setattr(review_facts, "fingerprint_of", noted)
    assert artefact_facts(tmp_path, portfolio) == first and not read
    (files / "tide.txt").write_bytes(b"spring tide")
    assert artefact_facts(tmp_path, portfolio)["tide"].has_changed and len(read) == 1


def test_reading_has_a_limit_and_goes_on_next_time(tmp_path: Path, files: Path) -> None:
    (files / "neap.txt").write_bytes(b"neap")
    items = bank(
        EvidenceItem("tide", "Tide", file="files/tide.txt", sha256="0" * 64),
        EvidenceItem("neap", "Neap", file="files/neap.txt", sha256="0" * 64),
    )
    first = artefact_facts(tmp_path, items, most_hashed=5)
    assert [one.has_changed for one in first.values()] == [True, False]
    second = artefact_facts(tmp_path, items, most_hashed=5)
    assert [one.has_changed for one in second.values()] == [True, True]


def test_the_package_counts_each_used_file_once(tmp_path: Path, files: Path) -> None:
    (files / "neap.txt").write_bytes(b"neap!")
    items = bank(
        EvidenceItem("tide", "Tide", file="files/tide.txt"),
        EvidenceItem("again", "Tide again", file="files/tide.txt"),
        EvidenceItem("unused", "Neap", file="files/neap.txt"),
        EvidenceItem("gone", "Gone", file="files/gone.txt"),
    )
    uses = tuple(EvidenceUse(one) for one in ("tide", "again", "gone", "unknown"))
    assert package_bytes(tmp_path, items.with_section(Section("1a", evidence=uses))) == 4
    assert package_bytes(tmp_path, items) == 0
