"""Reads the searches whose one right answer is known, and puts their corpus together."""

import json
import tomllib
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.corpus import ExampleCorpus
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


def name_of(passage: Passage) -> str:
    """What a passage is called here."""
    return f"{passage.id.partition('/')[0]}: {passage.title}"
