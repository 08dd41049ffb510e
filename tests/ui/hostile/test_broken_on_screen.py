"""Broken files, full disks and bad paths on the screen: a note, and the program goes on."""

import gc
import json
import os
import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cmalt_tui.frameworks import load_framework
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.settings import Settings, load_settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.choose_theme import ChooseThemeScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples

TOAST = "Toast"
SLOW = Settings(autosave_seconds=3600.0)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "cache")


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    return open_desk(new_portfolio(tmp_path / "mine", places, title="Mine"), places)


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    while running := [worker for worker in pilot.app.workers if not worker.is_finished]:
        await pilot.app.workers.wait_for_complete(running)
        await pilot.pause()
    await pilot.pause()


def drawn(app: CmaltApp) -> str:
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


@pytest.mark.parametrize(
    "content",
    [
        b"text = [",
        b"schema = 99",
        b'schema = 1\nsection = "1a"\ndescription = 3',
        b"\xff\xfe",
        b"\0",
    ],
)
async def test_a_broken_section_is_shown_and_never_written_over(
    desk: Desk, places: Places, content: bytes
) -> None:
    file = desk.folder / "sections" / "1a.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    app = CmaltApp(
        Start(open_desk(desk.folder, places), Examples(places), "1a"),
        Settings(autosave_seconds=3600.0),
        places,
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "1a.toml" in drawn(app)
        await pilot.press("x", "y", "ctrl+s")
        await settle(pilot)
    assert file.read_bytes() == content


async def test_a_full_disk_while_typing_is_told_and_loses_nothing(
    desk: Desk, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    app = CmaltApp(
        Start(desk, Examples(places), "1a/description"), Settings(autosave_seconds=3600.0), places
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(os, "fsync", full)
        await pilot.press("a", "b", "ctrl+s")
        await settle(pilot)
        assert "disk is full" in drawn(app)
        monkeypatch.setattr(os, "fsync", real)
        await pilot.press("c", "ctrl+s")
        await settle(pilot)
    assert open_desk(desk.folder, places).portfolio.sections["1a"].description == "abc"


async def test_a_folder_that_is_gone_while_typing_does_not_end_the_program(
    desk: Desk, places: Places
) -> None:
    app = CmaltApp(
        Start(desk, Examples(places), "1a/description"), Settings(autosave_seconds=3600.0), places
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        shutil.rmtree(desk.folder)
        desk.folder.write_text("in the way")
        await pilot.press("a", "ctrl+s")
        await settle(pilot)
        assert app.is_running
        assert desk.unsaved
    assert desk.folder.read_text() == "in the way"


async def test_a_broken_theme_keymap_and_setting_are_notes(places: Places) -> None:
    places.own_themes.mkdir(parents=True)
    (places.own_themes / "mine\x1b[2J.toml").write_text("schema = [")
    places.settings_file.write_text('theme = "nope"\nauthor = 3\n[keys]\n"anywhere.help" = "f9"\n')
    settings, notices = load_settings(places.settings_file)
    app = CmaltApp(Start(None, Examples(places), "", notices), settings, places)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        assert len(app.screen.query(TOAST)) >= 2
        assert "\x1b" not in drawn(app)
        await pilot.press("alt+t")
        await settle(pilot)
        assert isinstance(app.screen, ChooseThemeScreen)


@pytest.mark.parametrize("junk", [b"", b"junk" * 500], ids=["empty", "junk"])
async def test_a_broken_search_index_is_made_afresh(
    tmp_path: Path, desk: Desk, places: Places, junk: bytes
) -> None:
    lines = tmp_path / "lines.jsonl"
    row = {"portfolio": "P", "section": "1a", "part": "description", "text": "words on captions"}
    lines.write_text(json.dumps(row))
    Examples(places).add([lines], load_framework("cmalt-2019", places))
    # A connection keeps itself alive until it is collected, and has these files in its memory.
    gc.collect()
    for file in places.cache.glob("*"):
        file.write_bytes(junk)
    app = CmaltApp(Start(desk, Examples(places), "1a/description"), SLOW, places)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+e")
        await settle(pilot)
        app.screen.query(Input).first().value = "captions"
        await settle(pilot)
        assert "words on" in drawn(app)


async def test_a_bad_source_is_told_on_the_import_screen(tmp_path: Path, places: Places) -> None:
    picture = tmp_path / "picture.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    app = CmaltApp(Start(None, Examples(places)), SLOW, places)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("i")
        await settle(pilot)
        app.screen.query(Input).first().value = str(picture)
        await pilot.press("enter")
        await settle(pilot)
        assert "no docx file inside" in " ".join(drawn(app).split())
        assert app.is_running


@pytest.mark.parametrize(
    "head", ["x = [", "schema = 99", 'schema = 1\ntitle = "T"\nframework = "no"']
)
def test_a_portfolio_whose_head_is_broken_is_refused_with_its_file(
    tmp_path: Path, places: Places, head: str
) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "portfolio.toml").write_text(head)
    with pytest.raises(InputProblem, match=r"portfolio\.toml"):
        open_desk(tmp_path / "p", places)
