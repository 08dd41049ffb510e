"""Measures the example corpus's search on a synthetic corpus and prints what it found.

Run ``python tests/benchmarks/search_benchmark.py --passages 100000``. Not a test: nothing fails.
Times are wall time; CPU time stands beside it, since a busy machine shows in one only.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean, quantiles
from time import perf_counter, process_time

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage

sys.path.insert(0, str(Path(__file__).parent))
from synthetic_corpus import SyntheticCorpus

_TYPED_QUERIES = 120
_KNOWN_ITEMS = 600
_SCANNED = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_MISTYPED = 5


def main() -> None:
    """Build, add, type, look for known items, compare."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--passages", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--folder", type=Path, help="keep the corpus here and use it again")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        measure(chosen.folder or Path(temporary), chosen.passages, chosen.seed)


def measure(folder: Path, count: int, seed: int) -> None:
    """Measure everything on a corpus of so many passages."""
    made = SyntheticCorpus(seed)
    passages = list(made.passages(count + 150))
    passages, late = passages[:count], passages[count:]
    corpus = ExampleCorpus(folder / "corpus", folder / "index")
    if not any(source.id == "synthetic" for source in corpus.sources()):
        took, busy = _timed(lambda: corpus.add("synthetic", Origin("Synthetic"), passages))
        print(f"add {count} passages: {_rates(count, took, busy)}")
        index = next((folder / "index").glob("*.sqlite"))
        print(f"index {index.stat().st_size / 1e6:.0f} MB for {_size(passages):.0f} MB of text")
        for file in (folder / "index").iterdir():
            file.unlink()
        corpus = ExampleCorpus(folder / "corpus", folder / "index")
        took, busy = _timed(corpus.sources)
        print(f"index from the files: {_rates(count, took, busy)}")
    for what in ("add", "replace"):
        took, _ = _timed(lambda: corpus.add("late", Origin("Late"), late))
        print(f"{what} one portfolio of {len(late)} passages: {took * 1000:.0f} ms")
    print(f"remove it: {_timed(lambda: corpus.remove('late'))[0] * 1000:.0f} ms")
    chooser = random.Random(seed + 1)
    texts = {passage.id: passage.text for passage in passages}
    print(f"first search: {_timed(lambda: corpus.search('refelction'))[0] * 1000:.0f} ms")
    _typing(corpus, passages, chooser)
    _known_items(corpus, passages, texts, chooser)


def _typing(corpus: ExampleCorpus, passages: list[Passage], chooser: random.Random) -> None:
    """Type queries of three words letter by letter, clean and with slips."""
    for name, change in (("clean", lambda word: word), ("one slip a word", _slipper(chooser))):
        times: list[tuple[float, float, str]] = []
        for number in range(_TYPED_QUERIES):
            words = chooser.choice(passages).text.lower().replace(".", "").split()
            if number % 2:
                start = chooser.randrange(len(words) - 3)
                wanted = words[start : start + 3]
            else:
                wanted = chooser.sample(words, 3)
            line = " ".join(change(word) for word in wanted)
            for end in range(1, len(line) + 1):
                typed = line[:end]
                took, busy = _timed(partial(corpus.search, typed))
                times.append((took * 1000, busy * 1000, typed))
        _print_times(f"typing, {name}", times)


def _known_items(
    corpus: ExampleCorpus, passages: list[Passage], texts: dict[str, str], chooser: random.Random
) -> None:
    """Look for passages by three of their words; compare with FTS5 alone and RapidFuzz alone."""
    queries = []
    for passage in chooser.sample(passages, _KNOWN_ITEMS):
        words = [word for word in passage.text.lower().replace(".", "").split() if len(word) > 3]
        queries.append((passage.id, chooser.sample(words, min(3, len(words)))))
    slip = _slipper(chooser)
    slipped = [(name, [slip(word) for word in words]) for name, words in queries]

    def ours(words: list[str]) -> list[str]:
        return [hit.passage.id for hit in corpus.search(" ".join(words), 10).hits]

    clean = _reciprocal_ranks("ours, clean", queries, ours)
    typo = _reciprocal_ranks("ours, one slip in each longer word", slipped, ours)
    print(f"kept under slips: {typo[0] / clean[0]:.1%}")
    alone = _fts5_alone(texts)
    plain = _reciprocal_ranks("FTS5 alone (porter, bm25), clean", queries, alone)
    _reciprocal_ranks("FTS5 alone, slips", slipped, alone)
    scan = _reciprocal_ranks("RapidFuzz over all texts, slips", slipped[:_SCANNED], _scan(texts))
    print(f"time: {typo[1] / plain[1]:.2f} x FTS5 alone, RapidFuzz takes {scan[1] / typo[1]:.0f} x")


def _reciprocal_ranks(
    name: str, queries: list[tuple[str, list[str]]], search: Callable[[list[str]], list[str]]
) -> tuple[float, float]:
    ranks, times = [], []
    for wanted, words in queries:
        began = perf_counter()
        found = search(words)
        times.append((perf_counter() - began) * 1000)
        ranks.append(1 / (found.index(wanted) + 1) if wanted in found else 0.0)
    print(f"{name}: MRR {mean(ranks):.3f}, {mean(times):.1f} ms a query")
    return mean(ranks), mean(times)


def _fts5_alone(texts: dict[str, str]) -> Callable[[list[str]], list[str]]:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5 (id UNINDEXED, text, tokenize='porter')")
    database.executemany("INSERT INTO t VALUES (?, ?)", texts.items())
    sql = "SELECT id FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10"
    return lambda words: [
        row[0] for row in database.execute(sql, (" ".join(f'"{word}"' for word in words),))
    ]


def _scan(texts: dict[str, str]) -> Callable[[list[str]], list[str]]:
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import extract

    return lambda words: [
        found[2] for found in extract(" ".join(words), texts, scorer=token_set_ratio, limit=10)
    ]


def _slipper(chooser: random.Random) -> Callable[[str], str]:
    """One slip in each longer word: left out, doubled, changed or swapped."""

    def slip(word: str) -> str:
        if len(word) < _SHORTEST_MISTYPED:
            return word
        place = chooser.randrange(len(word) - 1)
        kind = chooser.randrange(4)
        if kind == 0:
            return word[:place] + word[place + 1 :]
        if kind == 1:
            return word[:place] + word[place] + word[place:]
        if kind == 2:
            return word[:place] + chooser.choice(_LETTERS) + word[place + 1 :]
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return slip


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    began, busy = perf_counter(), process_time()
    work()
    return perf_counter() - began, process_time() - busy


def _rates(count: int, took: float, busy: float) -> str:
    return f"{took:.1f} s, {count / took:.0f} passages/s ({count / busy:.0f} by CPU time)"


def _print_times(name: str, times: list[tuple[float, float, str]]) -> None:
    wall = quantiles([took for took, _, _ in times], n=100)
    cpu = quantiles([busy for _, busy, _ in times], n=100)
    worst = ", ".join(f"{took:.0f} {typed!r}" for took, _, typed in sorted(times)[:-5:-1])
    print(
        f"{name}: {len(times)} keys, p50 {wall[49]:.1f}, p95 {wall[94]:.1f} ms"
        f" (CPU {cpu[49]:.1f}, {cpu[94]:.1f}); worst {worst}"
    )


def _size(passages: list[Passage]) -> float:
    return sum(len(passage.text) for passage in passages) / 1e6


if __name__ == "__main__":
    main()
