"""Prints the time to the first full frame of ``open`` beside a bare Textual app, in a real pty.

The frame is full when its last line has arrived: the footer here, the last line there.
Run: python tests/benchmarks/start_benchmark.py
"""

import os
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pexpect
from timing import environment_of, in_turns, row

HERE = Path(__file__).resolve().parent
PROGRAM = Path(sys.executable).with_name("cmalt-tui")
SAMPLE = HERE.parents[1] / "samples" / "portfolio"
ROUNDS = 11


def seconds_to_frame(command: list[str], last_words: bytes, environment: dict[str, str]) -> float:
    """Start a program in a terminal of 120×40; the seconds until its last words have come."""
    start = time.perf_counter()
    child = pexpect.spawn(command[0], command[1:], env=environment, dimensions=(40, 120))
    received = b""
    # Read by hand: pexpect's own search would cost the larger frame more than the smaller one.
    while last_words not in received:
        received += os.read(child.child_fd, 65536)
    seconds = time.perf_counter() - start
    child.close(force=True)
    return seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = environment_of(home)
        sample = shutil.copytree(SAMPLE, Path(home) / "portfolio")
        text = sample / "sections" / "1a.toml"
        bare = [sys.executable, str(HERE / "bare_app.py"), str(text)]
        tasks = {
            "bare app": partial(seconds_to_frame, bare, b"bare app ready", environment),
            "open": partial(
                seconds_to_frame, [str(PROGRAM), "open", str(sample)], b"help", environment
            ),
        }
        taken = in_turns(tasks, ROUNDS)
    print(f"first full frame, 120×40, median of {ROUNDS}")
    for name, seconds in taken.items():
        ratio = f"{seconds / taken['bare app']:.2f} × the bare app"
        row(name, f"{seconds * 1000:.0f} ms", ratio, "≤ 1.25 ×" if name == "open" else "")


if __name__ == "__main__":
    main()
