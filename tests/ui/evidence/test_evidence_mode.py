"""Evidence mode: what is used where, narrowed, changed in steps, and where it leads to."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from cmalt_tui.model.log_entry import LogEntry
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.places import Places
from cmalt_tui.settings.settings import Settings
from cmalt_tui.ui.app import CmaltApp
from cmalt_tui.ui.matrix_lines import MatrixLines
from cmalt_tui.ui.screens.choose_evidence import ChooseEvidenceScreen
from cmalt_tui.ui.screens.evidence import EvidenceScreen
from cmalt_tui.ui.screens.evidence_item import EvidenceItemScreen
from cmalt_tui.ui.screens.log import LogScreen
from cmalt_tui.ui.screens.write import WriteScreen
from cmalt_tui.ui.start import Start
from cmalt_tui.ui.widgets.matrix_grid import MatrixGrid
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.examples import Examples

MakeApp = Callable[..., CmaltApp]
Settle = Callable[[Pilot[None]], Awaitable[None]]
SIZES = [(80, 24), (160, 50)]
HOSTILE = "[b]x[/b] [/] \x1b]0;owned\x07\u202eend"


@pytest.fixture
def written(written: Portfolio) -> Portfolio:
    items = {
        **written.evidence,
        "old-letter": EvidenceItem(
            "old-letter", f"Letter {HOSTILE}", "letter", date(2016, 5, 1), permission="needed"
        ),
    }
    log = {"glue": LogEntry("glue", "Showed two colleagues", date(2026, 4, 1), sections=("1a",))}
    return replace(written, evidence=items, log=log)


def seen(app: CmaltApp) -> str:
    lines = app.screen._compositor.render_strips()
    text = "\n".join("".join(segment.text for segment in line) for line in lines)
    assert not [mark for mark in ("\x1b", "\x07", "\u202e") if mark in text]
    return text


def notes(app: CmaltApp) -> str:
    return " ".join(note.message for note in app._notifications)


def used(desk: Desk, section: str = "1a") -> list[str]:
    return [use.item for use in desk.portfolio.section(section).evidence]


async def press(pilot: Pilot[None], settle: Settle, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def type_line(pilot: Pilot[None], settle: Settle, line: str) -> None:
    pilot.app.screen.query_one(Input).value = line
    await press(pilot, settle, "enter")


def grid(app: CmaltApp) -> MatrixGrid:
    return app.screen.query_one(MatrixGrid)


@pytest.mark.parametrize("size", SIZES)
async def test_items_stand_by_sections_with_what_asks_for_a_look(
    make_app: MakeApp, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon")
        shown = seen(app)
        assert isinstance(app.screen, EvidenceScreen)
        assert "[■]" in shown and "0 !" in shown and "10 y !" in shown
        assert "sections without evidence: 1b, 1c" in shown
        assert "The first minute shows the glue." in shown
        assert "Letter [b]x[/b]" in shown
        if size[0] > 100:
            assert "needed !" in shown and "video" in shown


async def test_an_item_is_used_and_not_used_with_a_step_that_undo_takes_back(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "down", "space")
        assert used(desk) == ["bench-video", "glue-list"]
        assert "“List of glues” now used in 1a" in notes(app)
        await press(pilot, settle, "s")
        await type_line(pilot, settle, "Page 2")
        assert desk.portfolio.section("1a").evidence[1] == EvidenceUse("glue-list", "Page 2")
        assert "shows here: Page 2" in seen(app)
        await press(pilot, settle, "space")
        assert used(desk) == ["bench-video"]
        await press(pilot, settle, "u", "u", "u")
        assert used(desk) == ["bench-video"] and desk.portfolio.section("1a").evidence[0].shows
        await press(pilot, settle, "escape")
        assert isinstance(app.screen, WriteScreen)


async def test_items_are_put_in_order_filtered_and_narrowed_to_gaps(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "o", "o", "o")
        assert "oldest first" in seen(app)
        await press(pilot, settle, "home")
        assert grid(app).row is not None and grid(app).row.id == "old-letter"  # type: ignore[union-attr]
        await press(pilot, settle, "f")
        assert "gaps only" in seen(app) and "A film of the bench" not in seen(app)
        await press(pilot, settle, "escape", "slash")
        await type_line(pilot, settle, "GLUES list")
        assert "List of glues" in seen(app) and "Letter" not in seen(app)
        await press(pilot, settle, "slash")
        await type_line(pilot, settle, "nowhere")
        assert "No item is shown here" in seen(app)
        await press(pilot, settle, "escape")
        assert isinstance(app.screen, EvidenceScreen) and "A film of the ben" in seen(app)


async def test_enter_goes_to_the_section_and_folded_columns_are_areas(
    make_app: MakeApp, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "z")
        head = seen(app).splitlines()[1].split()
        assert head[:2] == ["1", "2"] and "1a" not in head
        await press(pilot, settle, "space")
        assert "z shows its sections" in notes(app)
        await press(pilot, settle, "z", "right", "enter")
        assert isinstance(app.screen, WriteScreen)
        assert (app.screen.address.section, app.screen.address.part) == ("1b", "evidence")


async def test_principles_are_shown_by_sections_and_tagged(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "tab")
        assert "P1" in seen(app) and "0 !" in seen(app)
        await press(pilot, settle, "home", "down", "space")
        assert desk.portfolio.section("1a").principles == ("P1", "P2")
        await press(pilot, settle, "space", "e")
        assert desk.portfolio.section("1a").principles == ("P1",)
        assert "no item of evidence is marked" in notes(app)


@pytest.mark.parametrize("size", SIZES)
async def test_an_item_is_edited_with_faults_beside_the_fields(
    make_app: MakeApp, desk: Desk, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "e")
        assert isinstance(app.screen, EvidenceItemScreen)
        app.screen.query_one("#field-date", Input).value = "spring"
        app.screen.query_one("#field-role", Input).value = "I held the camera"
        await press(pilot, settle, "ctrl+s")
        assert isinstance(app.screen, EvidenceItemScreen) and "! write it as" in seen(app)
        assert app.focused is app.screen.query_one("#field-date")
        app.screen.query_one("#field-date", Input).value = "2026-02-03"
        await press(pilot, settle, "enter")
        item = desk.portfolio.evidence["bench-video"]
        assert (item.date, item.role) == (date(2026, 2, 3), "I held the camera")
        await press(pilot, settle, "u")
        assert desk.portfolio.evidence["bench-video"].role == ""


async def test_leaving_a_changed_form_asks(make_app: MakeApp, desk: Desk, settle: Settle) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "e", "escape")
        assert isinstance(app.screen, EvidenceScreen)
        await press(pilot, settle, "e")
        app.screen.query_one("#field-title", Input).value = "A better film"
        await press(pilot, settle, "escape", "enter")
        assert desk.portfolio.evidence["bench-video"].title == "A better film"


async def test_a_file_is_taken_in_renamed_and_removed(
    make_app: MakeApp, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "minutes.txt").write_text("We met.")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "n")
        await type_line(pilot, settle, str(tmp_path / "minutes.txt"))
        assert isinstance(app.screen, EvidenceItemScreen)
        await press(pilot, settle, "escape")
        new = next(item for item in desk.portfolio.evidence.values() if item.file)
        assert grid(app).row is not None and grid(app).row.id == new.id  # type: ignore[union-attr]
        await press(pilot, settle, "r")
        await type_line(pilot, settle, "not an id")
        assert "can't be an id" in notes(app)
        await press(pilot, settle, "r")
        await type_line(pilot, settle, "team-minutes")
        assert "team-minutes" in desk.portfolio.evidence
        await press(pilot, settle, "delete", "down", "enter")
        assert "team-minutes" not in desk.portfolio.evidence
        await press(pilot, settle, "u")
        assert "team-minutes" in desk.portfolio.evidence


@pytest.mark.parametrize("size", SIZES)
async def test_what_fits_a_section_is_used_with_one_key_and_a_log_line_in_its_own_way(
    make_app: MakeApp, desk: Desk, settle: Settle, size: tuple[int, int]
) -> None:
    note = desk.portfolio.section("1a").note
    written = "The [[ev:glue-list]] says which glue."
    described = replace(desk.portfolio.section("1a"), description=written)
    desk.change(desk.portfolio.with_section(described))
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+apostrophe")
        assert isinstance(app.screen, ChooseEvidenceScreen)
        shown = seen(app)
        assert "List of glues" in shown and "why it may fit" in shown
        rows = [str(line) for line in app.screen.lines()]
        place = next(at for at, row in enumerate(rows) if "List of glues" in row)
        await press(pilot, settle, "home", *["down"] * place, "enter")
        assert "glue-list" in used(desk)
        assert "List of glues" not in "".join(str(line) for line in app.screen.lines())
        rows = [str(line) for line in app.screen.lines()]
        place = next(at for at, row in enumerate(rows) if "Showed two colleagues" in row)
        await press(pilot, settle, "home", *["down"] * place, "enter", "enter")
        told = desk.portfolio.section("1a").note
        assert told.startswith(note) and "2026-04-01 Showed two colleagues" in told
        assert desk.portfolio.section("1a").description == written
        await press(pilot, settle, "u", "u", "escape")
        assert used(desk) == ["bench-video"] and desk.portfolio.section("1a").note == note


async def test_sections_that_could_use_an_item_are_listed_and_taken(
    make_app: MakeApp, desk: Desk, settle: Settle
) -> None:
    desk.change(desk.portfolio.with_section(Section("1b", description="See [[ev:glue-list]].")))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "down", "w")
        assert isinstance(app.screen, ChooseEvidenceScreen)
        rows = [str(line) for line in app.screen.lines()]
        place = next(at for at, row in enumerate(rows) if "1b" in row)
        await press(pilot, settle, "home", *["down"] * place, "enter", "escape")
        assert used(desk, "1b") == ["glue-list"]


@pytest.mark.parametrize("size", SIZES)
async def test_lines_of_the_log_are_noted_changed_and_removed(
    make_app: MakeApp, desk: Desk, settle: Settle, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+minus")
        await type_line(pilot, settle, f"2026-05-02 Webinar {HOSTILE} 2h #1a")
        assert "Noted in the log, for 1a" in notes(app)
        await app.run_action("task('show_log')", app.screen)
        await settle(pilot)
        assert isinstance(app.screen, LogScreen)
        assert "2 hours of CPD" in seen(app) and "Webinar [b]x[/b]" in seen(app)
        await press(pilot, settle, "home", "enter")
        assert app.screen.query_one(Input).value.endswith("2h #1a")
        await type_line(pilot, settle, "2026-05-03 Workshop #1b")
        newest = max(desk.portfolio.log.values(), key=lambda entry: entry.date)
        assert (newest.text, newest.sections) == ("Workshop", ("1b",))
        await press(pilot, settle, "delete")
        assert list(desk.portfolio.log) == ["glue"]
        await press(pilot, settle, "u", "escape")
        assert len(desk.portfolio.log) == 2


async def test_nothing_is_changed_where_nothing_can_be_written(
    desk: Desk, folder: Path, places: Places, settle: Settle
) -> None:
    assert desk
    second = open_desk(folder, places, lock=True)
    app = CmaltApp(Start(second, Examples(places), "1a/description"), Settings(), places)
    before = second.portfolio
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon", "space", "s", "e", "n", "r", "delete", "u")
        assert isinstance(app.screen, EvidenceScreen)
        assert second.portfolio == before and "reading only" in notes(app)
        await press(pilot, settle, "l", "n", "enter", "delete")
        assert isinstance(app.screen, LogScreen) and second.portfolio == before
    second.close()


async def test_a_key_draws_only_the_lines_that_it_changes(
    make_app: MakeApp, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = {f"i{n}": EvidenceItem(f"i{n}", f"Paper {n} {HOSTILE}") for n in range(2_000)}
    desk.change(replace(desk.portfolio, evidence=bank))
    drawn: list[int] = []
    line = MatrixLines.line

    def count(self: MatrixLines, number: int, *rest: int, has_keys: bool) -> object:
        drawn.append(number)
        return line(self, number, *rest, has_keys=has_keys)

    monkeypatch.setattr(MatrixLines, "line", count)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, settle, "alt+semicolon")
        assert 0 < len(set(drawn)) <= 40
        for key in ("down", "up", "right", "down"):
            drawn.clear()
            await press(pilot, settle, key)
            assert len(drawn) <= 2, key
        drawn.clear()
        await press(pilot, settle, "end")
        assert max(drawn) == 1_999 and len(drawn) <= 40
        assert "Paper 1999" in seen(app)
        assert str(app.screen.query_one("#matrix-head", Static).render()).count("2,000 items")
