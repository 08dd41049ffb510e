"""Other ways to find a passage, to measure the search against: FTS5, RapidFuzz and fzf alone."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from cmalt_tui.corpus.passages.passage_lines import read_passages

# Three words in, ids of the first ten passages out.
Search = Callable[[list[str]], list[str]]

_SHOWN = 10


def fts5_alone(passages: Path, folder: Path) -> Search:
    """SQLite's full-text search as it comes: Porter's stems and bm25 over all words."""
    file = folder / "fts5.sqlite"
    is_new = not file.exists()
    database = sqlite3.connect(file)
    if is_new:
        database.execute("CREATE VIRTUAL TABLE t USING fts5 (id UNINDEXED, text, tokenize=porter)")
        rows = ((one.id, one.text) for one in read_passages(passages))
        database.executemany("INSERT INTO t VALUES (?, ?)", rows)
        database.commit()
    sql = f"SELECT id FROM t WHERE t MATCH ? ORDER BY rank LIMIT {_SHOWN}"

    def search(words: list[str]) -> list[str]:
        return [name for (name,) in database.execute(sql, (" ".join(f'"{w}"' for w in words),))]

    return search


def rapidfuzz_over_all(passages: Path) -> Search:
    """RapidFuzz's best ratio for many words, with every text held in memory."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import extract

    texts = {one.id: one.text for one in read_passages(passages)}

    def search(words: list[str]) -> list[str]:
        found = extract(" ".join(words), texts, scorer=token_set_ratio, limit=_SHOWN)
        return [name for _, _, name in found]

    return search


def fzf_over_all(passages: Path, folder: Path) -> Search | None:
    """``fzf --filter`` over a file with a passage a line; None where it isn't installed."""
    if not shutil.which("fzf"):
        return None
    file = folder / "lines.txt"
    if not file.exists():
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(_lines(passages))

    def search(words: list[str]) -> list[str]:
        with file.open(encoding="utf-8") as lines:
            command = ["fzf", "--filter", " ".join(words)]
            found = subprocess.run(command, stdin=lines, capture_output=True, text=True).stdout
        return [line.split("\t")[0] for line in found.splitlines()[:_SHOWN]]

    return search


def _lines(passages: Path) -> Iterator[str]:
    for one in read_passages(passages):
        yield f"{one.id}\t{' '.join(one.text.split())}\n"
