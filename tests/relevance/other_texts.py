"""Texts and searches from other fields, to see that the ranking is not fitted to one set."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.model.passage import Origin, Passage

_MOST = 50
_SHORTEST_SECTION = 200
_RECORD = re.compile(r"^\.I +(\d+)\s*$", re.M)
_FIELD = re.compile(r"^\.([A-Z])\s*$", re.M)
_HEADING = re.compile(r"^#{1,6} +(.+?)\s*#*$", re.M)

Search = Callable[[str], list[str]]


class Collection(NamedTuple):
    """Texts to search and searches whose right answers are known.

    Attributes:
        texts: By id, title and text.
        queries: What is typed, and the ids of the texts that answer it.
    """

    texts: dict[str, tuple[str, str]]
    queries: list[tuple[str, frozenset[str]]]


def cranfield(folder: Path) -> Collection:
    """Read the Cranfield collection; a judgement of 5 or less than 1 means "of no interest".

    The judgements number the queries by their order in the file, not by what stands after .I.
    """
    texts = {
        number: (fields["T"], fields["W"].removeprefix(fields["T"]))
        for number, fields in _records(folder / "cran.all.1400")
    }
    right: dict[int, set[str]] = {}
    for line in (folder / "cranqrel").read_text().splitlines():
        query, text, judgement = line.split()[:3]
        if 1 <= int(judgement) <= 4:
            right.setdefault(int(query), set()).add(text)
    queries = [
        (fields["W"], frozenset(right[number]))
        for number, (_, fields) in enumerate(_records(folder / "cran.qry"), 1)
        if number in right
    ]
    return Collection(texts, queries)


def documents(folder: Path) -> Collection:
    """Take each heading of some Markdown files as a search for the section below it.

    The headings are not given to the search with the sections, or every one would be found.
    """
    texts: dict[str, tuple[str, str]] = {}
    asked: dict[str, set[str]] = {}
    for file in sorted(folder.rglob("*.md")):
        pieces = _HEADING.split(file.read_text(encoding="utf-8", errors="replace"))
        for heading, text in zip(pieces[1::2], pieces[2::2], strict=True):
            if len(text) >= _SHORTEST_SECTION and len(tokens(heading)) > 1:
                name = str(len(texts))
                texts[name] = ("", text)
                asked.setdefault(heading, set()).add(name)
    return Collection(texts, [(words, frozenset(names)) for words, names in asked.items()])


def ours(collection: Collection, folder: Path) -> Search:
    """The project's search."""
    corpus = ExampleCorpus(folder / "corpus", folder / "index")
    origin = Origin("Texts")
    passages = (
        Passage(name, text or title, origin, title=title)
        for name, (title, text) in collection.texts.items()
    )
    corpus.add("texts", origin, passages)
    return lambda typed: [hit.passage.id for hit in corpus.search(typed + " ", _MOST).hits]


def fts5_alone(collection: Collection, title_weight: float) -> Search:
    """SQLite's full-text search: Porter's stems, any of the words, its own bm25."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE t USING fts5 (name UNINDEXED, title, text, tokenize='porter')"
    )
    rows = ((name, title, text) for name, (title, text) in collection.texts.items())
    database.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
    sql = f"SELECT name FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, {title_weight}, 1.0) LIMIT ?"

    def search(typed: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(tokens(typed)))
        return [name for (name,) in database.execute(sql, (words, _MOST))] if words else []

    return search


def _records(file: Path) -> list[tuple[str, dict[str, str]]]:
    pieces = _RECORD.split(file.read_text())
    return [
        (number, {"T": "", **_fields(record)})
        for number, record in zip(pieces[1::2], pieces[2::2], strict=True)
    ]


def _fields(record: str) -> dict[str, str]:
    pieces = _FIELD.split(record)
    return {
        key: " ".join(value.split()) for key, value in zip(pieces[1::2], pieces[2::2], strict=True)
    }
