"""The corpus while several processes or threads use it, and after one was killed."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage

ANN = Origin("Ann's portfolio", "Ann", licence="CC0-1.0")


def ids(corpus: ExampleCorpus, query: str) -> set[str]:
    return {hit.passage.id for hit in corpus.search(query, 100).hits}


def many(count: int) -> Iterator[Passage]:
    for number in range(count):
        yield Passage("", f"Number {number} speaks of walruses.", ANN, "1a", "reflection")


_ADDER = """
import sys
from pathlib import Path
from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage
folder, name = Path(sys.argv[1]), sys.argv[2]
corpus = ExampleCorpus(folder / "corpus", folder / "cache")
origin = Origin(name)
for turn in range(4):
    texts = (f"{name} counts walruses {n}" for n in range(300))
    corpus.add(name, origin, (Passage("", text, origin) for text in texts))
    assert corpus.search(f"{name} walruses").total >= 300
"""


def test_two_processes_add_and_search_at_once(corpus: ExampleCorpus, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    running = [
        subprocess.Popen([sys.executable, "-c", _ADDER, str(tmp_path), name], env=environment)
        for name in ("anna", "bert")
    ]
    while any(process.poll() is None for process in running):
        assert ids(corpus, "captions ") == {"captions", "cafe"}
        assert corpus.search("walruses ").total in (0, 300, 600)
    assert [process.returncode for process in running] == [0, 0]
    assert corpus.search("walruses ").total == 600
    assert len(corpus.sources()) == 4


def test_killed_writer_leaves_whole_files(corpus: ExampleCorpus, tmp_path: Path) -> None:
    script = _ADDER.replace("range(300)", "range(10**9)").replace(
        "corpus.add(", "print('begun', flush=True); corpus.add("
    )
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path), "anna"],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    while not list((tmp_path / "corpus").glob(".adding-*/passages.jsonl")):
        assert process.poll() is None
    process.kill()
    process.wait()
    process.stdout.close()
    assert [source.id for source in corpus.sources()] == ["kim", "sam"]
    corpus.add("ann", ANN, many(2))
    assert corpus.search("walruses ").total == 2


def test_threads_search_while_one_adds(corpus: ExampleCorpus) -> None:
    failures: list[BaseException] = []
    adding = threading.Event()

    def look() -> None:
        try:
            while not adding.is_set():
                assert ids(corpus, "captions ") == {"captions", "cafe"}
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(3):
            corpus.add("ann", ANN, many(700))
    finally:
        adding.set()
        for thread in threads:
            thread.join()
    assert failures == []
    assert corpus.search("walruses ").total == 700
