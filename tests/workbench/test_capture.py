"""Ideas: kept at once, beside a program that has the portfolio open, and moved without loss."""

from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.model.portfolio import InboxItem, Portfolio, Section
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.capture import (
    capture,
    capture_into,
    capture_last,
    with_idea,
    with_item_placed,
)
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.recent import remember_portfolio

DAY = date(2026, 11, 22)
EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_portfolio(tmp_path / "tides", EMPTY)
    return tmp_path / "tides"


def test_an_idea_is_an_inbox_item_with_a_name_of_its_own() -> None:
    once, first = with_idea(EMPTY, "  Ask the harbour\x1b[2J master  ", DAY)
    twice, second = with_idea(once, "Ask the harbour master", DAY)
    assert first == InboxItem(
        "ask-the-harbour-master",
        "Ask the harbour master",
        "Ask the harbour master",
        "idea",
        "an idea of 22 November",
    )
    assert second.id == "ask-the-harbour-master-2" and len(twice.inbox) == 2
    _, long = with_idea(EMPTY, "tide " * 100, DAY)
    assert len(long.heading) <= 60 and long.text == ("tide " * 100).strip()
    for refused in ("  \n", "x" * 20_000):
        with pytest.raises(InputProblem):
            with_idea(EMPTY, refused, DAY)


def test_it_is_on_the_disk_at_once_and_one_step_takes_it_back(folder: Path, places: Places) -> None:
    desk = open_desk(folder, places, lock=True)
    kept = capture(desk, "Ask the harbour master", DAY)
    assert kept.file.is_file() and not desk.unsaved
    assert desk.undo()
    desk.save()
    assert desk.portfolio.inbox == () and not kept.file.exists()
    desk.close()


def test_it_gets_in_while_another_program_has_the_portfolio_open(
    folder: Path, places: Places
) -> None:
    writing = open_desk(folder, places, lock=True)
    capture_into(folder, places, "Ask the harbour master", DAY)
    writing.look_for_changes()
    assert [item.heading for item in writing.portfolio.inbox] == ["Ask the harbour master"]
    assert not open_desk(folder, places).locked_by
    writing.close()


def test_with_nothing_open_it_goes_to_the_portfolio_opened_last(
    folder: Path, places: Places
) -> None:
    with pytest.raises(InputProblem) as nowhere:
        capture_last(places, "Ask", DAY)
    assert nowhere.value.problem.way_out
    remember_portfolio(places, folder, "Tides")
    assert capture_last(places, "Ask", DAY).title == "Tides"


def test_placing_moves_the_whole_item_to_the_end_of_a_text() -> None:
    portfolio, item = with_idea(
        EMPTY.with_section(Section("1a", note="Ask Odo.\n")), "Two lines\nof idea", DAY
    )
    placed = with_item_placed(portfolio, item.id, TextAddress("1a", "note"), DAY)
    assert placed.section("1a").note == "Ask Odo.\n\nTwo lines\nof idea"
    assert placed.inbox == ()
    with pytest.raises(KeyError):
        with_item_placed(placed, item.id, TextAddress("1a", "note"), DAY)
