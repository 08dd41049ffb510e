"""References to evidence in a text are numbered and linked; what leads nowhere is said."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from cmalt_tui.export import Audience, Format
from cmalt_tui.export.evidence_reference import picture_of, reference_to
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Section


def written(desk: Any, format: Format) -> str:
    file: Path = desk.export(format).file
    if format is Format.DOCX:
        with ZipFile(file) as package:
            return package.read("word/document.xml").decode()
    return file.read_text(encoding="utf-8")


def test_a_reference_becomes_number_and_title(desk: Any) -> None:
    told = desk.saying(f"The table ({reference_to('options')}), and {reference_to('chart')}.")
    said = "The table ([Evidence 1: Options paper](#evidence-1)), and"
    assert f"{said} [Evidence 2: Use by month](#evidence-2)." in told.text()


def test_a_reference_leads_to_the_item(desk: Any) -> None:
    told = desk.saying(f"Look at {reference_to('options')}.")
    html, docx = written(told, Format.HTML), written(told, Format.DOCX)
    assert 'Look at <a href="#evidence-1">Evidence 1: Options paper</a>.' in html
    assert 'id="evidence-1"' in html
    assert (
        docx.count('w:anchor="evidence-1"')
        == written(desk, Format.DOCX).count('w:anchor="evidence-1"') + 1
    )
    assert told.export(Format.PDF).file.stat().st_size > 1_000


def test_what_a_reference_can_not_lead_to_is_said(desk: Any) -> None:
    told = desk.saying("Once [[ev:nobody]], then [[ev:unused]].")
    assert r"Once \[\[ev:nobody\]\], then Never shown." in told.text()
    assert "there is no such evidence: [[ev:nobody]]" in told.messages()
    assert "refers to evidence that no section uses: Never shown" in told.messages()


def test_the_public_reads_no_title_of_what_is_left_out(desk: Any) -> None:
    exported = desk.saying("See [[ev:chart]].").export(audience=Audience.PUBLIC)
    text = exported.file.read_text(encoding="utf-8")
    assert "evidence left out" in text and "Use by month" not in text
    assert any("refers to evidence that is left out" in note.message for note in exported.notes)


def test_code_and_titles_are_no_references(desk: Any) -> None:
    assert "`[[ev:options]]`" in desk.saying("Write `[[ev:options]]`.").text()
    titled = desk.with_evidence(EvidenceItem("options", "[[ev:chart]]"))
    assert "Evidence 2: Use by month: " not in titled.text()


def test_a_reference_inside_a_link_makes_no_link_in_a_link(desk: Any) -> None:
    html = written(desk.saying("[about [[ev:options]]](https://example.org)"), Format.HTML)
    assert '<a href="https://example.org">about Evidence 1: Options paper</a>' in html


@pytest.mark.parametrize("item_id", ["2025--x", "a...b", "my_item_2", "A.b-c", "x---y"])
def test_every_id_is_found(desk: Any, item_id: str) -> None:
    told = desk.with_evidence(EvidenceItem(item_id, "A strange one"))
    told = told.with_section(
        Section("1a", description=f"*({reference_to(item_id)})*", evidence=(EvidenceUse(item_id),))
    )
    assert "*([Evidence 1: A strange one](#evidence-1))*" in told.text()


def test_a_picture_as_it_is_written_comes_in_with_caption_and_alternative(desk: Any) -> None:
    item = desk.portfolio.evidence["chart"]
    written_down = picture_of(item)
    assert written_down == (
        '![Use of the platform](evidence/files/chart.png){alt="Bars that grow every month"}'
    )
    html = written(desk.saying(written_down), Format.HTML)
    assert html.count('alt="Bars that grow every month"') == 2
    assert desk.saying(written_down).messages() == desk.messages()


def test_a_caption_with_marks_stays_what_it_is(desk: Any) -> None:
    item = EvidenceItem("chart", 'A *b* [c] "d" <i>', file="files/chart.png", alt='Say "no" \\ [e]')
    html = written(desk.saying(picture_of(item)), Format.HTML)
    assert 'alt="Say &quot;no&quot; \\ [e]"' in html
    assert "A *b* [c] “d” &lt;i&gt;" in html
