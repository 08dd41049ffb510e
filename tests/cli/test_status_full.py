"""``cmalt-tui status --full``: reasons in words, the growth, JSON alone, a day that is noted."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.commands.status import command
from cmalt_tui.model.portfolio import Portfolio, Section, Status
from cmalt_tui.places import HOME_VARIABLE, personal_places
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.progress_record import ProgressDay, note_progress, noted_days

Run = Callable[..., Result]
WRITTEN = Section("1a", status=Status.DRAFT, aim=300, description="We compared two glues.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    portfolio = Portfolio("Binding \x1b]0;owned\x07by hand", "Ilse", "cmalt-2019", "cmalt")
    create_portfolio(tmp_path / "binding", portfolio.with_section(WRITTEN))
    return tmp_path / "binding"


@pytest.fixture
def run(folder: Path) -> Run:
    return lambda *words: CliRunner().invoke(command, [*words, str(folder)])


def test_each_section_has_its_reasons_and_the_first_day_is_said(run: Run, folder: Path) -> None:
    told = run("--full")
    assert told.exit_code == 0, told.output
    said = " ".join(told.stdout.split())
    assert "draft. Not yet: it has no evidence yet; it has no reflection yet." in said
    assert "4 words, your aim 300: 296 to go." in said
    assert "Between here and submission: - Contextual statement has no text yet." in said or (
        "- Context has no text yet." in said
    )
    assert "This is the first day that is noted." in said
    assert "\x1b" not in told.stdout and "owned" not in told.stdout
    assert len(noted_days(personal_places(), folder)) == 1


def test_the_growth_is_drawn_no_wider_than_the_terminal(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    day = date.today() - timedelta(20)
    note_progress(personal_places(), ProgressDay(str(folder), day, {"1a": 1}, {"empty": 13}))
    told = run("--full").stdout
    assert "█" in told and "20 days before" in " ".join(told.split())
    assert max(map(len, told.splitlines())) <= 60


def test_json_is_one_object_with_what_status_alone_has(run: Run) -> None:
    plain, full = json.loads(run("--json").stdout), json.loads(run("--full", "--json").stdout)
    assert {name: full[name] for name in plain} == plain
    one = next(one for one in full["standing"]["sections"] if one["id"] == "1a")
    assert one["readiness"] == "not yet" and one["aim"] == 300 and "findings" in one
    assert full["days"][-1]["words"] == 4


def test_status_alone_notes_nothing_and_reads_no_text(run: Run, folder: Path) -> None:
    assert run().exit_code == 0
    assert noted_days(personal_places(), folder) == ()


def test_a_portfolio_that_is_whole_has_nothing_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    sample = Path(__file__).parents[2] / "samples" / "portfolio"
    told = CliRunner().invoke(command, ["--full", str(sample)])
    assert told.exit_code == 0
    assert "Ready: " in told.stdout
