"""What was written is what is read, whatever was typed."""

import tempfile
import tomllib
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from hypothesis import given, settings
from hypothesis import strategies as st

from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import (
    EvidenceItem,
    EvidenceUse,
    Portfolio,
    Reflection,
    Section,
    Status,
)
from cmalt_tui.model.saved_example import SavedExample
from cmalt_tui.store import PortfolioStore, create_portfolio
from cmalt_tui.store.item_files import see_file
from cmalt_tui.store.rendering import render

TROUBLESOME = st.sampled_from(
    [
        "'",
        "''",
        "'''",
        '"',
        '"""',
        "\\",
        "\\n",
        "\\u0041",
        "\n",
        "\n\n",
        "\t",
        "#",
        "=",
        "[x]",
        "]]",
    ]
)
PIECES = st.one_of(
    TROUBLESOME, st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), max_size=8)
)
PROSE = st.lists(PIECES, max_size=12).map("".join)


def as_kept(text: str) -> str:
    """What the program promises to keep: the composed text without blank lines around it."""
    text = unicodedata.normalize("NFC", text)
    text = (
        text.replace("\u2028", "\n")
        .replace("\u2029", "\n")
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )
    rows = text.split("\n")
    while rows and not rows[0].strip():
        rows.pop(0)
    while rows and not rows[-1].strip():
        rows.pop()
    return "\n".join(rows)


LINE = PROSE.map(lambda text: " ".join(as_kept(text).split()))
KEPT = PROSE.map(as_kept)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
CODES = st.lists(LINE, max_size=3).map(tuple)
REFLECTIONS = st.lists(
    st.builds(
        Reflection,
        id=st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
        title=LINE,
        text=KEPT,
        written=DAYS,
        principles=CODES,
    ),
    max_size=4,
    unique_by=lambda piece: piece.id,
).map(tuple)
SECTIONS = st.builds(
    Section,
    id=st.just("1a"),
    title=LINE,
    status=st.sampled_from(Status),
    principles=CODES,
    description=KEPT,
    statement=KEPT,
    declaration=st.dictionaries(LINE.filter(bool), KEPT.filter(bool), max_size=3),
    evidence=st.lists(
        st.builds(EvidenceUse, item=st.sampled_from(["a", "b", "c"]), shows=KEPT), max_size=4
    ).map(tuple),
    reflections=REFLECTIONS,
    note=KEPT,
)
EVIDENCE = st.builds(
    EvidenceItem,
    id=st.just("options"),
    title=LINE.filter(bool),
    kind=LINE,
    date=DAYS,
    role=KEPT,
    file=LINE,
    url=LINE,
    physical=KEPT,
    permission=st.sampled_from(["", "own", "granted", "asked", "anonymised", "needed"]),
    people=CODES,
    access=KEPT,
    alt=KEPT,
    caption=KEPT,
)

EXAMPLE = st.builds(
    SavedExample,
    id=st.just("pilot"),
    passage=st.builds(
        Passage,
        id=LINE,
        text=KEPT,
        origin=st.builds(
            Origin,
            portfolio=LINE,
            author=LINE,
            source=LINE,
            licence=LINE,
            pathway=LINE,
            sector=LINE,
            year=st.integers(0, 9999),
        ),
        section=LINE,
        part=LINE,
        title=LINE,
        works=KEPT,
    ),
    saved=DAYS,
)


def written_and_read(
    item: Section | EvidenceItem | SavedExample, path: str, before: bytes | None = None
) -> object:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rendered = render(item, PurePosixPath(path), folder, before)
        assert not rendered.anew
        file = folder / path
        file.parent.mkdir()
        file.write_bytes(rendered.content)
        seen = see_file(folder, PurePosixPath(path))
        assert seen.problem is None
        return seen.item


@given(SECTIONS)
def test_a_section_comes_back_as_it_was(section: Section) -> None:
    assert written_and_read(section, "sections/1a.toml") == section


@given(EVIDENCE)
def test_an_evidence_item_comes_back_as_it_was(item: EvidenceItem) -> None:
    assert written_and_read(item, "evidence/options.toml") == item


@given(EXAMPLE)
def test_a_saved_example_comes_back_as_it_was(item: SavedExample) -> None:
    assert written_and_read(item, "examples/pilot.toml") == item


@settings(max_examples=150)
@given(SECTIONS, SECTIONS)
def test_any_section_can_be_changed_into_any_other_in_its_file(old: Section, new: Section) -> None:
    path = PurePosixPath("sections/1a.toml")
    before = (
        b"# kept\n" + render(old, path, Path()).content + b'\n[own]\nkey = "mine"  # kept too\n'
    )
    after = render(new, path, Path(), before)
    assert not after.anew
    assert after.content.startswith(b"# kept\n")
    assert b'[own]\nkey = "mine"  # kept too\n' in after.content
    assert written_and_read(new, "sections/1a.toml", before) == new


@given(KEPT)
def test_prose_reads_like_prose_wherever_it_can(text: str) -> None:
    content = render(
        Section("1a", description=text), PurePosixPath("sections/1a.toml"), Path()
    ).content
    if text and "'''" not in text:
        assert f"text = '''\n{text}\n'''\n" in content.decode()
    elif text:
        assert tomllib.loads(content.decode())["description"]["text"] == f"{text}\n"
    else:
        assert b"description" not in content


def test_text_is_cleaned_before_it_is_written() -> None:
    dirty = Section(
        "1a", title="A\x1b[31m B\n", description="\r\n one\r\ntwo\x00\x1b]0;evil\x07 \n\n"
    )
    assert written_and_read(dirty, "sections/1a.toml") == Section(
        "1a", title="A B", description=" one\ntwo "
    )


def test_text_that_is_dirty_on_disk_comes_out_clean(folder: Path) -> None:
    (folder / "sections/1b.toml").write_text(
        'schema = 1\nsection = "1b"\ntitle = "a\\u001b]0;x\\u0007b"\n[note]\ntext = "c\\u202ed"\n'
    )
    section = PortfolioStore(folder).load().section("1b")
    assert (section.title, section.note) == ("ab", "cd")


def test_a_portfolio_with_every_field_comes_back(tmp_path: Path, portfolio: Portfolio) -> None:
    create_portfolio(tmp_path / "new", portfolio)
    assert PortfolioStore(tmp_path / "new").load() == portfolio


def test_an_emptied_title_leaves_a_portfolio_that_opens(
    tmp_path: Path, portfolio: Portfolio
) -> None:
    store = create_portfolio(tmp_path / "new", portfolio)
    store.save(replace(portfolio, title="", author=""))
    reopened = PortfolioStore(tmp_path / "new").load()
    assert (reopened.title, reopened.author) == ("", "")


def test_only_keys_that_say_something_are_written(tmp_path: Path, portfolio: Portfolio) -> None:
    bare = replace(
        portfolio, sections={}, inbox=(), evidence={"x": EvidenceItem("x", "X", url="u")}
    )
    create_portfolio(tmp_path / "new", bare)
    written = (tmp_path / "new/evidence/x.toml").read_text()
    assert written == 'schema = 1\ntitle = "X"\nurl = "u"\n'
