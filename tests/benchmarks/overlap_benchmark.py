"""Measures comparing a portfolio with the example corpus, and prints what it found.

Run ``python tests/benchmarks/overlap_benchmark.py --passages 100000``. Not a test: nothing fails.
The text is made like the passages, from other rows of the same words, so that nothing is found.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter, process_time

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage

sys.path.insert(0, str(Path(__file__).parent))
from synthetic_corpus import SyntheticCorpus
from timing import row

_A_PORTFOLIO, _A_SECTION = 12_000, 600
_SECTIONS = 9
_OWN = Origin("My portfolio", "Ada Example")


def main() -> None:
    """Build the corpus, compare a portfolio and single sections with it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--passages", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--folder", type=Path, help="keep the corpus here and use it again")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        measure(chosen.folder or Path(temporary), chosen.passages, chosen.seed)


def measure(folder: Path, count: int, seed: int) -> None:
    """Measure on a corpus of so many passages."""
    made = SyntheticCorpus(seed)
    passages = made.passages(count)
    corpus = ExampleCorpus(folder / "corpus", folder / "index")
    if not any(source.id == "synthetic" for source in corpus.sources()):
        corpus.add("synthetic", Origin("Synthetic"), passages)
    else:
        for _ in passages:  # so that what follows is the same
            pass
    corpus.search("captions")
    print(f"overlaps with {count} passages")
    own = list(made.passages(_A_PORTFOLIO // 100 + _SECTIONS * (_A_SECTION // 100)))
    portfolio = own[: _A_PORTFOLIO // 100]
    times = []
    for number in range(_SECTIONS):
        start = len(portfolio) + number * (_A_SECTION // 100)
        times.append(_compared(corpus, own[start : start + _A_SECTION // 100])[:2])
    took, busy = (median(column) * 1000 for column in zip(*times, strict=True))
    budget = "500 ms" if count <= 100_000 else ""
    row("one section, first time", f"{took:.0f} ms", f"CPU {busy:.0f} ms", budget)
    row("the slowest of nine", f"{max(times)[0] * 1000:.0f} ms", "", budget)
    took, busy, words = _compared(corpus, portfolio)
    budget = "5 s" if count <= 100_000 else ""
    row(f"a portfolio of {words} words", f"{took:.2f} s", f"CPU {busy:.2f} s", budget)
    again, _, _ = _compared(corpus, [*portfolio[1:], own[-1]])
    row(
        "again, after an edit of one paragraph",
        f"{again * 1000:.0f} ms",
        f"{took / again:.0f} x",
        "",
    )
    print(f"memory at most {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB")


def _compared(corpus: ExampleCorpus, passages: list[Passage]) -> tuple[float, float, int]:
    """The seconds that it took, by the clock and of the processor; and the words compared."""
    text = "\n\n".join(passage.text for passage in passages)
    began, busy = perf_counter(), process_time()
    corpus.overlaps(text, _OWN)
    return perf_counter() - began, process_time() - busy, len(text.split())


if __name__ == "__main__":
    main()
