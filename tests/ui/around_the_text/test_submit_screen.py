"""The submit screen: what is missing, and documents that are whole or not there at all."""

import threading
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, RadioSet

from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Reflection, Section
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.progress import Progress, Report
from cmalt_tui.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.review_desk import Goal, ReviewDesk
from cmalt_tui.ui.screens import submit
from cmalt_tui.ui.screens.submit import SubmitScreen
from cmalt_tui.ui.screens.welcome import WelcomeScreen
from cmalt_tui.ui.widgets.export_choices import ExportChoices
from cmalt_tui.ui.widgets.export_result import size_words
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.exporting import Audience, Exported, Format

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Shown = Callable[[CmaltApp], str]
AtReview = Callable[..., ReviewDesk]

SIZES = [(80, 24), (120, 40)]


def write_section(desk: Desk, text: str = "We compared two systems.") -> None:
    item = EvidenceItem("paper", "The paper", file="files/paper.pdf")
    section = Section(
        "1a",
        description=text,
        evidence=(EvidenceUse("paper", "the table"),),
        reflections=(Reflection("first", "First", ""),),
    )
    desk.change(desk.portfolio.with_section(section).with_evidence(item))


def rules(app: CmaltApp) -> set[str]:
    assert isinstance(app.screen, SubmitScreen)
    return {one.finding.rule for one in app.screen.listed}


def messages(app: CmaltApp) -> list[str]:
    assert isinstance(app.screen, SubmitScreen)
    return [one.finding.message for one in app.screen.listed]


def rows(app: CmaltApp) -> list[str]:
    return [option.prompt.plain for option in app.screen.query_one(OptionList).options]


@pytest.mark.parametrize("size", SIZES)
async def test_what_it_would_be_turned_back_for_stands_at_the_top(
    make_app: MakeApp,
    at_review: AtReview,
    desk: Desk,
    settle: Settle,
    shown: Shown,
    size: tuple[int, int],
) -> None:
    write_section(desk)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        listed = rows(app)
        errors = sum(row.startswith("✗ error") for row in listed)
        assert f"✗ {errors} things would be turned back" in shown(app)
        assert any("1a" in row and "no reflection" in row for row in listed)
        assert any("1b" in row and "is empty" in row for row in listed)
        assert any("files/paper.pdf" in told for told in messages(app))
        assert any("filled in" in told for told in messages(app))
        assert not any("no description" in row for row in listed)
        assert app.screen.query_one(OptionList).has_focus
        assert app.screen.query_one(ExportChoices).region.bottom < size[1] - 3


async def test_enter_goes_to_what_was_found(
    make_app: MakeApp, at_review: AtReview, desk: Desk, settle: Settle
) -> None:
    write_section(desk)
    answers: list[Goal | None] = []
    app = make_app()
    async with app.run_test() as pilot:
        for sought in ("no reflection", "paper.pdf", "filled in"):
            app.push_screen(SubmitScreen(at_review()), answers.append)
            await settle(pilot)
            listed = app.screen.query_one(OptionList)
            listed.highlighted = next(n for n, row in enumerate(messages(app)) if sought in row)
            await pilot.press("enter")
            await pilot.pause()
        assert [goal.address for goal in answers if goal] == [
            TextAddress("1a", "reflection", "first"),
            TextAddress("1a", "evidence"),
            TextAddress("confirmation", "declaration"),
        ]


async def test_what_was_dismissed_or_switched_off_is_not_asked_again(
    make_app: MakeApp, at_review: AtReview, desk: Desk, settle: Settle
) -> None:
    write_section(desk, "TODO: compare two systems.")
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        assert "STR-4" in rules(app)
        settings = Settings(rules_off=("STR-4",))
        app.push_screen(SubmitScreen(at_review(settings)))
        await settle(pilot)
        assert "STR-4" not in rules(app)


@pytest.mark.parametrize("size", SIZES)
async def test_chosen_documents_are_written_and_told(
    make_app: MakeApp,
    at_review: AtReview,
    desk: Desk,
    settle: Settle,
    shown: Shown,
    size: tuple[int, int],
) -> None:
    write_section(desk)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        app.screen.query_one("#format-md").focus()
        await pilot.press("space", "w")
        await settle(pilot)
        text = shown(app)
        files = sorted((desk.folder / "exports").iterdir())
        assert [file.suffix for file in files] == [".docx", ".md"]
        assert "We compared two systems." in files[1].read_text(encoding="utf-8")
        assert f"✓ {files[0].name}" in text
        assert "Written to ~/ada/exports" in text
        assert "kB" in text


async def test_audience_and_folder_are_taken(
    make_app: MakeApp,
    at_review: AtReview,
    desk: Desk,
    home: Path,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[tuple[Format, ...], Path | None, Audience]] = []

    def note_down(
        desk: Desk, formats: Sequence[Format], to: Path | None, audience: Audience, report: Report
    ) -> tuple[Exported, ...]:
        asked.append((tuple(formats), to, audience))
        return ()

    monkeypatch.setattr(submit, "export_desk", note_down)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        app.screen.query_one(RadioSet).focus()
        await pilot.press("right", "right", "space")
        app.screen.query_one("#export-folder", Input).value = "~/out"
        app.screen.query_one("#export-folder").focus()
        await pilot.press("enter")
        await settle(pilot)
        [(formats, to, audience)] = asked
        assert (formats, audience) == ((Format.DOCX,), Audience.PUBLIC)
        assert to is not None
        assert to.parent == home / "out"
        assert to.suffix == ".docx"


async def test_no_format_is_said_and_nothing_runs(
    make_app: MakeApp, at_review: AtReview, desk: Desk, settle: Settle, shown: Shown
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        app.screen.query_one("#format-docx").focus()
        await pilot.press("space", "w")
        await settle(pilot)
        assert "at least one format" in shown(app)
        assert not (desk.folder / "exports").exists()


async def test_a_folder_that_cannot_be_used_is_one_message(
    make_app: MakeApp, at_review: AtReview, desk: Desk, home: Path, settle: Settle, shown: Shown
) -> None:
    (home / "file").write_text("in the way")
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        app.screen.query_one("#export-folder", Input).value = "~/file"
        await pilot.press("w")
        await settle(pilot)
        assert "can't be made" in shown(app)
        assert (home / "file").read_text() == "in the way"


async def test_escape_stops_an_export_and_a_second_one_has_to_wait(
    make_app: MakeApp,
    at_review: AtReview,
    desk: Desk,
    settle: Settle,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_section(desk)
    begun, may_go_on = threading.Event(), threading.Event()
    real = submit.export_desk

    def slow(
        desk: Desk, formats: Sequence[Format], to: Path | None, audience: Audience, report: Report
    ) -> tuple[Exported, ...]:
        def report_slowly(progress: Progress) -> None:
            begun.set()
            assert may_go_on.wait(20)
            report(progress)

        return real(desk, formats, to, audience, report_slowly)

    monkeypatch.setattr(submit, "export_desk", slow)
    app = make_app()
    async with app.run_test() as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        await pilot.press("w")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("w")
        assert any("running" in note.message for note in app._notifications)
        await pilot.press("escape")
        may_go_on.set()
        while "Nothing was left behind" not in shown(app):
            await pilot.pause()
        assert not list((desk.folder / "exports").glob("*"))
        await pilot.press("escape")
        assert isinstance(app.screen, WelcomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_shown_as_text(
    make_app: MakeApp,
    at_review: AtReview,
    desk: Desk,
    settle: Settle,
    shown: Shown,
    hostile: str,
    size: tuple[int, int],
) -> None:
    write_section(desk, hostile)
    item = EvidenceItem("bad", hostile, file=f"files/{hostile}")
    use = Section("1b", description="x", evidence=(EvidenceUse(hostile, hostile),))
    desk.change(desk.portfolio.with_evidence(item).with_section(use))
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        await pilot.press("end")
        assert "[b]x[/b]" in shown(app)
        await pilot.press("enter", "w")
        await settle(pilot)
        shown(app)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (48_200, "48 kB"), (999_900, "1.0 MB"), (2_440_000, "2.4 MB")],
)
def test_sizes_read_as_a_person_would_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


async def test_the_footer_names_keys_that_work_where_the_folder_is_typed(
    make_app: MakeApp, at_review: AtReview, desk: Desk, settle: Settle
) -> None:
    write_section(desk)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        footer = app.screen.query_one("FooterLine")
        assert "f8 export" in str(footer.render())
        assert app.screen.why_not("go_there") == ""  # type: ignore[attr-defined]
        app.screen.query_one("#export-folder").focus()
        await pilot.pause()
        assert "f8 export" in str(footer.render())
        assert "mark a line" in app.screen.why_not("go_there")  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_found_is_explained_dismissed_and_written_as_a_report(
    make_app: MakeApp,
    at_review: AtReview,
    desk: Desk,
    settle: Settle,
    shown: Shown,
    size: tuple[int, int],
) -> None:
    write_section(desk)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        await pilot.press("e")
        assert "source" in rows(app)[0]
        assert "source" not in rows(app)[1]
        before = len(rows(app))
        await pilot.press("x", "enter")
        await settle(pilot)
        assert len(desk.portfolio.dismissed) == 1
        assert len(rows(app)) == before - 1
        await pilot.press("d")
        assert "✓ dismissed" in rows(app)[0]
        await pilot.press("a")
        await settle(pilot)
        assert desk.portfolio.dismissed == ()
        await pilot.press("d", "r")
        await settle(pilot)
        assert len(rows(app)) == before
        written = sorted(file.name for file in (desk.folder / "exports").iterdir())
        assert written == ["review-submission.html", "review-submission.md"]
        assert "Ready to submit?" in shown(app)


async def test_the_public_is_asked_other_things(
    make_app: MakeApp, at_review: AtReview, desk: Desk, settle: Settle, shown: Shown
) -> None:
    write_section(desk, "Write to ilse.quillfeather@larkmoor.example for the list.")
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        app.screen.query_one(RadioSet).focus()
        await pilot.press("right", "right", "space")
        await settle(pilot)
        assert "Ready to be seen by all?" in shown(app)
        assert "should not be seen" in shown(app)
        assert any(row.startswith("✗ error") and "1a" in row for row in rows(app))


async def test_read_only_lists_and_answers_nothing(
    make_app: MakeApp, at_review: AtReview, desk: Desk, settle: Settle
) -> None:
    write_section(desk)
    desk.locked_by = "Odo has it open"
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SubmitScreen(at_review()))
        await settle(pilot)
        await pilot.press("x", "u")
        await settle(pilot)
        assert isinstance(app.screen, SubmitScreen)
        assert desk.portfolio.dismissed == ()
    desk.locked_by = ""
