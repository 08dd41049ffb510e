"""``check`` on the command line: what is printed where, and with which exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.commands import check
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import Section
from cmalt_tui.places import Places, personal_places
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import open_desk
from cmalt_tui.workbench.examples import open_examples


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio with a long row of words that also stand in the only example."""
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    places = personal_places()
    words = "tidal " + " ".join(f"lantern{n} quay{n}" for n in range(40))
    file = tmp_path / "theirs.jsonl"
    file.write_text(json.dumps({"portfolio": "Tides", "author": "Sol", "text": words}))
    desk = open_desk(new_portfolio(tmp_path / "mine", places, author="Ada Example"), places)
    open_examples(places).add([file], desk.framework)
    desk.change(desk.portfolio.with_section(Section("1a", description=words)))
    desk.save()
    return desk.folder


def checked(*words: str | Path) -> Result:
    return CliRunner().invoke(check.command, list(map(str, words)), standalone_mode=True)


def test_a_warning_is_shown_with_its_file_and_is_no_error(mine: Path) -> None:
    done = checked(mine)
    assert done.exit_code == 0
    assert str(mine / "sections" / "1a.toml") in done.stdout
    assert "“tidal lantern0 quay0" in done.stdout
    assert "quay9 lantern10" not in done.stdout  # a long quote is cut in the middle
    assert done.stderr == "error 0, warn 1, info 0\n"


def test_json_stands_alone_and_whole(mine: Path) -> None:
    done = checked(mine, "--json")
    (found,) = json.loads(done.stdout)["findings"]
    assert found["quote"].split()[-1] == "quay39"
    assert done.stderr == ""


def test_only_an_error_changes_the_exit_code(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grave = (Finding("DUP-2", Level.ERROR, "1a"),)
    monkeypatch.setattr(check, "findings_of", lambda *asked, **more: grave)
    assert checked(mine).exit_code == 1
    assert checked(mine, "--json").exit_code == 1


def test_it_says_when_ones_own_passages_cannot_be_told(mine: Path, tmp_path: Path) -> None:
    unnamed = new_portfolio(tmp_path / "unnamed", Places(tmp_path, tmp_path, tmp_path))
    assert "names no author" in checked(unnamed).stderr
    assert "names no author" not in checked(mine).stderr


def test_it_says_which_section_was_not_checked(mine: Path) -> None:
    (mine / "sections" / "1b.toml").write_text("no = toml =", encoding="utf-8")
    assert "not checked: " in checked(mine).stderr
    assert "1b.toml:1" in checked(mine).stderr
