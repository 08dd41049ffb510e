"""Plain text put into Markdown comes back as it was; a document has what GitHub shows."""

import re
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmalt_tui.export.markdown import escape_markdown, table
from cmalt_tui.export.parsing import parse
from cmalt_tui.export.piece import Piece
from cmalt_tui.model.dates import long_date
from cmalt_tui.pandoc.tree import plain_text, walk
from cmalt_tui.plain_text import clean_line

_SYNTAX = r"""
* ** _ ` ``` ~~ # 1. - + > | \ [ ] ( ) { } < > <b> </script> & &amp; ! $ ^ ~ : @ ... -- ' "
[^1] [a](b) ![a](b) {=html} {.x} ::: :::: (@) http://x.y www.x.y a@b.c :smile: // == =====
"""
_MARKUP = st.sampled_from(_SYNTAX.split())
_TEXTS = st.lists(
    st.one_of(_MARKUP, st.text(max_size=12), st.just(" ")), min_size=1, max_size=12
).map("".join)
_TEXT_NODES = {"Str", "Space", "Para", "SoftBreak"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_TEXTS, min_size=1, max_size=30))
def test_escaped_text_survives_pandoc(texts: list[str]) -> None:
    wanted = [clean_line(text) for text in texts if clean_line(text)]
    blocks, _ = parse([Piece(escape_markdown(text)) for text in wanted])
    assert [plain_text(found) for found in blocks] == wanted
    assert {node["t"] for node in walk(blocks)} <= _TEXT_NODES


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=8))
def test_escaped_text_survives_in_a_table(rows: list[tuple[str, str]]) -> None:
    escaped = [tuple(escape_markdown(cell) for cell in row) for row in rows]
    blocks, _ = parse([Piece(table(("A", "B"), escaped, (30, 70)))])
    (found,) = blocks[0]
    assert found["t"] == "Table"
    cells = [[plain_text(cell[4]) for cell in row[1]] for body in found["c"][4] for row in body[3]]
    assert cells == [[clean_line(cell) for cell in row] for row in rows]


def test_attributes_take_escaped_text() -> None:
    hostile = 'a "quote" \\ } {onload=x} ]('
    blocks, _ = parse([Piece(f'![caption](a.png){{alt="{escape_markdown(hostile)}"}}')])
    (image,) = (node for node in walk(blocks) if node["t"] == "Image")
    # pandoc makes the attribute the picture's description, and the description the caption
    assert plain_text(image["c"][1]) == hostile
    assert image["c"][0] == ["", [], []]


def test_dates_are_written_out() -> None:
    assert long_date(date(2026, 3, 9)) == "9 March 2026"
    assert long_date(date(2025, 12, 31)) == "31 December 2025"


def test_links_to_evidence_lead_to_an_anchor_that_github_keeps(desk: Any) -> None:
    text = desk.saying("As [[ev:options]] shows.").text()
    assert "As [Evidence 1: Options paper](#evidence-1) shows." in text
    assert text.count('<a id="evidence-1"></a>**Evidence 1: Options paper**') == 1
    assert re.sub(r'<a id="[\w.-]+"></a>', "", text).count("<a") == 0


def test_no_table_is_left_out(desk: Any) -> None:
    text = desk.saying(
        "+-------+--------+\n| A     | B      |\n+=======+========+\n| - one | *Two*  |\n"
        "| - and |        |\n|       | > said |\n+-------+--------+\n"
    ).text()
    assert "[TABLE]" not in text
    assert "| one; and | *Two* said |" in text
