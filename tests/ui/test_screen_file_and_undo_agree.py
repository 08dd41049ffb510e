"""Whatever is done in whatever order: file, screen and undo history agree."""

import asyncio
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.events import Paste
from textual.pilot import Pilot

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.store import create_portfolio
from cmalt_tui.store.prose import tidy
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.conflict import ConflictScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.examples import Examples

TEXTS = (
    TextAddress("1a", "description"),
    TextAddress("1a", "reflection", "the-pilot"),
    TextAddress("1b", "description"),
)
BEGINNING = "We compared two ways.\n\nThe second one won.\n\nNobody asked the bench."
EXAMPLES = 8
KEYS = [
    "a",
    "é",
    "space",
    "enter",
    "backspace",
    "delete",
    "ctrl+w",
    "left",
    "up",
    "end",
    "ctrl+end",
]

STEPS = st.one_of(
    st.tuples(st.just("press"), st.lists(st.sampled_from(KEYS), min_size=1, max_size=6)),
    st.tuples(st.just("paste"), st.sampled_from(["two words", "a\n\nb", "e\u0301 \x1b[31m漢字"])),
    st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 4)),
    st.tuples(st.just("go"), st.integers(0, 2)),
    st.tuples(st.just("elsewhere"), st.tuples(st.integers(0, 2), st.integers(0, 2))),
    st.tuples(st.sampled_from(["save", "look", "reopen"]), st.sampled_from(["m", "t"])),
)


class World:
    """A portfolio, the program on it, and what has to hold."""

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "config", folder / "data", folder / "cache")
        self.folder = folder / "portfolio"
        first = Section("1a", description=BEGINNING)
        first = first.with_reflection(Reflection("the-pilot", "The pilot", BEGINNING))
        portfolio = Portfolio("Binding", "Ilse Quillfeather", "cmalt-2019", "cmalt")
        create_portfolio(self.folder, portfolio.with_section(first))
        self.at = TEXTS[0]
        self.number = 0
        # The text with which the undo of an address begins, and whether it holds a step by now.
        self.began: dict[TextAddress, str] = {}
        self.shown: dict[TextAddress, str] = {}
        self.has_steps: set[TextAddress] = set()

    async def session(self, steps: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        """Carry out steps until one closes the program; gives those that are left."""
        self.desk = open_desk(self.folder, self.places, lock=True)
        app = CmaltApp(
            Start(self.desk, Examples(self.places), "/".join(self.at[:2])),
            Settings(autosave_seconds=3600.0),
            self.places,
        )
        self.began = {at: text for at, text in self.began.items() if at in self.has_steps}
        self.shown = {}
        async with app.run_test(size=(80, 24)) as pilot:
            await self.rest(pilot)
            assert isinstance(app.screen, WriteScreen)
            self.screen, self.editor = app.screen, app.screen.query_one(ProseEditor)
            self.note()
            while steps:
                (name, value), *steps = steps
                await getattr(self, name)(pilot, value)
                await self.rest(pilot)
                self.note()
                assert self.editor.text == text_at(self.desk.portfolio, self.at), name
                if name == "reopen":
                    break
            else:
                for number in range(len(TEXTS)):
                    await self.go(pilot, number)
                    await self.rest(pilot)
                    self.note()
                    await self.see_undo(pilot)
            await self.save(pilot, "m")
            await self.rest(pilot)
            self.note()
            await pilot.press("ctrl+q")
        self.see_file()
        return steps

    def note(self) -> None:
        """Keep in mind where undo begins, and whether there is a step."""
        text = self.editor.text
        self.began.setdefault(self.at, text)
        if self.shown.setdefault(self.at, text) != text:
            self.has_steps.add(self.at)
        if text != self.began[self.at]:
            self.has_steps.add(self.at)
        self.shown[self.at] = text

    async def press(self, pilot: Pilot[None], keys: list[str]) -> None:
        await pilot.press(*keys)

    async def paste(self, pilot: Pilot[None], text: str) -> None:
        self.editor.post_message(Paste(text))
        await pilot.pause()

    async def undo(self, pilot: Pilot[None], times: int) -> None:
        await pilot.press(*["ctrl+z"] * times)

    async def redo(self, pilot: Pilot[None], times: int) -> None:
        await pilot.press(*["ctrl+y"] * times)

    async def go(self, pilot: Pilot[None], number: int) -> None:
        self.at = TEXTS[number]
        self.screen.open_address(self.at)
        await pilot.pause()

    async def elsewhere(self, pilot: Pilot[None], where: tuple[int, int]) -> None:
        """Another program changes one paragraph of a text, or adds one."""
        number, paragraph = where
        self.number += 1
        other = open_desk(self.folder, self.places)
        paragraphs = text_at(other.portfolio, TEXTS[number]).split("\n\n")
        if paragraph < len(paragraphs):
            paragraphs[paragraph] = f"Changed elsewhere, {self.number}."
        else:
            paragraphs.append(f"Added elsewhere, {self.number}.")
        other.change(with_text(other.portfolio, TEXTS[number], "\n\n".join(paragraphs)))
        other.save()

    async def look(self, pilot: Pilot[None], _: str) -> None:
        self.screen.autosave.look_outside()

    async def save(self, pilot: Pilot[None], side: str) -> None:
        await self.look(pilot, side)
        await self.rest(pilot)
        await pilot.press("ctrl+s")
        await self.rest(pilot)
        for _ in range(3):
            if isinstance(pilot.app.screen, ConflictScreen):
                for _ in pilot.app.screen._texts:
                    await pilot.press(side, "down")
                await pilot.press("enter")
                await self.rest(pilot)
        assert pilot.app.screen is self.screen
        assert not self.desk.unsaved
        self.see_file()

    async def reopen(self, pilot: Pilot[None], side: str) -> None:
        await self.save(pilot, side)

    def see_file(self) -> None:
        """The file says what the screen shows, and so does every other text."""
        there = open_desk(self.folder, self.places).portfolio
        for address in TEXTS:
            # No file keeps blank lines at the start and the end.
            assert text_at(there, address) == tidy(text_at(self.desk.portfolio, address))

    async def see_undo(self, pilot: Pilot[None]) -> None:
        """Undoing all gives what it began with; doing it again gives what it was."""
        now = self.editor.text
        for _ in range(200):
            await pilot.press("ctrl+z")
            if not self.editor.history.undo_stack:
                break
        assert self.editor.text == self.began[self.at]
        assert text_at(self.desk.portfolio, self.at) == self.began[self.at]
        while self.editor.history.redo_stack:
            await pilot.press("ctrl+y")
        if self.at in self.has_steps:
            self.editor.history.checkpoint()
        return None if now == self.editor.text else self.redone_further(now)

    def redone_further(self, now: str) -> None:
        """What had been undone before is done again as well, so `now` lies on the way."""
        undone = [self.editor.text]
        while self.editor.history.undo_stack:
            self.editor.undo()
            undone.append(self.editor.text)
        assert now in undone
        while self.editor.history.redo_stack:
            self.editor.redo()

    async def rest(self, pilot: Pilot[None]) -> None:
        """Wait until nothing is under way."""
        await pilot.pause()
        assert self.desk is not None
        for screen in pilot.app.screen_stack:
            if isinstance(screen, WriteScreen):
                assert screen.autosave._disk.wait(30)
                screen.autosave.look()
        await pilot.pause()


def run(sessions: Coroutine[Any, Any, None]) -> None:
    asyncio.run(sessions)


# Making a failure smaller takes minutes; the steps that failed say enough.
_PHASES = (Phase.explicit, Phase.generate)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=_PHASES)
@given(st.lists(STEPS, min_size=4, max_size=12))
def test_file_screen_and_undo_agree(steps: list[tuple[str, Any]]) -> None:
    async def all_sessions(folder: Path) -> None:
        world, left = World(folder), steps
        while left:
            left = await world.session(left)
        await world.session([])

    with tempfile.TemporaryDirectory() as folder:
        run(all_sessions(Path(folder)))
