"""Every format is valid, accessible, and the same each time."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from cmalt_tui.export import Exported, Format, export_many

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RICH = """\
Plain, *emphatic*, **strong**, ~~struck~~, `code`, H~2~O, a [link](https://example.org).[^n]

[^n]: A note with a [link](https://example.org/note).

> Quoted.

- one
    - deeper
        - deepest
1. first
2. second

Term
:   Meaning

| Left | Right | Middle |
|:-----|------:|:------:|
| a    |     1 |   x    |

: Scores

```python
print("code")
```

| line
| block

- [ ] open
- [x] done

---

![A chart, wide](evidence/files/chart.png){width=50%} in a line, 你好 in Chinese, and ½ — “quotes”.
"""


@pytest.fixture
def rich(desk: Any) -> Any:
    """A portfolio that holds every kind of thing a text can hold."""
    return desk.saying(RICH.replace(", 你好 in Chinese", ""))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _styles(root: Any) -> list[str]:
    return [style.get(f"{W}val") for style in root.iter(f"{W}pStyle")]


def _content(made: Exported) -> dict[str, bytes]:
    """The bytes of what was made, by name where it is a folder."""
    if made.file.is_file():
        return {"": made.file.read_bytes()}
    files = (file for file in made.file.rglob("*") if file.is_file())
    return {file.relative_to(made.file).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("format", list(Format))
def test_the_same_portfolio_gives_the_same_bytes(rich: Any, format: Format) -> None:
    first = _content(rich.export(format))
    assert _content(rich.export(format)) == first != {}


def test_several_formats_come_out_as_they_would_alone(rich: Any) -> None:
    formats = list(Format)
    together = export_many([rich.request(format) for format in formats])
    contents = [_content(done) for done in together]
    assert contents == [_content(rich.export(format)) for format in formats]


def test_docx_has_no_findings(rich: Any) -> None:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(rich.export(Format.DOCX).file))
    assert result.errors == []


def test_docx_is_made_of_built_in_styles(rich: Any) -> None:
    parts = _parts(rich.export(Format.DOCX).file.read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    used = set(_styles(root))
    known = {f"Heading{n}" for n in range(1, 7)} | {f"TOC{n}" for n in range(1, 4)}
    assert used <= known | {
        "Title", "Subtitle", "ListParagraph", "Caption", "Quote", "SourceCode", "TOCHeading",
    }  # fmt: skip
    defined = {s.get(f"{W}styleId") for s in etree.fromstring(parts["word/styles.xml"])}
    assert used <= defined
    levels = [int(style[-1]) for style in _styles(root) if style.startswith("Heading")]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels))


def test_docx_tables_have_absolute_widths_and_header_rows(rich: Any) -> None:
    root = etree.fromstring(_parts(rich.export(Format.DOCX).file.read_bytes())["word/document.xml"])
    tables = list(root.iter(f"{W}tbl"))
    assert len(tables) == 3
    for table in tables:
        width = table.find(f"{W}tblPr/{W}tblW")
        grid = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        assert width.get(f"{W}type") == "dxa" and int(width.get(f"{W}w")) == sum(grid) == 9070
        for row in table.iter(f"{W}tr"):
            cells = [cell.find(f"{W}tcPr/{W}tcW") for cell in row.iter(f"{W}tc")]
            assert sum(int(cell.get(f"{W}w")) for cell in cells) == 9070
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_docx_headings_hold_their_bookmarks_and_links_meet_them(rich: Any) -> None:
    root = etree.fromstring(_parts(rich.export(Format.DOCX).file.read_bytes())["word/document.xml"])
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) and all(len(name) <= 40 for name in names)
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val").startswith("Heading"):
            assert paragraph.find(f"{W}bookmarkStart") is not None
    anchors = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]
    assert {anchor for anchor in anchors if anchor} <= set(names)
    contents = [style for style in _styles(root) if re.fullmatch(r"TOC\d", style)]
    assert contents == ["TOC1", "TOC1", "TOC2", "TOC2", "TOC1", "TOC1", "TOC1", "TOC1"]


def test_docx_says_what_it_is(rich: Any) -> None:
    portfolio = replace(rich.portfolio, language="cy-GB")
    parts = _parts(replace(rich, portfolio=portfolio).export(Format.DOCX).file.read_bytes())
    core = parts["docProps/core.xml"].decode()
    assert "<dc:title>A year of small changes</dc:title>" in core
    assert "<dc:creator>Mara Quaye</dc:creator>" in core
    assert "2026-03-09T12:00:00Z" in core
    assert b'w:lang w:val="cy-GB"' in parts["word/styles.xml"]
    assert b'"compatibilityMode"' in parts["word/settings.xml"]
    assert b"PAGE" in parts["word/footer1.xml"]
    assert b'w:w="11906" w:h="16838"' in parts["word/document.xml"]
    assert "docProps/custom.xml" not in parts


def test_docx_pictures_are_the_real_ones_with_their_text(rich: Any) -> None:
    parts = _parts(rich.export(Format.DOCX).file.read_bytes())
    (media,) = [content for name, content in parts.items() if name.startswith("word/media/")]
    assert Image.open(io.BytesIO(media)).size == (320, 200)
    root = etree.fromstring(parts["word/document.xml"])
    alternatives = [e.get("descr") for e in root.iter() if str(e.tag).endswith("}docPr")]
    assert alternatives == ["A chart, wide", "Bars that grow every month"]
    widths = [int(e.get("cx")) / 360_000 for e in root.iter() if str(e.tag).endswith("}extent")]
    assert widths == [pytest.approx(8, abs=0.02), pytest.approx(8.47, abs=0.02)]


def test_docx_and_html_say_the_same(rich: Any) -> None:
    parts = _parts(rich.export(Format.DOCX).file.read_bytes())
    body = etree.fromstring(parts["word/document.xml"])[0]
    runs = [run.text or "" for run in body.iter(f"{W}t")]
    main = etree.HTML(rich.export(Format.HTML).file.read_text()).find(".//main")
    for notes in main.findall(".//section[@role]"):
        notes.getparent().remove(notes)
    said = re.findall(r"[^\W\d]+", " ".join(main.itertext()))
    held = re.findall(r"[^\W\d]+", " ".join(runs))
    assert set(said) <= set(held)
    assert len(held) > len(said) > 100


def test_html_is_one_accessible_page(rich: Any) -> None:
    page = rich.export(Format.HTML).file.read_text()
    root = etree.HTML(page)
    assert root.get("lang") == "en-GB"
    assert [h.text for h in root.iter("h1")] == ["A year of small changes"]
    levels = [int(e.tag[1]) for e in root.iter() if re.fullmatch(r"h\d", str(e.tag))]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels))
    assert len(root.findall(".//main")) == len(root.findall(".//nav")) == 1
    assert root.find(".//body/a").get("href") == "#main"
    identifiers = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(identifiers) == len(set(identifiers))
    links = {e.get("href")[1:] for e in root.iter("a") if e.get("href").startswith("#")}
    assert links <= set(identifiers)
    assert [e.get("alt") for e in root.iter("img")] == [
        "A chart, wide", "Bars that grow every month",
    ]  # fmt: skip
    assert all(e.get("scope") == "col" for e in root.iter("th"))
    policy = root.find(".//meta[@http-equiv]").get("content")
    assert "default-src 'none'" in policy
    assert not re.search(r'(src|href)="(?!data:image|#|https://example\.org)', page)
    assert "prefers-color-scheme:dark" in page and "@media print" in page


def test_html_contents_list_areas_and_sections(rich: Any) -> None:
    nav = etree.HTML(rich.export(Format.HTML).file.read_text()).find(".//nav")
    assert [a.text for a in nav.iter("a")] == [
        "Contextual statement",
        "Area 1: Ways and means",
        "1a Limits and gains",
        "1b Skills in use",
        "Specialist 1: Captions",
        "Confirmation",
        "The two principles",
        "List of evidence",
    ]


def test_pdf_conforms_to_ua_1(rich: Any) -> None:
    import page

    exported = rich.export(Format.PDF)
    report = page.validate_pdf(str(exported.file), profile="ua1")
    assert report.is_compliant, str(report)
    assert not any("PDF" in note.message for note in exported.notes)


def test_pdf_never_loses_a_character_silently(desk: Any) -> None:
    import page

    exported = desk.saying("Odd: \U00013080 and 你.").export(Format.PDF)
    told = " ".join(note.message for note in exported.notes)
    assert "\U00013080" in told and "你" in told
    assert page.validate_pdf(str(exported.file), profile="ua1").is_compliant


def test_pdf_without_alternative_text_is_still_made_and_told(desk: Any) -> None:
    exported = desk.saying("![](evidence/files/chart.png)").export(Format.PDF)
    assert "the picture has no alternative text: evidence/files/chart.png" in [
        note.message for note in exported.notes
    ]
    assert exported.file.read_bytes().startswith(b"%PDF-")


def test_evidence_without_alternative_text_takes_its_caption_and_is_told(desk: Any) -> None:
    item = replace(desk.portfolio.evidence["chart"], alt="")
    exported = desk.with_evidence(item).export(Format.HTML)
    assert 'alt="Use of the platform"' in exported.file.read_text()
    assert "the picture has no alternative text: files/chart.png" in [
        note.message for note in exported.notes
    ]
