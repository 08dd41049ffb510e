"""Prints how well the search ranks: on the project's own set, and on texts from elsewhere.

Run: python tests/relevance/run.py [--cranfield FOLDER] [--documents FOLDER]
FOLDER of Cranfield holds cran.all.1400, cran.qry and cranqrel; of documents, any Markdown files.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cmalt_tui.corpus import ExampleCorpus

sys.path.insert(0, str(Path(__file__).parent))
from known_items import known_items, name_of, phrases, sample_corpus, sample_texts
from other_texts import Collection, cranfield, documents, fts5_alone, ours
from scores import Score, score
from variants import CHANGES, slip_everywhere

_SEED = 3
_MOST = 50
_PHRASE = 4


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cranfield", type=Path)
    arguments.add_argument("--documents", type=Path)
    arguments.add_argument("--misses", action="store_true", help="name clean searches not first")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        own_set(Path(folder), chosen.misses)
    for name, read, where in (
        ("Cranfield", cranfield, chosen.cranfield),
        ("headings and their sections", documents, chosen.documents),
    ):
        if where:
            with tempfile.TemporaryDirectory() as folder:
                other_set(name, read(where), Path(folder))


def own_set(folder: Path, misses: bool) -> None:
    """Print a line a variant, with how much of the clean MRR it keeps."""
    corpus, items = sample_corpus(folder), known_items()
    print(f"own set: {len(items)} searches, {corpus.search('').searched} passages")
    clean: Score | None = None
    for name, change in CHANGES.items():
        chance = random.Random(_SEED)
        results = []
        for item in items:
            typed = change(item.words, chance)
            found = [name_of(hit.passage) for hit in corpus.search(typed, _MOST).hits]
            results.append((found, {item.wanted}))
            if misses and item.wanted not in found[:1]:
                place = found.index(item.wanted) + 1 if item.wanted in found else 0
                print(f"    {place:3} {typed} -> {item.wanted}; first: {found[:1]}")
        got = score(results)
        clean = clean or got
        print(f"  {name:<16}{got}  kept {got.mrr / clean.mrr:.1%}")
    texts = sample_texts()
    titles = {name.split(": ", 1)[1]: {name} for name in texts}
    print(f"  {'exact title':<16}{_exact(corpus, titles)}")
    found = phrases(texts, _PHRASE, random.Random(_SEED))
    print(f"  {'exact phrase':<16}{_exact(corpus, found)}")


def _exact(corpus: ExampleCorpus, queries: Mapping[str, set[str]]) -> Score:
    return score(
        ([name_of(hit.passage) for hit in corpus.search(typed + " ", _MOST).hits], right)
        for typed, right in queries.items()
    )


def other_set(name: str, collection: Collection, folder: Path) -> None:
    """Print ours beside FTS5 alone, clean and with a slip in each longer word."""
    print(f"{name}: {len(collection.queries)} searches, {len(collection.texts)} texts")
    engines = {
        "ours": ours(collection, folder),
        "FTS5 bm25": fts5_alone(collection, title_weight=1.0),
        "FTS5 bm25, title x 3": fts5_alone(collection, title_weight=3.0),
    }
    for variant in ("clean", "one slip", "each word slipped"):
        change = CHANGES.get(variant, slip_everywhere)
        for engine, search in engines.items():
            chance = random.Random(_SEED)
            got = score(
                (search(change(words, chance)), right) for words, right in collection.queries
            )
            print(f"  {variant:<18}{engine:<22}{got}")


if __name__ == "__main__":
    main()
