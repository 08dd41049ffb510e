"""A document is put in its place whole, or nothing is."""

import os
from pathlib import Path
from typing import Any

import pytest

from cmalt_tui.export import Format, export, export_many
from cmalt_tui.model.portfolio import Section
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress

GOOD = [Format.DOCX, Format.HTML, Format.PDF, Format.MARKDOWN]


def test_a_folder_is_no_place(desk: Any, tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as caught:
        export(desk.request(Format.HTML, output=tmp_path / "portfolio"))
    assert caught.value.problem.file == tmp_path / "portfolio"


def test_a_folder_that_is_not_there_is_named(desk: Any, tmp_path: Path) -> None:
    request = desk.request(Format.HTML)
    (tmp_path / "out").rmdir()
    with pytest.raises(InputProblem) as caught:
        export(request)
    assert str(tmp_path / "out") in caught.value.problem.message
    assert caught.value.problem.way_out


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_place_that_cannot_be_written_to_is_named(desk: Any, tmp_path: Path) -> None:
    place = Path("/proc/portfolio.html") if os.geteuid() == 0 else tmp_path / "shut" / "p.html"
    if os.geteuid() != 0:
        place.parent.mkdir()
        place.parent.chmod(0o500)
    if not place.parent.is_dir():
        pytest.skip("no folder that even the superuser can't write to")
    with pytest.raises(InputProblem) as caught:
        export(desk.request(Format.HTML, output=place))
    assert caught.value.problem.file == place
    assert "can't be written" in caught.value.problem.message


def test_what_was_there_is_replaced_and_nothing_else_is_left(desk: Any, tmp_path: Path) -> None:
    request = desk.request(Format.HTML)
    request.output.write_text("old")
    export(request)
    assert request.output.read_text().startswith("<!DOCTYPE html>")
    assert list((tmp_path / "out").iterdir()) == [request.output]


@pytest.mark.parametrize("calls", [0, 1, 2, 3, 5, 8])
def test_cancelling_leaves_everything_as_it_was(desk: Any, tmp_path: Path, calls: int) -> None:
    requests = [desk.request(format) for format in GOOD]
    for request in requests:
        request.output.write_text("old")
    told: list[Progress] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        if len(told) > calls:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_many(requests, report)
    assert {file.read_text() for file in (tmp_path / "out").iterdir()} == {"old"}


def test_a_long_parse_can_be_cancelled_in_its_midst(desk: Any) -> None:
    calls = 0

    def report(_: Progress) -> None:
        nonlocal calls
        calls += 1
        if calls > 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(desk.with_section(Section("1b", description="[" * 20_000)).request(), report)


def test_a_text_that_cannot_be_parsed_leaves_no_file(
    desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmalt_tui.export.parsing._SECONDS", 1.0)
    with pytest.raises(InputProblem):
        desk.saying("[" * 20_000).export(Format.DOCX)
    assert list((tmp_path / "out").iterdir()) == []


def test_progress_counts_every_document(desk: Any) -> None:
    told: list[Progress] = []
    export_many([desk.request(format) for format in GOOD], told.append)
    steps = {progress.done: progress.what for progress in told}
    assert list(steps) == [0, 1, 2, 3, 4]
    assert steps[0] == "Reading the texts" and steps[3] == "Writing portfolio.pdf"
    assert {progress.total for progress in told} == {5}
