"""Prints what whole processes take: ``--help``, ``status``, ``search``, beside an empty Python.

Run: python tests/benchmarks/process_benchmark.py
"""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from timing import environment_of, in_turns, process_seconds, row

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "portfolio"
ROUNDS = 15


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = environment_of(home)
        subprocess.run(
            [PROGRAM, "corpus", "add", "--sample"], env=environment, check=True, capture_output=True
        )
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "--help": [PROGRAM, "--help"],
            "status": [PROGRAM, "status", SAMPLE],
            "search": [PROGRAM, "search", "refelction pilot"],
        }
        tasks = {n: partial(process_seconds, c, environment) for n, c in commands.items()}
        taken = in_turns(tasks, ROUNDS)
    empty = taken["python -c pass"]
    budgets = {"--help": "≤ 120 ms", "status": "≤ 300 ms", "search": "≤ 300 ms"}
    print(f"whole processes, median of {ROUNDS}")
    for name, seconds in taken.items():
        row(
            name,
            f"{seconds * 1000:.0f} ms",
            f"{seconds / empty:.1f} × an empty Python",
            budgets.get(name, ""),
        )


if __name__ == "__main__":
    main()
