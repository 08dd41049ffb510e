"""The list of recent portfolios: newest first, short, and never in the way."""

from pathlib import Path

import pytest

from cmalt_tui.places import Places
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.recent import MOST_RECENT, recent_portfolios, remember_portfolio


def make(places: Places, folder: Path) -> Path:
    new_portfolio(folder, places)
    remember_portfolio(places, folder, folder.name)
    return folder


def titles(places: Places) -> list[str]:
    return [recent.title for recent in recent_portfolios(places)]


def test_the_newest_come_first_and_each_once(places: Places, tmp_path: Path) -> None:
    folders = [make(places, tmp_path / f"p{number}") for number in range(MOST_RECENT + 1)]
    assert titles(places) == ["p5", "p4", "p3", "p2", "p1"]
    remember_portfolio(places, folders[2], "another title")
    assert titles(places) == ["another title", "p5", "p4", "p3", "p1"]


def test_what_is_gone_and_the_demo_are_left_out(places: Places, tmp_path: Path) -> None:
    gone = make(places, tmp_path / "gone")
    make(places, places.demo / "portfolio")
    (gone / "portfolio.toml").unlink()
    assert titles(places) == []


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"a": 1}', '[{"folder": 1}]'])
def test_a_damaged_list_is_an_empty_one(places: Places, tmp_path: Path, content: str) -> None:
    places.recent_file.parent.mkdir(parents=True)
    places.recent_file.write_text(content)
    assert titles(places) == []
    make(places, tmp_path / "mine")
    assert titles(places) == ["mine"]


def test_a_list_that_cannot_be_written_is_let_be(places: Places, tmp_path: Path) -> None:
    places.data.write_text("a file in the way")
    make(places, tmp_path / "mine")
    assert titles(places) == []
