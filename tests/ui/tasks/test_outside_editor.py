"""Writing in the person's own editor: what comes back, as one step, and what never gets lost."""

import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.places import Places
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.workbench.desk import Desk

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Name a small program as the person's editor; it has the file's path in ``file``."""

    def name(program: str) -> None:
        script = tmp_path / "own editor.py"
        script.write_text(f"import pathlib, sys\nfile = pathlib.Path(sys.argv[2])\n{program}\n")
        monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{script}' --wait")
        monkeypatch.setattr(CmaltApp, "suspend", lambda app: nullcontext())

    return name


def notes(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


def left(places: Places) -> list[Path]:
    return sorted(places.outside.glob("*/*")) if places.outside.exists() else []


async def test_what_was_written_comes_back_as_one_step(
    make_app: MakeApp, settle: Settle, editor: Editor, desk: Desk, places: Places, folder: Path
) -> None:
    editor(
        "assert file.name == '1a-description.md' and file.read_text().endswith('won.\\n')\n"
        "file.write_text('First. ' + file.read_text().replace('second', 'third') + 'Last.\\n')"
    )
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        area = app.screen.query_one(ProseEditor)
        before = area.text
        await pilot.press("ctrl+end", "alt+o")
        await settle(pilot)
        after = "First. We compared two ways of filming a bench.\n\nThe third one won.\nLast."
        assert area.text == desk.portfolio.section("1a").description == after
        assert b"The third one won" in (folder / "sections" / "1a.toml").read_bytes()
        assert area.cursor_location[0] >= 2
        assert left(places) == []
        await pilot.press("ctrl+z")
        assert area.text == before
        await pilot.press("ctrl+y")
        assert area.text == after


async def test_what_was_typed_is_saved_before_and_is_in_the_file(
    make_app: MakeApp, settle: Settle, editor: Editor, folder: Path
) -> None:
    section = folder / "sections" / "1a.toml"
    editor(
        f"assert b'Typed We' in pathlib.Path({str(section)!r}).read_bytes()\n"
        "assert 'Typed We' in file.read_text()"
    )
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Typed", "space", "alt+o")
        await settle(pilot)
        assert "ended with code" not in notes(app)


@pytest.mark.parametrize(
    ("program", "told", "kept"),
    [
        ("file.write_text('half'); sys.exit(1)", "ended with code 1", True),
        ("file.write_bytes(b'\\xff')", "not UTF-8", True),
        ("file.unlink()", "is gone", False),
        ("pass", "came back at once", True),
    ],
)
async def test_whatever_the_editor_does_the_text_stays(
    make_app: MakeApp,
    settle: Settle,
    editor: Editor,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    program: str,
    told: str,
    kept: bool,
) -> None:
    editor(program)
    monkeypatch.setattr("cmalt_tui.ui.tasks.outside_editor._AT_ONCE", 60.0)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.screen.query_one(ProseEditor).text
        await pilot.press("alt+o")
        await settle(pilot)
        assert app.screen.query_one(ProseEditor).text == before
        assert told in notes(app)
        files = left(places)
        assert bool(files) is kept
        assert not kept or str(files[0]) in notes(app)


async def test_without_an_editor_or_a_terminal_that_can_be_handed_over_it_says_so(
    make_app: MakeApp, settle: Settle, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+o")
        await settle(pilot)
        assert "EDITOR=" in notes(app)
        monkeypatch.setitem(os.environ, "EDITOR", sys.executable)
        await pilot.press("alt+o")
        await settle(pilot)
        assert "can't be handed over" in notes(app)
        assert left(places) == []
