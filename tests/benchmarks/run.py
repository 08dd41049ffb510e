"""Runs every benchmark in one go and prints figures beside their yardsticks; asserts nothing.

Run: python tests/benchmarks/run.py [--passages N]
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    for script in ("process", "start", "typing", "export", "review"):
        subprocess.run([sys.executable, HERE / f"{script}_benchmark.py"], check=True)
        print()
    for script in ("search_benchmark.py", "overlap_benchmark.py"):
        subprocess.run([sys.executable, HERE / script, *sys.argv[1:]], check=True)
        print()


if __name__ == "__main__":
    main()
