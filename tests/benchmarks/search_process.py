"""A process that does nothing but search, so that its memory and its first answer are its own.

Run by search_benchmark.py, with the folder of a corpus that it made.
"""

import random
import resource
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.corpus.passages.passage_lines import read_passages

sys.path.insert(0, str(Path(__file__).parent))
from search_queries import as_it_is, random_lines, slipper, typed_lines

_TYPED_LINES, _RANDOM_LINES, _ASKED_LIVE = 120, 10_000, 300
_PARAGRAPH = 300


def main(folder: Path, seed: int) -> None:
    """Open, type, ask at random, ask for what is like a paragraph; print times and memory."""
    sample = list(read_passages(folder / "sample.jsonl"))
    chooser = random.Random(seed)
    ExampleCorpus(folder / "corpus", folder / "index").search("pilot ")  # warms the disk's cache
    began = perf_counter()
    corpus = ExampleCorpus(folder / "corpus", folder / "index")
    corpus.search("pilot ")
    first = perf_counter() - began
    began = perf_counter()
    corpus.search("pilot ")
    again = perf_counter() - began
    print(
        f"opening: {(first - again) * 1000:.1f} ms"
        " (first answer of a new ExampleCorpus less the same answer again)"
    )
    began = perf_counter()
    corpus.search("refelction ")
    print(f"first search with a slip: {(perf_counter() - began) * 1000:.1f} ms")
    for name, change in (("clean", as_it_is), ("one slip a word", slipper(chooser))):
        lines = typed_lines(sample, _TYPED_LINES, change, chooser)
        _tell(f"typing, {name}", _times(corpus.search, lines))
    _tell("random queries", _times(corpus.search, random_lines(sample, _RANDOM_LINES, chooser)))
    sections = [(one.section, one.part, _paragraph(sample, chooser)) for one in sample]
    asked = (chooser.choice(sections) for _ in range(_ASKED_LIVE))
    _tell("for a section", _times(lambda one: corpus.for_section(*one), asked))
    ids = (chooser.choice(sample).id for _ in range(_ASKED_LIVE))
    _tell("more like this", _times(corpus.like, ids))
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _paragraph(sample: list, chooser: random.Random) -> str:
    texts = (chooser.choice(sample).text for _ in range(5))
    return " ".join(" ".join(texts).split()[:_PARAGRAPH])


def _times(ask: Callable[[object], object], asked: Iterable) -> list[tuple[float, float, str]]:
    times = []
    for one in asked:
        began, busy = perf_counter(), process_time()
        partial(ask, one)()
        took = (perf_counter() - began) * 1000
        times.append((took, (process_time() - busy) * 1000, str(one)[:80]))
    return times


def _tell(name: str, times: list[tuple[float, float, str]]) -> None:
    wall = quantiles([took for took, _, _ in times], n=100)
    cpu = quantiles([busy for _, busy, _ in times], n=100)
    worst, worst_busy = max(t for t, _, _ in times), max(b for _, b, _ in times)
    slowest = ", ".join(
        f"{busy:.0f} {what!r}" for busy, what in sorted((b, w) for _, b, w in times)[:-5:-1]
    )
    print(
        f"{name}: {len(times)} times, p50 {wall[49]:.1f}, p95 {wall[94]:.1f}, worst {worst:.0f} ms"
        f" = {worst / wall[94]:.1f} x p95"
        f" (CPU {cpu[49]:.1f}, {cpu[94]:.1f}, {worst_busy:.0f} ms = {worst_busy / cpu[94]:.1f} x);"
        f" most CPU: {slowest}",
        flush=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
