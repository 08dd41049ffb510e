"""Reads the searches whose one right answer is known, and puts their corpus together."""

import json
import random
import tomllib
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.tokens import tokens
from cmalt_tui.model.passage import Passage
from cmalt_tui.places import Places
from cmalt_tui.workbench.examples import Examples

_QUERIES = Path(__file__).with_name("known_items.toml")
_SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "corpus"


class KnownItem(NamedTuple):
    """What somebody types, and the passage that they mean.

    Attributes:
        wanted: The passage's source and heading, ``museum: The wrong lift``.
        kind: ``criterion``, ``tool``, ``law``, ``situation`` or ``spelling``.
    """

    words: str
    wanted: str
    kind: str


def known_items() -> list[KnownItem]:
    """All searches of the set."""
    kinds = tomllib.loads(_QUERIES.read_text(encoding="utf-8"))
    return [
        KnownItem(words, wanted, kind)
        for kind, queries in kinds.items()
        for words, wanted in queries.items()
    ]


def sample_texts() -> dict[str, str]:
    """The text of each passage of the samples, by its name here."""
    texts = {}
    for file in sorted(_SAMPLES.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            values = json.loads(line)
            texts[f"{file.stem}: {values['title']}"] = values["text"]
    return texts


def sample_corpus(folder: Path) -> ExampleCorpus:
    """The corpus that comes with the program, in an empty folder."""
    Examples(Places(folder, folder, folder / "cache"), folder / "corpus").add_samples()
    return ExampleCorpus(folder / "corpus", folder / "cache")


def phrases(texts: dict[str, str], words: int, chance: random.Random) -> dict[str, set[str]]:
    """So many words in a row from each passage, and the passages or headings they stand in."""
    read = {
        name: f" {' '.join(tokens(plain(text)))} / {' '.join(tokens(name.split(': ', 1)[1]))} "
        for name, text in texts.items()
    }
    found = {}
    for text in (both.split(" / ")[0] for both in read.values()):
        start = chance.randrange(len(text.split()) - words)
        phrase = " ".join(text.split()[start : start + words])
        found[phrase] = {name for name, other in read.items() if f" {phrase} " in other}
    return found


def name_of(passage: Passage) -> str:
    """What a passage is called here."""
    return f"{passage.id.partition('/')[0]}: {passage.title}"
