"""``bin`` on the command line: what was removed is listed, brought back, and thrown away."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.group import cmalt_tui
from cmalt_tui.model.portfolio import EvidenceItem, Section
from cmalt_tui.places import personal_places
from cmalt_tui.store import FolderLock
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import open_desk

OLD = "kept/sections/2a-20200101T000000Z.toml"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio from which an item of evidence was removed, and with an old version of 2a."""
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    folder = new_portfolio(tmp_path / "mine", personal_places(), author="Ada Example")
    desk = open_desk(folder, personal_places())
    before = desk.portfolio
    desk.change(before.with_evidence(EvidenceItem("paper", "Options", role="Author")))
    desk.save()
    desk.change(before)
    desk.save()
    (folder / OLD).parent.mkdir(parents=True)
    (folder / OLD).write_text('schema = 1\nsection = "2a"\n[description]\ntext = "Before."\n')
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cmalt_tui, list(map(str, words)), standalone_mode=True)


def listed(folder: Path) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(run("bin", folder, "--json").stdout)["bin"]
    return answer


def test_what_is_there_is_listed_the_newest_first(mine: Path) -> None:
    removed, replaced = listed(mine)
    assert (removed["what"], removed["first_words"]) == ("evidence “Options”", "Author")
    assert (replaced["place"], replaced["path"]) == (OLD, "sections/2a.toml")
    assert (removed["replaced"], replaced["replaced"]) == (False, True)
    told = run("bin", mine)
    assert f"{OLD}  (replaced 1 January 2020" in told.stdout
    assert "section 2a: Before." in told.stdout
    assert "--bring-back" in told.stderr


def test_what_is_brought_back_is_saved(mine: Path) -> None:
    removed = listed(mine)[0]["place"]
    done = run("bin", mine, "--bring-back", removed, "--bring-back", OLD)
    assert done.exit_code == 0
    assert "Brought back: evidence “Options”." in done.stdout
    portfolio = open_desk(mine, personal_places()).portfolio
    assert portfolio.evidence["paper"].title == "Options"
    assert portfolio.section("2a") == Section("2a", description="Before.")
    assert not (mine / ".lock").exists()


def test_only_what_is_old_enough_is_thrown_away(mine: Path) -> None:
    assert (
        "Thrown away for good: 1 thing. 1 thing left." in run("bin", mine, "--empty", "30").stdout
    )
    assert not (mine / OLD).exists()
    answer = json.loads(run("bin", mine, "--empty", "0", "--json").stdout)
    assert (answer["thrown_away"], answer["bin"]) == (1, [])
    assert "Nothing was removed" in run("bin", mine).stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--bring-back", "../secret.toml"),
        ("--bring-back", OLD, "--bring-back", "bin/none.toml"),
        ("--empty", "-1"),
        ("--empty", "0", "--bring-back", OLD),
    ],
)
def test_what_can_not_be_done_is_refused_and_changes_nothing(
    mine: Path, words: tuple[str, ...]
) -> None:
    (mine.parent / "secret.toml").write_text('schema = 1\nsection = "1a"\n')
    before = listed(mine)
    done = run("bin", mine, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert listed(mine) == before
    assert open_desk(mine, personal_places()).portfolio.section("2a") == Section("2a")


def test_nothing_is_done_while_another_program_has_the_portfolio(mine: Path) -> None:
    with FolderLock(mine):
        back, empty = run("bin", mine, "--bring-back", OLD), run("bin", mine, "--empty", "0")
    for done in (back, empty):
        assert done.exit_code == 2
        assert "is open in another cmalt-tui" in done.stderr
    assert len(listed(mine)) == 2
