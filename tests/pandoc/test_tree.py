"""The text of pandoc's tree is all of its text and nothing else."""

import json

import pytest

from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import Node, plain_text, walk


def blocks(markdown: str) -> list[Node]:
    tree: list[Node] = json.loads(run(["-f", "markdown-smart", "-t", "json"], markdown.encode()))[
        "blocks"
    ]
    return tree


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('*One* `two` [three](http://four.example "five")', "One two three"),
        ("# One {#two .three}\n\nFour", "One\nFour"),
        ("![One](two.png)", "One\nOne"),
        ("One[^1]\n\n[^1]: Two", "One Two"),
        ("- one\n- two\n    1. three", "one\ntwo\nthree"),
        ("| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd"),
        ("``` {.x}\none\n```", "one"),
        ("one\\\ntwo", "one\ntwo"),
        ("| one\n| two", "one\ntwo"),
        ("Term\n\n:   Meaning", "Term\nMeaning"),
        ("<b>one</b> $x+y$", "one x+y"),
    ],
)
def test_plain_text(markdown: str, text: str) -> None:
    lines = [line.strip() for line in plain_text(blocks(markdown)).splitlines() if line.strip()]
    assert "\n".join(" ".join(line.split()) for line in lines) == text


def test_walk_goes_everywhere_parents_first() -> None:
    kinds = [node["t"] for node in walk(blocks("> - *one*"))]
    assert kinds == ["BlockQuote", "BulletList", "Plain", "Emph", "Str"]
    assert [node["c"] for node in walk(blocks("| a |\n|---|\n| b |")) if node["t"] == "Str"] == [
        "a",
        "b",
    ]
