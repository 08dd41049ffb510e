"""Sources that lie, lead elsewhere or are too large come into no bank, and leave nothing behind."""

import os
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.evidence_bank import add_evidence

DAY = date(2026, 12, 1)
EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    create_portfolio(tmp_path / "tides", EMPTY)
    return open_desk(tmp_path / "tides", places)


def made(tmp_path: Path, name: str, content: bytes = b"tide") -> str:
    file = tmp_path / name
    file.write_bytes(content)
    return str(file)


@pytest.mark.parametrize(
    "source",
    ["", "  ", "gone.pdf", "../gone", "/gone/else", "C:\\gone.doc", "\x00", "x" * 5_000],
)
def test_what_is_not_there_is_no_thing_in_words(desk: Desk, source: str) -> None:
    with pytest.raises(InputProblem):
        add_evidence(desk, source, DAY)
    assert not desk.portfolio.evidence and not desk.unsaved


@pytest.mark.parametrize(
    "address",
    [
        "ftp://larkmoor.example/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://odo:secret@larkmoor.example/",
        "https://larkmoor.example/a b",
        "https://larkmoor.example/\x1b[2J",
        "https://[broken/",
        "https://larkmoor.example/" + "x" * 3_000,
    ],
)
def test_addresses_that_evidence_can_not_have_are_refused(desk: Desk, address: str) -> None:
    with pytest.raises(InputProblem):
        add_evidence(desk, address, DAY)
    assert not desk.portfolio.evidence


def test_folders_pipes_loops_and_links_to_elsewhere_are_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    os.mkfifo(tmp_path / "own" / "pipe")
    (tmp_path / "own" / "loop").symlink_to(tmp_path / "own" / "loop")
    (tmp_path / "own" / "out").symlink_to(made(tmp_path, "secret.txt"))
    (tmp_path / "own" / "lost").symlink_to(tmp_path / "own" / "nowhere")
    for name in ("", "pipe", "loop", "out", "lost"):
        with pytest.raises(InputProblem) as refused:
            add_evidence(desk, str(tmp_path / "own" / name), DAY)
        assert refused.value.problem.file
    assert not (desk.folder / "evidence").exists() and not desk.portfolio.evidence
    (tmp_path / "own" / "real.txt").write_text("reed")
    (tmp_path / "own" / "near").symlink_to("real.txt")
    assert add_evidence(desk, str(tmp_path / "own" / "near"), DAY).item.file


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="larger than"):
        add_evidence(desk, made(tmp_path, "big.bin", b"x" * 101), DAY, most=100)
    assert not (desk.folder / "evidence").exists()
    assert add_evidence(desk, made(tmp_path, "fits.bin", b"x" * 100), DAY, most=100).is_new


def test_a_name_with_control_characters_makes_a_plain_item(desk: Desk, tmp_path: Path) -> None:
    item = add_evidence(desk, made(tmp_path, "a\x1b[2Jb\nc d‮.p\x07df"), DAY).item
    assert item.title.isprintable() and item.file.isascii() and item.file.isprintable()


def test_a_folder_of_artefacts_that_leads_out_is_not_written_to(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (desk.folder / "evidence").mkdir()
    (desk.folder / "evidence" / "files").symlink_to(tmp_path / "outside")
    with pytest.raises(InputProblem):
        add_evidence(desk, made(tmp_path, "a.pdf"), DAY)
    assert not list((tmp_path / "outside").iterdir()) and not desk.portfolio.evidence
