"""Measures the example corpus's search on a synthetic corpus and prints what it found.

Run ``python tests/benchmarks/search_benchmark.py --passages 100000``, or 1000000. Not a test:
nothing fails. Times are wall time; CPU time stands beside it, since a busy machine shows in one
only. With ``--folder`` the corpus is kept and used again.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import mean
from time import perf_counter, process_time

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.corpus.passages.passage_lines import passage_line, read_passages
from cmalt_tui.model.passage import Origin, Passage

sys.path.insert(0, str(Path(__file__).parent))
from search_queries import known_items, slipper
from search_yardsticks import Search, fts5_alone, fzf_over_all, rapidfuzz_over_all
from synthetic_corpus import SyntheticCorpus

_SAMPLED, _KNOWN_ITEMS, _SCANNED, _A_PORTFOLIO = 2_000, 400, 3, 150


def main() -> None:
    """Build, add, search in a process of its own, look for known items, compare."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--passages", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--folder", type=Path, help="keep the corpus here and use it again")
    arguments.add_argument("--only-search", action="store_true", help="leave the yardsticks out")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{chosen.passages} passages", flush=True)
        build(folder, chosen.passages, chosen.seed)
        process = Path(__file__).with_name("search_process.py")
        subprocess.run([sys.executable, process, folder, str(chosen.seed)], check=True)
        if not chosen.only_search:
            compare(folder, chosen.seed)


def build(folder: Path, count: int, seed: int) -> None:
    """Add the corpus, unless it is there, and one portfolio to it; index it from its files."""
    corpus = ExampleCorpus(folder / "corpus", folder / "index")
    made = SyntheticCorpus(seed)
    if not (folder / "sample.jsonl").exists():
        sampled = _Sampled(made.passages(count), max(1, count // _SAMPLED))
        took, busy = _timed(lambda: corpus.add("synthetic", Origin("Synthetic"), sampled))
        took, busy = took - sampled.took, busy - sampled.busy
        print(f"add: {_rates(count, took, busy)}", flush=True)
        lines = "".join(passage_line(one) + "\n" for one in sampled.kept)
        (folder / "sample.jsonl").write_text(lines, encoding="utf-8")
        index = next((folder / "index").glob("*.sqlite"))
        text = _passages_file(folder).stat().st_size
        print(f"index {index.stat().st_size / 1e6:.0f} MB for {text / 1e6:.0f} MB of passages")
        for file in (folder / "index").iterdir():
            file.unlink()
        took, busy = _timed(lambda: ExampleCorpus(folder / "corpus", folder / "index").sources())
        print(f"index from the files: {_rates(count, took, busy)}", flush=True)
    late = list(SyntheticCorpus(seed + 1).passages(_A_PORTFOLIO))
    for what in ("add", "replace"):
        took, _ = _timed(lambda: corpus.add("late", Origin("Late"), late))
        print(f"{what} one portfolio of {len(late)} passages: {took * 1000:.0f} ms")
    print(f"remove it: {_timed(lambda: corpus.remove('late'))[0] * 1000:.0f} ms", flush=True)


class _Sampled:
    """Passages as they are made, with the time that making them takes, some of them kept."""

    def __init__(self, made: Iterator[Passage], every: int) -> None:
        self._made = made
        self._every = every
        self.kept: list[Passage] = []
        self.took = self.busy = 0.0

    def __iter__(self) -> Iterator[Passage]:
        number = 0
        while True:
            began, busy = perf_counter(), process_time()
            lot = list(islice(self._made, 1_000))
            self.took += perf_counter() - began
            self.busy += process_time() - busy
            if not lot:
                return
            for passage in lot:
                if number % self._every == 0:
                    self.kept.append(passage)
                number += 1
                yield passage


def compare(folder: Path, seed: int) -> None:
    """Look for passages by three of their words, here and by other means."""
    chooser = random.Random(seed + 1)
    sample = list(read_passages(folder / "sample.jsonl"))
    queries = known_items(chooser.sample(sample, min(_KNOWN_ITEMS, len(sample))), chooser)
    slip = slipper(chooser)
    slipped = [(name, list(map(slip, words))) for name, words in queries]
    corpus = ExampleCorpus(folder / "corpus", folder / "index")

    def ours(words: list[str]) -> list[str]:
        return [hit.passage.id for hit in corpus.search(" ".join(words), 10).hits]

    clean = _known("ours, clean", queries, ours)
    typo = _known("ours, one slip in each longer word", slipped, ours)
    print(f"kept under slips: {typo[0] / clean[0]:.1%}")
    file = _passages_file(folder)
    alone = fts5_alone(file, folder)
    plain = _known("FTS5 alone (porter, bm25), clean", queries, alone)
    _known("FTS5 alone, slips", slipped, alone)
    print(f"time: {clean[1] / plain[1]:.2f} x FTS5 alone; {typo[1] / plain[1]:.2f} x under slips")
    for name, search in (
        ("fzf --filter", fzf_over_all(file, folder)),
        ("RapidFuzz over all texts", rapidfuzz_over_all(file)),
    ):
        if search is None:
            print(f"{name}: not installed")
            continue
        scan = _known(f"{name}, slips", slipped[:_SCANNED], search)
        print(f"{name} takes {scan[1] / typo[1]:.0f} x our time")


def _known(
    name: str, queries: Iterable[tuple[str, list[str]]], search: Search
) -> tuple[float, float]:
    ranks, times = [], []
    for wanted, words in queries:
        began = perf_counter()
        found = search(words)
        times.append((perf_counter() - began) * 1000)
        ranks.append(1 / (found.index(wanted) + 1) if wanted in found else 0.0)
    print(f"{name}: MRR {mean(ranks):.3f}, {mean(times):.1f} ms a query", flush=True)
    return mean(ranks), mean(times)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    began, busy = perf_counter(), process_time()
    work()
    return perf_counter() - began, process_time() - busy


def _rates(count: int, took: float, busy: float) -> str:
    return f"{took:.1f} s, {count / took:.0f} passages/s ({count / busy:.0f} by CPU time)"


def _passages_file(folder: Path) -> Path:
    return folder / "corpus" / "synthetic" / "passages.jsonl"


if __name__ == "__main__":
    main()
