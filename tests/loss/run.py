"""Kills the program hundreds of times while it is typed into, and prints what was lost.

Run: python tests/loss/run.py [--kills 300] [--at-once 3] [--seed 1]
"""

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.loss.killing import ENDINGS, Left, one_killed


def many_killed(folder: Path, kills: int, at_once: int, seed: int) -> list[Left]:
    """Have many sessions, each on a portfolio of its own; every way to end comes in turn."""

    def one(number: int) -> Left:
        place = folder / str(number)
        ending = ENDINGS[number % len(ENDINGS)]
        return one_killed(place / "portfolio", place / "home", ending, seed + number)

    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(one, range(kills)))


def main() -> None:
    """Read the arguments and print a line for each way to end."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--kills", type=int, default=300)
    reader.add_argument("--at-once", type=int, default=3)
    reader.add_argument("--seed", type=int, default=1)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        left = many_killed(Path(folder), asked.kills, asked.at_once, asked.seed)
    for name, sessions in sorted(Counter(one.ending for one in left).items()):
        these = [one for one in left if one.ending == name]
        print(
            f"{name:<16} {sessions:>4} times  {sum(one.typed for one in these):>7} letters due"
            f"  {sum(one.lost for one in these):>3} lost"
            f"  {sum(one.in_drafts for one in these):>4} out of drafts"
            f"  {sum(bool(one.fault) for one in these)} faults"
        )
    for number, one in enumerate(left):
        if one.fault or one.lost:
            print(f"seed {asked.seed + number}: {one}")
    sys.exit(any(one.fault or one.lost for one in left))


if __name__ == "__main__":
    main()
