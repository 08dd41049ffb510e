"""Saving touches what changed and nothing else."""

import difflib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
import tomlkit.exceptions

from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PortfolioStore, toml_text

Contents = Callable[[Path], dict[str, bytes]]


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines taken out and those put in."""
    diff = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [row[2:] for row in diff if row[0] == "-"], [row[2:] for row in diff if row[0] == "+"]


@pytest.fixture
def store(folder: Path) -> PortfolioStore:
    return PortfolioStore(folder)


def test_what_was_only_read_is_not_written(store: PortfolioStore, contents: Contents) -> None:
    before = contents(store.folder)
    assert store.save(store.load()) == ()
    assert contents(store.folder) == before


def test_only_the_changed_section_is_written(store: PortfolioStore) -> None:
    portfolio = store.load()
    times = {file: file.stat().st_mtime_ns for file in store.folder.rglob("*.toml")}
    inodes = {file: file.stat().st_ino for file in store.folder.rglob("*.toml")}
    changed = replace(portfolio.section("1b"), description="Fewer constraints.")
    written = store.save(portfolio.with_section(changed))
    assert written == (PurePosixPath("sections/1b.toml"),)
    for file in times:
        same = (file.stat().st_mtime_ns, file.stat().st_ino) == (times[file], inodes[file])
        assert same == (file.name != "1b.toml")


def test_saving_twice_writes_once(store: PortfolioStore) -> None:
    portfolio = store.load().with_section(Section("2a", description="New."))
    assert store.save(portfolio) == (PurePosixPath("sections/2a.toml"),)
    assert store.save(portfolio) == ()


def test_space_around_a_text_is_no_change(store: PortfolioStore) -> None:
    portfolio = store.load()
    padded = replace(portfolio.section("1b"), description="\n\nConstraints.\n\n")
    assert store.save(portfolio.with_section(padded)) == ()


def test_everything_else_in_a_section_stays_as_it_was_typed(store: PortfolioStore) -> None:
    portfolio = store.load()
    file = store.folder / "sections/1a.toml"
    before = file.read_text()
    section = portfolio.section("1a")
    changed = replace(
        section,
        status=Status.REVIEW,
        evidence=(replace(section.evidence[0], shows="Page 4."), section.evidence[1]),
        reflections=(replace(section.reflections[0], text="I was wrong."),),
    )
    store.save(portfolio.with_section(changed))
    assert changed_lines(before, file.read_text()) == (
        ['status = "draft"', 'shows = "Page 3 has the criteria."', "I had expected resistance."],
        ['status = "review"', 'shows = "Page 4."', "I was wrong."],
    )


def test_everything_else_in_the_portfolio_file_stays_as_it_was_typed(store: PortfolioStore) -> None:
    portfolio = store.load()
    file = store.folder / "portfolio.toml"
    before = file.read_text()
    assert store.save(replace(portfolio, pathway="senior")) == (PurePosixPath("portfolio.toml"),)
    taken, put = changed_lines(before, file.read_text())
    assert taken == ['pathway = "cmalt"        # Senior comes later']
    assert put == ['pathway = "senior"        # Senior comes later']


def test_added_and_moved_reflections_keep_their_comments_and_foreign_keys(
    store: PortfolioStore,
) -> None:
    portfolio = store.load()
    section = portfolio.section("1a")
    uses = (EvidenceUse("survey"), section.evidence[1], section.evidence[0])
    reflections = (Reflection("earlier", text="Before it."), *section.reflections)
    store.save(portfolio.with_section(replace(section, evidence=uses, reflections=reflections)))
    text = (store.folder / "sections/1a.toml").read_text()
    assert text.index('item = "survey"') < text.index('item = "minutes"')
    assert text.index('item = "minutes"') < text.index('item = "options"   # the table')
    assert "weight = 3" in text
    assert text.index('id = "earlier"') < text.index('id = "pilot"')
    assert '[custom]\ncolour = "green"\n' in text
    assert not (store.folder / "kept").exists()
    again = PortfolioStore(store.folder).load().section("1a")
    assert (again.evidence, again.reflections) == (uses, reflections)


def test_an_emptied_part_leaves_no_husk_but_keeps_foreign_keys(store: PortfolioStore) -> None:
    portfolio = store.load()
    emptied = replace(portfolio.section("1a"), description="", note="", reflections=())
    store.save(portfolio.with_section(emptied))
    text = (store.folder / "sections/1a.toml").read_text()
    assert "[note]" not in text
    assert "[[reflection]]" not in text
    assert '[description]\n# first go, March\nmood = "tired"' in text
    assert PortfolioStore(store.folder).load().section("1a") == emptied


@pytest.mark.parametrize(
    "shape",
    [
        'description = {text = "Old."}\nevidence = [{item = "a"}, {item = "b", shows = "it"}]\n',
        'description.text = "Old."\n\n[[evidence]]\nitem = "a"\n\n[note]\ntext = "n"\n\n'
        '[[evidence]]\nitem = "b"\nshows = "it"\n',
    ],
    ids=["inline", "scattered"],
)
def test_unusual_toml_is_changed_faithfully(folder: Path, shape: str) -> None:
    file = folder / "sections/1b.toml"
    file.write_text(f'schema = 1\nsection = "1b"\n{shape}')
    store = PortfolioStore(folder)
    portfolio = store.load()
    section = portfolio.section("1b")
    assert [use.item for use in section.evidence] == ["a", "b"]
    changed = replace(section, description="New.\nLonger.", evidence=(section.evidence[1],))
    store.save(portfolio.with_section(changed))
    assert PortfolioStore(folder).load().section("1b") == changed


def test_windows_line_ends_stay(folder: Path) -> None:
    file = folder / "sections/1b.toml"
    file.write_bytes(
        b'schema = 1\r\nsection = "1b"\r\n# mine\r\n[note]\r\ntext = """\r\na\r\nb\r\n"""\r\n'
    )
    store = PortfolioStore(folder)
    portfolio = store.load()
    assert portfolio.section("1b").note == "a\nb"
    store.save(portfolio.with_section(replace(portfolio.section("1b"), note="a\nc")))
    content = file.read_bytes()
    assert b"# mine\r\n" in content
    assert content.count(b"\n") == content.count(b"\r\n")
    assert PortfolioStore(folder).load().section("1b").note == "a\nc"


def test_removed_items_go_to_the_bin(store: PortfolioStore) -> None:
    portfolio = store.load()
    section = (store.folder / "sections/1a.toml").read_bytes()
    item = (store.folder / "evidence/options.toml").read_bytes()
    written = store.save(replace(portfolio, sections={}, evidence={}, inbox=()))
    assert {str(path) for path in written} == {
        "sections/1a.toml",
        "sections/1b.toml",
        "evidence/options.toml",
        "inbox/leftover.toml",
    }
    assert [file.read_bytes() for file in store.folder.glob("bin/sections/1a-*.toml")] == [section]
    assert [file.read_bytes() for file in store.folder.glob("bin/evidence/*.toml")] == [item]
    again = PortfolioStore(store.folder).load()
    assert (again.sections, again.evidence, again.inbox) == ({}, {}, ())


def test_two_removals_of_the_same_name_are_both_in_the_bin(store: PortfolioStore) -> None:
    portfolio = store.load()
    for text in ("one", "two"):
        store.save(portfolio.with_section(Section("2a", description=text)))
        store.save(portfolio)
    texts = [file.read_text() for file in store.folder.glob("bin/sections/2a-*.toml")]
    assert sorted("one" in text for text in texts) == [False, True]


def test_an_id_that_is_no_file_name_is_refused(store: PortfolioStore, contents: Contents) -> None:
    portfolio = store.load()
    before = contents(store.folder.parent)
    for wrong in ("../1a", "", ".hidden", "a/b", "a b"):
        with pytest.raises(InputProblem, match="can't be an id"):
            store.save(portfolio.with_evidence(EvidenceItem(wrong, "X")))
    assert contents(store.folder.parent) == before


def test_what_could_not_be_read_again_is_not_written(
    store: PortfolioStore, contents: Contents
) -> None:
    portfolio = store.load()
    before = contents(store.folder)
    doubled = Section("2a", reflections=(Reflection("r", text="one"), Reflection("r", text="two")))
    with pytest.raises(InputProblem, match="the id of two reflections"):
        store.save(portfolio.with_section(doubled))
    huge = Section("2b", description="word " * 1_700_000)
    with pytest.raises(InputProblem, match="larger than the 8 MB"):
        store.save(portfolio.with_section(huge))
    assert contents(store.folder) == before


def test_one_that_fails_keeps_no_other_from_being_saved(
    store: PortfolioStore, portfolio: Portfolio
) -> None:
    loaded = store.load()
    bad = EvidenceItem("bad", "Bad", permission="perhaps")
    changed = loaded.with_evidence(bad).with_section(Section("2a", description="Kept."))
    changed = replace(changed, inbox=(*changed.inbox, *portfolio.inbox))
    with pytest.raises(InputProblem, match="perhaps"):
        store.save(changed)
    again = PortfolioStore(store.folder).load()
    assert again.section("2a").description == "Kept."
    assert [piece.id for piece in again.inbox] == ["leftover", "thanks"]


def test_a_comment_outlives_what_stood_above_it(folder: Path) -> None:
    file = folder / "sections/1b.toml"
    file.write_text(
        'schema = 1\nsection = "1b"\n\n[[evidence]]\nitem = "a"\n# --- reflections ---\n\n'
        '[[reflection]]\nid = "one"\n# second thoughts\n\n[[reflection]]\nid = "two"\n'
        "# --- private ---\n\n[note]\ntext = 'n'\n"
    )
    store = PortfolioStore(folder)
    portfolio = store.load()
    section = portfolio.section("1b")
    fewer = replace(section, evidence=(), reflections=section.reflections[:1])
    store.save(portfolio.with_section(fewer))
    text = file.read_text()
    assert "# second thoughts\n# --- private ---\n" in text.replace("\n\n", "\n")
    assert text.index("# --- private ---") < text.index("[note]")
    assert "# --- reflections ---" in text
    assert PortfolioStore(folder).load().section("1b") == fewer


@pytest.mark.parametrize("damage", ["lost", "refused"])
def test_what_cannot_be_changed_faithfully_is_written_anew_and_kept(
    store: PortfolioStore, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    def damaged(text: str, *_: object) -> str:
        if damage == "refused":
            raise tomlkit.exceptions.ParseError(1, 1)
        return text

    portfolio = store.load()
    file = store.folder / "sections/1a.toml"
    before = file.read_text()
    changed = replace(portfolio.section("1a"), description="New.")
    monkeypatch.setattr(toml_text, "changed_text", damaged)
    store.save(portfolio.with_section(changed))
    assert PortfolioStore(store.folder).load().section("1a") == changed
    assert [kept.read_text() for kept in store.folder.glob("kept/sections/1a-*.toml")] == [before]
