"""Measures which likeness tells a paraphrase from a sentence that only has the same topic.

Run ``python tests/overlap/thresholds.py``; it prints precision and recall at several thresholds.
``--portfolio FOLDER`` adds the sentences of a portfolio as ones that are no paraphrases.

The paraphrases are in ``paraphrases.jsonl``, each with the sentence of the sample corpus that it
was made of. Those of the kind ``far`` say it in wholly other words, those of the kind ``loose``
keep half of them, all others are close. None are the sentences of ``same_topic.txt``, written to
have the nouns of the corpus, and all sentences of the sample portfolios beside those of others.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.corpus import passages_of_portfolio, read_passages
from cmalt_tui.corpus.index import stored
from cmalt_tui.corpus.index.database import Database
from cmalt_tui.corpus.index.passage_index import PassageIndex
from cmalt_tui.corpus.index.vocabulary import Vocabulary
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.corpus.search.overlap.paraphrases import ParaphraseFinder, sentences
from cmalt_tui.corpus.search.overlap.words import KnownWords
from cmalt_tui.corpus.sources.source_folder import SourceFolder
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.store import open_portfolio_folder

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
LOOSE, FAR, NONE = "loose", "far", "none"
_LOWEST = 0.3


class Case(NamedTuple):
    """A sentence, what it is, and the one it was made of or the author whose own it is."""

    text: str
    kind: str
    original: str = ""
    author: str = ""


class Scored(NamedTuple):
    """A case, and how near the nearest passage is; 0 for a paraphrase taken for another's."""

    case: Case
    likeness: float


def cases(portfolios: Iterable[Path] = ()) -> Iterator[Case]:
    """All that is measured."""
    for line in (HERE / "paraphrases.jsonl").read_text(encoding="utf-8").splitlines():
        known = json.loads(line)
        yield Case(known["text"], known["kind"], known["original"])
    for line in (HERE / "same_topic.txt").read_text(encoding="utf-8").splitlines():
        yield Case(line, NONE)
    for passage in (*_corpus(), *_written([SAMPLES / "portfolio", *portfolios])):
        for start, end in sentences(passage.text):
            yield Case(passage.text[start:end], NONE, author=passage.origin.author)


def scored(folder: Path, listed: Iterable[Case]) -> list[Scored]:
    """Compare each sentence with the sample corpus, indexed in a folder."""
    source = SourceFolder(folder / "corpus")
    index = PassageIndex(source, folder / "index")
    with source.adding("samples", Origin("Samples")) as draft:
        index.replace("samples", draft, _corpus(), lambda progress: None)

    def compare(database: Database, vocabulary: Vocabulary) -> list[Scored]:
        known = KnownWords(database)
        finder = ParaphraseFinder(
            database, known, stored.searched_passages(database), least=_LOWEST
        )
        return [Scored(case, _likeness(database, finder, case)) for case in listed]

    return index.read(compare)


def _likeness(database: Database, finder: ParaphraseFinder, case: Case) -> float:
    rows = database.rows("SELECT id FROM origin WHERE author = ?", (case.author,))
    own = frozenset(row for (row,) in rows) if case.author else frozenset[int]()
    near = finder.nearest(finder.stems(tokens(plain(case.text))), own)
    if near is None:
        return 0.0
    (passage,) = stored.passages_of(database, [near.row])
    return near.likeness if case.original in passage.text else 0.0


def _corpus() -> Iterator[Passage]:
    for file in sorted((SAMPLES / "corpus").glob("*.jsonl")):
        yield from read_passages(file)


def _written(folders: Iterable[Path]) -> Iterator[Passage]:
    for folder in folders:
        portfolio = open_portfolio_folder(folder).load()
        yield from passages_of_portfolio(portfolio, Origin(portfolio.title, portfolio.author))


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--portfolio", type=Path, action="append", default=[])
    with tempfile.TemporaryDirectory() as folder:
        found = scored(Path(folder), cases(arguments.parse_args().portfolio))
    none = [one for one in found if one.case.kind == NONE]
    loose = [one for one in found if one.case.kind == LOOSE]
    close = [one for one in found if one.case.kind not in (NONE, LOOSE, FAR)]
    print(
        f"{len(close)} close, {len(loose)} loose paraphrases, {len(none)} sentences that are none"
    )
    print("threshold  precision  of the close  of the loose  wrong")
    for threshold in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        right = sum(one.likeness >= threshold for one in found if one.case.kind != NONE)
        wrong = sum(one.likeness >= threshold for one in none)
        print(
            f"{threshold:9.2f}  {right / max(1, right + wrong):9.3f}"
            f"  {share(close, threshold):12.3f}  {share(loose, threshold):12.3f}  {wrong:5}"
        )


def share(some: list[Scored], threshold: float) -> float:
    """How many of some reach a threshold, 0 to 1."""
    return sum(one.likeness >= threshold for one in some) / len(some)


if __name__ == "__main__":
    main()
