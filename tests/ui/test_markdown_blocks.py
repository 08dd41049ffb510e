"""Markdown drawn: what it looks like, and that nothing in it acts."""

import pytest
from textual.content import Content

from cmalt_tui.ui.block_lines import set_lines
from cmalt_tui.ui.markdown_blocks import markdown_blocks


def drawn(text: str, width: int = 40, **evidence: str) -> list[str]:
    lines, _ = set_lines(markdown_blocks(text, evidence), width)
    return [line.plain.rstrip() for line in lines]


def styled(text: str, words: str) -> set[str]:
    """The styles in which words of a text are drawn."""
    contents = [block.content for block in markdown_blocks(text)]
    return {
        str(span.style)
        for content in contents
        for span in content.spans
        if words in content.plain[span.start : span.end]
    }


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One\ntwo **three**.\n\nFour.", ["One two three.", "", "Four."]),
        ("# Glue\nText", ["Glue", "", "Text"]),
        ("- a\n- b\n  - c\n- d", ["• a", "• b", "  • c", "• d"]),
        ("3. a\n4. b", ["3. a", "4. b"]),
        ("> said\n> so\n>\n> - c", ["│ said so", "", "│ • c"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a │ b", "1 │ 2"]),
        ("```\nx  [b]y[/b]\n```", ["x  [b]y[/b]"]),
        (
            "![A *bench*](b.png) and ![](c.png)",
            ["[picture: A bench] and [picture: not", "described]"],
        ),
        ("Seen. <!-- a question --> <b>raw</b>", ["Seen.  <b>raw</b>"]),
        ("[[private: Odo *said*]] yes", ["⟦private: Odo said⟧ yes"]),
        ("[[private: one\n\ntwo", ["⟦private: one", "", "⟦private: two⟧"]),
        (
            "See [[ev:film]], [[ev:gone]].",
            ["See evidence 2: A *film*, evidence not", "found: gone."],
        ),
        ("", []),
    ],
)
def test_text_is_drawn_as_it_will_look(text: str, lines: list[str]) -> None:
    assert drawn(text, film="evidence 2: A *film*") == lines


def test_an_item_of_a_list_hangs_below_its_mark() -> None:
    assert drawn("- one two three four", 16) == ["• one two three", "  four"]


def test_what_is_private_and_what_is_referred_to_look_different() -> None:
    assert any("$warning" in style for style in styled("a [[private: b]] c", "b"))
    assert not styled("a [[private: b]] c", "c")
    assert any("bold" in style for style in styled("a **b** c", "b"))


@pytest.mark.parametrize(
    "text",
    [
        "[/] [bold red]x[/] [@click=app.quit]y[/]",
        "\x1b]0;title\x07 \x9b31m \u202eevil \x07",
        "[click](javascript:alert) <http://example.org>",
        "\ue000\ue001\ue002\ue003 ]] [[ev:]] [[private",
        "[" * 3000 + "](" * 3000,
        ">" * 500 + "- " * 500,
        "| a |\n|--\n| " * 50,
    ],
)
def test_hostile_text_is_shown_and_not_obeyed(text: str) -> None:
    lines, _ = set_lines(markdown_blocks(text), 30)
    told = "".join(line.plain for line in lines)
    assert not any(mark in told for mark in "\x1b\x07\x9b\u202e\ue000\ue001\ue002\ue003")
    assert all(line.cell_length <= 30 for line in lines)
    assert not any("@click" in str(span.style) for line in lines for span in line.spans)
    if "bold red" in text:
        assert "[bold red]x[/]" in told


def test_blocks_know_their_line_of_the_text() -> None:
    blocks = list(markdown_blocks("# One\n\nTwo\nthree\n\n- four\n- five"))
    assert [block.line for block in blocks] == [0, 2, 5, 6]


def test_lines_keep_to_the_width_of_wide_letters() -> None:
    lines, starts = set_lines(markdown_blocks("装丁の記録 " * 20 + "\n\nend"), 21)
    assert all(line.cell_length <= 21 for line in lines)
    assert lines[starts[1]].plain == Content("end").plain
