"""Beginning a text: questions whose answers are in it at once, templates, ideas and their place."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from cmalt_tui.model.text_marks import read_draft_mark, unanswered_prompts
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.choose import ChooseScreen
from cmalt_tui.ui.screens.interview import InterviewScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples

Settle = Callable[[Pilot[None]], Awaitable[None]]


async def type_in(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))


async def test_answers_are_in_the_text_as_they_are_typed_and_one_undo_takes_them_out(
    make_app: Callable[..., CmaltApp], desk: Desk, settle: Settle
) -> None:
    app = make_app("1b/description")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen)
        await type_in(pilot, "Four tools")
        # What a crash would leave: no key but those of the answer was pressed yet.
        text = desk.portfolio.section("1b").description
        assert text.endswith("Four tools") and desk.portfolio.section("1b").status == "draft"
        await pilot.press("alt+right", "alt+right", "enter")
        await type_in(pilot, "A quiz")
        await pilot.press("alt+left", "alt+left")
        await type_in(pilot, " here")
        await pilot.press("escape")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        mark, *answers = editor.text.split("\n\n")
        assert answers == ["Four tools here", "A quiz"]
        read = read_draft_mark(mark)
        assert read is not None and read.answered == {1, 3}
        await pilot.press("ctrl+z")
        assert editor.text == ""
        await pilot.press("ctrl+y")
        assert editor.text.endswith("A quiz")
        # Again: it goes on at the first open question, and adds below.
        await pilot.press("alt+j", "enter")
        await settle(pilot)
        await type_in(pilot, "Second")
        await pilot.press("escape")
        await settle(pilot)
        read = read_draft_mark(editor.text)
        assert read is not None and read.answered == {1, 2, 3}
        assert editor.text.endswith("Second") and "Four tools here" in editor.text


async def test_modal_keys_hold_in_the_interview_too(
    make_app: Callable[..., CmaltApp], desk: Desk, settle: Settle
) -> None:
    app = make_app("1b/description", modal_keys=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+j", "enter")
        await settle(pilot)
        below = app.screen.query_one("#interview-below", Line)
        assert str(below.render()).strip().startswith("normal")
        await pilot.press("slash", "i", "H", "i")
        assert str(below.render()).strip().startswith("insert")
        assert isinstance(app.screen, InterviewScreen)
        assert desk.portfolio.section("1b").description.endswith("Hi")


async def test_the_last_question_ends_in_the_text_and_nothing_typed_changes_nothing(
    make_app: Callable[..., CmaltApp], desk: Desk, settle: Settle
) -> None:
    app = make_app("1a/description")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = desk.portfolio
        await pilot.press("alt+j", "enter")
        await settle(pilot)
        await pilot.press(*["alt+right"] * 6)
        await settle(pilot)
        assert not isinstance(app.screen, InterviewScreen)
        assert desk.portfolio == before


async def test_a_template_is_one_step_and_shows_as_missing(
    make_app: Callable[..., CmaltApp], desk: Desk, settle: Settle
) -> None:
    app = make_app("1a/the-pilot")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+j")
        listed = app.screen.query_one(OptionList)
        listed.highlighted = listed.get_option_index("template:gibbs")
        await pilot.press("enter")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        assert editor.text.startswith("It taught me to ask first.\n\n<!-- ? ")
        assert len(unanswered_prompts(editor.text)) == 6
        await pilot.press("ctrl+z")
        assert editor.text == "It taught me to ask first."


async def test_an_idea_is_kept_from_any_screen_and_put_into_a_section(
    make_app: Callable[..., CmaltApp], desk: Desk, folder: Path, settle: Settle
) -> None:
    app = make_app("1a/description")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f8", "alt+c")
        await type_in(pilot, "Ask [Odo]")
        await pilot.press("enter")
        await settle(pilot)
        assert (folder / "inbox" / "ask-odo.toml").is_file()
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("f2", "end", "right", "end", "p")
        assert isinstance(app.screen, ChooseScreen)
        listed = app.screen.query_one(OptionList)
        rows = [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]
        listed.highlighted = next(n for n, row in enumerate(rows) if row.startswith("1b Note"))
        await pilot.press("enter")
        await settle(pilot)
        assert desk.portfolio.section("1b").note == "Ask [Odo]"
        assert [item.id for item in desk.portfolio.inbox] == ["loose"]
        await pilot.press("f2", "u")
        assert len(desk.portfolio.inbox) == 2 and not desk.portfolio.section("1b").note


async def test_with_no_portfolio_an_idea_is_told_where_it_can_go(
    places: Places, settle: Settle
) -> None:
    app = CmaltApp(Start(None, Examples(places), ""), Settings(), places)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        assert any("n starts one" in note.message for note in app._notifications)


async def test_the_next_step_is_gone_to_and_then_another_one(
    make_app: Callable[..., CmaltApp], settle: Settle
) -> None:
    app = make_app("context/statement")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        seen = []
        for _ in range(3):
            await pilot.press("alt+n")
            await settle(pilot)
            seen.append((app.screen.address, app.screen.reading))  # type: ignore[attr-defined]
        assert len(set(seen)) == 3 and seen[0][0].section == "1b"
        # The line of the hint has no room here.
        assert sum(note.message.startswith("next: ") for note in app._notifications) == 3
