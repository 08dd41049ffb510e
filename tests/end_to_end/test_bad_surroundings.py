"""The surroundings misbehave: disk, encoding, closed streams, Ctrl+C, and words that attack."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
HOSTILE = (
    "[/] [b]x[/b] [link=x] \x1b]0;evil\x07 \x1b[2J \u202e e\u0301 漢字 👩‍👩‍👧 $(x) <script> {{ }}"
)
HOSTILE_NAME = "na\x1b]0;evil\x07\u202eme"
HEAD = 'schema = 1\ntitle = "T"\nauthor = "A"\nframework = "cmalt-2019"\npathway = "cmalt"\n'
Run = Callable[..., Result]


def left_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_hostile_words_reach_no_stream_as_they_are(run: Run, here: Path) -> None:
    words = json.dumps(HOSTILE, ensure_ascii=False)
    sections = here / HOSTILE_NAME / "sections"
    sections.mkdir(parents=True)
    (sections.parent / "portfolio.toml").write_text(
        HEAD.replace('"T"', words).replace('"A"', words)
    )
    (sections / "1a.toml").write_text(
        f'schema = 1\nsection = "1a"\ntitle = {words}\n[description]\ntext = {words}\n'
    )
    (sections / "1b.toml").write_text("broken \x1b]0;evil\x07")
    fields = ("portfolio", "author", "title", "text", "source", "licence", "pathway", "works", "id")
    row = {**dict.fromkeys(fields, HOSTILE), "section": "1a", "part": "reflection"}
    (here / f"{HOSTILE_NAME}.jsonl").write_text(json.dumps(row) + "\n")
    (here / f"{HOSTILE_NAME}.md").write_text(f"# 1a {HOSTILE}\n\n{HOSTILE}\n")
    themes = here.parent / "home" / "config" / "themes"
    themes.mkdir(parents=True)
    (themes / f"{HOSTILE_NAME}.toml").write_text(f"title = {words}\n")
    for command in (
        ["status", HOSTILE_NAME],
        ["status", HOSTILE_NAME, "--json"],
        ["export", HOSTILE_NAME, "--to", "md"],
        ["corpus", "add", f"{HOSTILE_NAME}.jsonl"],
        ["corpus", "list"],
        ["search", "漢字"],
        ["search", "漢字", "--json"],
        ["import", f"{HOSTILE_NAME}.md", "--into", "new", "--dry-run"],
        ["import", f"{HOSTILE_NAME}.md", "--into", HOSTILE_NAME + "2", "--json"],
        ["new", HOSTILE_NAME + "3", "--title", HOSTILE, "--author", HOSTILE],
        ["themes"],
        ["locate"],
    ):
        done = run(*command, code=0)
        if "--json" in command:
            assert isinstance(json.loads(done.stdout), dict)


def test_a_full_disk_leaves_what_was_there(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "p", code=0)
    run("export", "p", "--to", "md", "-o", "x.md", code=0)
    before = {file: file.read_bytes() for file in here.rglob("*") if file.is_file()}

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (here / "doc.md").write_text("# 1a\n\nwords\n")
    for command in (
        ["export", "p", "--to", "md", "-o", "x.md"],
        ["new", "q"],
        ["import", "doc.md", "--into", "q"],
    ):
        assert "disk is full" in run(*command).stderr
    (here / "doc.md").unlink()
    assert {file: file.read_bytes() for file in here.rglob("*") if file.is_file()} == before


def as_process(here: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=here,
        env={**os.environ, "LC_ALL": "C.UTF-8", **extra},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    "extra",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"CMALT_TUI_HOME": "~nobody-here/x"},
        {"HOME": "/nowhere/at/all"},
    ],
    ids=str,
)
def test_a_poor_environment_is_no_obstacle(run: Run, here: Path, extra: dict[str, str]) -> None:
    run("new", "p", "--title", "Ünïcode … 漢字", code=0)
    for command in (["status", "p"], ["status", "p", "--json"], ["locate"], ["corpus", "list"]):
        done = as_process(here, *command, **extra)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
        if "--json" in command:
            assert json.loads(done.stdout)["title"] == "Ünïcode … 漢字"


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of this kind")
@pytest.mark.parametrize("into", ["| true", ">&-", "2>&-"])
@pytest.mark.parametrize("command", ["status p", "status p --json", "keys", "doctor", "--help"])
def test_a_closed_output_is_no_fault(run: Run, here: Path, command: str, into: str) -> None:
    run("new", "p", code=0)
    done = subprocess.run(
        f'"{PROGRAM}" {command} {into}', shell=True, cwd=here, capture_output=True, text=True
    )
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of this kind")
@pytest.mark.parametrize("source", ["<&-", "</dev/null", "<odd"])
def test_the_line_mode_ends_where_its_input_does(run: Run, here: Path, source: str) -> None:
    run("new", "p", code=0)
    (here / "odd").write_bytes(b"idea caf\xe9\n")
    done = subprocess.run(
        f'"{PROGRAM}" open p --plain {source}',
        shell=True,
        cwd=here,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
@pytest.mark.parametrize(
    "command",
    [["corpus", "add", "pages"], ["import", "pages", "--into", "new"]],
    ids=lambda command: command[0],
)
def test_ctrl_c_ends_with_one_line_and_leaves_nothing(
    here: Path, tmp_path: Path, command: list[str]
) -> None:
    (here / "pages").mkdir()
    for number in range(60):
        (here / "pages" / f"{number}.md").write_text("# 1a\n\n" + "words " * 2000)
    before = left_in(here)
    process = subprocess.Popen(
        [PROGRAM, *command],
        cwd=here,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + 30
    while not any(tmp_path.glob("cmalt-pandoc-*")) and process.poll() is None:
        assert time.monotonic() < end, "it never began to read"
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130, told
    assert told.decode().splitlines() == ["cmalt-tui: stopped; nothing was left behind."]
    assert left_in(here) == before
    assert not any(tmp_path.glob("cmalt-*"))
