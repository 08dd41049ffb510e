"""Text that tries to be markup, to write to the terminal or to break the layout."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from cmalt_tui.model.portfolio import InboxItem, Portfolio
from cmalt_tui.places import Places
from cmalt_tui.problems import Problem
from cmalt_tui.settings.settings import Settings
from cmalt_tui.store import create_portfolio
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.examples import Examples

Settle = Callable[[Pilot[None]], Awaitable[None]]
HOSTILE = [
    "closing [/] tag",
    "[b]bold[/b] [link=x]",
    "ring \x1b]0;owned\x07 the bell \x07",
    "clear \x1b[2J\x1b[31m red",
    "combining e\u0301\u0301\u0301\u0301 and zero\u200bwidth",
    "装丁の記録 全角文字が続くと行の幅がどうなるか",
    "right \u202e to left",
    "$primary {curly} %s \\",
    "👩‍👩‍👧 family",
]


def hostile(portfolio: Portfolio, text: str) -> Portfolio:
    """Put a text into every field that holds a person's words."""
    sections = {
        section_id: replace(
            section,
            title=text,
            description=text if section.description else "",
            statement=text if section.statement else "",
            note=text,
            declaration=dict.fromkeys(section.declaration, text),
            evidence=tuple(replace(use, shows=text) for use in section.evidence),
            reflections=tuple(replace(p, title=text, text=text) for p in section.reflections),
        )
        for section_id, section in portfolio.sections.items()
    }
    evidence = {
        item_id: replace(item, title=text, kind=text, caption=text, access=text, role=text)
        for item_id, item in portfolio.evidence.items()
    }
    inbox = (InboxItem("loose", text, text, text, text),)
    return replace(
        portfolio, title=text, author=text, sections=sections, evidence=evidence, inbox=inbox
    )


def drawn(app: CmaltApp) -> str:
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


@pytest.mark.parametrize("text", [" ".join(HOSTILE), " ".join(reversed(HOSTILE))])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_place_shows_it_and_nothing_reaches_the_terminal(
    tmp_path: Path,
    places: Places,
    written: Portfolio,
    text: str,
    size: tuple[int, int],
    settle: Settle,
) -> None:
    folder = tmp_path / "hostile"
    create_portfolio(folder, hostile(written, text))
    desk = open_desk(folder, places)
    app = CmaltApp(Start(desk, Examples(places), "1a"), Settings(), places)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen = drawn(app)
        for keys in (
            ["ctrl+pagedown"] * 4,
            ["f2", "G", "l", "j"],
            ["escape", "f6"],
            ["escape", "f1"],
        ):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
                seen += drawn(app)
        await pilot.press("escape", "ctrl+g")
        await settle(pilot)
        seen += drawn(app)
    for forbidden in ("\x1b", "\x07", "\u202e"):
        assert forbidden not in seen
    if text.startswith(("closing", "[b]")):
        assert text[:9] in seen
    desk.close()


async def test_a_problem_with_hostile_words_is_one_plain_note(
    places: Places, settle: Settle
) -> None:
    app = CmaltApp(Start(None, Examples(places)), Settings(), places)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.tell(Problem("bad [/] \x1b]0;x\x07 name"))
        await settle(pilot)
        (note,) = app.screen.query(Toast)
        assert "bad [/] name" in str(note.render())
        assert "\x1b" not in drawn(app)
