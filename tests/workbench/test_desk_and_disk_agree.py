"""Whatever is written, undone, crashed and changed elsewhere: desk and disk agree in the end."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cmalt_tui.model.editing import with_status, with_text
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section, Status
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.model.versions import Side
from cmalt_tui.places import Places
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import Conflict, Desk, open_desk

TEXTS = (
    TextAddress("1a", "description"),
    TextAddress("1a", "reflection", "the-pilot"),
    TextAddress("1b", "note"),
)
BEGINNING = "We compared two ways.\n\nThe second one won.\n\nNobody asked the bench."
PLACES = st.tuples(st.integers(0, 2), st.integers(0, 3))
STEPS = st.one_of(
    st.tuples(st.sampled_from(["write", "elsewhere"]), PLACES),
    st.tuples(st.just("status"), st.sampled_from(list(Status))),
    st.tuples(st.sampled_from(["save", "look", "undo", "redo", "crash"]), st.sampled_from(Side)),
)


class World:
    """A desk, its folder, and the changes that were made."""

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "config", folder / "data", folder / "cache")
        self.folder = folder / "portfolio"
        first = Section("1a", description=BEGINNING)
        first = first.with_reflection(Reflection("the-pilot", "The pilot", BEGINNING))
        portfolio = Portfolio("Binding", "Ilse Quillfeather", "cmalt-2019", "cmalt")
        create_portfolio(self.folder, portfolio.with_section(first))
        self.desk = self.open()
        self.number = 0
        self.has_met_others = False

    def open(self) -> Desk:
        return open_desk(self.folder, self.places)

    def changed(self, desk: Desk, place: tuple[int, int], who: str) -> Portfolio:
        """One paragraph of a text is written anew, or one is added."""
        self.number += 1
        address, paragraph = TEXTS[place[0]], place[1]
        paragraphs = text_at(desk.portfolio, address).split("\n\n")
        paragraphs[paragraph : paragraph + 1] = [f"{who} wrote this, number {self.number}."]
        return with_text(desk.portfolio, address, "\n\n".join(filter(None, paragraphs)))

    def write(self, place: tuple[int, int]) -> None:
        self.desk.change(self.changed(self.desk, place, "I"))

    def elsewhere(self, place: tuple[int, int]) -> None:
        other = self.open()
        other.change(self.changed(other, place, "Another"))
        other.save()
        self.has_met_others = True

    def status(self, status: Status) -> None:
        self.desk.change(with_status(self.desk.portfolio, "1a", status), "status")

    def undo(self, _: Side) -> None:
        self.desk.undo()

    def redo(self, _: Side) -> None:
        self.desk.redo()

    def look(self, _: Side) -> None:
        self.desk.look_for_changes()

    def save(self, side: Side) -> None:
        self.desk.look_for_changes()
        for _ in range(9):
            try:
                self.desk.save()
                break
            except Conflict as conflict:
                names = [text.name for text in self.desk.versions(conflict.path).texts]
                self.desk.settle(conflict.path, dict.fromkeys(names, side))
        assert not self.desk.unsaved
        assert self.open().portfolio == self.desk.portfolio
        self.has_met_others = False

    def crash(self, side: Side) -> None:
        """The program dies, and the next one takes all drafts."""
        self.desk.keep_drafts()
        before, self.desk = self.desk.portfolio, self.open()
        for draft in self.desk.drafts():
            self.desk.take_draft(draft)
        if not self.has_met_others:
            assert self.desk.portfolio == before
        self.save(side)
        assert self.desk.drafts() == ()


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(STEPS, min_size=3, max_size=15))
def test_desk_and_disk_agree(steps: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        for name, value in steps:
            getattr(world, name)(value)
        world.save(Side.MINE)
