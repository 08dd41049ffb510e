"""What of a line of Markdown is drawn in a colour of its own."""

import pytest

from cmalt_tui.ui.editor.markdown_colours import MarkdownColours


def told(text: str) -> list[tuple[str, str]]:
    lines = text.split("\n")
    colours = MarkdownColours(lines)
    return [
        (part.name, line[part.start : part.end])
        for row, line in enumerate(lines)
        for part in colours.parts(line, row, is_start=True)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("## What I did", [("heading.marker", "##"), ("heading", " What I did")]),
        ("#hashtag", []),
        ("- one *two*", [("list.marker", "-"), ("emphasis", "*two*")]),
        ("12. **then**", [("list.marker", "12."), ("strong", "**then**")]),
        ("> - said", [("punctuation.special", "> "), ("list.marker", "-")]),
        ("* * *", [("list.marker", "* * *")]),
        ("see [here](https://a.b)", [("link.label", "here"), ("link.uri", "(https://a.b)")]),
        ("[Smith 2020] said [/] so", []),
        ("a `*code*` b", [("text.literal", "`*code*`")]),
        (r"\*not\* so", [("string.escape", "\\"), ("string.escape", "\\")]),
        ("2 * 3 * 4 and snake_case_name", []),
        ("_so_ it is", [("emphasis", "_so_")]),
        (
            "```\n# no heading\n```",
            [("text.literal", one) for one in ("```", "# no heading", "```")],
        ),
    ],
)
def test_parts_of_lines(text: str, parts: list[tuple[str, str]]) -> None:
    assert told(text) == parts
