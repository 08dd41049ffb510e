"""What plain text out of other programs means, and what is left as it is."""

import pytest

from cmalt_tui.model.pasted_prose import looks_like_html, meant_as_markdown

LONG = (
    "A paragraph that somebody wrote into a word processor, long enough for a line of its own. " * 2
)


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("Intro\n•\tone\n•\ttwo\no\tsub\nEnd", "Intro\n\n- one\n- two\n    - sub\n\nEnd"),
        ("\uf0b7\tone\n\t\uf0b7\ttwo", "- one\n    - two"),
        ("1.\tone\n2.\ttwo\n\tThen\tmore", "1. one\n2. two\n\nThen more"),
        ("• 5 * 3 and *so*\n• `x`", "- 5 * 3 and \\*so\\*\n- \\`x`"),
        (f"{LONG}\n{LONG}", f"{LONG.strip()}\n\n{LONG.strip()}"),
        ("co\u00adop, 5\u00a0km", "coop, 5 km"),
        (
            "I wanted to say that the meeting about the accessibility of our videos\n"
            "was moved to Thursday, because the room is not free before that and we\n"
            "need the large screen.\n\nIlse",
            "I wanted to say that the meeting about the accessibility of our videos "
            "was moved to Thursday, because the room is not free before that and we "
            "need the large screen.\n\nIlse",
        ),
    ],
)
def test_what_a_program_made_becomes_markdown(pasted: str, meant: str) -> None:
    assert meant_as_markdown(pasted) == meant


@pytest.mark.parametrize(
    "pasted",
    [
        "Roses are red,\nviolets are blue,\nsugar is sweet,\nand so are you.",
        f"## A heading\n{LONG}\n{LONG}",
        f"- one **bold**\n{LONG}\n{LONG}",
        "```\n•\tx\n```",
        "name\tyear\nOdo\t2024",
        "A short line\nand another that is so much longer that nobody would have broken before it",
        "one line",
        "",
    ],
)
def test_what_may_be_meant_as_it_is_stays(pasted: str) -> None:
    assert meant_as_markdown(pasted) == pasted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One</p>", True),
        ('\n<meta charset="utf-8"><b>One</b>', True),
        ("<!DOCTYPE html>\n<html><body></body></html>", True),
        ("<3 you", False),
        ("<b>One</b> and two", False),
        ("<https://example.org>", False),
        ("I use <p> and </p>", False),
    ],
)
def test_the_source_of_a_page_is_known(text: str, expected: bool) -> None:
    assert looks_like_html(text) is expected
