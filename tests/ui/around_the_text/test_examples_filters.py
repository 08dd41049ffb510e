"""Limiting and completing a search: chips, the chooser, counts, suggestions, keys and mouse."""

import threading
from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from cmalt_tui.model.facets import Completion, FacetCount, Facets
from cmalt_tui.model.passage import Answer, Hit, Origin, Passage, SearchFilter
from cmalt_tui.places import Places
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens.choose_facet import ChooseFacetScreen
from cmalt_tui.ui.screens.examples import ExamplesScreen
from cmalt_tui.ui.widgets.click_line import ClickLine
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.ui.widgets.passage_section import PassageSection
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TypeIn = Callable[[Pilot[None], str], Awaitable[None]]

HITS = tuple(Hit(Passage(f"p{n}", "words", Origin("P")), 1.0, "words") for n in range(3))


def line(app: CmaltApp, name: str) -> str:
    return str(app.screen.query_one(f"#search-{name}").render())


def typed(app: CmaltApp) -> str:
    return app.screen.query_one(Input).value


async def click_on(pilot: Pilot[None], name: str, word: str) -> None:
    column = line(pilot.app, name).index(word)  # type: ignore[arg-type]
    assert await pilot.click(f"#search-{name}", offset=(column, 0))


class RecordingExamples(Examples):
    """A corpus that answers at once and notes what it was asked."""

    def __init__(self, places: Places, total: int = 3) -> None:
        super().__init__(places)
        self.asked: list[tuple[str, SearchFilter]] = []
        self.total = total

    def search(self, query: str, limit: int = 20, only: SearchFilter | None = None) -> Answer:
        # One hit is asked for where it is only looked what a filter hides.
        if limit > 1:
            self.asked.append((query, only or SearchFilter()))
        return Answer(query, HITS[:limit], total=self.total, searched=2_140)

    def for_section(self, section_id: str, part: str, text: str, limit: int = 20) -> Answer:
        return self.search("", limit, SearchFilter(section_id, part))

    def section_of(self, passage_id: str) -> tuple[Passage, ...]:
        return ()

    def facets(self, query: str, only: SearchFilter | None = None) -> Facets:
        counts = {
            "section": (FacetCount("1a", 37), FacetCount("1b", 12)),
            "sector": (FacetCount("further education", 9), FacetCount("museum", 2)),
            "year": (FacetCount("2024", 9), FacetCount("2021", 3)),
            "licence": (FacetCount("CC BY 4.0", 9),),
        }
        return Facets(counts, 49)

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        if query.endswith("path:"):
            values = (("cmalt", 30), ("senior", 7))
            return tuple(
                Completion(cursor - 5, cursor, f"path:{value}", count) for value, count in values
            )
        word = query.split(" ")[-1]
        if word and "reflection".startswith(word):
            return (Completion(cursor - len(word), cursor, "reflection", 9),)
        return ()


async def test_filters_from_keys_and_from_the_line_are_chips_and_one_key_lifts_all(
    make_app: MakeApp, places: Places, desk: Desk, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection"))
        await settle(pilot)
        await type_in(pilot, "pilot author:rowan")
        await settle(pilot)
        assert "☑ section 1a f6" in line(app, "chips")
        assert "☐ reflection f7" in line(app, "chips")
        assert "☑ author:rowan ✕" in line(app, "chips")
        await pilot.press("f8")
        await settle(pilot)
        assert typed(app) == "pilot"
        assert examples.asked[-1] == ("pilot", SearchFilter())
        assert "☐ section 1a f6" in line(app, "chips")
        assert "author" not in line(app, "chips")


async def test_a_section_in_the_line_wins_and_its_key_takes_it_back(
    make_app: MakeApp, places: Places, desk: Desk, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a"))
        await type_in(pilot, "pilot section:1b")
        await settle(pilot)
        assert "☐ section 1a" in line(app, "chips")
        assert "☑ section:1b" in line(app, "chips")
        await pilot.press("f6")
        await settle(pilot)
        assert examples.asked[-1] == ("pilot", SearchFilter("1a"))
        assert "☑ section 1a" in line(app, "chips")


async def test_backspace_before_the_line_lifts_the_last_filter(
    make_app: MakeApp, places: Places, desk: Desk, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection"))
        await type_in(pilot, "ab")
        await pilot.press("f7", "home", "backspace")
        await settle(pilot)
        assert examples.asked[-1] == ("ab", SearchFilter("1a"))
        await pilot.press("backspace", "backspace", "delete")
        await settle(pilot)
        assert examples.asked[-1] == ("b", SearchFilter())


async def test_the_chooser_finds_a_value_by_letters_sets_it_and_lifts_it(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "pilot")
        for limits in (SearchFilter(first_year=2021, last_year=2021), SearchFilter()):
            await pilot.press("f2")
            await settle(pilot)
            assert isinstance(app.screen, ChooseFacetScreen)
            await type_in(pilot, "2021")
            await pilot.press("enter")
            await settle(pilot)
            assert examples.asked[-1] == ("pilot", limits)
            assert ("☑ year 2021 ✕" in line(app, "chips")) is bool(limits.first_year)


async def test_the_chooser_takes_several_and_escape_takes_none(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "pilot section:1b")
        await pilot.press("f2", "tab", "escape")
        await settle(pilot)
        assert examples.asked[-1] == ("pilot section:1b", SearchFilter())
        await pilot.press("f2")
        await settle(pilot)
        values = app.screen.query_one(OptionList)
        highlighted = values.get_component_styles("option-list--option-highlighted")
        assert highlighted.background != values.styles.background
        await pilot.press("tab", *("down",) * 3, "tab", "enter")
        await settle(pilot)
        # The section that was chosen takes the place of the one in the line.
        limits = SearchFilter("1a", first_year=2021, last_year=2021)
        assert examples.asked[-1] == ("pilot", limits)


async def test_the_mouse_sets_a_counted_value_and_lifts_a_chip(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "pilot")
        await settle(pilot)
        # What all have in common tells nothing.
        assert "licence" not in line(app, "told")
        await click_on(pilot, "told", "1b 12")
        await settle(pilot)
        assert examples.asked[-1] == ("pilot", SearchFilter("1b"))
        await click_on(pilot, "chips", "☑ section 1b")
        await settle(pilot)
        assert examples.asked[-1] == ("pilot", SearchFilter())


async def test_counts_show_as_far_as_there_is_room(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(RecordingExamples(places, total=1_000)))
        await type_in(pilot, "pilot")
        await settle(pilot)
        told = line(app, "told")
        assert told.rstrip().endswith("…")
        assert "section 1a 37 · 1b 12   year 2024 9 · 2021 3" in told
        assert app.screen.query_one("#search-told").size.height == 1
        assert "1,000+ of 2,140" in line(app, "counter")
        await pilot.resize_terminal(160, 50)
        await settle(pilot)
        assert "sector further education 9 · museum 2" in line(app, "told")


async def test_a_suggestion_is_taken_by_tab_and_without_one_tab_moves_on(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(RecordingExamples(places)))
        await type_in(pilot, "my refl")
        await settle(pilot)
        assert typed(app) == "my refl"
        # Typing on keeps what still fits, without asking again.
        await type_in(pilot, "e")
        assert app.screen.query_one(Input)._suggestion == "my reflection"
        await pilot.press("tab")
        assert typed(app) == "my reflection "
        await settle(pilot)
        await pilot.press("tab")
        assert app.screen.query_one(PassageSection).has_focus
        await pilot.press("tab")
        assert app.screen.query_one(Input).has_focus


async def test_right_at_the_end_takes_the_suggestion_and_elsewhere_moves(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(RecordingExamples(places)))
        await type_in(pilot, "refl")
        await settle(pilot)
        await pilot.press("left", "right")
        assert typed(app) == "refl"
        await pilot.press("right")
        assert typed(app) == "reflection "


async def test_a_field_lists_its_values_and_another_one_can_be_taken(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    examples = RecordingExamples(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "pilot path:")
        await settle(pilot)
        assert "tab path:cmalt 30   path:senior 7" in line(app, "told")
        # What was found stays while the field has no value yet.
        assert examples.asked[-1][0] == "pilot"
        assert app.screen.query_one(PassageList).passage is not None
        await pilot.press("alt+right")
        assert "path:cmalt 30   tab path:senior 7" in line(app, "told")
        await pilot.press("tab")
        await settle(pilot)
        assert typed(app) == "pilot path:senior "
        assert "☑ path:senior ✕" in line(app, "chips")
        await pilot.press(*("backspace",) * 7)
        await settle(pilot)
        await click_on(pilot, "told", "path:cmalt")
        assert typed(app) == "pilot path:cmalt "


class SlowCounts(RecordingExamples):
    """A corpus that counts only when it is let."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self.may_count = threading.Event()
        self.counting = threading.Event()
        self.counted: list[str] = []

    def facets(self, query: str, only: SearchFilter | None = None) -> Facets:
        self.counted.append(query)
        self.counting.set()
        assert self.may_count.wait(20)
        return Facets({"author": (FacetCount(f"of {query}", 2), FacetCount("Sam", 1))}, 3)


async def test_hits_never_wait_for_counts_and_old_counts_are_dropped(
    make_app: MakeApp, places: Places, settle: Settle, type_in: TypeIn
) -> None:
    examples = SlowCounts(places)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "a")
        while not examples.counting.is_set():
            await pilot.pause()
        await type_in(pilot, "b")
        while examples.asked[-1][0] != "ab":
            await pilot.pause()
        assert app.screen.query_one(PassageList).passage is not None
        examples.may_count.set()
        await settle(pilot)
        assert "author of ab 2" in line(app, "told")
        # One count at a time, and none for what is no longer wanted when its turn comes.
        assert len(examples.counted) <= 3
        assert examples.counted[-1] == "ab"


async def test_a_line_of_pieces_never_cuts_one_nor_overflows(make_app: MakeApp) -> None:
    from textual.content import Content

    from cmalt_tui.ui.widgets.click_line import Piece

    app = make_app()
    async with app.run_test(size=(40, 10)) as pilot:
        pieces = ClickLine()
        await app.screen.mount(pieces)
        pieces.show([Piece(Content(f"piece{number}")) for number in range(9)])
        await pilot.pause()
        drawn = str(pieces.render())
        assert len(drawn) <= pieces.size.width
        assert drawn.endswith("…")
        assert all(word.startswith("piece") for word in drawn.removesuffix("…").split())


async def test_the_chooser_has_values_also_where_nothing_is_found(
    make_app: MakeApp, examples: Examples, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "zzzzqqq")
        await pilot.press("f2")
        await settle(pilot)
        values = app.screen.query_one(OptionList)
        assert "section  1a" in str(values.get_option_at_index(0).prompt)
