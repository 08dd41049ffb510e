"""Saved examples on disk: one file each, written as carefully as a person's own text."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PortfolioStore

FILE = PurePosixPath("examples/the-pilot.toml")


@pytest.fixture
def store(folder: Path) -> PortfolioStore:
    return PortfolioStore(folder)


def test_a_new_note_leaves_all_else_in_the_file_as_it_was_typed(store: PortfolioStore) -> None:
    portfolio = store.load()
    before = (store.folder / FILE).read_text()
    kept = portfolio.examples["the-pilot"]
    assert (kept.section, kept.works) == ("1a", "names what would change")

    written = store.save(
        portfolio.with_example(replace(kept, passage=replace(kept.passage, works="asks who pays")))
    )

    assert written == (FILE,)
    after = (store.folder / FILE).read_text()
    assert after == before.replace("names what would change", "asks who pays")


def test_a_removed_one_goes_to_the_bin_and_can_be_written_again(store: PortfolioStore) -> None:
    portfolio = store.load()
    content = (store.folder / FILE).read_bytes()

    store.save(portfolio.without_example("the-pilot"))

    assert not (store.folder / FILE).exists()
    binned = list((store.folder / "bin/examples").iterdir())
    assert [file.read_bytes() for file in binned] == [content]
    assert PortfolioStore(store.folder).load().examples == {}
    store.save(portfolio)
    assert PortfolioStore(store.folder).load().examples == portfolio.examples


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('schema = 1\ntext = "Whose?"\n', "section"),
        ('schema = 1\nsection = "1a"\nyear = 20240\n', "year"),
        ('schema = 1\nsection = "1a"\nyear = "soon"\n', "year"),
        ('schema = 1\nsection = ["1a"\n', ""),
    ],
)
def test_a_broken_one_is_shown_and_never_written_over(
    store: PortfolioStore, content: str, key: str
) -> None:
    (store.folder / FILE).write_text(content)
    portfolio = store.load()
    [broken] = portfolio.broken
    assert (broken.path, broken.problem.key, broken.section) == (FILE, key, "")
    assert portfolio.examples == {}

    passage = Passage("", "Another.", Origin(""), "1a")
    with pytest.raises(InputProblem):
        store.save(portfolio.with_example(SavedExample("the-pilot", passage)))

    assert (store.folder / FILE).read_text() == content


def test_one_of_before_schemas_is_read(store: PortfolioStore) -> None:
    (store.folder / "examples/by-hand.toml").write_text('section = "2b"\ntext = "Typed off."\n')
    assert store.load().examples_of("2b") == (
        SavedExample("by-hand", Passage("", "Typed off.", Origin(""), "2b")),
    )


def test_what_another_program_added_is_noticed(store: PortfolioStore) -> None:
    store.load()
    (store.folder / "examples/more.toml").write_text('schema = 1\nsection = "1b"\n')
    assert store.changed_on_disk() == (PurePosixPath("examples/more.toml"),)
