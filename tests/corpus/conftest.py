"""A small fictional corpus."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage

SAM = Origin(
    "Sam's portfolio", "Sam Rowan", "https://example.org/sam", "CC-BY-4.0", "cmalt", "", 2021
)
KIM = Origin("Kim at work", "Kim Alder", pathway="senior", year=2024)


def passage(name: str, text: str, origin: Origin = SAM, **more: str) -> Passage:
    return Passage(name, text, origin, **more)


SAM_PASSAGES = (
    passage(
        "captions",
        "Captions were the first thing I changed. I wrote a guide with the library, and most "
        "lecturers now caption their recordings. My **reflection** on this is that a guide alone "
        "changes little. People need a colleague who sits down with them.",
        section="1a",
        part="reflection",
        title="What captions taught me",
    ),
    passage(
        "law",
        "Accessibility legislation came into force while we were choosing a platform. I read the "
        "regulations and wrote a summary for the [committee](https://example.org/committee).",
        section="3a",
        part="description",
        title="Accessibility regulations",
    ),
    passage(
        "table",
        "The table lists every option that we considered, with the criteria in the first column.",
        section="1a",
        part="evidence",
    ),
    passage(
        "pilot",
        "The pilot ran with two groups. The organisation of the pilot took longer than the pilot "
        "itself, which I had not expected; next time I would ask for help.",
        section="1a",
        part="reflection",
        title="Pilot",
        works="Says what would be done differently.",
    ),
)
KIM_PASSAGES = (
    passage(
        "budget",
        "I lead a team of five and hold its budget. A reflective review of our costs led to the "
        "decision to leave the old platform.",
        KIM,
        section="specialist",
        part="description",
        title="Leading a team",
    ),
    passage(
        "cafe",
        "We met in a café near the naïve little college to talk about the decision. Nobody there "
        "had said a word about captions before.",
        KIM,
        section="1a",
        part="reflection",
    ),
)


@pytest.fixture
def make_corpus(tmp_path: Path) -> Callable[[], ExampleCorpus]:
    """A new object on the same folders, as another process would have it."""
    return lambda: ExampleCorpus(tmp_path / "corpus", tmp_path / "cache")


@pytest.fixture
def corpus(make_corpus: Callable[[], ExampleCorpus]) -> ExampleCorpus:
    filled = make_corpus()
    filled.add("sam", SAM, SAM_PASSAGES)
    filled.add("kim", KIM, KIM_PASSAGES)
    return filled


@pytest.fixture
def index_file(tmp_path: Path) -> Callable[[], Path]:
    return lambda: next((tmp_path / "cache").glob("*.sqlite"))
