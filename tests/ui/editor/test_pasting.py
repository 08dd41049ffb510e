"""Pastes of all kinds, the clipboard, and lists that go on by themselves."""

import threading
from collections.abc import Awaitable, Callable

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets.text_area import Selection

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.clipboard import MOST_BYTES
from cmalt_tui.ui.editor.pasting import LONGEST_LINE, WRAPPED_AT
from cmalt_tui.ui.editor.prose_editor import ProseEditor

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def editor_of(app: CmaltApp) -> ProseEditor:
    return app.screen.query_one(ProseEditor)


def notes(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


async def paste(pilot: Pilot[None], settle: Settle, text: str) -> None:
    pilot.app.screen.query_one(ProseEditor).post_message(Paste(text))
    await settle(pilot)


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("•\tone\n•\ttwo", "- one\n- two"),
        ("<p>A <b>bold</b> word</p><script>x</script>", "A **bold** word"),
        (
            '<p><a href="javascript:x">no</a> <a href="https://e.org">l</a></p>',
            "no [l](https://e.org)",
        ),
    ],
)
async def test_undo_gives_back_what_was_pasted_and_then_what_was_before(
    make_app: MakeApp, settle: Settle, raw: str, meant: str
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert("before ")
        await paste(pilot, settle, raw)
        assert editor.text == f"before {meant}"
        assert editor.cursor_location == editor.document.end
        assert "^z gives it as it came" in notes(app)
        await pilot.press("ctrl+z")
        assert editor.text == f"before {raw}"
        await pilot.press("ctrl+z")
        assert editor.text == "before "


async def test_a_very_long_line_is_broken_at_spaces_and_loses_no_word(
    make_app: MakeApp, settle: Settle
) -> None:
    words = "word " * (LONGEST_LINE // 4)
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        await paste(pilot, settle, f"{words}\r\nend\x1b[2J")
        assert max(map(len, editor.document.lines)) <= WRAPPED_AT
        assert editor.text.split() == [*words.split(), "end"]


async def test_an_address_over_words_makes_a_link(make_app: MakeApp, settle: Settle) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert("see the page")
        editor.selection = Selection((0, 12), (0, 4))
        await paste(pilot, settle, "https://example.org/a\n")
        assert editor.text == "see [the page](https://example.org/a)"
        editor.selection = Selection((0, 0), (0, 3))
        app.copy_to_clipboard("plain")
        await pilot.press("ctrl+v")
        assert editor.text == "plain [the page](https://example.org/a)"


async def test_code_and_what_was_copied_here_stay_as_they_are(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert("```\n")
        await paste(pilot, settle, "<p>x</p>")
        assert editor.text == "```\n<p>x</p>"
        editor.load_text("")
        app.copy_to_clipboard("<p>x</p>")
        await pilot.press("ctrl+v")
        assert editor.text == "<p>x</p>"


async def test_text_changed_while_a_page_is_read_is_not_touched(
    make_app: MakeApp, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = threading.Event()

    def slow(source: str) -> str:
        assert typed.wait(20)
        return source.upper()

    monkeypatch.setattr("cmalt_tui.workbench.pasted_documents.pasted_html", slow)
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.post_message(Paste("<p>x</p>"))
        await pilot.press("ctrl+home", "N", "o")
        typed.set()
        await settle(pilot)
        assert editor.text == "No<p>x</p>"
        assert "stays as it came" in notes(app)


async def test_what_no_terminal_takes_is_copied_here_and_says_so(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        line = "é" * 1_000
        editor.insert("\n".join([line] * (MOST_BYTES // 2_000 + 1)))
        sent: list[str] = []
        assert app._driver is not None
        app._driver.write = sent.append  # type: ignore[method-assign]
        await pilot.press("alt+a", "ctrl+c")
        assert app.clipboard == editor.text
        assert "copied inside this program only" in notes(app)
        assert not any("\x1b]52" in piece for piece in sent)
        editor.move_cursor((0, 0))
        await pilot.press("ctrl+x")
        assert app.clipboard == line + "\n"
        assert any("\x1b]52" in piece for piece in sent)


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("- one", (0, 5), "- one\n- "),
        ("- one two", (0, 6), "- one\n- two"),
        ("1. a\n2. b\n\nx", (0, 4), "1. a\n2. \n3. b\n\nx"),
        ("- [x] done", (0, 10), "- [x] done\n- [ ] "),
        ("- a\n- ", (1, 2), "- a\n\n"),
        ("> - a\n> - ", (1, 4), "> - a\n>\n>"),
        ("- ", (0, 2), ""),
        ("  > - a", (0, 7), "  > - a\n  > - "),
        ("- one", (0, 0), "\n- one"),
        ("-not", (0, 4), "-not\n"),
    ],
)
async def test_enter_goes_on_with_a_list_or_ends_it(
    make_app: MakeApp, before: str, at: tuple[int, int], after: str
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.load_text(before)
        editor.move_cursor(at)
        await pilot.press("enter")
        assert editor.text == after
        await pilot.press("ctrl+z")
        assert editor.text == before
