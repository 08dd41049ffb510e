"""Taking from an example: copy, keep with a note, open its page, go on from it, come back to it."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cmalt_tui.model.passage import Answer, Origin, Passage
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.screens import examples as examples_module
from cmalt_tui.ui.screens.examples import ExamplesScreen
from cmalt_tui.ui.screens.welcome import WelcomeScreen
from cmalt_tui.ui.widgets.passage_list import PassageList
from cmalt_tui.ui.widgets.passage_section import PassageSection
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.saved_examples import is_saved

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TypeIn = Callable[[Pilot[None], str], Awaitable[None]]
Shown = Callable[[CmaltApp], str]


def marked(app: CmaltApp) -> Passage:
    passage = app.screen.query_one(PassageList).passage
    assert passage is not None
    return passage


def notes(app: CmaltApp) -> list[str]:
    return [note.message for note in app._notifications]


async def test_a_passage_is_copied_with_its_source(
    make_app: MakeApp, examples: Examples, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "captions")
        await settle(pilot)
        await pilot.press("enter", "y")
        passage = marked(app)
        assert app.clipboard.startswith("> Captions were")
        for piece in (passage.origin.author, passage.origin.source, passage.section):
            assert piece in app.clipboard
        assert any("terminal's clipboard" in note for note in notes(app))


async def test_a_passage_is_kept_with_a_note_from_the_query_and_marked(
    make_app: MakeApp, examples: Examples, desk: Desk, settle: Settle, type_in: TypeIn, shown: Shown
) -> None:
    answers: list[bool | None] = []
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection"), answers.append)
        await type_in(pilot, "captions")
        await settle(pilot)
        assert "★ saved" not in shown(app)
        await pilot.press("ctrl+s")
        await type_in(pilot, "names the cost")
        await pilot.press("enter")
        await settle(pilot)
        kept = is_saved(desk.portfolio, marked(app), "1a")
        assert kept is not None
        assert (kept.works, kept.part, kept.section) == ("names the cost", "reflection", "1a")
        # In the list and above the section, and the note below it.
        assert shown(app).count("★ saved") == 2
        assert "what works here: names the cost" in shown(app)
        await pilot.press("enter", "s", "end")
        await type_in(pilot, " and the gain")
        await pilot.press("enter")
        await settle(pilot)
        assert [one.works for one in desk.portfolio.examples_of("1a")] == [
            "names the cost and the gain"
        ]
        await pilot.press("u")
        await settle(pilot)
        assert desk.portfolio.examples_of("1a") == ()
        assert "★ saved" not in shown(app)
        await pilot.press("u", "escape", "escape")
        assert notes(app)[-1] == "it is not among what you keep with this section"
        assert answers == [True]


async def test_escape_at_the_note_keeps_nothing(
    make_app: MakeApp, examples: Examples, desk: Desk, settle: Settle, type_in: TypeIn
) -> None:
    answers: list[bool | None] = []
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a"), answers.append)
        await type_in(pilot, "captions")
        await settle(pilot)
        await pilot.press("ctrl+s", "escape", "escape")
        assert desk.portfolio.examples == {}
        assert answers == [False]


async def test_what_can_not_be_done_says_why(
    make_app: MakeApp, examples: Examples, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "zanzibar")
        await settle(pilot)
        await pilot.press("enter", "s", "f6", "o")
        assert notes(app) == [
            "you did not come from a section",
            "you did not come from a section",
            "this passage names no page on the web",
        ]


async def test_without_a_browser_the_address_is_handed_over(
    make_app: MakeApp,
    examples: Examples,
    settle: Settle,
    type_in: TypeIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(address: str) -> bool:
        raise AssertionError(address)

    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    monkeypatch.setattr(examples_module, "open_page", never)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "captions")
        await settle(pilot)
        await pilot.press("enter", "o")
        await settle(pilot)
        assert app.clipboard == marked(app).origin.source
        assert marked(app).origin.source in notes(app)[-1]


@pytest.mark.parametrize("opens", [True, False])
async def test_a_page_is_opened_with_the_key_only_and_a_failure_is_told(
    make_app: MakeApp,
    examples: Examples,
    settle: Settle,
    type_in: TypeIn,
    monkeypatch: pytest.MonkeyPatch,
    opens: bool,
) -> None:
    opened: list[str] = []

    def open_it(address: str) -> bool:
        opened.append(address)
        return opens

    monkeypatch.setattr(examples_module, "browser_is_here", lambda environment: True)
    monkeypatch.setattr(examples_module, "open_page", open_it)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "captions")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert opened == []
        await pilot.press("o")
        await settle(pilot)
        assert opened == [marked(app).origin.source]
        assert ("Opened" in notes(app)[-1]) is opens
        assert app.clipboard == ("" if opens else opened[0])


async def test_more_like_this_shows_what_is_near_and_escape_goes_back_to_the_query(
    make_app: MakeApp,
    examples: Examples,
    settle: Settle,
    type_in: TypeIn,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def alike(passage_id: str, limit: int = 20) -> Answer:
        asked.append(passage_id)
        return examples.search("volunteered", limit)

    monkeypatch.setattr(examples, "like", alike)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples))
        await type_in(pilot, "captions")
        await settle(pilot)
        like = marked(app)
        await pilot.press("enter", "m")
        await settle(pilot)
        assert "☑ like: Pilots esc" in shown(app)
        assert asked == [like.id]
        assert "volunteered" in marked(app).text
        # Escape goes back one step at a time: to the query, to what it found, out.
        await pilot.press("escape")
        await settle(pilot)
        assert "like: Pilots" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "like:" not in shown(app)
        assert marked(app) == like
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)


async def test_coming_again_finds_query_filters_and_mark_and_a_key_starts_afresh(
    make_app: MakeApp, examples: Examples, desk: Desk, settle: Settle, type_in: TypeIn
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection"))
        await type_in(pilot, "pilot")
        await settle(pilot)
        await pilot.press("f7", "down", "down")
        await settle(pilot)
        left = marked(app)
        await pilot.press("escape")
        app.push_screen(ExamplesScreen(examples, desk, "1a", "reflection"))
        await settle(pilot)
        assert app.screen.query_one(Input).value == "pilot"
        assert marked(app) == left
        await pilot.press("escape")
        # From another section the query stays, and the limit is to that section.
        app.push_screen(ExamplesScreen(examples, desk, "1b", "reflection"))
        await settle(pilot)
        assert app.screen.query_one(Input).value == "pilot"
        assert (marked(app).section, marked(app).part) == ("1b", "reflection")
        await pilot.press("f5")
        await settle(pilot)
        assert app.screen.query_one(Input).value == ""
        assert marked(app).section == "1b"


async def test_keys_go_from_match_to_match_through_the_whole_section(
    make_app: MakeApp,
) -> None:
    app = make_app()
    lines = [
        f"Paragraph {number} tells of glue." if number % 20 == 0 else f"Line {number}."
        for number in range(200)
    ]
    passages = [
        Passage(f"p{n}", "\n\n".join(lines), Origin("P"), "1a", "description", f"T{n}")
        for n in range(2)
    ]
    async with app.run_test(size=(80, 24)) as pilot:
        section = PassageSection()
        await app.screen.mount(section)
        section.read(passages[1], passages, frozenset({"glue"}))
        await pilot.pause()
        section.focus()
        await pilot.pause()
        # The first one in the passage that was found, after the ten of the one before.
        assert section.match == (11, 20)
        for number in [*range(12, 21), 1]:
            await pilot.press("right")
            await pilot.pause()
            assert section.match == (number, 20)
            seen = [
                "".join(segment.text for segment in app.screen._compositor.render_strips()[y])
                for y in range(section.region.y, section.region.bottom)
            ]
            paragraph = f"Paragraph {(number - 1) % 10 * 20} tells of ‹glue›"
            assert any(paragraph in line for line in seen), (number, seen)
        await pilot.press("left")
        assert section.match == (20, 20)
