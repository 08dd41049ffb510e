"""How the benchmarks measure: several runs, taken turn by turn, told as medians and ratios."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_SLOWING = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")


def in_turns(tasks: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Measure tasks turn by turn, so that a busy moment hits all alike.

    Args:
        tasks: By name; each does its work once and returns the seconds it took.
        rounds: How often each is measured, after one round to warm up.

    Returns:
        The median seconds of each task.
    """
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(rounds + 1):
        for name, task in tasks.items():
            seconds = task()
            if turn:
                taken[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def process_seconds(command: Sequence[str | Path], environment: Mapping[str, str]) -> float:
    """Run a whole process once; returns wall-clock seconds, Python's start included."""
    start = time.perf_counter()
    subprocess.run(
        [str(word) for word in command],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def environment_of(home: str) -> dict[str, str]:
    """The environment of an installed program: its own folders, its bytecode cached as pip does."""
    kept = {name: value for name, value in os.environ.items() if name not in _SLOWING}
    return {**kept, "CMALT_TUI_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def row(what: str, measured: str, yardstick: str, budget: str) -> None:
    """Print one line of the table."""
    print(f"{what:<44} {measured:>12}   {yardstick:<34} {budget}")
