"""Words that attack, in every field of every file, on every screen and in both sizes."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cmalt_tui.frameworks import load_framework
from cmalt_tui.places import Places
from cmalt_tui.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.recent import remember_portfolio

WORDS = (
    "[/] [b]x[/b] [link=x] \x1b]0;evil\x07 \x1b[2J \u202e e\u0301 漢字 👩‍👩‍👧 "
    '"quotes" $(x) <script> {{ }}'
)
QUOTED = json.dumps(WORDS, ensure_ascii=False)
FORBIDDEN = ("\x1b", "\x07", "\u202e", "evil")
SIZES = [(80, 24), (120, 40)]

FRAMEWORK = f"""schema = 1
id = "own"
extends = "cmalt-2019"
title = {QUOTED}
"""
SECTION = f"""schema = 1
section = "1a"
title = {QUOTED}
status = "draft"
[description]
text = {QUOTED}
[[evidence]]
item = "it"
shows = {QUOTED}
[[reflection]]
id = "one"
title = {QUOTED}
text = {QUOTED}
[note]
text = {QUOTED}
"""
DECLARATION = f"""schema = 1
section = "confirmation"
[declaration]
name = {QUOTED}
"""
EVIDENCE = "schema = 1\n" + "".join(
    f"{key} = {QUOTED}\n"
    for key in ("title", "kind", "caption", "alt", "role", "url", "file", "access", "physical")
)
INBOX = f"schema = 1\ntitle = {QUOTED}\ntext = {QUOTED}\nfrom = {QUOTED}\nreason = {QUOTED}\n"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
    found.own_frameworks.mkdir(parents=True)
    (found.own_frameworks / "own.toml").write_text(FRAMEWORK, encoding="utf-8")
    found.own_themes.mkdir()
    (found.own_themes / "na\x1b]0;evil\x07me.toml").write_text(f"title = {QUOTED}\n")
    return found


@pytest.fixture
def folder(tmp_path: Path, places: Places) -> Path:
    made = new_portfolio(
        tmp_path / "na\x1b]0;evil\x07me", places, framework="own", title=WORDS, author=WORDS
    )
    for name, content in (
        ("sections/1a.toml", SECTION),
        ("sections/confirmation.toml", DECLARATION),
        ("sections/1b.toml", "broken \x1b]0;evil\x07 = ["),
        ("evidence/it.toml", EVIDENCE),
        ("inbox/loose.toml", INBOX),
    ):
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(content, encoding="utf-8")
    return made


@pytest.fixture
def examples(tmp_path: Path, places: Places) -> Examples:
    fields = ("portfolio", "author", "title", "text", "source", "licence", "pathway", "works", "id")
    row = {**dict.fromkeys(fields, WORDS), "section": "1a", "part": "description"}
    file = tmp_path / "na\x1b]0;evil\x07me.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    corpus = Examples(places)
    corpus.add([file], load_framework("own", places))
    return corpus


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    while running := [worker for worker in pilot.app.workers if not worker.is_finished]:
        await pilot.app.workers.wait_for_complete(running)
        await pilot.pause()
    await pilot.pause()


async def walk(pilot: Pilot[None], *keys: str) -> AsyncIterator[str]:
    """Press keys one by one, and give what stands on the screen after each."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
        lines = pilot.app.screen._compositor.render_strips()
        yield "\n".join("".join(segment.text for segment in line) for line in lines)


async def see_nothing_forbidden(pilot: Pilot[None], *keys: str) -> str:
    seen = [shown async for shown in walk(pilot, *keys)]
    for shown in seen:
        assert not [mark for mark in FORBIDDEN if mark in shown]
    assert pilot.app.is_running
    return "\n".join(seen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "at", ["1a/description", "1a/reflection", "1a/evidence", "1a/note", "1b", "confirmation"]
)
async def test_writing_with_its_panes_help_palette_and_colours(
    places: Places, folder: Path, examples: Examples, at: str, size: tuple[int, int]
) -> None:
    settings = Settings(author=WORDS, keys={"write.open_examples": "f12"})
    app = CmaltApp(Start(open_desk(folder, places), examples, at), settings, places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        shown = await see_nothing_forbidden(
            pilot,
            *("f2", "end", "right", "down", "escape"),
            *("f3", "right", "right", "escape"),
            *("f1", "escape"),
            *("ctrl+p", "b", "escape"),
            *("alt+t", "down", "escape"),
        )
        assert "[b]x[/b]" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_examples_and_submit(
    places: Places, folder: Path, examples: Examples, size: tuple[int, int]
) -> None:
    app = CmaltApp(Start(open_desk(folder, places), examples, "1a/description"), Settings(), places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await see_nothing_forbidden(pilot, "ctrl+e")
        app.screen.query(Input).first().value = "漢字"
        await settle(pilot)
        assert "[b]x[/b]" in await see_nothing_forbidden(pilot, "down", "enter", "escape", "escape")
        await see_nothing_forbidden(pilot, "f8", "e", "end", "e", "x", "escape", "d", "w")


@pytest.mark.parametrize("size", SIZES)
async def test_where_one_is(
    places: Places, folder: Path, examples: Examples, size: tuple[int, int]
) -> None:
    app = CmaltApp(Start(open_desk(folder, places), examples, "1a/description"), Settings(), places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await see_nothing_forbidden(pilot, "alt+slash", "a", "escape", "end", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_the_review_in_all_its_screens(
    places: Places, folder: Path, examples: Examples, size: tuple[int, int]
) -> None:
    app = CmaltApp(Start(open_desk(folder, places), examples, "1a/reflection"), Settings(), places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        in_section = (
            "alt+6",
            "down",
            "left",
            "n",
            "tab",
            "e",
            "x",
            "escape",
            "o",
            "down",
            "escape",
        )
        assert "[b]x[/b]" in await see_nothing_forbidden(pilot, *in_section)
        await see_nothing_forbidden(pilot, "escape", "alt+6", "a", "escape")
        in_all = ("alt+9", "end", "s", "escape", "v", "x", "enter", "d", "r", "enter")
        assert "[b]x[/b]" in await see_nothing_forbidden(pilot, *in_all)
        await see_nothing_forbidden(pilot, "alt+7", "down", "t", "d", "u", "s", "escape", "escape")
        await see_nothing_forbidden(pilot, "f3", "right", "right", "e", "down", "x", "enter", "d")


@pytest.mark.parametrize("size", SIZES)
async def test_evidence_mode_its_form_chooser_and_log(
    places: Places, folder: Path, examples: Examples, size: tuple[int, int]
) -> None:
    (folder / "log").mkdir(exist_ok=True)
    line = f'schema = 1\ndate = 2026-03-01\nsections = ["1a", "2a"]\ntext = {QUOTED}\n'
    (folder / "log" / "one.toml").write_text(line, encoding="utf-8")
    app = CmaltApp(Start(open_desk(folder, places), examples, "1a/description"), Settings(), places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        opened = await see_nothing_forbidden(pilot, "alt+semicolon")
        assert "[b]x[/b]" in opened
        changed = ("space", "u", "v", "i", "o", "z", "z", "tab", "down", "tab")
        await see_nothing_forbidden(pilot, *changed, "s", "escape")
        assert "[b]x[/b]" in await see_nothing_forbidden(pilot, "e")
        await see_nothing_forbidden(pilot, "escape", "r", "escape", "delete", "escape")
        await see_nothing_forbidden(pilot, "w", "enter", "escape", "right", "right", "c")
        await see_nothing_forbidden(pilot, "enter", "escape", "escape")
        assert "[b]x[/b]" in await see_nothing_forbidden(pilot, "l")
        await see_nothing_forbidden(pilot, "enter", "enter", "w", "enter", "escape", "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_welcome_with_recent_ones_new_open_and_import(
    tmp_path: Path, places: Places, folder: Path, examples: Examples, size: tuple[int, int]
) -> None:
    remember_portfolio(places, folder, WORDS)
    source = tmp_path / "na\x1b]0;evil\x07me.md"
    source.write_text(f"# 1a {WORDS}\n\n{WORDS}\n\n# {WORDS}\n\nloose\n", encoding="utf-8")
    app = CmaltApp(Start(None, examples), Settings(author=WORDS), places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        assert "[b]x[/b]" in await see_nothing_forbidden(
            pilot, "down", "n", "escape", "o", "escape"
        )
        await see_nothing_forbidden(pilot, "i")
        app.screen.query(Input).first().value = str(tmp_path)
        await see_nothing_forbidden(pilot, "enter", "escape", "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_of_a_conflict(
    places: Places, folder: Path, examples: Examples, size: tuple[int, int]
) -> None:
    app = CmaltApp(Start(open_desk(folder, places), examples, "1a/description"), Settings(), places)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        file = folder / "sections" / "1a.toml"
        theirs = file.read_text(encoding="utf-8").replace("[b]x[/b]", "[b]theirs[/b] [/]")
        file.write_text(theirs, encoding="utf-8")
        shown = await see_nothing_forbidden(pilot, "x", "ctrl+s")
        assert "changed by another program" in shown
        await see_nothing_forbidden(pilot, "enter")
