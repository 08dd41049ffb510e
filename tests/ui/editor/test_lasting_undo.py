"""Undo and redo outlast the program: closing it, another program's changes, and hostile files."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.examples import Examples

Session = Callable[..., Any]
BEGINNING = "We compared two ways of filming a bench.\n\nThe second one won."


@pytest.fixture
def session(folder: Path, places: Places) -> Session:
    """One session of the program, from opening the portfolio to leaving."""

    @asynccontextmanager
    async def run(at: str = "1a/description") -> AsyncIterator[tuple[Pilot[None], ProseEditor]]:
        desk = open_desk(folder, places, lock=True)
        app = CmaltApp(Start(desk, Examples(places), at), Settings(autosave_seconds=3600.0), places)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            yield pilot, app.screen.query_one(ProseEditor)
            await pilot.press("ctrl+q")

    return run


def undo_files(places: Places) -> list[Path]:
    return sorted(places.undo.glob("*/*.json"))


async def test_undo_and_redo_go_on_after_closing(session: Session, places: Places) -> None:
    async with session() as (pilot, editor):
        await pilot.press("A", "l", "s", "o", "space", "left", "right", "enter", "backspace")
        typed = editor.text
        await pilot.press("ctrl+z")
        undone_once = editor.text
    async with session() as (pilot, editor):
        assert editor.text == undone_once
        await pilot.press("ctrl+y")
        assert editor.text == typed
    async with session() as (pilot, editor):
        for _ in range(5):
            await pilot.press("ctrl+z")
        assert editor.text == BEGINNING
        assert editor.cursor_location == (0, 0)
        for _ in range(5):
            await pilot.press("ctrl+y")
        assert editor.text == typed
    assert all(file.stat().st_mode & 0o077 == 0 for file in places.undo.iterdir())


async def test_typing_before_the_first_undo_keeps_the_older_steps(session: Session) -> None:
    for letter in "abc":
        async with session() as (pilot, editor):
            await pilot.press(letter)
    async with session() as (pilot, editor):
        await pilot.press("d")
        assert editor.text == f"dcba{BEGINNING}"
        seen = []
        for _ in range(5):
            await pilot.press("ctrl+z")
            seen.append(editor.text.removesuffix(BEGINNING))
        assert seen == ["cba", "ba", "a", "", ""]


async def test_what_changed_meanwhile_is_one_more_step(session: Session, folder: Path) -> None:
    async with session() as (pilot, editor):
        await pilot.press("X")
    file = folder / "sections" / "1a.toml"
    file.write_text(file.read_text().replace("The second one", "The first one"))
    async with session() as (pilot, editor):
        await pilot.press("ctrl+z")
        assert editor.text == f"X{BEGINNING}"
        await pilot.press("ctrl+z")
        assert editor.text == BEGINNING


async def test_each_text_has_its_own(session: Session, places: Places) -> None:
    async with session() as (pilot, editor):
        await pilot.press("X", "ctrl+pagedown", "Y")
    assert len(undo_files(places)) == 2
    async with session("1a/the-pilot") as (pilot, editor):
        await pilot.press("ctrl+z")
        assert editor.text == "It taught me to ask first."


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: "not JSON",
        lambda data: "[" * 100_000,
        lambda data: [],
        lambda data: {**data, "schema": 2},
        lambda data: {**data, "text": 7},
        lambda data: {**data, "undo": [[[0, 10**9, "", "X", [0, 0, 0, 0], False]]]},
        lambda data: {**data, "undo": [[[0, 0, "", "never there", [0, 0, 0, 0], False]]]},
        lambda data: {**data, "undo": [[[0, 0, "\x1b]0;evil\x07", "X", [0, 0, 0, 0], False]]]},
        lambda data: {**data, "undo": [[[0, 0, "", "X", [0, 99, 0, 99], False]]]},
        lambda data: {**data, "undo": [[[0, 0, "", "X", [0, 0, 0, -1], False]]]},
        lambda data: {**data, "undo": [[[0, True, "", "X", [0, 0, 0, 0], False]]]},
        lambda data: {**data, "undo": [[]]},
        lambda data: {**data, "redo": [[[0, 0, "Q", "X", [0, 0, 0, 0], False]]]},
        lambda data: {**data, "undo": data["undo"] * 500},
    ],
)
async def test_a_file_that_is_not_as_it_was_written_is_ignored(
    session: Session, places: Places, spoil: Callable[[object], object]
) -> None:
    async with session() as (pilot, editor):
        await pilot.press("X")
    (file,) = undo_files(places)
    spoilt = spoil(json.loads(file.read_text()))
    file.write_text(spoilt if isinstance(spoilt, str) else json.dumps(spoilt))
    async with session() as (pilot, editor):
        await pilot.press("ctrl+z", "ctrl+y")
        assert editor.text == f"X{BEGINNING}"
        await pilot.press("Z", "ctrl+z")
        assert editor.text == f"X{BEGINNING}"
