"""``drafts`` on the command line: what was left unsaved is told, taken back and dropped."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.group import cmalt_tui
from cmalt_tui.model.portfolio import EvidenceItem, Reflection, Section
from cmalt_tui.places import personal_places
from cmalt_tui.store import FolderLock
from cmalt_tui.workbench.beginnings import new_portfolio
from cmalt_tui.workbench.desk import open_desk

BEFORE = "I compared two systems with the students' officer.\n\nThe supplier showed me one."
AFTER = "I compared three systems with the students' officer.\n\nIt failed.\n\nA new end."


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio with unsaved changes in two files."""
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    folder = new_portfolio(tmp_path / "mine", personal_places(), author="Ada Example")
    desk = open_desk(folder, personal_places())
    desk.change(desk.portfolio.with_section(Section("1a", description=BEFORE)))
    desk.save()
    desk.change(desk.portfolio.with_section(Section("1a", description=AFTER)))
    desk.change(desk.portfolio.with_evidence(EvidenceItem("paper", "Options")))
    desk.keep_drafts()
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cmalt_tui, list(map(str, words)), standalone_mode=True)


def sections(folder: Path) -> str:
    return open_desk(folder, personal_places()).portfolio.section("1a").description


def test_they_are_listed_with_what_changed_in_words(mine: Path) -> None:
    done = run("drafts", mine)
    assert done.exit_code == 0
    told = done.stdout
    assert "sections/1a.toml" in told
    assert "~ I compared [-two-] {+three+} systems with the students' officer." in told
    assert "- The supplier showed me one." in told
    assert "+ It failed." in told
    assert "+ A new end." in told
    assert sections(mine) == BEFORE
    assert "--apply" in done.stderr


def test_json_stands_alone_and_whole(mine: Path) -> None:
    answer = json.loads(run("drafts", mine, "--json").stdout)
    assert [draft["path"] for draft in answer["drafts"]] == [
        "evidence/paper.toml",
        "sections/1a.toml",
    ]
    assert answer["drafts"][1]["changes"] == [
        {"name": "description", "before": BEFORE, "after": AFTER}
    ]
    assert (answer["applied"], answer["dropped"], answer["problems"]) == ([], [], [])


def test_one_is_taken_back_and_the_other_dropped(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mine)
    assert run("drafts", "--apply", "sections/1a.toml").exit_code == 0
    assert sections(mine) == AFTER
    answer = json.loads(run("drafts", "--drop", "--json").stdout)
    assert answer["dropped"] == ["evidence/paper.toml"]
    assert "Options" in "".join(file.read_text() for file in mine.glob("bin/evidence/*"))
    assert "Nothing was left unsaved" in run("drafts").stderr
    assert not (mine / ".lock").exists()
    assert not (mine / ".drafts").exists()


def test_what_is_not_there_is_refused_with_what_is(mine: Path) -> None:
    done = run("drafts", mine, "--apply", "sections/1b.toml")
    assert done.exit_code == 2
    assert "sections/1a.toml" in done.stderr
    assert sections(mine) == BEFORE
    assert run("drafts", mine, "--apply", "--drop").exit_code == 2


def test_nothing_is_taken_while_another_program_has_the_portfolio(mine: Path) -> None:
    with FolderLock(mine):
        done = run("drafts", mine, "--apply")
    assert done.exit_code == 2
    assert "is open in another cmalt-tui" in done.stderr
    assert sections(mine) == BEFORE


def test_they_are_listed_when_the_portfolio_cannot_be_opened(mine: Path) -> None:
    (mine / "portfolio.toml").write_text("half a fi")
    done = run("drafts", mine)
    assert done.exit_code == 0
    assert "{+three+}" in done.stdout
    assert "portfolio.toml" in done.stderr
    assert run("drafts", mine, "--apply").exit_code == 2


def test_a_broken_one_is_told_and_changes_the_exit_code(mine: Path) -> None:
    (mine / ".drafts" / "x.json").write_text("half")
    done = run("drafts", mine, "--json")
    assert done.exit_code == 1
    answer = json.loads(done.stdout)
    assert [Path(problem["file"]).name for problem in answer["problems"]] == ["x.json"]
    assert len(answer["drafts"]) == 2


def test_status_mentions_them_beside_its_result(mine: Path) -> None:
    done = run("status", mine, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["schema"] == 1
    assert "cmalt-tui drafts" in done.stderr
    run("drafts", mine, "--drop")
    assert "drafts" not in run("status", mine).stderr


def test_they_are_not_exported_nor_imported(mine: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    assert run("export", mine, "--to", "md", "-o", target).exit_code == 0
    assert "It failed" not in target.read_text()
    (mine / "notes.md").write_text("# 1a Constraints\n\nA note of mine.\n")
    assert run("import", mine, "--into", tmp_path / "copy").exit_code == 0
    copied = [file for file in (tmp_path / "copy").rglob("*") if file.is_file()]
    assert "It failed" not in "".join(file.read_text(errors="ignore") for file in copied)
    assert run("corpus", "add", mine).exit_code in (0, 1)
    stored = (tmp_path / "home").rglob("*.jsonl")
    assert "It failed" not in "".join(file.read_text() for file in stored)


def test_a_reflection_that_came_is_told_by_its_text(mine: Path) -> None:
    run("drafts", mine, "--drop")
    desk = open_desk(mine, personal_places())
    piece = Reflection("pilot", "The pilot", "I was wrong.", principles=("P1",))
    section = replace(desk.portfolio.section("1a"), reflections=(piece,))
    desk.change(desk.portfolio.with_section(section))
    desk.keep_drafts()
    told = run("drafts", mine).stdout
    assert "reflection “The pilot”\n  + I was wrong." in told
    assert "principles" not in told
