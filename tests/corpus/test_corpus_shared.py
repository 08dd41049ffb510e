"""The corpus while several processes or threads use it, and after one was killed."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage

ROOT = Path(__file__).resolve().parents[2]
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
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
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
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path), "anna"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
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


def test_writers_with_indexes_of_their_own_mix_no_files(tmp_path: Path) -> None:
    """As two people have it on one server: the folder is common, the cache is not."""
    script = _ADDER.replace('folder / "cache"', "folder / sys.argv[3]").replace(
        "corpus.add(name", 'corpus.add("common"'
    )
    script = "\n".join(line for line in script.split("\n") if "assert" not in line)
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name, f"cache-{name}"],
                         env={**os.environ, "PYTHONPATH": str(ROOT)})
        for name in ("anna", "bert")
    ]  # fmt: skip
    assert [process.wait() for process in running] == [0, 0]
    corpus = ExampleCorpus(tmp_path / "corpus", tmp_path / "cache")
    (source,) = corpus.sources()
    hits = corpus.search("walruses ", 1000).hits
    assert len(hits) == source.passages == 300
    assert {hit.passage.origin.portfolio for hit in hits} == {source.title}


def test_leftovers_of_the_killed_are_swept_a_day_later(
    corpus: ExampleCorpus, tmp_path: Path
) -> None:
    old, young = (tmp_path / "corpus" / f".adding-{name}-0" for name in ("old", "young"))
    for left in (old, young):
        left.mkdir()
        (left / "passages.jsonl").write_text("half a li")
    os.utime(old, (0, 0))
    corpus.add("ann", ANN, many(2))
    assert (old.exists(), young.exists()) == (False, True)
    assert [source.id for source in corpus.sources()] == ["ann", "kim", "sam"]


_READER = """
import os, sys
from pathlib import Path
from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.problems import InputProblem
here, origin = Path(sys.argv[1]), Origin("Ann")
def add(corpus):
    corpus.add("ann", origin, [Passage("", "A walrus.", origin)])
add(ExampleCorpus(here / "warm", here / "cache"))
# All is imported before rights are given up.
ExampleCorpus(here / "warm", here / "other").search("walrus ")
os.chmod(here / "cache", 0o777)
os.getuid() or os.setuid(65534)
corpus = ExampleCorpus(here / "corpus", here / "cache")
print(len(corpus.search("captions ").hits))
for change in (add, lambda corpus: corpus.remove("sam")):
    try:
        change(corpus)
    except InputProblem as problem:
        print(problem)
"""


@pytest.mark.skipif(os.name == "nt", reason="a folder can't be made read-only there")
def test_a_read_only_corpus_is_searched_and_says_why_it_stays(
    corpus: ExampleCorpus, tmp_path: Path
) -> None:
    assert corpus.sources()
    with TemporaryDirectory() as made:
        here = Path(made)
        here.chmod(0o755)
        shutil.copytree(tmp_path / "corpus", here / "corpus")
        for path in (here / "corpus", *(here / "corpus").rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            done = subprocess.run(
                [sys.executable, "-c", _READER, made],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
        finally:
            for path in (here / "corpus", *(here / "corpus").rglob("*")):
                path.chmod(0o755)
    found, *refused = done.stdout.splitlines()
    assert found == "2"
    assert len(refused) == 2
    assert all("you may not write here" in one for one in refused)


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
