"""An app in a home of its own, a corpus and a portfolio that hold text meant to do harm."""

import html
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cmalt_tui.frameworks import load_framework
from cmalt_tui.places import Places
from cmalt_tui.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.review_desk import ReviewDesk
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples

HOSTILE = "[/] [b]x[/b] \x1b]0;owned\x07\x1b[31m e\u0301 漢字 \u202eend"


@pytest.fixture
def hostile() -> str:
    """Markup, escape sequences, a combining mark, wide characters, a bidi override."""
    return HOSTILE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, which is the current folder as well."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture
def places(home: Path) -> Places:
    """Folders of the program in that home."""
    root = home / ".cmalt"
    return Places(root / "config", root / "data", root / "cache")


@pytest.fixture
def make_app(places: Places) -> Callable[..., CmaltApp]:
    """Make the app, with a portfolio or without."""

    def make(desk: Desk | None = None, settings: Settings | None = None) -> CmaltApp:
        return CmaltApp(Start(desk, Examples(places)), settings or Settings(), places)

    return make


@pytest.fixture
def desk(home: Path, places: Places) -> Desk:
    """An opened portfolio with nothing in it."""
    return open_desk(new_portfolio(home / "ada", places, title="Ada's", author="Ada"), places)


@pytest.fixture
def examples(tmp_path: Path, places: Places) -> Examples:
    """A corpus of thirty sections, three passages each, every field of one of them hostile."""
    texts = (
        "The second pilot taught me that I had asked the wrong people; on reflection I would "
        "bring students in before the contract is signed.",
        "I had planned the pilot around the staff who volunteered, who told me little.",
        "Captions were the deciding constraint and not the price.",
    )
    rows: list[dict[str, object]] = [
        {
            "id": f"p{number}-{place}",
            "portfolio": f"Portfolio {number}",
            "author": f"Author {number}",
            "section": "1a" if number % 2 else "1b",
            "part": "reflection" if place < 2 else "description",
            "pathway": "senior",
            "year": 2020,
            "title": "Pilots",
            "text": f"{text} This was project {number}.",
            "licence": "CC BY 4.0" if number % 2 else "",
            "source": f"https://example.org/{number}",
        }
        for number in range(30)
        for place, text in enumerate(texts)
    ]
    fields = ("portfolio", "author", "pathway", "title", "licence", "source")
    rows.append(
        {"id": "bad", "section": "1a", "part": "reflection", "year": 2021}
        | dict.fromkeys(fields, HOSTILE)
        | {"text": f"Zanzibar was hard. {HOSTILE}"}
    )
    file = tmp_path / "passages.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    corpus = Examples(places)
    corpus.add([file], load_framework("cmalt-2019", places))
    return corpus


@pytest.fixture
def type_in() -> Callable[[Pilot[None], str], Awaitable[None]]:
    """Type a text key by key."""

    async def press(pilot: Pilot[None], text: str) -> None:
        named = {
            " ": "space",
            "/": "slash",
            "-": "minus",
            "~": "tilde",
            ".": "full_stop",
            ":": "colon",
        }
        await pilot.press(*(named.get(letter, letter) for letter in text))

    return press


@pytest.fixture
def shown() -> Callable[[CmaltApp], str]:
    """What stands on the screen, as text."""

    def read(app: CmaltApp) -> str:
        drawn = app.export_screenshot()
        assert "\x1b" not in drawn
        lines = re.findall(r"<text [^>]*>(.*?)</text>", drawn, re.S)
        return html.unescape("".join(lines)).replace("\xa0", " ")

    return read


@pytest.fixture
def at_review(desk: Desk, places: Places) -> Callable[..., ReviewDesk]:
    """The portfolio under review, with no examples to compare it with."""

    def make(settings: Settings | None = None) -> ReviewDesk:
        return ReviewDesk(desk, Examples(places), places, settings or Settings(), lambda: None)

    return make
