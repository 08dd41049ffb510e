"""The examples screen: search while typing, read in the section, take away with the source."""

import threading
from collections.abc import Awaitable, Callable

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from cmalt_tui.model.facets import Completion, Facets
from cmalt_tui.model.passage import Answer, Hit, Origin, Passage, SearchFilter
from cmalt_tui.places import Places, shipped
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.examples import ExamplesScreen
from cmalt_tui.ui.screens.welcome import WelcomeScreen
from cmalt_tui.ui.widgets.hit_content import Room, hit_content
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.ui.widgets.passage_section import PassageSection
from cmalt_tui.ui.widgets.passage_words import quotation, snippet_content
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TypeIn = Callable[[Pilot[None], str], Awaitable[None]]
Shown = Callable[[CmaltApp], str]

SIZES = [(80, 24), (120, 40)]
HAS_SAMPLES = bool(list((shipped("samples") / "corpus").glob("*.jsonl")))


def marked(app: CmaltApp) -> Passage:
    passage = app.screen.query_one(PassageList).passage
    assert passage is not None
    return passage


def told(app: CmaltApp, part: str) -> str:
    return str(app.screen.query_one(part).render())


@pytest.mark.parametrize("size", SIZES)
async def test_examples_of_the_section_come_first_and_typing_searches(
    make_app: MakeApp,
    examples: Examples,
    desk: Desk,
    settle: Settle,
    type_in: TypeIn,
    shown: Shown,
    size: tuple[int, int],
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection", "captions"))
        await settle(pilot)
        assert marked(app).section == "1a"
        await type_in(pilot, "refelction")
        await settle(pilot)
        text = shown(app)
        assert "refelction taken as reflection" in text
        assert "15 of 91" in text
        assert "‹reflection›" in text
        assert "☑ section 1a" in text
        assert "☐ reflection" in text
        assert marked(app).title == "Pilots"
        for widget in app.screen.query("PassageList, PassagePreview"):
            assert widget.region.width > 30
            assert widget.region.height >= 8


async def test_the_filters_are_switched_and_the_query_stays(
    make_app: MakeApp, examples: Examples, desk: Desk, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "description", ""))
        await type_in(pilot, "captions")
        await settle(pilot)
        assert "15 of 91" in shown(app)
        await pilot.press("f6")
        await settle(pilot)
        assert "30 of 91" in shown(app)
        await pilot.press("f7", "f6")
        await settle(pilot)
        assert "15 of 91" in shown(app)
        assert {hit.passage.part for hit in app.screen.query_one(PassageList)._hits} == {
            "description"
        }
        assert app.screen.query_one(Input).value == "captions"


async def test_arrows_walk_while_typing_goes_on_and_escape_goes_back_step_by_step(
    make_app: MakeApp, examples: Examples, desk: Desk, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection", ""))
        await type_in(pilot, "pilot")
        await settle(pilot)
        first = marked(app)
        await pilot.press("down")
        await settle(pilot)
        second = marked(app)
        assert second is not first
        assert app.screen.query_one(Input).has_focus
        assert second.origin.author in told(app, "#preview-origin")
        await pilot.press("enter")
        assert app.screen.query_one(PassageSection).has_focus
        await pilot.press("n")
        await settle(pilot)
        assert marked(app) not in (first, second)
        await pilot.press("alt+up", "p")
        await settle(pilot)
        assert marked(app) is first
        await pilot.press("escape")
        assert app.screen.query_one(Input).has_focus
        assert app.screen.query_one(Input).value == "pilot"
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)


async def test_the_whole_section_is_read_with_the_passage_in_it(
    make_app: MakeApp, examples: Examples, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "volunteered project 4")
        await settle(pilot)
        section = " ".join(app.screen.query_one(PassageSection).text.plain.split())
        words = [section.index(word) for word in ("wrong", "‹volunteered›", "deciding constraint")]
        assert words == sorted(words)
        origin = told(app, "#preview-origin")
        for fact in ("Author 4", "senior", "2020", "reading only"):
            assert fact in origin
        assert "https://example.org/4" in told(app, "#preview-source")


async def test_what_was_looked_for_is_marked_in_the_whole_passage_too(
    make_app: MakeApp, examples: Examples, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "refelction pilto")
        await settle(pilot)
        assert "taken as reflection, pilot" in shown(app)
        here = app.screen.query_one(PassageSection).text.plain
        assert "‹reflection›" in here
        assert "‹pilot›" in here
        unmarked = " ".join(here.replace("‹", "").replace("›", "").split())
        assert marked(app).text in unmarked
        await pilot.press("enter")
        await pilot.pause()
        footer = str(app.screen.query_one("FooterLine").render())
        assert "y copy" in footer
        assert "s save with a note" in footer


@pytest.mark.parametrize("size", SIZES)
async def test_a_hostile_passage_is_shown_as_text(
    make_app: MakeApp,
    examples: Examples,
    settle: Settle,
    type_in: TypeIn,
    shown: Shown,
    size: tuple[int, int],
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "zanzibar")
        await settle(pilot)
        text = shown(app)
        assert "[b]x[/b]" in text
        assert "owned" not in text
        await type_in(pilot, " [/] [b]x")
        await settle(pilot)
        shown(app)
        await pilot.press("enter", "y")
        assert "\x1b" not in app.clipboard


async def test_nothing_found_says_so(
    make_app: MakeApp, examples: Examples, desk: Desk, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "4a", "description"))
        await type_in(pilot, "captions")
        await settle(pilot)
        assert "nothing fits" in shown(app)
        assert "section 4a hides 30 more: f6" in shown(app)
        await pilot.press("enter")
        assert app.screen.query_one(Input).has_focus


class SlowExamples(Examples):
    """A corpus whose search waits until it is let go on."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self.may_answer = threading.Event()
        self.searched: list[str] = []

    def search(self, query: str, limit: int = 20, only: SearchFilter | None = None) -> Answer:
        self.searched.append(query)
        assert self.may_answer.wait(20)
        passage = Passage(query, f"about {query}", Origin("P"))
        return Answer(query, (Hit(passage, 1.0, f"about {query}"),), total=1, searched=1)

    def section_of(self, passage_id: str) -> tuple[Passage, ...]:
        return ()

    def facets(self, query: str, only: SearchFilter | None = None) -> Facets:
        return Facets({})

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        return ()


async def test_typing_never_waits_and_late_answers_are_dropped(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    slow = SlowExamples(places)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(slow))
        await pilot.pause()
        await type_in(pilot, "captions")
        assert app.screen.query_one(Input).value == "captions"
        assert app.screen.query_one(PassageList).passage is None
        slow.may_answer.set()
        await settle(pilot)
        assert marked(app).id == "captions"
        assert slow.searched == ["", "captions"]


class BrokenExamples(SlowExamples):
    """A corpus whose search fails once, as a fault of the program would."""

    def search(self, query: str, limit: int = 20, only: SearchFilter | None = None) -> Answer:
        if len(query) == 1:
            raise RuntimeError("no such table \x1b[31m")
        return super().search(query, limit, only)


async def test_a_fault_of_the_search_is_told_and_the_next_search_runs(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    broken = BrokenExamples(places)
    broken.may_answer.set()
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(broken))
        await settle(pilot)
        await type_in(pilot, "a")
        await settle(pilot)
        [note] = app._notifications
        assert "no such table" in note.message
        assert "\x1b" not in note.message
        await type_in(pilot, "b")
        await settle(pilot)
        assert marked(app).id == "ab"


async def test_an_empty_corpus_says_how_it_is_filled(
    make_app: MakeApp, places: Places, settle: Settle, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(Examples(places)))
        await settle(pilot)
        text = shown(app)
        assert "no examples yet" in text
        assert "cmalt-tui corpus add" in text
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)


@pytest.mark.skipif(not HAS_SAMPLES, reason="no sample corpus is there")
async def test_a_key_adds_the_samples(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(Examples(places)))
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert app.screen.query_one(Input).has_focus
        await type_in(pilot, "students")
        await settle(pilot)
        assert marked(app).text


def test_a_quotation_is_markdown_with_its_source() -> None:
    origin = Origin("My portfolio", "Ada", "https://example.org", "CC BY 4.0", "CMALT", "", 2024)
    passage = Passage("1", "One.\n\nTwo.", origin, "1a", "reflection")
    assert quotation(passage) == (
        "> One.\n>\n> Two.\n>\n"
        "> — Ada, My portfolio (CMALT, 2024, 1a reflection). https://example.org. CC BY 4.0.\n"
    )


@pytest.mark.parametrize(
    "highlights", [((0, 3),), ((-5, 2),), ((2, 90),), ((5, 2),), ((0, 3), (1, 4))]
)
def test_marks_that_do_not_fit_the_snippet_do_no_harm(
    highlights: tuple[tuple[int, int], ...],
) -> None:
    hit = Hit(Passage("1", "", Origin("P")), 1.0, "abc def", highlights)
    shown = snippet_content(hit).plain.replace("‹", "").replace("›", "")
    assert shown == "abc def"


@pytest.mark.parametrize("room", [30, 60, 100, 1000])
def test_a_cut_snippet_keeps_the_first_match_in_view(room: int) -> None:
    text = "word " * 60 + "pilot " + "more " * 60
    hit = Hit(Passage("1", "", Origin("P")), 1.0, text, ((300, 305),))
    shown = snippet_content(hit, room).plain
    assert "‹pilot›" in shown
    assert len(shown) <= room


@pytest.mark.parametrize("width", [54, 58, 78])
def test_a_row_says_all_that_matters_in_the_room_it_has(width: int) -> None:
    origin = Origin("P", "Ottoline Brackenbury-Mwale", "", "", "senior", "further education", 2021)
    passage = Passage("1", "", origin, "1a", "reflection")
    hit = Hit(passage, 0.5, "word " * 90, ((0, 4),), (origin, origin))
    for lines in (2, 3):
        drawn = hit_content(hit, Room(width, lines), 1.0, is_saved=True).plain.split("\n")
        assert len(drawn) == 1 + lines + 1
        assert all(cell_len(line) <= width for line in drawn)
        for told in ("★ saved", "1a reflection", "reading only", ".50"):
            assert told in drawn[0]
        assert drawn[lines].endswith("… · also in 2 more")


async def test_what_is_read_first_begins_at_the_passage_and_not_at_its_section() -> None:
    origin = Origin("Herons")
    long = "Nothing is told here but how long it took until the meeting was over. " * 9
    texts = (long, "The herons came at last.", long)
    section = [Passage(str(number), text, origin) for number, text in enumerate(texts)]

    class Reading(App[None]):
        def compose(self) -> ComposeResult:
            yield PassageSection()

    app = Reading()
    async with app.run_test(size=(78, 5)) as pilot:
        await pilot.pause()
        read = app.query_one(PassageSection)
        read.read(section[1], section, ("herons",))
        await pilot.pause()
        assert read.render_line(0).text.startswith("▌ The ‹herons› came at last.")
