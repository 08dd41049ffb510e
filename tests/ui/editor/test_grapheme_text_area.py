"""The cursor in a text with characters of many code points, and at words, by key and by mouse."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import MouseScrollDown
from textual.widgets.text_area import Selection

from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.clusters import clusters, is_boundary
from cmalt_tui.ui.editor.prose_editor import ProseEditor

MakeApp = Callable[..., CmaltApp]
FAMILY, FLAG, ACCENT = "👩\u200d👩\u200d👧", "🇬🇧", "x\u0301"
JAMO, DEVANAGARI = "\u1112\u1161\u11ab", "क्षि"
MOVES = (
    *("cursor_left", "cursor_right", "cursor_up", "cursor_down", "cursor_page_down"),
    *("cursor_word_left", "cursor_word_right", "delete_left", "delete_right", "undo"),
    *("cursor_line_end", "cursor_page_up", "delete_word_left", "delete_word_right"),
)
MARKS = ("cursor_left", "cursor_right", "cursor_up", "cursor_down", "cursor_word_left")


def editor_of(app: CmaltApp) -> ProseEditor:
    return app.screen.query_one(ProseEditor)


async def test_keys_go_by_what_one_sees(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        pieces = ["a", FAMILY, FLAG, ACCENT, JAMO, DEVANAGARI, "z"]
        editor.insert("".join(pieces))
        while pieces:
            await pilot.press("left")
            assert editor.document[0][editor.cursor_location[1] :].startswith(pieces[-1])
            await pilot.press("right", "shift+left")
            assert editor.selected_text == pieces[-1]
            await pilot.press("right", "backspace")
            pieces.pop()
            assert editor.text == "".join(pieces)
        await pilot.press("backspace", "delete")
        assert editor.text == ""


async def test_delete_takes_one_and_at_the_end_of_a_line_the_line_end(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert(f"{FAMILY}\n{FLAG}")
        await pilot.press("ctrl+home", "delete")
        assert editor.text == f"\n{FLAG}"
        await pilot.press("delete")
        assert editor.text == FLAG
        await pilot.press("end", "delete")
        assert editor.text == FLAG


LINES = st.lists(
    st.text(st.sampled_from(f"{FAMILY}{FLAG}{ACCENT}{JAMO}{DEVANAGARI} a'-漢é"), max_size=12),
    min_size=1,
    max_size=4,
)


async def test_the_cursor_never_stands_inside_a_cluster(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)):
        editor = editor_of(app)

        @settings(max_examples=150, deadline=None)
        @given(LINES, st.lists(st.sampled_from([*MOVES, *MARKS]), max_size=12), st.data())
        def check(lines: list[str], moves: list[str], data: st.DataObject) -> None:
            editor.load_text("\n".join(lines))
            row = data.draw(st.integers(0, len(lines) - 1))
            editor.move_cursor((row, data.draw(st.integers(0, len(lines[row])))))
            for number, name in enumerate(moves):
                before = editor.text
                one = editor.selection.is_empty and editor.cursor_location[1] > 0
                action = getattr(editor, f"action_{name}")
                action(True) if name in MARKS and number % 3 == 0 else action()
                for at, column in editor.selection:
                    assert is_boundary(editor.document[at], column), (name, editor.selection)
                if name == "delete_left" and one:
                    gone = len(before) - len(editor.text)
                    at = editor.document.get_index_from_location(editor.cursor_location)
                    assert len(clusters(before[at : at + gone])) == 1

        check()


@pytest.mark.parametrize("width", [40, 80])
async def test_up_and_down_keep_the_painted_column(make_app: MakeApp, width: int) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(width, 24)) as pilot:
        editor = editor_of(app)
        editor.insert(f"0123456789\n{FAMILY}{FAMILY}{FAMILY}6789\n0123456789")
        editor.move_cursor((0, 6))
        await pilot.press("down")
        assert editor.document[1][editor.cursor_location[1] :] == "6789"
        await pilot.press("down")
        assert editor.cursor_location == (2, 6)
        await pilot.press("up", "up")
        assert editor.cursor_location == (0, 6)


async def test_a_click_goes_to_what_is_painted_there(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert(f"{FAMILY}{FAMILY}end")
        left = editor.gutter.left
        await pilot.click(editor, offset=(left + 4, 0))
        assert editor.document[0][editor.cursor_location[1] :] == "end"
        await pilot.click(editor, offset=(left + 1, 0))
        assert editor.cursor_location == (0, 0)


async def test_the_cursor_is_painted_on_the_whole_of_a_cluster(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert(f"a{FAMILY}b")
        await pilot.press("left", "left")
        assert editor.cursor_location == (0, 1)
        assert FAMILY in [segment.text for segment in editor.render_line(0)]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("I don't know", [1, 7, 12]),
        ("It’s a well-known e-portfolio.", [4, 6, 17, 29, 30]),
        ("costs 1,200.50 or (so)…", [5, 14, 17, 21, 23]),
        ("'quoted' words", [7, 14]),
        ("naïve x\u0301y", [5, 9]),
    ],
)
async def test_words_as_they_are_written(make_app: MakeApp, text: str, stops: list[int]) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert(text)
        await pilot.press("home")
        found = []
        while editor.cursor_location[1] < len(text):
            await pilot.press("ctrl+right")
            found.append(editor.cursor_location[1])
        assert found == stops
        await pilot.press("home", "alt+d")
        assert editor.text == text[stops[0] :]
        await pilot.press("ctrl+z", "end", "ctrl+w")
        assert editor.text == text[: text.rfind(text.split()[-1].strip(".…()'"))]


async def test_clicks_mark_a_word_and_a_paragraph_and_dragging_marks(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert("I don't know\nthe rest\n\nAnother one")
        left = editor.gutter.left
        await pilot.click(editor, offset=(left + 4, 0), times=2)
        assert editor.selected_text == "don't"
        await pilot.click(editor, offset=(left + 9, 1), times=3)
        assert editor.selected_text == "I don't know\nthe rest"
        await pilot.mouse_down(editor, offset=(left + 2, 0))
        await pilot.hover(editor, offset=(left + 3, 1))
        await pilot.mouse_up(editor, offset=(left + 3, 1))
        assert editor.selection == Selection((0, 2), (1, 3))


async def test_the_wheel_scrolls(make_app: MakeApp) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        editor = editor_of(app)
        editor.insert("\n".join(map(str, range(200))))
        await pilot.press("ctrl+home")
        wheel = MouseScrollDown(editor, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
        editor.post_message(wheel)
        await pilot.pause()
        assert editor.scroll_target_y > 0
        assert editor.cursor_location == (0, 0)
