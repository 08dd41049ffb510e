"""Publishing from the command line: shown, asked, done; and what others then find."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dulwich.repo import Repo

from cmalt_tui.cli.group import cmalt_tui

TEXT = "The lanternfish survey showed which tutors recorded their lessons. Write to a@example.org."
LICENCE = ("--licence", "CC-BY-4.0")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "CMALT_TUI_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def call(*arguments: str | Path, code: int = 0, typed: str | None = None) -> Result:
        done = CliRunner().invoke(cmalt_tui, [str(one) for one in arguments], input=typed)
        assert done.exit_code == code, done.output
        return done

    return call


@pytest.fixture
def mine(run: Run, tmp_path: Path) -> Path:
    run("new", "mine", "--title", "My work", "--author", "Robin Marsh")
    section = f'schema = 1\nsection = "1a"\n[description]\ntext = """\n{TEXT}\n"""\n'
    (tmp_path / "mine" / "sections").mkdir(exist_ok=True)
    (tmp_path / "mine" / "sections" / "1a.toml").write_text(section, encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def somebody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmalt_tui.cli.commands import corpus_publish

    monkeypatch.setattr(corpus_publish, "_can_ask", lambda: True)


def test_a_dry_run_shows_every_text_and_the_details_and_does_nothing(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    done = run("corpus", "publish", mine, "--to", "shared", *LICENCE, "--dry-run")
    assert TEXT in done.stdout
    assert "My work, by Robin Marsh, CC BY 4.0" in done.stdout
    assert "to a new repository, shared, branch main, folder my-work-robin-marsh" in done.stdout
    assert "look at this e-mail address: a@example.org (in 1a description)" in done.stdout
    assert not (tmp_path / "shared").exists()


def test_with_nobody_to_ask_it_refuses_and_leaves_nothing(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    done = run("corpus", "publish", mine, "--to", "shared", *LICENCE, code=2)
    assert "nobody is there to be asked" in done.stderr
    assert "1a description: 12 words, 1 passage" in done.stderr
    assert not (tmp_path / "shared").exists()


@pytest.mark.usefixtures("somebody_answers")
@pytest.mark.parametrize(("typed", "published"), [("y\n", False), ("\n", False), ("yes\n", True)])
def test_where_there_are_personal_details_only_a_whole_yes_will_do(
    run: Run, mine: Path, tmp_path: Path, typed: str, published: bool
) -> None:
    run("corpus", "publish", mine, "--to", "shared", *LICENCE, typed=typed)
    assert (tmp_path / "shared").exists() is published


@pytest.mark.usefixtures("somebody_answers")
@pytest.mark.parametrize(("typed", "published"), [("\n", False), ("n\n", False), ("y\n", True)])
def test_without_details_no_is_taken_unless_yes_is_said(
    run: Run, mine: Path, tmp_path: Path, typed: str, published: bool
) -> None:
    file = mine / "sections" / "1a.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("a@example.org", "me"))
    run("corpus", "publish", mine, "--to", "shared", *LICENCE, typed=typed)
    assert (tmp_path / "shared").exists() is published


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "shared"], "publishing needs a licence"),
        (["--to", ""], "The path is empty"),
        (["--to", "shared", "--json"], "--json asks nothing"),
        (["--to", "shared", "--source", "kim", *LICENCE], "A source keeps its author"),
        (["--to", "https://name:secret@example.org/x.git", *LICENCE], "a name or a password"),
    ],
)
def test_what_cant_be_done_is_one_message(
    run: Run, mine: Path, arguments: list[str], told: str
) -> None:
    at = [] if "--source" in arguments else [mine]
    done = run("corpus", "publish", *at, *arguments, code=2)
    assert told in done.stderr
    assert done.stdout == ""


def test_json_says_what_was_done(run: Run, mine: Path) -> None:
    done = run("corpus", "publish", mine, "--to", "shared", *LICENCE, "--yes", "--json")
    told = json.loads(done.stdout)
    assert told["schema"] == 1
    assert (told["id"], told["passages"], told["pushed"]) == ("my-work-robin-marsh", 1, False)
    assert told["changed"] == {"new": 1, "gone": 0, "same": 0}
    assert len(told["commit"]) == 40


def test_what_was_published_is_found_by_somebody_else(
    run: Run, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Repo.init_bare(str(tmp_path / "remote.git"), mkdir=True).close()
    shared = Repo.init(str(tmp_path / "shared"), mkdir=True)
    config = shared.get_config()
    config.set((b"remote", b"origin"), b"url", (tmp_path / "remote.git").as_uri().encode())
    config.write_to_path()
    shared.close()
    done = run("corpus", "publish", mine, "--to", "shared", *LICENCE, "--yes")
    assert "1 passage published, commit" in done.stdout
    assert "pushed to file://" in done.stdout

    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "another"))
    run("corpus", "add", (tmp_path / "remote.git").as_uri())
    answer = json.loads(run("search", "lanternfish", "--json").stdout)
    found = answer["results"][0]
    assert (found["author"], found["licence"]) == ("Robin Marsh", "CC BY 4.0")
    assert (found["section"], found["part"]) == ("1a", "description")


def test_a_push_that_fails_says_that_the_commit_stays(run: Run, mine: Path, tmp_path: Path) -> None:
    shared = Repo.init(str(tmp_path / "shared"), mkdir=True)
    config = shared.get_config()
    config.set((b"remote", b"origin"), b"url", str(tmp_path / "gone.git").encode())
    config.write_to_path()
    shared.close()
    done = run("corpus", "publish", mine, "--to", "shared", *LICENCE, "--yes", code=2)
    assert "but not pushed" in done.stderr
    with Repo(str(tmp_path / "shared")) as repo:
        assert repo.head()
