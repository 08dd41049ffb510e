"""The blocks of a document as HTML, held against pandoc's own writer."""

import re

import pytest
from lxml import etree

from cmalt_tui.export.html_body import BodyWriter
from cmalt_tui.export.parsing import parse
from cmalt_tui.export.piece import Piece
from cmalt_tui.pandoc import run

TEXTS = {
    "inlines": "a *b* **c** ~~d~~ e^f^ g~h~ `i < j` [k](https://x.y/?a=1&b=2) 'l' \"m\" & <",
    "line break": "a\\\nb\nc",
    "lists": "- a\n    - b\n\n        c\n- d\n\n3. e\n4. f\n\na) g\nb) h\n\nIV. i\nV. j",
    "definitions": "Term\n:   One\n\n:   Two",
    "quote and code": "> a\n>\n> b\n\n```\n<c> & d\n```\n\n---",
    "headings": "# a {#x}\n\n## b *c*\n\n[d]{#y}",
    "block": "::: {#z}\na\n:::",
}


_PANDOC = ("-f", "markdown-auto_identifiers+lists_without_preceding_blankline", "-t", "html")


def _shape(html: str) -> list[object]:
    """Elements, their text, and the attributes that carry meaning."""
    told: list[object] = []
    for element in etree.HTML(f"<div>{html}</div>").iter():
        if element.tag in ("col", "colgroup", "u"):
            continue
        kept = {k: v for k, v in element.attrib.items() if k in ("id", "href", "start")}
        told.append((element.tag, kept, re.sub(r"\s+", " ", element.text or "").strip()))
    return told


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_it_says_what_pandoc_says(text: str) -> None:
    (blocks,), _ = parse([Piece(f"{text}\n")])
    theirs = run(
        [*_PANDOC, "--shift-heading-level-by=1", "--syntax-highlighting=none"],
        f"{text}\n".encode(),
    ).decode()
    theirs = theirs.replace('id="piece0.md__', 'id="')
    ours = re.sub(r'id="b-c"', "", BodyWriter({}).body(blocks))
    assert _shape(ours) == _shape(theirs)


def test_footnotes_are_numbered_and_lead_both_ways() -> None:
    (blocks,), _ = parse([Piece("a[^1] b[^2]\n\n[^1]: One.\n\n[^2]: Two.\n\n    More.\n")])
    root = etree.HTML(BodyWriter({}).body(blocks))
    for number in ("1", "2"):
        assert root.find(f".//a[@id='fnref{number}']").get("href") == f"#fn{number}"
        assert root.find(f".//li[@id='fn{number}']/a").get("href") == f"#fnref{number}"
    assert "".join(root.find(".//li[@id='fn2']").itertext()).split() == ["Two.", "More.", "↩"]


def test_tables_keep_alignment_spans_and_headers() -> None:
    text = """\
+---+-----+
| A | B   |
+===+:===:+
| c | d   |
|   +-----+
|   | e   |
+---+-----+
"""
    (blocks,), _ = parse([Piece(text)])
    root = etree.HTML(BodyWriter({}).body(blocks))
    assert [cell.get("scope") for cell in root.iter("th")] == ["col", "col"]
    assert [cell.get("rowspan") for cell in root.iter("td")] == ["2", None, None]
    assert root.find(".//section").get("tabindex") == "0"


def test_a_table_without_a_header_has_none() -> None:
    (blocks,), _ = parse([Piece("--- ---\n a   b\n c   d\n--- ---\n")])
    root = etree.HTML(BodyWriter({}).body(blocks))
    assert root.find(".//thead") is None
    assert [cell.text for cell in root.iter("td")] == ["a", "b", "c", "d"]
