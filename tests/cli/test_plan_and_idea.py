"""Plans and ideas on the command line: what is printed, and what the exit code says."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.group import cmalt_tui
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.places import HOME_VARIABLE
from cmalt_tui.store import create_portfolio

EMPTY = Portfolio("Tides", "Ada Example", "cmalt-2019", "cmalt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    create_portfolio(tmp_path / "tides", EMPTY)
    return tmp_path / "tides"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cmalt_tui, arguments)


def test_a_plan_fits_80_columns_and_says_what_is_ready(folder: Path) -> None:
    done = run("plan", "--hours", "2", str(folder))
    assert done.exit_code == 0, done.output
    assert "answer the first two questions" in done.output and "✓ ready" in done.output
    lines = [line for line in done.output.splitlines() if str(folder) not in line]
    assert max(map(len, lines)) <= 80
    assert not (folder / ".lock").exists()


def test_what_is_missing_makes_the_exit_code_1(folder: Path) -> None:
    lost = EvidenceItem("chart", "Tide chart", file="files/chart.pdf", permission="own")
    used = Section("1a", description="Gauges.", evidence=(EvidenceUse("chart"),))
    gone = folder.parent / "gone"
    holding = replace(EMPTY, sections={"1a": used}, evidence={"chart": lost})
    create_portfolio(gone, holding)
    done = run("plan", "--hours", "1", "--json", str(gone))
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert told["schema"] == 1 and told["slots"][0]["at"]
    missing = [one["name"] for one in told["checks"] if one["needed"] and not one["ready"]]
    assert missing == ["evidence"]


def test_hours_that_cannot_be_are_refused(folder: Path) -> None:
    for hours in ("0", "-2", "1000", "nan"):
        assert run("plan", "--hours", hours, str(folder)).exit_code == 2, hours


def test_an_idea_goes_to_the_folder_that_is_named_or_stood_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("idea", "Ask the harbour master", str(folder)).exit_code == 0
    assert run("idea", "Nowhere to go").exit_code == 2
    monkeypatch.chdir(folder)
    assert run("idea", "Ask again").exit_code == 0
    assert {file.stem for file in (folder / "inbox").glob("*.toml")} == {
        "ask-the-harbour-master",
        "ask-again",
    }
