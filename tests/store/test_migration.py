"""Files of the first, unnumbered shape open, and become new files when they are next saved."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from cmalt_tui.checked_toml import parse_table
from cmalt_tui.model.portfolio import Reflection
from cmalt_tui.store import PortfolioStore
from cmalt_tui.store.migration import CURRENT_SCHEMA, STEPS, migrated

OLD = """\
# From the very first version.
section = "1b"   # constraints
status = "draft"

[reflection]
title = "What I missed"
text = '''
It isn't technical.

Not at all.
'''
mood = "wry"

[own]
key = 1
"""


@pytest.fixture
def old(folder: Path) -> Path:
    file = folder / "sections/1b.toml"
    file.write_text(OLD)
    return file


def test_an_old_section_opens(folder: Path, old: Path) -> None:
    section = PortfolioStore(folder).load().section("1b")
    assert section.reflections == (
        Reflection("reflection", "What I missed", "It isn't technical.\n\nNot at all."),
    )
    assert old.read_text() == OLD


def test_an_old_section_stays_as_it_is_until_it_is_changed(folder: Path, old: Path) -> None:
    store = PortfolioStore(folder)
    portfolio = store.load()
    assert store.save(replace(portfolio, title="Another")) == (PurePosixPath("portfolio.toml"),)
    assert old.read_text() == OLD


def test_an_old_section_is_new_once_it_is_saved_and_keeps_what_else_it_held(
    folder: Path, old: Path
) -> None:
    store = PortfolioStore(folder)
    portfolio = store.load()
    changed = replace(portfolio.section("1b"), note="Saved.")
    store.save(portfolio.with_section(changed))
    text = old.read_text()
    assert "schema = 1\n" in text
    assert '# From the very first version.\nsection = "1b"   # constraints\n' in text
    assert "[own]\nkey = 1\n" in text
    assert "[[reflection]]" in text
    assert "[reflection]\n" not in text.replace("[[reflection]]", "")
    assert "text = '''\nIt isn't technical.\n\nNot at all.\n'''\n" in text
    assert 'mood = "wry"' in text
    assert PortfolioStore(folder).load().section("1b") == changed
    assert not (folder / "kept").exists()


def test_a_file_that_only_lacks_its_schema_loses_nothing(folder: Path) -> None:
    file = folder / "sections/1a.toml"
    file.write_text(file.read_text().replace("schema = 1\n", ""))
    assert PortfolioStore(folder).load().section("1a").reflections[0].id == "pilot"


def test_a_reflection_typed_without_an_id_gets_one_that_is_free(folder: Path) -> None:
    (folder / "sections/1b.toml").write_text(
        'schema = 1\n[[reflection]]\nid = "reflection-2"\n[[reflection]]\ntext = "b"\n'
        '[[reflection]]\ntext = "c"\n'
    )
    store = PortfolioStore(folder)
    portfolio = store.load()
    section = portfolio.section("1b")
    ids = [piece.id for piece in section.reflections]
    assert ids[0] == "reflection-2"
    assert len(set(ids)) == 3
    turned = replace(section, reflections=section.reflections[::-1])
    store.save(portfolio.with_section(turned))
    assert PortfolioStore(folder).load().section("1b") == turned


def test_steps_change_no_values_that_they_were_given() -> None:
    table = parse_table(OLD.encode(), Path("1b.toml"))
    before = parse_table(OLD.encode(), Path("1b.toml")).values
    assert migrated(table, "sections").values["schema"] == CURRENT_SCHEMA == len(STEPS)
    assert table.values == before


def test_what_a_migration_moved_is_still_found_in_the_file(folder: Path) -> None:
    (folder / "sections/1b.toml").write_text('section = "1b"\n\n[reflection]\ntext = 3\n')
    (broken,) = PortfolioStore(folder).load().broken
    assert broken.problem.line in (3, 4)
    assert "expected text" in broken.problem.message
