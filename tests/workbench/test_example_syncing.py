"""Sources brought up to date with their places; what can't be reached stays."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dulwich.repo import Repo

from cmalt_tui.model.example_source import AddedSource
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.examples import Examples
from tests.corpus.repositories import FILE, FOLDER, Entry, commit, make_repository, served

Add = Callable[..., tuple[AddedSource, ...]]


def shared(text: str) -> tuple[int, dict[bytes, Entry]]:
    passage = json.dumps({"portfolio": "Tides", "text": text}).encode() + b"\n"
    facts = b'author = "Sol"\nlicence = "CC BY 4.0"\n'
    return FOLDER, {b"passages.jsonl": (FILE, passage), b"source.toml": (FILE, facts)}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = make_repository(tmp_path / "corpus.git")
    commit(made, {b"one": shared("A walrus."), b"two": shared("A narwhal.")})
    return made


@pytest.fixture(params=["file", "http", "ssh"])
def address(
    request: pytest.FixtureRequest, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    if request.param == "http":
        with served(repo) as web_address:
            yield web_address
        return
    if request.param == "ssh":
        _stand_in_for_ssh(tmp_path / "bin", monkeypatch)
        yield f"git@example.org:{repo.path}"
        return
    yield f"file://{repo.path}"


def test_a_repository_is_followed(add: Add, examples: Examples, repo: Repo, address: str) -> None:
    assert [one.id for one in add(address)] == ["one", "two"]
    (hit,) = examples.search("walrus").hits
    assert (hit.passage.origin.author, hit.passage.origin.licence) == ("Sol", "CC BY 4.0")
    (synced,) = examples.sync()
    assert synced.address == address
    assert [one.unchanged for one in synced.sources] == [True, True]
    commit(repo, {b"one": shared("A walrus."), b"three": shared("A seal.")})
    (synced,) = examples.sync()
    assert [(one.id, one.unchanged) for one in synced.sources] == [("one", True), ("three", False)]
    assert (synced.gone, synced.problem) == (("two",), "")
    assert {one.id for one in examples.sources()} == {"one", "three"}
    assert [one.unchanged for one in examples.sync()[0].sources] == [True, True]


def test_what_cannot_be_reached_stays_and_is_searched(
    add: Add, examples: Examples, repo: Repo, places: Places
) -> None:
    with served(repo) as address:
        add(address)
    (synced,) = examples.sync()
    assert "can't be reached" in synced.problem
    assert (synced.sources, synced.gone) == ((), ())
    shutil.rmtree(places.cache)
    assert examples.search("walrus").hits


@pytest.mark.parametrize("kind", ["file", "folder", "zip", "git", "weird"])
def test_an_address_that_is_none_harms_no_other(
    add: Add, examples: Examples, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"portfolio": "One", "text": "A walrus."}))
    (tmp_path / "two.jsonl").write_text(json.dumps({"portfolio": "Two", "text": "A narwhal."}))
    add(tmp_path / "one.jsonl", tmp_path / "two.jsonl")
    (facts,) = examples.folder.glob("one/source.json")
    values = json.loads(facts.read_text())
    values["from"] |= {"kind": kind, "address": f"/{'x' * 300}.zip"}
    facts.write_text(json.dumps(values))
    bad, good = examples.sync()
    assert bad.problem
    assert [one.id for one in good.sources] == ["two"]
    assert len(add(tmp_path / "one.jsonl")) == 1


def test_a_kind_of_place_that_there_is_not_is_never_fetched(
    add: Add, examples: Examples, repo: Repo, tmp_path: Path
) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"portfolio": "One", "text": "A walrus."}))
    add(tmp_path / "one.jsonl")
    (facts,) = examples.folder.glob("one/source.json")
    values = json.loads(facts.read_text())
    with served(repo) as address:
        values["from"] |= {"kind": "pages", "address": address}
        facts.write_text(json.dumps(values))
        (synced,) = examples.sync()
    assert 'no kind of place "pages"' in synced.problem


def test_a_repository_that_turns_bad_takes_nothing_out(
    add: Add, examples: Examples, repo: Repo
) -> None:
    address = f"file://{repo.path}"
    add(address)
    broken = (FOLDER, {b"passages.jsonl": (FILE, b"not JSON\n")})
    commit(repo, {b"one": broken, b"two": shared("A narwhal, again.")})
    (synced,) = examples.sync()
    assert synced.gone == ()
    assert [bool(one.problem) for one in synced.sources] == [True, False]
    assert examples.search("walrus").hits and examples.search("again").hits
    (again,) = examples.sync()
    assert again.sources[0].problem, "it is said every time, not once"
    shutil.rmtree(repo.path)
    assert "no git repository" in examples.sync()[0].problem
    assert len(examples.sources()) == 2


def test_kept_repository_that_was_torn_is_fetched_anew(
    add: Add, examples: Examples, repo: Repo, places: Places
) -> None:
    with served(repo) as address:
        add(address)
        commit(repo, {b"one": shared("A walrus, changed.")})
        (kept,) = (places.cache / "repositories").iterdir()
        for pack in kept.rglob("*.pack"):
            pack.chmod(0o600)
            pack.write_bytes(pack.read_bytes()[:40])
        (synced,) = examples.sync()
    assert synced.problem == ""
    assert examples.search("changed").hits


def test_folders_and_files_are_followed(add: Add, examples: Examples, tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.jsonl").write_text(json.dumps({"portfolio": "x", "text": f"A {name}."}))
    alone = tmp_path / "alone.jsonl"
    alone.write_text(json.dumps({"portfolio": "x", "text": "A walrus."}))
    add(folder, alone)
    assert all(one.unchanged for place in examples.sync() for one in place.sources)
    (folder / "two.jsonl").unlink()
    alone.unlink()
    first, second = sorted(examples.sync(), key=lambda one: one.address)
    assert (first.address, first.gone) == (str(alone), ())
    assert "no such file" in first.problem
    assert (second.address, second.gone) == (str(folder), ("two",))
    assert examples.search("walrus").hits


def test_ids_choose_what_is_looked_at(add: Add, examples: Examples, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"portfolio": "x", "text": name}))
    add(tmp_path / "one.jsonl", tmp_path / "two.jsonl")
    assert [one.address for one in examples.sync(["two"])] == [str(tmp_path / "two.jsonl")]
    with pytest.raises(InputProblem, match="Did you mean"):
        examples.sync(["tow"])


def test_each_source_is_told_of_when_it_is_finished(
    add: Add, examples: Examples, repo: Repo
) -> None:
    add(f"file://{repo.path}")
    commit(
        repo, {b"one": shared("A walrus."), b"two": shared("A seal."), b"six": shared("An owl.")}
    )
    finished: list[AddedSource] = []
    examples.sync(told=finished.append)
    assert [one.id for one in finished] == ["six", "two"]


def _stand_in_for_ssh(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ``ssh`` that runs the command here; it wants to be called so that it asks nobody."""
    program = folder / "ssh"
    folder.mkdir()
    program.write_text(
        f"#!{sys.executable}\n"
        "import os, shlex, sys\n"
        "words = sys.argv[1:]\n"
        'assert "BatchMode=yes" in words and words[-3:-1] == ["--", "git@example.org"], words\n'
        "command, path = shlex.split(words[-1])\n"
        'assert command == "git-upload-pack"\n'
        f'os.execv({sys.executable!r}, [sys.executable, "-m", "dulwich", "upload-pack", path])\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_what_somebody_else_added_is_fetched_only_when_it_is_named(
    add: Add, examples: Examples, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("# A portfolio\n\n## 1a Constraints\n\nLanterns at the quay.\n")
    (added,) = add(draft)
    draft.write_text("# A portfolio\n\n## 1a Constraints\n\nA private word: walrus.\n")
    monkeypatch.setattr(os, "getuid", lambda: draft.stat().st_uid + 1)

    (synced,) = examples.sync()
    assert [(one.unchanged, "somebody else" in one.note) for one in synced.sources] == [
        (True, True)
    ]
    assert examples.search("walrus").total == 0

    examples.sync([added.id])
    assert examples.search("walrus").total == 1
