"""Evidence and the log on the command line: what is printed, kept and refused."""

import json
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.group import cmalt_tui
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.places import HOME_VARIABLE, personal_places
from cmalt_tui.store import create_portfolio, open_portfolio_folder
from cmalt_tui.workbench.desk import Conflict, Desk
from cmalt_tui.workbench.recent import remember_portfolio

MINE = Portfolio(
    "Tides",
    "Ada Example",
    "cmalt-2019",
    "cmalt",
    sections={"1b": Section("1b", description="Gauges of reed, and gauges of tin.")},
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    create_portfolio(tmp_path / "tides", MINE)
    (tmp_path / "Reed gauges.pdf").write_bytes(b"reed")
    return tmp_path / "tides"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cmalt_tui, arguments)


def loaded(folder: Path) -> Portfolio:
    return open_portfolio_folder(folder).load()


def added(folder: Path, *more: str) -> str:
    done = run("evidence", "add", "Reed gauges.pdf", str(folder), "--json", *more)
    assert done.exit_code == 0, done.output
    return str(json.loads(done.stdout)["id"])


def test_a_file_is_taken_in_with_all_that_is_said_of_it(folder: Path) -> None:
    item_id = added(
        folder,
        *("--title", "Gauges", "--kind", "notes", "--date", "2026-03-01", "--section", "1b"),
        *("--shows", "page 2", "--permission", "granted", "--person", "Odo", "--person", "Ilse"),
        *(
            "--role",
            "Built them",
            "--access",
            "none",
            "--alt",
            "Two gauges",
            "--caption",
            "At noon",
        ),
    )
    item = loaded(folder).evidence[item_id]
    assert item_id == "2026-gauges" and item.people == ("Odo", "Ilse")
    assert (item.title, item.kind, item.permission, item.role) == (
        "Gauges",
        "notes",
        "granted",
        "Built them",
    )
    assert (item.access, item.alt, item.caption) == ("none", "Two gauges", "At noon")
    assert loaded(folder).section("1b").evidence[0].shows == "page 2"
    again = json.loads(run("evidence", "add", "Reed gauges.pdf", str(folder), "--json").stdout)
    assert (again["id"], again["new"]) == (item_id, False)


def test_without_a_path_it_goes_to_the_last_one_opened(folder: Path) -> None:
    refused = run("evidence", "add", "certificate on the wall")
    assert refused.exit_code == 2 and "no portfolio yet" in refused.stderr
    remember_portfolio(personal_places(), folder, "Tides")
    assert run("evidence", "add", "certificate on the wall").exit_code == 0
    assert run("log", "Met Ilse #1a").exit_code == 0
    assert len(loaded(folder).evidence) == len(loaded(folder).log) == 1


def test_the_list_tells_where_each_is_used(folder: Path) -> None:
    used = added(folder, "--section", "1b")
    run("evidence", "add", "certificate on the wall", str(folder))
    everything = run("evidence", "list", str(folder)).stdout
    assert "used in 1b; not explained in 1b" in everything and "used nowhere yet" in everything
    assert used not in run("evidence", "list", "--unused", str(folder)).stdout
    told = json.loads(run("evidence", "list", "--section", "1B", "--json", str(folder)).stdout)
    assert [one["id"] for one in told["evidence"]] == [used]
    assert told["evidence"][0]["sections"] == [
        {"section": "1b", "explained": False, "cited": False}
    ]


def test_suggestions_come_with_their_reasons(folder: Path) -> None:
    item_id = added(folder)
    assert "shares “gauges”" in run("evidence", "for", "1b", str(folder)).stdout
    told = json.loads(run("evidence", "for", "1b", "--json", str(folder)).stdout)
    assert told["section"] == "1b" and told["suggestions"][0]["id"] == item_id
    assert "1b  " in run("evidence", "sections", item_id, str(folder)).stdout
    back = json.loads(run("evidence", "sections", item_id, "--json", str(folder)).stdout)
    assert back["suggestions"][0]["what"] == "section"
    unknown = run("evidence", "for", "9z", str(folder))
    assert unknown.exit_code == 2 and "9z" in unknown.stderr


def test_renaming_is_said_and_refused_where_it_can_not_be(folder: Path) -> None:
    item_id = added(folder)
    assert run("evidence", "rename", item_id, "gauges", str(folder)).exit_code == 0
    assert list(loaded(folder).evidence) == ["gauges"]
    for old, new in (("gone", "other"), ("gauges", "../out")):
        assert run("evidence", "rename", old, new, str(folder)).exit_code == 2
    assert not (folder / ".lock").exists()


def test_an_item_can_be_given_another_file(folder: Path) -> None:
    item_id = added(folder)
    (folder.parent / "Tin gauges.pdf").write_bytes(b"tin")
    done = run("evidence", "replace", item_id, "Tin gauges.pdf", str(folder))
    assert done.exit_code == 0 and item_id in done.stderr
    item = loaded(folder).evidence[item_id]
    assert (folder / "evidence" / item.file).read_bytes() == b"tin"
    assert run("evidence", "replace", "gone", "a wall", str(folder)).exit_code == 2


def test_check_tells_changed_and_lost_files(folder: Path) -> None:
    item_id = added(folder)
    file = folder / "evidence" / loaded(folder).evidence[item_id].file
    assert run("evidence", "check", str(folder)).exit_code == 0
    file.write_bytes(b"tin")
    changed = run("evidence", "check", str(folder))
    assert changed.exit_code == 0 and "CHANGED" in changed.stdout
    assert "CHANGED" not in run("evidence", "check", str(folder), "--note", item_id).stdout
    file.unlink()
    lost = run("evidence", "check", str(folder), "--json")
    assert lost.exit_code == 1
    assert json.loads(lost.stdout)["files"][0]["there"] is False


def test_the_log_is_noted_and_listed_newest_first(folder: Path) -> None:
    noted = run("log", "2026-03-01 Webinar 2h #1a", str(folder))
    assert noted.exit_code == 0 and "1 March 2026; cpd of 2 h; 1a" in noted.stderr
    run("log", "2026-04-01 Met \x1b[2JIlse", str(folder))
    listed = run("log", "--list", str(folder))
    assert listed.stdout.index("Met Ilse") < listed.stdout.index("Webinar")
    told = json.loads(run("log", "--list", "--json", str(folder)).stdout)
    assert [one["hours"] for one in told["log"]] == [0.0, 2.0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("log",),
        ("log", "", "tides"),
        ("log", "--list", ""),
        ("log", "--list", "x", "tides"),
        ("log", "x", "tides", "--json"),
        ("log", "x", "nowhere"),
        ("evidence", "add", "", "tides"),
        ("evidence", "add", "x", ""),
        ("evidence", "add", "gone.pdf", "tides"),
        ("evidence", "add", "x", "tides", "--shows", "y"),
        ("evidence", "add", "x", "tides", "--date", "March"),
        ("evidence", "add", "x", "tides", "--permission", "perhaps"),
        ("evidence", "add", "x", "tides", "--section", "9z"),
        ("evidence", "sections", "gone", "tides"),
        ("evidence", "check", "tides", "--note", "gone"),
    ],
)
def test_what_can_not_be_used_is_said_and_nothing_is_kept(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    refused = run(*arguments)
    assert refused.exit_code == 2 and refused.stderr and not refused.stdout
    assert loaded(folder).evidence == loaded(folder).log == {}
    assert not (folder / "evidence").exists()


def test_what_another_program_wrote_meanwhile_is_one_message(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(desk: Desk, **_: bool) -> tuple[PurePosixPath, ...]:
        raise Conflict(PurePosixPath("sections/1b.toml"))

    item_id = added(folder)
    monkeypatch.setattr(Desk, "save", meanwhile)
    for arguments in (
        ("evidence", "add", "a wall", str(folder)),
        ("evidence", "rename", item_id, "other", str(folder)),
        ("evidence", "check", str(folder), "--note", item_id),
        ("log", "Met Ilse", str(folder)),
    ):
        refused = run(*arguments)
        assert refused.exit_code == 2 and "Try again." in refused.stderr
