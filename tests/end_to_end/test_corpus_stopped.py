"""``corpus add`` of many sources stopped or killed in the middle: what was finished can be used."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

# The program as it is, which says on standard output when the third source is begun, and waits.
_WAITING = """
import sys
import cmalt_tui.cli.commands.corpus as command
from cmalt_tui.cli import main
def wait(progress):
    if progress.done == 2:
        print("begun", flush=True)
        sys.stdin.readline()
command.report_to_terminal = wait
sys.argv[0] = "cmalt-tui"
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGKILL])
def test_stopped_in_the_middle(run: Run, here: Path, with_signal: signal.Signals) -> None:
    (here / "many").mkdir()
    for number in range(4):
        line = json.dumps({"portfolio": f"P{number}", "text": f"Walrus number {number}."})
        (here / "many" / f"{number}.jsonl").write_text(line)
    process = subprocess.Popen(
        [sys.executable, "-c", _WAITING, "corpus", "add", "many"],
        cwd=here,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(with_signal)
    _, told = process.communicate(timeout=30)
    if with_signal == signal.SIGINT:
        assert process.returncode == 130
        assert told == "cmalt-tui: stopped; 2 sources were finished and can be searched.\n"
    listed = json.loads(run("corpus", "list", "--json", code=0).stdout)["sources"]
    assert [(one["id"], one["passages"]) for one in listed] == [("0", 1), ("1", 1)]
    assert json.loads(run("search", "walrus", "--json", code=0).stdout)["total"] == 2
    added = json.loads(run("corpus", "add", "many", "--json", code=0).stdout)["added"]
    assert [one["unchanged"] for one in added] == [True, True, False, False]


def test_what_a_collection_could_not_give_is_a_finding(run: Run, here: Path) -> None:
    (here / "many").mkdir()
    (here / "many" / "good.jsonl").write_text(json.dumps({"portfolio": "P", "text": "Walrus."}))
    (here / "many" / "bad.jsonl").write_text("{")
    done = run("corpus", "add", "many", code=1)
    assert done.stdout == "good: 1 passage\n"
    assert "bad.jsonl: not added: " in done.stderr and "bad.jsonl:1" in done.stderr
    rows = json.loads(run("corpus", "sync", "--json", code=1).stdout)["synced"][0]["sources"]
    assert [bool(row["problem"]) for row in rows] == [True, False]
    run("corpus", "remove", "good", code=0)
    done = run("corpus", "sync", code=0)
    assert done.stderr.startswith("Nothing to bring up to date")
