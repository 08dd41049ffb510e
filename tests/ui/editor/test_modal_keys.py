"""Modal keys: each command does what vi does, and without the setting nothing is different."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.live_settings import hold
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]

TEXT = "I don't know, she said.\n  Two here. And more.\n\nThe last line"


def keys(typed: str) -> list[str]:
    names = {"␛": "escape", "↵": "enter", "␣": "space", "®": "ctrl+r", "$": "dollar_sign"}
    others = {"^": "circumflex_accent", "{": "left_curly_bracket", "}": "right_curly_bracket"}
    round_ones = {"(": "left_parenthesis", ")": "right_parenthesis"}
    return [(names | others | round_ones).get(key, key) for key in typed]


# What is typed at the start of TEXT, and where the cursor is afterwards.
MOVES = {
    "l": (0, 1),
    "3l": (0, 3),
    "lllh": (0, 2),
    "w": (0, 2),
    "ww": (0, 8),
    "4w": (0, 18),
    "5w": (1, 2),
    "e": (0, 6),
    "ee": (0, 11),
    "wwb": (0, 2),
    "$": (0, 22),
    "$0": (0, 0),
    "jj^": (2, 0),
    "j^": (1, 2),
    "G": (3, 0),
    "2G": (1, 2),
    "Ggg": (0, 0),
    "}": (3, 0),
    "}}": (3, 12),
    "}{": (0, 0),
    ")": (1, 2),
    "))": (1, 12),
    "))(": (1, 2),
    "99l": (0, 22),
}
# What is typed at the start of TEXT, and what its first lines become.
EDITS = {
    "x": " don't know, she said.",
    "3x": "on't know, she said.",
    "iA␛": "AI don't know, she said.",
    "aA␛": "IA don't know, she said.",
    "wIA␛": "AI don't know, she said.",
    "A!␛": "I don't know, she said.!",
    "onew␛": "I don't know, she said.\nnew\n  Two here.",
    "Onew␛": "new\nI don't know, she said.",
    "dd": "  Two here. And more.\n\nThe last line",
    "2dd": "\nThe last line",
    "Gdd": "I don't know, she said.\n  Two here. And more.\n",
    "dG": "",
    "wdw": "I know, she said.",
    "d2w": "know, she said.",
    "wde": "I  know, she said.",
    "wwdb": "I know, she said.",
    "wD": "I ",
    "wd$": "I ",
    "wcwwill␛": "I will know, she said.",
    "wCam␛": "I am\n  Two here.",
    "ccNew␛": "New\n  Two here.",
    "yyp": "I don't know, she said.\nI don't know, she said.\n  Two",
    "ddp": "  Two here. And more.\nI don't know, she said.\n\n",
    "jddP": "I don't know, she said.\n  Two here. And more.\n\n",
    "xp": " Idon't know, she said.",
    "wywP": "I don't don't know, she said.",
    "J": "I don't know, she said. Two here. And more.\n\n",
    "vlld": "on't know, she said.",
    "wvecwill␛": "I will know, she said.",
    "wvey0P": "don'tI don't know, she said.",
    "ddu": TEXT,
    "ddu®": "  Two here. And more.\n",
    "xxx3u": TEXT,
    "d␛x": " don't know, she said.",
    "zx": " don't know, she said.",
}


def editor_of(app: CmaltApp) -> ProseEditor:
    return app.screen.query_one(ProseEditor)


def line_of(app: CmaltApp, name: str) -> str:
    return str(app.screen.query_one(name, Line).render())


def below(app: CmaltApp) -> str:
    return line_of(app, "#below")


@pytest.mark.parametrize(("typed", "at"), MOVES.items())
async def test_motions(make_app: MakeApp, typed: str, at: tuple[int, int]) -> None:
    app = make_app("1b/description", modal_keys=True)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.load_text(TEXT)
        await pilot.press(*keys(typed))
        assert editor.cursor_location == at
        assert editor.text == TEXT


@pytest.mark.parametrize(("typed", "start"), EDITS.items())
async def test_edits(make_app: MakeApp, typed: str, start: str) -> None:
    app = make_app("1b/description", modal_keys=True)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.load_text(TEXT)
        await pilot.press(*keys(typed))
        assert editor.text.startswith(start), editor.text
        assert len(start) > 0 or editor.text == ""


async def test_the_mode_stands_below_the_text_and_escape_goes_back_then_out(
    make_app: MakeApp,
) -> None:
    app = make_app("1b/description", modal_keys=True)
    async with app.run_test(size=(120, 40)) as pilot:
        assert below(app).startswith("normal")
        await pilot.press("2", "d")
        assert below(app).startswith("normal 2d")
        await pilot.press("escape", "i", "x")
        assert below(app).startswith("insert")
        assert editor_of(app).text == "x"
        await pilot.press("escape", "v")
        assert below(app).startswith("visual")
        await pilot.press("escape")
        assert below(app).startswith("normal")
        await pilot.press("f2", "escape")
        assert editor_of(app).has_focus


async def test_on_a_narrow_screen_and_in_focus_the_mode_stands_too(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("1b/description", modal_keys=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert "insert" in line_of(app, "#header")
        await pilot.press("escape")
        assert "normal" in line_of(app, "#header")
        await pilot.press("f4")
        await settle(pilot)
        assert "normal" in line_of(app, "#focus-line")
        await pilot.press("i")
        assert "insert" in line_of(app, "#focus-line")


async def test_without_the_setting_letters_are_written(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "d", "u")
        assert editor_of(app).text == "ddu"
        assert "normal" not in below(app)
        hold(app, replace(app.settings, modal_keys=True))
        assert "normal" in line_of(app, "#header")
        hold(app, replace(app.settings, modal_keys=False))
        assert "normal" not in line_of(app, "#header")


async def test_the_help_lists_them_where_they_are_on(make_app: MakeApp) -> None:
    for on in (True, False):
        app = make_app("1b/description", modal_keys=on)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f1")
            await pilot.pause()
            told = " ".join(str(line.render()) for line in app.screen.query("Static"))
            assert ("dd D" in told) is on


async def test_what_is_open_for_reading_is_only_moved_in(make_app: MakeApp, desk: Desk) -> None:
    app = make_app("1a/description", modal_keys=True)
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.read_only = True
        before = editor.text
        await pilot.press("w", "x", "d", "d", "i", "A", "v", "l", "d", "escape")
        assert editor.text == before
        assert editor.cursor_location[1] > 0
