"""A zip for the assessors: documents, numbered evidence files, and a list of what is in it."""

import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cmalt_tui.export import Audience, ExportNote, Format, export
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse
from cmalt_tui.progress import Cancelled, Progress
from tests.export.conftest import FRAMEWORK

NAME = "a-year-of-small-changes"


def packed(desk: Any, *inside: Format, audience: Audience = Audience.ASSESSOR) -> dict[str, bytes]:
    """The parts of the zip, by name."""
    request = replace(desk.request(Format.ZIP, audience), inside=inside or (Format.HTML,))
    with zipfile.ZipFile(export(request).file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_the_document_the_files_and_a_manifest(desk: Any) -> None:
    parts = packed(desk)
    assert set(parts) == {
        f"{NAME}.html",
        "evidence/01-options-paper.pdf",
        "evidence/02-use-by-month.png",
        "MANIFEST.md",
        "manifest.json",
    }
    assert parts["evidence/01-options-paper.pdf"] == b"%PDF-1.4"
    page = parts[f"{NAME}.html"].decode()
    assert 'File: <a href="evidence/01-options-paper.pdf">01-options-paper.pdf</a>' in page
    assert 'File: <a href="evidence/02-use-by-month.png">02-use-by-month.png</a>' in page


def test_every_document_that_is_chosen_links_to_the_files(desk: Any) -> None:
    parts = packed(desk, Format.HTML, Format.DOCX, Format.PDF, Format.MARKDOWN)
    assert {f"{NAME}.{kind}" for kind in ("html", "docx", "pdf", "md")} <= set(parts)
    assert any(name.startswith(f"{NAME}-pictures/") for name in parts)
    text = parts[f"{NAME}.md"].decode()
    assert "[01-options-paper.pdf](evidence/01-options-paper.pdf)" in text
    with zipfile.ZipFile(io.BytesIO(parts[f"{NAME}.docx"])) as docx:
        links = docx.read("word/_rels/document.xml.rels").decode()
    assert 'Target="evidence/01-options-paper.pdf"' in links


def test_the_manifest_says_what_every_file_is_and_shows(desk: Any) -> None:
    parts = packed(desk)
    told = json.loads(parts["manifest.json"])
    assert (told["kind"], told["schema"], told["audience"]) == ("cmalt-tui package", 1, "assessor")
    for one in told["files"]:
        content = parts[one["file"]]
        assert (one["size"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert {one["file"] for one in told["files"]} == set(parts) - {"manifest.json", "MANIFEST.md"}
    assert [(one["number"], one["title"], one["file"]) for one in told["evidence"]] == [
        (1, "Options paper", "evidence/01-options-paper.pdf"),
        (2, "Use by month", "evidence/02-use-by-month.png"),
        (3, "Letter of thanks", ""),
    ]
    assert told["evidence"][1]["shows"] == [
        {"section": "1a", "text": "How use grew."},
        {"section": "1b", "text": "The dip in March."},
    ]
    readable = parts["MANIFEST.md"].decode()
    assert "### 2. Use by month" in readable
    assert "- What it shows in 1b: The dip in March." in readable


def test_what_an_audience_must_not_see_is_not_in_it(desk: Any) -> None:
    parts = packed(desk, audience=Audience.PUBLIC)
    whole = b"".join(parts.values())
    assert not any("use-by-month" in name for name in parts)
    assert b"Use by month" not in whole and b"teapot" not in whole and b"Ask Sam" not in whole
    # The same file under another item, which may be seen, doesn't go along either.
    other = EvidenceItem("copy", "A copy", file="files/chart.png", permission="own")
    section = replace(desk.portfolio.section("1b"), evidence=(EvidenceUse("copy"),))
    again = packed(desk.with_evidence(other).with_section(section), audience=Audience.PUBLIC)
    assert not any(name.endswith(".png") for name in again)


def test_private_stretches_are_in_no_part_of_it(desk: Any) -> None:
    uses = (EvidenceUse("options", "The table. [[private: Sam was upset.]]"),)
    section = replace(desk.portfolio.section("1a"), evidence=uses)
    assert b"Sam" not in b"".join(packed(desk.with_section(section)).values())


@pytest.mark.parametrize("file", ["chart.toml", "../portfolio.toml", "../../secret", "/etc/passwd"])
def test_files_that_are_no_evidence_stay_at_home(desk: Any, tmp_path: Path, file: str) -> None:
    for place in (desk.folder, tmp_path, desk.folder / "evidence"):
        for name in ("chart.toml", "portfolio.toml", "secret"):
            (place / name).write_text("PRIVATE")
    item = replace(desk.portfolio.evidence["options"], file=file)
    parts = packed(desk.with_evidence(item))
    assert not any(name.startswith("evidence/01") for name in parts)
    assert b"PRIVATE" not in b"".join(parts.values())


def test_two_items_with_one_title_have_two_names(desk: Any) -> None:
    item = replace(desk.portfolio.evidence["chart"], title="Options paper", permission="own")
    names = [name for name in packed(desk.with_evidence(item)) if name.startswith("evidence/")]
    assert names == ["evidence/01-options-paper.pdf", "evidence/02-options-paper.png"]


def test_where_a_picture_was_taken_does_not_go_along(desk: Any) -> None:
    picture = Image.new("RGB", (40, 20), "red")
    for orientation in (1, 6):
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
        picture.save(desk.folder / "evidence" / "files" / "photo.jpg", exif=exif)
        item = replace(desk.portfolio.evidence["chart"], file="files/photo.jpg")
        placed = desk.with_evidence(item)
        content = packed(placed)["evidence/02-use-by-month.jpg"]
        shown = Image.open(io.BytesIO(content))
        assert not shown.getexif().get_ifd(0x8825)
        assert shown.size == ((40, 20) if orientation == 1 else (20, 40))
        assert any("where it was taken" in text for text in placed.messages(Format.ZIP))


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (1_200_000, "more than the 1 MB that mail may refuse"),
        (2_200_000, "more than the 2 MB that can be handed over"),
    ],
)
def test_its_size_is_told_against_the_framework(desk: Any, size: int, told: str) -> None:
    bounds = {"package_warn_mb": 1, "package_max_mb": 2}
    bounded = replace(FRAMEWORK, process=bounds)
    assert not any(" MB" in text for text in desk.messages(Format.ZIP))
    (desk.folder / "evidence" / "files" / "options.pdf").write_bytes(
        b"".join(hashlib.sha256(n.to_bytes(4)).digest() for n in range(size // 32))
    )
    made = export(replace(desk.request(Format.ZIP), framework=bounded))
    assert any(told in note.message for note in made.notes)


def test_a_missing_file_is_told_once(desk: Any) -> None:
    notes = desk.export(Format.ZIP).notes
    assert notes.count(ExportNote("the file is missing: files/letter.pdf", "1b", "letter")) == 1


def test_links_of_the_text_lead_to_the_entry_or_the_file(desk: Any) -> None:
    linked = desk.saying("[a](evidence/files/options.pdf) [b](evidence/09-made-up.pdf)")
    page = packed(linked)[f"{NAME}.html"].decode()
    assert '<a href="#evidence-1">a</a>' in page
    assert re.search(r"(?<!>)b</p>", page)


@pytest.mark.parametrize("format", [Format.ZIP, Format.SITE, Format.ARCHIVE])
@pytest.mark.parametrize("calls", [0, 2, 4, 7])
def test_a_stop_leaves_nothing_behind(
    desk: Any, tmp_path: Path, format: Format, calls: int
) -> None:
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if len(told) > calls:
            raise Cancelled

    (desk.folder / "portfolio.toml").write_text("schema = 1")
    for name in range(9):
        (desk.folder / f"{name}.txt").write_text("more")
    with pytest.raises(Cancelled):
        export(desk.request(format), stop)
    assert list((tmp_path / "out").iterdir()) == []
