"""The sources of the examples on the screen: listed, added with progress, taken out when asked."""

import json
import threading
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.example_source import AddedSource, SourceSummary
from cmalt_tui.model.framework import Framework
from cmalt_tui.places import Places
from cmalt_tui.progress import Progress, Report, unreported
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.example_sources import ExampleSourcesScreen
from cmalt_tui.ui.screens.examples import ExamplesScreen
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TypeIn = Callable[[Pilot[None], str], Awaitable[None]]
Shown = Callable[[CmaltApp], str]


def listed(app: CmaltApp) -> str:
    options = app.screen.query_one(OptionList).options
    return "\n".join(str(option.prompt) for option in options)


async def test_a_source_is_added_by_its_path_and_found_at_once(
    make_app: MakeApp, places: Places, home: Path, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    row = {"portfolio": "Glue and I", "section": "1a", "text": "Bookbinding on film."}
    (home / "glue.jsonl").write_text(json.dumps(row | {"author": "Ilse Quill\x1b[2J"}))
    examples = Examples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        await type_in(pilot, "~/glue.jsonl")
        await pilot.press("enter")
        await settle(pilot)
        assert "Added Glue and I: 1 passage" in shown(app)
        assert "Ilse Quill" in listed(app)
        assert "reading only" in listed(app)
        await pilot.press("escape")
        await settle(pilot)
        await type_in(pilot, "bookbinding")
        await settle(pilot)
        assert [hit.passage.text for hit in app.screen.query_one(PassageList).hits] == [
            "Bookbinding on film."
        ]


async def test_a_source_that_can_not_be_read_says_why_and_harms_nothing(
    make_app: MakeApp, examples: Examples, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExampleSourcesScreen(examples, app.places))
        await settle(pilot)
        before = listed(app)
        await pilot.press("a")
        await type_in(pilot, "nowhere/at/all.jsonl")
        await pilot.press("enter")
        await settle(pilot)
        assert "no such file" in shown(app)
        assert listed(app) == before


async def test_a_source_is_taken_out_only_after_a_yes(
    make_app: MakeApp, examples: Examples, settle: Settle
) -> None:
    app = make_app()
    answers: list[bool | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExampleSourcesScreen(examples, app.places), answers.append)
        await settle(pilot)
        await pilot.press("delete", "escape", "delete", "enter")
        await settle(pilot)
        assert len(examples.sources()) == 1
        await pilot.press("delete", "up", "enter")
        await settle(pilot)
        assert examples.sources() == ()
        await pilot.press("escape")
        assert answers == [True]


class SlowExamples(Examples):
    """A corpus that reports once and then adds until it is stopped."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self.reported = threading.Event()
        self.go_on = threading.Event()

    def sources(self) -> tuple[SourceSummary, ...]:
        return (SourceSummary("old", "Old one", passages=3),)

    def add(  # type: ignore[override]
        self, sources: Sequence[str], framework: Framework, report: Report = unreported
    ) -> tuple[AddedSource, ...]:
        report(Progress(1, 9, f"Looking at {sources[0]}"))
        self.reported.set()
        assert self.go_on.wait(20)
        report(Progress(2, 9, "too far"))
        raise AssertionError("not stopped")


async def test_adding_shows_how_far_it_is_and_escape_stops_it(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    examples = SlowExamples(places)
    app = make_app()
    answers: list[bool | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExampleSourcesScreen(examples, places), answers.append)
        await settle(pilot)
        await pilot.press("a")
        await type_in(pilot, "https://example.org/a")
        await pilot.press("enter")
        while not examples.reported.is_set():
            await pilot.pause()
        await pilot.pause()
        assert "Looking at https://example.org/a · 1 of 9" in shown(app)
        await pilot.press("delete")
        assert "stop it with escape" in list(app._notifications)[-1].message
        await pilot.press("escape")
        examples.go_on.set()
        await settle(pilot)
        assert "Stopped" in shown(app)
        await pilot.press("escape")
        assert answers == [False]


async def test_sources_are_brought_up_to_date_from_where_they_are(
    make_app: MakeApp, places: Places, home: Path, settle: Settle, shown: Shown
) -> None:
    file = home / "glue.jsonl"
    row = {"portfolio": "Glue and I", "section": "1a", "text": "Bookbinding on film."}
    file.write_text(json.dumps(row))
    examples = Examples(places)
    examples.add([file], load_framework("cmalt-2019", places))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExampleSourcesScreen(examples, places))
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "1 unchanged" in shown(app)
        file.write_text(json.dumps(row) + "\n" + json.dumps(row | {"text": "Paste and patience."}))
        await pilot.press("s")
        await settle(pilot)
        assert "Added Glue and I: 2 passages" in shown(app)
        assert "2 passages" in listed(app)
