"""Examples beside the text: near to the paragraph at the cursor, and never in the way."""

import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from cmalt_tui.model.passage import Answer, Hit, Origin, Passage
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens import write
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.widgets import context_pane
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

Settle = Callable[[Pilot[None]], Awaitable[None]]
NEVER = 3600.0
FIRST = "Captions decided which recording system the technicians bought for every crowded workshop."
SECOND = "Students asked whether assessment feedback could arrive before another deadline passes."
SHORT = "Then it rained."
ORIGIN = Origin(
    "A year of pilots",
    author="Wren Holloway",
    source="https://example.org/pilots",
    licence="CC BY 4.0",
    sector="Museum",
    year=2024,
)


class Question(NamedTuple):
    section: str
    part: str
    text: str


class RecordedExamples(Examples):
    """Answers each question with one passage that says what was asked; may be told to wait."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self.asked: list[Question] = []
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.text = "A passage for {}, about captions, and long enough to be read in two lines."

    def for_section(self, section_id: str, part: str, text: str, limit: int = 20) -> Answer:
        self.asked.append(Question(section_id, part, text))
        assert self.may_answer.wait(10)
        said = self.text.format(section_id)
        start = said.find("captions")
        origin = replace(ORIGIN, portfolio=f"Pilots {section_id}")
        passage = Passage(
            f"p-{section_id}", f"{said}\n\nThe end.", origin, section_id, part, "Pilot"
        )
        marks = ((start, start + 8),) if start >= 0 else ()
        return Answer("", (Hit(passage, 1.0, said, marks),), total=1, searched=1)


@pytest.fixture
def written(written: Portfolio) -> Portfolio:
    section = replace(written.section("1a"), description=f"{FIRST}\n\n{SECOND}\n\n{SHORT}")
    return written.with_section(section)


@pytest.fixture
def examples(places: Places) -> RecordedExamples:
    return RecordedExamples(places)


@pytest.fixture
def app(desk: Desk, places: Places, examples: RecordedExamples) -> CmaltApp:
    start = Start(desk, examples, "1a/description")
    return CmaltApp(start, Settings(autosave_seconds=NEVER), places)


@pytest.fixture
def rests_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context_pane, "_REST", 0.01)


@pytest.fixture
def never_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context_pane, "_REST", NEVER)
    monkeypatch.setattr(write, "_COUNT_AFTER", NEVER)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        await pilot.pause()
    raise AssertionError("it never came to that")


async def open_tab(pilot: Pilot[None], settle: Settle) -> None:
    await settle(pilot)
    await pilot.press("f3", "left", "left")
    await settle(pilot)


def cards(app: CmaltApp) -> list[str]:
    return [str(card.render()) for card in app.screen.query(".card") if card.display]


def told(app: CmaltApp) -> str:
    return "\n".join(cards(app))


@pytest.mark.usefixtures("rests_at_once")
async def test_they_follow_the_paragraph_at_the_cursor(
    app: CmaltApp, examples: RecordedExamples, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        assert examples.asked == [Question("1a", "description", FIRST)]
        assert "Museum" in told(app)
        assert "2024" in told(app)
        assert "CC BY 4.0" in told(app)
        assert "‹captions›" in told(app)

        await pilot.press("escape", "ctrl+down")
        await until(pilot, lambda: len(examples.asked) == 2)
        assert examples.asked[-1].text == SECOND

        # Too short to say what it is about: the whole text does.
        await pilot.press("ctrl+end")
        await until(pilot, lambda: len(examples.asked) == 3)
        assert examples.asked[-1].text == f"{FIRST}\n\n{SECOND}\n\n{SHORT}"


@pytest.mark.usefixtures("never_rests")
async def test_typing_searches_nothing_before_it_rests_and_once_then(
    app: CmaltApp, examples: RecordedExamples, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("escape", *"Soon")
        await pilot.press("enter", "backspace")
        await settle(pilot)
        assert len(examples.asked) == 1
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [asked.text for asked in examples.asked[1:]] == [f"Soon{FIRST}"]
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert len(examples.asked) == 2


@pytest.mark.usefixtures("rests_at_once")
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_nothing_is_searched_while_nobody_sees_it(
    app: CmaltApp, examples: RecordedExamples, settle: Settle, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        if size == (80, 24):
            # Open at the examples, and hidden again.
            await pilot.press("f3", "left", "left")
            await settle(pilot)
            await pilot.press("escape")
            examples.asked.clear()
        await pilot.press(*"Soon", "down", "down", "ctrl+s")
        await settle(pilot)
        assert examples.asked == []


async def test_an_answer_that_comes_too_late_is_dropped(
    app: CmaltApp, examples: RecordedExamples, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        examples.may_answer.clear()
        await pilot.press("f3", "left", "left")
        await until(pilot, lambda: len(examples.asked) == 1)
        await pilot.press("alt+down", "alt+down")
        await pilot.pause()
        assert len(examples.asked) == 1
        examples.may_answer.set()
        await settle(pilot)
        assert [asked.section for asked in examples.asked] == ["1a", "1c"]
        assert "A passage for 1c" in told(app)
        assert "A passage for 1a" not in told(app)


async def test_a_passage_is_kept_with_a_note_and_its_licence_and_undone(
    app: CmaltApp, desk: Desk, folder: Path, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("s", *"who", "enter")
        await settle(pilot)
        [kept] = desk.portfolio.examples_of("1a")
        assert (kept.works, kept.part, kept.passage.origin.author) == (
            "who",
            "description",
            "Wren Holloway",
        )
        [card] = cards(app)
        assert "★ kept" in card
        assert "what works here: who" in card
        assert "Wren Holloway · Pilots 1a · https://example.org/pilots · CC BY 4.0" in card
        assert "EXAMPLES ★1" in str(app.screen.query_one("#context-tabs", Static).render())

        await pilot.press("s", "backspace", *"y", "enter")
        await settle(pilot)
        assert [example.works for example in desk.portfolio.examples_of("1a")] == ["why"]

        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (folder / "examples" / f"{kept.id}.toml").is_file()
        await pilot.press("delete")
        await settle(pilot)
        assert not desk.portfolio.examples
        assert "★ kept" not in told(app)
        await pilot.press("f2", "u")
        await settle(pilot)
        assert len(desk.portfolio.examples) == 1
        assert "★ kept" in told(app)


async def test_a_kept_example_stays_when_the_corpus_cannot_be_searched(
    app: CmaltApp, examples: RecordedExamples, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("s", "enter")
        await settle(pilot)

        def gone(*_: object) -> Answer:
            raise OSError("the shed burnt down")

        monkeypatch.setattr(examples, "for_section", gone)
        await pilot.press("alt+down", "alt+up")
        await settle(pilot)
        assert "★ kept" in told(app)
        assert "the shed burnt down" in "".join(
            str(line.render()) for line in app.screen.query("Cards > Static").results(Static)
        )


async def test_the_keys_of_the_pane_read_walk_and_copy(
    app: CmaltApp, examples: RecordedExamples, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("s", "enter")
        await settle(pilot)
        examples.text = "Another passage for {}."
        await pilot.press("escape", "X", "ctrl+s", "f3")
        await settle(pilot)
        assert len(cards(app)) == 2
        assert "The end." not in told(app).replace("two lines. The end.", "")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "Another passage for 1a.\n\nThe end." in cards(app)[1]
        await pilot.press("y")
        assert "> Another passage for 1a." in app.clipboard
        assert "CC BY 4.0" in app.clipboard
        await pilot.press("up", "y")
        assert "> A passage for 1a" in app.clipboard
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert app.focused is app.screen.query_one("#editor")


async def test_nothing_is_kept_where_nothing_may_be_written(
    app: CmaltApp, desk: Desk, settle: Settle
) -> None:
    desk.locked_by = "somebody else has it open"
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("s")
        await settle(pilot)
        assert any("open elsewhere" in note.message for note in app._notifications)
        assert not desk.portfolio.examples


async def test_hostile_passages_are_shown_as_they_are(
    app: CmaltApp, examples: RecordedExamples, settle: Settle
) -> None:
    examples.text = "[b]x[/b] [/] \x1b]0;owned\x07\x1b[31mred \u202eend"
    async with app.run_test(size=(80, 24)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("s", *"[/]", "enter", "enter")
        await settle(pilot)
        drawn = told(app)
        assert "[b]x[/b] [/]" in drawn
        assert "what works here: [/]" in drawn
        assert not any(mark in drawn for mark in ("\x1b", "\x07", "\u202e"))


async def test_the_tabs_of_the_pane_stand_on_one_line_and_take_clicks(
    app: CmaltApp, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        await pilot.press("s", "enter")
        await settle(pilot)
        tabs = app.screen.query_one("#context-tabs", Static)
        for tab in ("guide", "examples"):
            row = str(tabs.render())
            assert len(row) <= tabs.size.width
            await pilot.click(tabs, offset=(row.index(tab) + 2, 0))
            await settle(pilot)
        assert "EXAMPLES ★1" in str(tabs.render())


async def test_words_are_counted_each_time_that_typing_rests(
    app: CmaltApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "_COUNT_AFTER", 0.01)
    async with app.run_test(size=(120, 40)) as pilot:
        below = app.screen.query_one("#below")
        words = len(f"{FIRST} {SECOND} {SHORT}".split())
        for more in (1, 2):
            await pilot.press("ctrl+home", "a", "space")
            expected = f"{words + more} words"
            await until(pilot, lambda: expected in str(below.render()))  # noqa: B023


async def test_the_examples_screen_begins_near_the_paragraph_as_well(
    app: CmaltApp, examples: RecordedExamples, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RecordedExamples, "is_empty", False)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+down", "ctrl+e")
        await until(pilot, lambda: bool(examples.asked))
        assert (examples.asked[0].section, examples.asked[0].text) == ("1a", SECOND)
