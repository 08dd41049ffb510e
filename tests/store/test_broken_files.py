"""A file that can't be read is shown with its place, harms no other and is never written over."""

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from cmalt_tui.model.portfolio import Section
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import ChangedOnDisk, PortfolioStore

HEAD = 'schema = 1\nsection = "2a"\n'


@pytest.mark.parametrize(
    ("path", "text", "line", "key", "words"),
    [
        ("sections/2a.toml", HEAD + "title = \n", 3, "", "no valid TOML"),
        (
            "sections/2a.toml",
            HEAD + "status = 3\n",
            3,
            "status",
            "expected text, found a whole number",
        ),
        ("sections/2a.toml", HEAD + 'status = "finished"\n', 3, "status", "empty, notes, draft"),
        (
            "sections/2a.toml",
            HEAD + "\n[description]\ntext = 7\n",
            5,
            "description.text",
            "found a whole",
        ),
        ("sections/2a.toml", 'schema = 1\nsection = "2b"\n', 2, "section", "called 2a.toml"),
        ("sections/2a.toml", "schema = 2\n", 1, "schema", "made by a newer cmalt-tui"),
        ("sections/2a.toml", 'schema = "1"\n', 1, "schema", "expected a whole number, found text"),
        ("sections/2a.toml", HEAD + "principles = [1]\n", 3, "principles", "a list of texts"),
        (
            "sections/2a.toml",
            HEAD + '[[reflection]]\nid = "a"\n[[reflection]]\nid = "b"\nwritten = "spring"\n',
            7,
            "reflection.2.written",
            "a date such as",
        ),
        (
            "sections/2a.toml",
            HEAD + '[[evidence]]\nshows = "it"\n',
            3,
            "evidence.1.item",
            "is missing",
        ),
        ("evidence/x.toml", 'schema = 1\npermission = "maybe"\n', 2, "permission", "own, granted"),
        ("evidence/x.toml", "schema = 9\n", 1, "schema", "schema 9, this one knows 1"),
        ("inbox/x.toml", "schema = 1\nheading = []\n", 2, "heading", "expected text, found a list"),
        ("evidence/two words.toml", "schema = 1\n", None, "", "can't be an id"),
    ],
)
def test_it_is_named_while_the_rest_opens(
    folder: Path, path: str, text: str, line: int | None, key: str, words: str
) -> None:
    (folder / path).write_text(text)
    portfolio = PortfolioStore(folder).load()
    assert set(portfolio.sections) == {"1a", "1b"}
    assert set(portfolio.evidence) == {"options"}
    (broken,) = portfolio.broken
    assert broken.path == PurePosixPath(path)
    assert broken.problem.file == folder / path
    assert (broken.problem.line, broken.problem.key) == (line, key)
    assert words in broken.problem.message
    assert broken.problem.way_out


def test_bytes_that_are_no_text_are_named(folder: Path) -> None:
    (folder / "sections/2a.toml").write_bytes(b'schema = 1\ntitle = "caf\xe9"\n')
    (broken,) = PortfolioStore(folder).load().broken
    assert (broken.problem.line, broken.problem.message) == (2, "is not UTF-8 text")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title = \n", 1, "no valid TOML"),
        ('title = "T"\n', 1, "is missing"),
        ('schema = 2\ntitle = "T"\n', 1, "made by a newer cmalt-tui"),
    ],
)
def test_a_broken_portfolio_file_stops_the_opening(
    folder: Path, text: str, line: int, words: str
) -> None:
    file = folder / "portfolio.toml"
    file.write_text(text)
    with pytest.raises(InputProblem, match=words) as caught:
        PortfolioStore(folder).load()
    assert (caught.value.problem.file, caught.value.problem.line) == (file, line)


def test_it_is_never_written_over(folder: Path) -> None:
    file = folder / "sections/1b.toml"
    file.write_text("a year of writing, and one quote missing = '\n")
    store = PortfolioStore(folder)
    portfolio = store.load()
    before = file.read_bytes()
    mine = portfolio.with_section(Section("1b", description="New."))
    with pytest.raises(InputProblem, match="is not written over") as caught:
        store.save(mine.with_section(Section("2a", description="Elsewhere.")))
    assert caught.value.problem.file == file
    assert caught.value.problem.line == 1
    assert file.read_bytes() == before
    assert PortfolioStore(folder).load().section("2a").description == "Elsewhere."


def test_it_is_not_taken_for_a_removed_one(folder: Path) -> None:
    file = folder / "sections/1b.toml"
    file.write_text("broken")
    store = PortfolioStore(folder)
    portfolio = store.load()
    assert store.save(replace(portfolio, title="Other")) == (PurePosixPath("portfolio.toml"),)
    assert file.read_text() == "broken"
    assert not (folder / "bin").exists()


def test_it_can_be_mended_while_the_program_runs(folder: Path) -> None:
    file = folder / "sections/1b.toml"
    mended = file.read_text()
    file.write_text("broken")
    store = PortfolioStore(folder)
    portfolio = store.load()
    file.write_text(mended)
    path = PurePosixPath("sections/1b.toml")
    assert store.changed_on_disk() == (path,)
    with pytest.raises(ChangedOnDisk):
        store.save(portfolio.with_section(Section("1b", description="New.")))
    taken = store.take_theirs(portfolio, path)
    assert (taken.section("1b").description, taken.broken) == ("Constraints.", ())


def test_links_that_lead_out_are_neither_read_nor_written(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text('schema = 1\nsection = "2a"\n')
    (folder / "sections/2a.toml").symlink_to(outside)
    store = PortfolioStore(folder)
    portfolio = store.load()
    assert [broken.path.name for broken in portfolio.broken] == ["2a.toml"]
    assert "leads out of the portfolio" in portfolio.broken[0].problem.message
    with pytest.raises(InputProblem, match="leads out"):
        store.save(portfolio.with_section(Section("2a", description="Mine.")))
    with pytest.raises(InputProblem, match="leads out"):
        store.save_over(
            portfolio.with_section(Section("2a", description="Mine.")),
            PurePosixPath("sections/2a.toml"),
        )
    assert outside.read_text() == 'schema = 1\nsection = "2a"\n'


def test_nothing_is_written_through_a_folder_that_leads_out(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (folder / "sections").rename(outside)
    (folder / "sections").symlink_to(outside)
    store = PortfolioStore(folder)
    portfolio = store.load()
    assert {broken.path.name for broken in portfolio.broken} == {"1a.toml", "1b.toml"}
    with pytest.raises(InputProblem, match="leads out"):
        store.save(portfolio.with_section(Section("2a", description="Mine.")))
    assert not (outside / "2a.toml").exists()


def test_a_link_inside_the_portfolio_is_followed_and_kept(folder: Path) -> None:
    (folder / "sections/1b.toml").rename(folder / "drafted.toml")
    (folder / "sections/1b.toml").symlink_to("../drafted.toml")
    store = PortfolioStore(folder)
    portfolio = store.load()
    assert portfolio.section("1b").description == "Constraints."
    store.save(portfolio.with_section(Section("1b", description="New.")))
    assert (folder / "sections/1b.toml").is_symlink()
    assert "New." in (folder / "drafted.toml").read_text()


def test_what_is_no_file_does_not_hang_the_opening(folder: Path) -> None:
    os.mkfifo(folder / "sections/2a.toml")
    (folder / "sections/2b.toml").mkdir()
    broken = PortfolioStore(folder).load().broken
    assert [found.path.name for found in broken] == ["2a.toml", "2b.toml"]
    assert {found.problem.message for found in broken} == {"is not a plain file"}


def test_a_folder_that_cannot_be_listed_is_not_taken_for_an_empty_one(folder: Path) -> None:
    for file in (folder / "inbox").iterdir():
        file.unlink()
    (folder / "inbox").rmdir()
    (folder / "inbox").write_text("no folder")
    with pytest.raises(InputProblem, match="can't be read as a folder"):
        PortfolioStore(folder).load()


def test_backups_of_editors_are_no_items(folder: Path) -> None:
    for name in ("1b.toml~", ".1b.toml.swp", "#1b.toml#", ".2a.toml", "notes.md"):
        (folder / "sections" / name).write_text("not TOML at all")
    portfolio = PortfolioStore(folder).load()
    assert (set(portfolio.sections), portfolio.broken) == ({"1a", "1b"}, ())
