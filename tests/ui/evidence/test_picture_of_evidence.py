"""A picture of the bank is looked at on the screen, in cells that any frame can carry."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from textual.pilot import Pilot
from textual.widgets import Static

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.picture_allowed import why_no_picture
from cmalt_tui.ui.screens import picture
from cmalt_tui.ui.screens.picture import PictureScreen
from cmalt_tui.ui.widgets.picture_area import PictureArea

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [(80, 24), (160, 50)]
HOSTILE = "[b]x[/b] [/] \x1b]0;owned\x07\u202eend"
ITEM = EvidenceItem("sheet", HOSTILE, file="files/sheet.png", caption=HOSTILE, alt=HOSTILE)


@pytest.fixture
def sheet(folder: Path) -> Path:
    file = folder / "evidence" / "files" / "sheet.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    drawn = Image.new("RGB", (300, 200), (200, 30, 30))
    drawn.paste((20, 90, 200), (0, 100, 300, 200))
    drawn.save(file)
    return file


def seen(app: CmaltApp) -> list[str]:
    lines = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in line) for line in lines]


def told(app: CmaltApp) -> str:
    return str(app.screen.query_one("#picture-told", Static).render())


@pytest.mark.parametrize("size", SIZES)
async def test_the_picture_keeps_its_shape_and_leaves_a_clean_screen(
    make_app: MakeApp, settle: Settle, folder: Path, sheet: Path, size: tuple[int, int]
) -> None:
    del sheet
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = seen(app)
        await app.push_screen(PictureScreen(folder, ITEM))
        await settle(pilot)
        lines = seen(app)
        drawn = [line for line in lines if "▀" in line]
        wide = max(line.count("▀") for line in drawn)
        assert drawn and wide <= size[0] - 2
        assert wide / (len(drawn) * 2) == pytest.approx(300 / 200, rel=0.1)
        text = "\n".join(lines)
        assert "[b]x[/b]" in text and not [one for one in ("\x1b", "\x07", "\u202e") if one in text]
        assert "reading …" not in text and "In words: " in told(app)
        await pilot.press("escape")
        await settle(pilot)
        assert seen(app) == before


async def test_the_two_halves_of_a_cell_have_the_colours_of_their_pixels(
    make_app: MakeApp, settle: Settle, folder: Path, sheet: Path
) -> None:
    del sheet
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(PictureScreen(folder, ITEM))
        await settle(pilot)
        area = app.screen.query_one(PictureArea)
        strips = [area.render_line(y) for y in range(area.size.height)]
        cells = [[part for part in strip if part.text == "▀"] for strip in strips]
        filled = [line for line in cells if line]
        assert filled[0][0].style is not None and filled[-1][0].style is not None
        assert filled[0][0].style.color is not None and filled[-1][0].style.color is not None
        assert filled[0][0].style.color.name == "#c81e1e"
        assert filled[-1][0].style.color.name == "#145ac8"


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (replace(ITEM, file="files/gone.png"), "not there"),
        (replace(ITEM, file="../../etc/passwd.png"), "outside the portfolio"),
        (replace(ITEM, file="files/broken.png"), "can't be read as a picture"),
    ],
)
async def test_what_is_no_picture_of_the_portfolio_is_said_and_not_shown(
    make_app: MakeApp, settle: Settle, folder: Path, sheet: Path, item: EvidenceItem, words: str
) -> None:
    (sheet.parent / "broken.png").write_bytes(sheet.read_bytes()[:60])
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(PictureScreen(folder, item))
        await settle(pilot)
        assert words in " ".join(told(app).split())
        assert not [line for line in seen(app) if "▀" in line]


async def test_without_the_extra_it_is_said_how_to_get_it(
    make_app: MakeApp, settle: Settle, folder: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del sheet
    monkeypatch.setattr(picture, "can_be_sharp", lambda: False)
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await app.push_screen(PictureScreen(folder, ITEM))
        await pilot.press("s")
        await settle(pilot)
        assert any("cmalt-tui[images]" in note.message for note in app._notifications)
        assert isinstance(app.screen, PictureScreen)


def test_only_pictures_are_offered_to_be_looked_at() -> None:
    assert why_no_picture(ITEM) == ""
    assert ".png" in why_no_picture(replace(ITEM, file="files/minutes.pdf"))
    assert why_no_picture(None)
