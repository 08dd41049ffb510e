"""The tools at the cursor, by their keys: each one step of undo, with the marks kept sensible."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets.text_area import Selection

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def put(app: CmaltApp, text: str) -> ProseEditor:
    """Have a text in the editor, with ‹ and › round what is marked or ‸ at the cursor."""
    editor = app.screen.query_one(ProseEditor)
    editor.load_text(text.translate(str.maketrans("", "", "‹›‸")))
    rows = text.split("\n")
    found = {}
    for mark in "‹›‸":
        for row, line in enumerate(rows):
            if mark in line:
                before = line[: line.index(mark)]
                found[mark] = (row, len(before) - sum(before.count(m) for m in "‹›‸"))
    editor.selection = (
        Selection.cursor(found["‸"]) if "‸" in found else Selection(found["‹"], found["›"])
    )
    return editor


def shown(editor: ProseEditor) -> str:
    rows = [*editor.document.lines]
    start, end = editor.selection
    marks = [(end, "‸")] if start == end else [(start, "‹"), (end, "›")]
    for (row, column), mark in sorted(marks, reverse=True):
        rows[row] = rows[row][:column] + mark + rows[row][column:]
    return "\n".join(rows)


STEPS = {
    "bold at a word": ("ctrl+b", "one t‸wo", "one **t‸wo**", "one t‸wo"),
    "bold at a word's end": ("ctrl+b", "one two‸", "one **two**‸", "one two‸"),
    "italic, marked": ("alt+i", "one ‹two›", "one *‹two›*", "one ‹two›"),
    "bold of an item": ("ctrl+b", "‹- one\n- two›", "- **‹one**\n- **two›**", "- ‹one\n- two›"),
    "bold of paragraphs": (
        *("ctrl+b", "a ‹b\n\n## c\n\nd› e"),
        *("a **‹b**\n\n## **c**\n\n**d›** e", "a ‹b\n\n## c\n\nd› e"),
    ),
    "nothing at the cursor": ("ctrl+b", "a ‸ b", "a **‸** b", "a ‸ b"),
    "list": ("alt+2", "o‸ne\ntwo", "- o‸ne\n- two", "o‸ne\ntwo"),
    "list out of a part": ("alt+2", "one\n‹two›", "one\n\n‹- two›", "one\n\n‹two›"),
    "numbers": ("alt+3", "‹- a\n\nb›", "‹1. a\n\n2. b›", "‹a\n\nb›"),
    "quotation": ("alt+4", "‹a\n\nb›\nc", "‹> a\n>\n> b›\n\nc", "‹a\n\nb›\n\nc"),
    "paragraph up": ("alt+shift+up", "a\n\n\nb‸\nc", "b‸\nc\n\n\na", "b‸\nc\n\n\na"),
    "paragraph down": ("alt+shift+down", "a‸\n\nb\n\nc", "b\n\na‸\n\nc", "b\n\nc\n\na‸"),
    "code moves whole": (
        *("alt+shift+up", "a\n\n```\nx‸\n\ny\n```"),
        *("```\nx‸\n\ny\n```\n\na", "```\nx‸\n\ny\n```\n\na"),
    ),
}


@pytest.mark.parametrize(("key", "before", "after", "again"), STEPS.values(), ids=STEPS.keys())
async def test_once_again_and_undone(
    make_app: MakeApp, key: str, before: str, after: str, again: str
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = put(app, before)
        await pilot.press(key)
        assert shown(editor) == after
        await pilot.press("ctrl+z")
        assert shown(editor) == before
        await pilot.press("ctrl+y")
        await pilot.press("ctrl+z")
        assert shown(editor) == before
        await pilot.press(key, key)
        assert shown(editor) == again


async def test_a_heading_goes_round(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = put(app, "text\nTi‸tle")
        await pilot.press("alt+1")
        assert shown(editor) == "text\n\n## Ti‸tle"
        await pilot.press("alt+1")
        assert shown(editor) == "text\n\n### Ti‸tle"
        await pilot.press("alt+1")
        assert shown(editor) == "text\n\nTi‸tle"


async def test_sentences_back_and_forth(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = put(app, "‸One e.g. this. Two.\nThree\n\n- Four. Five")
        stops = []
        for _ in range(6):
            await pilot.press("alt+full_stop")
            stops.append(editor.cursor_location)
        assert stops == [(0, 15), (1, 0), (3, 2), (3, 8), (3, 12), (3, 12)]
        back = []
        for _ in range(6):
            await pilot.press("alt+comma")
            back.append(editor.cursor_location)
        assert back == [(3, 8), (3, 2), (1, 0), (0, 15), (0, 0), (0, 0)]


async def test_a_link_is_asked_for_changed_and_taken_off(make_app: MakeApp, settle: Settle) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = put(app, "see ‹the page› now")
        await pilot.press("alt+u")
        await pilot.press(*"example.org", "enter")
        await settle(pilot)
        assert editor.text == "see [the page](https://example.org) now"
        await pilot.press("left", "alt+u")
        await settle(pilot)
        line = app.screen.query_one(Input)
        assert line.value == "https://example.org"
        line.value = ""
        await pilot.press("enter")
        await settle(pilot)
        assert editor.text == "see the page now"
        await pilot.press("ctrl+z")
        assert editor.text == "see [the page](https://example.org) now"


async def test_a_copied_address_is_offered_and_escape_changes_nothing(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = put(app, "‹https://example.org/x›")
        await pilot.press("ctrl+c")
        editor = put(app, "wo‸rd")
        await pilot.press("alt+u")
        await settle(pilot)
        assert app.screen.query_one(Input).value == "https://example.org/x"
        await pilot.press("escape")
        await settle(pilot)
        assert editor.text == "word"
        await pilot.press("alt+u", "enter")
        await settle(pilot)
        assert editor.text == "[word](https://example.org/x)"
