"""What another program wrote is never written over unasked, and no version is lost."""

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import ChangedOnDisk, PortfolioStore

PATH = PurePosixPath("sections/1b.toml")
THEIRS = '# theirs\nschema = 1\nsection = "1b"\n\n[description]\ntext = "From the other editor."\n'


@pytest.fixture
def store(folder: Path) -> PortfolioStore:
    return PortfolioStore(folder)


@pytest.fixture
def mine(store: PortfolioStore) -> Portfolio:
    """The loaded portfolio with a change of one's own in section 1b."""
    portfolio = store.load()
    return portfolio.with_section(replace(portfolio.section("1b"), description="From here."))


def kept(store: PortfolioStore) -> list[str]:
    return [file.read_text() for file in sorted(store.folder.glob("kept/**/*.toml"))]


def test_a_file_changed_elsewhere_is_not_written_over(
    store: PortfolioStore, mine: Portfolio
) -> None:
    (store.folder / PATH).write_text(THEIRS)
    with pytest.raises(ChangedOnDisk) as caught:
        store.save(mine)
    assert caught.value.path == PATH
    assert (store.folder / PATH).read_text() == THEIRS


def test_the_other_sections_are_saved_all_the_same(store: PortfolioStore, mine: Portfolio) -> None:
    (store.folder / PATH).write_text(THEIRS)
    with pytest.raises(ChangedOnDisk):
        store.save(mine.with_section(Section("2a", description="Safe.")))
    assert PortfolioStore(store.folder).load().section("2a").description == "Safe."


def test_a_change_that_keeps_time_and_size_is_noticed(
    store: PortfolioStore, mine: Portfolio
) -> None:
    file = store.folder / PATH
    status = file.stat()
    file.write_text(file.read_text().replace("Constraints.", "constraints?"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(ChangedOnDisk):
        store.save(mine)


def test_a_file_removed_elsewhere_is_not_brought_back_unasked(
    store: PortfolioStore, mine: Portfolio
) -> None:
    (store.folder / PATH).unlink()
    with pytest.raises(ChangedOnDisk):
        store.save(mine)
    assert store.save_over(mine, PATH) == PATH
    assert PortfolioStore(store.folder).load().section("1b").description == "From here."


def test_a_file_that_appeared_is_not_written_over(store: PortfolioStore, mine: Portfolio) -> None:
    file = store.folder / "sections/2a.toml"
    file.write_text('schema = 1\nsection = "2a"\n')
    with pytest.raises(ChangedOnDisk) as caught:
        store.save(mine.with_section(Section("2a", description="Mine.")))
    assert caught.value.path == PurePosixPath("sections/2a.toml")
    assert file.read_text() == 'schema = 1\nsection = "2a"\n'


def test_a_removed_item_that_was_changed_elsewhere_stays(
    store: PortfolioStore, mine: Portfolio
) -> None:
    (store.folder / PATH).write_text(THEIRS)
    without = replace(mine, sections={"1a": mine.section("1a")})
    with pytest.raises(ChangedOnDisk):
        store.save(without)
    assert (store.folder / PATH).read_text() == THEIRS
    binned = store.save_over(without, PATH)
    assert (store.folder / binned).read_text() == THEIRS
    assert not (store.folder / PATH).exists()
    assert store.save(without) == ()


def test_nothing_is_written_before_it_was_read(folder: Path, portfolio: Portfolio) -> None:
    before = (folder / "portfolio.toml").read_bytes()
    with pytest.raises(ChangedOnDisk):
        PortfolioStore(folder).save(portfolio)
    assert (folder / "portfolio.toml").read_bytes() == before


def test_mine_keeps_theirs(store: PortfolioStore, mine: Portfolio) -> None:
    (store.folder / PATH).write_text(THEIRS)
    place = store.save_over(mine, PATH)
    assert place.parent == PurePosixPath("kept/sections")
    assert place.name.startswith("1b-")
    assert (store.folder / place).read_text() == THEIRS
    assert kept(store) == [THEIRS]
    assert PortfolioStore(store.folder).load().section("1b").description == "From here."
    assert store.save(mine) == ()


def test_mine_over_a_file_that_cannot_be_read_keeps_that_too(
    store: PortfolioStore, mine: Portfolio
) -> None:
    (store.folder / PATH).write_text("half a fi")
    store.save_over(mine, PATH)
    assert kept(store) == ["half a fi"]
    assert PortfolioStore(store.folder).load().section("1b").description == "From here."


def test_mine_that_cannot_be_kept_aside_changes_nothing(
    store: PortfolioStore, mine: Portfolio
) -> None:
    (store.folder / PATH).write_text(THEIRS)
    (store.folder / "kept").write_text("a file where the folder should be")
    with pytest.raises(InputProblem):
        store.save_over(mine, PATH)
    assert (store.folder / PATH).read_text() == THEIRS


def test_theirs_keeps_mine(store: PortfolioStore, mine: Portfolio) -> None:
    (store.folder / PATH).write_text(THEIRS)
    taken = store.take_theirs(mine, PATH)
    assert taken.section("1b").description == "From the other editor."
    assert taken.section("1a") == mine.section("1a")
    assert len(kept(store)) == 1
    assert "From here." in kept(store)[0]
    assert (store.folder / PATH).read_text() == THEIRS
    assert store.save(taken) == ()


def test_theirs_is_a_removal(store: PortfolioStore, mine: Portfolio) -> None:
    (store.folder / PATH).unlink()
    taken = store.take_theirs(mine, PATH)
    assert "1b" not in taken.sections
    assert "From here." in kept(store)[0]
    assert store.save(taken) == ()


def test_theirs_is_broken(store: PortfolioStore, mine: Portfolio) -> None:
    (store.folder / PATH).write_text("schema = 1\nsection =\n")
    taken = store.take_theirs(mine, PATH)
    assert [(broken.path, broken.problem.line) for broken in taken.broken] == [(PATH, 2)]
    assert "From here." in kept(store)[0]


def test_theirs_is_the_portfolio_file(store: PortfolioStore, mine: Portfolio) -> None:
    file = store.folder / "portfolio.toml"
    file.write_text(file.read_text().replace("Rowan Ashby", "R. Ashby"))
    taken = store.take_theirs(replace(mine, title="Another"), PurePosixPath("portfolio.toml"))
    assert (taken.author, taken.title) == ("R. Ashby", "Learning to leave the platform alone")
    assert taken.section("1b").description == "From here."
    assert 'title = "Another"' in kept(store)[0]


def test_changes_of_others_are_seen(store: PortfolioStore) -> None:
    store.load()
    assert store.changed_on_disk() == ()
    (store.folder / PATH).write_text(THEIRS)
    (store.folder / "sections/2a.toml").write_text('schema = 1\nsection = "2a"\n')
    (store.folder / "inbox/leftover.toml").unlink()
    assert store.changed_on_disk() == (
        PurePosixPath("inbox/leftover.toml"),
        PATH,
        PurePosixPath("sections/2a.toml"),
    )


def test_a_touched_file_is_no_change(store: PortfolioStore) -> None:
    store.load()
    os.utime(store.folder / PATH, ns=(1, 1))
    assert store.changed_on_disk() == ()


def test_own_saves_are_no_changes_of_others(store: PortfolioStore, mine: Portfolio) -> None:
    store.save(mine.with_section(Section("2a", description="New.")))
    assert store.changed_on_disk() == ()


def test_files_that_did_not_change_are_not_read_again(
    store: PortfolioStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.load()
    read: list[Path] = []
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: (read.append(file), real(file))[1])
    (store.folder / PATH).write_text(THEIRS)
    store.changed_on_disk()
    assert read == [store.folder / PATH]


def test_a_touched_file_is_read_once(
    store: PortfolioStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.load()
    os.utime(store.folder / PATH, ns=(1, 1))
    store.changed_on_disk()
    monkeypatch.setattr(Path, "read_bytes", lambda file: pytest.fail(f"read again: {file}"))
    assert store.changed_on_disk() == ()
