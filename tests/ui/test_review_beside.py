"""Findings beside the text: with mark and word, as the text stands, one key from the place."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewing import Sorted, sorted_findings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.widgets import context_review
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
TODAY = date(2026, 5, 1)
HOSTILE = "[b]x[/b] [/] \x1b]0;owned\x07\u202eend"


class Review:
    """Finds "won" in the description and one thing in the first reflection; counts its calls."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.problem: InputProblem | None = None

    def __call__(
        self,
        portfolio: Portfolio,
        framework: Framework,
        examples: Examples,
        *,
        section_id: str,
        **others: object,
    ) -> Sorted:
        del others
        text = portfolio.section(section_id).description
        self.asked.append(text)
        if self.problem is not None:
            raise self.problem
        found = [Finding("X-1", Level.HINT, section_id, "reflection", "the-pilot", f"Hm {HOSTILE}")]
        if "won" in text:
            found.insert(
                0,
                Finding(
                    "X-2",
                    Level.WARNING,
                    section_id,
                    "description",
                    message="Somebody won.",
                    question="Who?",
                    quote="won",
                    start=text.index("won"),
                ),
            )
        return sorted_findings(Reviewed(framework, portfolio, TODAY, section_id), found)


@pytest.fixture
def review(monkeypatch: pytest.MonkeyPatch) -> Review:
    asked = Review()
    monkeypatch.setattr(context_review, "review_of", asked)
    return asked


async def open_tab(pilot: Pilot[None], settle: Settle) -> None:
    await settle(pilot)
    await pilot.press("f3", "right", "right")
    await settle(pilot)


def shown(app: CmaltApp) -> str:
    lines = app.screen.query("Cards > Static").results(Static)
    return "\n".join(str(line.render()) for line in lines if line.display)


def tabs(app: CmaltApp) -> str:
    return str(app.screen.query_one("#context-tabs", Static).render())


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_finding_is_told_and_leads_to_its_words(
    make_app: MakeApp, review: Review, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app("1a/captions")
    async with app.run_test(size=size) as pilot:
        await open_tab(pilot, settle)
        assert "REVIEW 2" in tabs(app)
        told = shown(app)
        assert "! warning  Description" in told
        assert "Somebody won.\n“won”\nWho?\nX-2" in told
        assert "· hint  Reflection 1\nHm [b]x[/b] [/] end" in told

        await pilot.press("enter")
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        assert app.focused is editor
        assert editor.address == TextAddress("1a", "description")
        row, column = editor.cursor_location
        assert editor.document.lines[row][column:].startswith("won")

        await pilot.press("f3", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.address == TextAddress("1a", "reflection", "the-pilot")


async def test_the_review_follows_the_text_and_says_nothing_of_what_it_does_not_know(
    make_app: MakeApp, review: Review, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        assert len(review.asked) == 1
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert len(review.asked) == 1
        await pilot.press("left", "escape", "ctrl+end", *["backspace"] * 4, "ctrl+s")
        await settle(pilot)
        assert len(review.asked) == 1
        assert "review 2" not in tabs(app)
        await pilot.press("f3", "right")
        await settle(pilot)
        assert review.asked[-1].endswith("The second one ")
        assert "REVIEW 1" in tabs(app)
        assert "Somebody won" not in shown(app)


async def test_a_review_that_cannot_be_made_says_why(
    make_app: MakeApp, review: Review, settle: Settle
) -> None:
    review.problem = InputProblem("the index is under water", "Swim.")
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_tab(pilot, settle)
        assert "can't be reviewed: the index is under water" in shown(app)
        await pilot.press("s")
        await settle(pilot)
        assert any("go to the examples first" in note.message for note in app._notifications)
