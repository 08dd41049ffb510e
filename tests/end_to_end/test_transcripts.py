"""Runs the transcripts beside this file: what a person types, and what the program answers.

A transcript reads as documentation. ``$ command`` runs it in a fresh folder; the lines below are
its standard output, those behind ``! `` its standard error; ``exit 2`` states an exit code that is
not 0. ``…`` stands for any text, on a line of its own for any lines. ``$ write FILE`` makes a file
out of the lines behind ``| ``.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
PROGRAM = Path(sys.executable).with_name("cmalt-tui")


@dataclass
class Step:
    line: int
    words: list[str]
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    code: int = 0


def read_steps(transcript: Path) -> list[Step]:
    steps: list[Step] = []
    for number, row in enumerate(transcript.read_text(encoding="utf-8").splitlines(), 1):
        if row.startswith("$ "):
            steps.append(Step(number, shlex.split(row[2:])))
        elif row.startswith("#") or not steps or not row.strip():
            continue
        elif row.startswith("exit "):
            steps[-1].code = int(row[5:])
        elif row.startswith("! "):
            steps[-1].err.append(row[2:])
        else:
            steps[-1].out.append(re.sub(r"^\| ?", "", row))
    return steps


def pattern(rows: list[str]) -> str:
    lines = [
        r"(?:.*\n)*?"
        if row == "…"
        else ".*?".join(map(re.escape, row.rstrip().split("…"))) + r"[ ]*\n"
        for row in rows
    ]
    return "".join(lines)


def squeezed(text: str) -> str:
    return "".join(f"{row.rstrip()}\n" for row in text.splitlines() if row.strip())


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda file: file.stem)
def test_transcript(transcript: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "CMALT_TUI_HOME": str(tmp_path / "home"),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    folder = tmp_path / "here"
    folder.mkdir()
    for step in read_steps(transcript):
        if step.words[0] == "write":
            file = folder / step.words[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join(step.out) + "\n", encoding="utf-8")
            continue
        assert step.words[0] == "cmalt-tui", f"line {step.line}: not a command of ours"
        done = subprocess.run(
            [PROGRAM, *step.words[1:]],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )
        told = f"{transcript.name}:{step.line}\n{done.stdout}\n{done.stderr}"
        assert done.returncode == step.code, told
        assert "Traceback" not in done.stderr, told
        assert re.fullmatch(pattern(step.out), squeezed(done.stdout)), told
        assert re.fullmatch(pattern(step.err), squeezed(done.stderr)), told
