"""An archive of a portfolio gives back the very same portfolio, or nothing."""

import json
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cmalt_tui.model.archive_terms import ARCHIVE_FOLDER, ARCHIVE_MANIFEST
from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.model.portfolio import InboxItem, Portfolio
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress
from cmalt_tui.store import PortfolioStore, create_portfolio
from cmalt_tui.workbench.desk import Desk, open_desk
from cmalt_tui.workbench.exporting import Format, export_desk
from cmalt_tui.workbench.importing import carry_out, plan_of
from tests.store.test_round_trip import EVIDENCE, EXAMPLE, KEPT, LINE, SECTIONS

IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,10}", fullmatch=True)
CONTENTS = st.dictionaries(
    st.text(st.characters(exclude_categories=("C",), exclude_characters='/\\:."<>|?*'), min_size=1,
            max_size=12).filter(lambda name: name == name.strip()),
    st.binary(max_size=200),
    max_size=3,
)  # fmt: skip
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
DISMISSED = st.builds(
    Dismissal,
    rule=LINE.filter(bool),
    section=LINE,
    part=LINE,
    item=LINE,
    about=LINE,
    reason=LINE,
    on=DAYS,
)
INBOX = st.builds(InboxItem, id=IDS, heading=LINE, text=KEPT, source=LINE, reason=LINE)
LOG = st.builds(
    LogEntry,
    id=IDS,
    text=KEPT,
    date=DAYS,
    kind=st.sampled_from(LogKind),
    hours=st.integers(0, 80).map(lambda quarters: quarters / 4),
    sections=st.lists(LINE, max_size=2).map(tuple),
)


def _unlike(text: str) -> str:
    """Ids of one folder are told apart without case, as some disks do it."""
    return text.casefold()


def _named(items: st.SearchStrategy, most: int) -> st.SearchStrategy:
    return st.dictionaries(IDS, items, max_size=most).map(
        lambda found: {
            name: replace(item, id=name)
            for name, item in {_unlike(name): (name, item) for name, item in found.items()}.values()
        }
    )


PORTFOLIOS = st.builds(
    Portfolio,
    title=LINE.filter(bool),
    author=LINE,
    framework=st.just("cmalt-2019"),
    pathway=st.sampled_from(["associate", "cmalt", "senior"]),
    created=st.none() | DAYS,
    submit_by=st.none() | DAYS,
    dismissed=st.lists(DISMISSED, max_size=2).map(tuple),
    sections=st.dictionaries(st.sampled_from(["1a", "2b", "retired"]), SECTIONS).map(
        lambda found: {name: replace(section, id=name) for name, section in found.items()}
    ),
    evidence=_named(EVIDENCE, 3),
    inbox=st.lists(INBOX, max_size=2, unique_by=lambda piece: _unlike(piece.id)).map(tuple),
    examples=_named(EXAMPLE, 2),
    log=_named(LOG, 2),
)  # fmt: skip


def _in_order(portfolio: Portfolio) -> Portfolio:
    return replace(portfolio, inbox=tuple(sorted(portfolio.inbox, key=lambda piece: piece.id)))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),
)
@given(PORTFOLIOS, CONTENTS)
def test_an_archive_gives_back_an_equal_portfolio(
    portfolio: Portfolio, contents: dict[str, bytes]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        places = Places(home / "config", home / "data", home / "cache")
        create_portfolio(home / "mine", portfolio)
        for file, content in contents.items():
            target = home / "mine" / "evidence" / "files" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        (home / "mine" / "words.txt").write_text("mortise\n")
        before = _files(home / "mine")
        (made,) = export_desk(
            open_desk(home / "mine", places), [Format.ARCHIVE], home / "archive.zip"
        )
        assert made.notes == ()
        plan = plan_of([home / "archive.zip"], places, "cmalt-2019")
        carry_out(plan, home / "back", places)
        assert _files(home / "back") == before
        assert PortfolioStore(home / "back").load() == _in_order(portfolio)


@pytest.fixture
def desk(tmp_path: Path, places: Places) -> Desk:
    sections = {}
    create_portfolio(
        tmp_path / "mine", Portfolio("Of lanterns", "Odo", "cmalt-2019", "cmalt", sections=sections)
    )
    return open_desk(tmp_path / "mine", places)


@pytest.fixture
def archive(desk: Desk, tmp_path: Path) -> Path:
    (desk.folder / "sections").mkdir(exist_ok=True)
    (desk.folder / "sections" / "1a.toml").write_text(
        'schema = 1\nsection = "1a"\n[description]\ntext = "We lit the quay."\n'
    )
    (made,) = export_desk(desk, [Format.ARCHIVE], tmp_path / "archive.zip")
    return made.file


Changed = Callable[..., Path]


@pytest.fixture
def changed(archive: Path, tmp_path: Path) -> Changed:
    """Write the archive anew, with other members and another list."""

    def change(members: dict[str, bytes] | None = None, **manifest: object) -> Path:
        with zipfile.ZipFile(archive) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        listed = json.loads(parts[ARCHIVE_MANIFEST]) | manifest
        parts |= {ARCHIVE_MANIFEST: json.dumps(listed).encode()} | (members or {})
        with zipfile.ZipFile(tmp_path / "changed.zip", "w", zipfile.ZIP_DEFLATED) as new:
            for name, content in parts.items():
                new.writestr(name, content)
        return tmp_path / "changed.zip"

    return change


def test_broken_files_are_copied_and_told(desk: Desk, places: Places, tmp_path: Path) -> None:
    (desk.folder / "sections").mkdir(exist_ok=True)
    (desk.folder / "sections" / "1b.toml").write_text("no TOML")
    (desk.folder / ".git").mkdir()
    (desk.folder / ".git" / "config").write_text("x")
    (desk.folder / "out").symlink_to(tmp_path)
    desk = open_desk(desk.folder, places)
    (made,) = export_desk(desk, [Format.ARCHIVE], tmp_path / "archive.zip")
    told = [note.message for note in made.notes]
    assert len(told) == 3
    assert told[0].startswith("copied as it is, it can't be read: sections/1b.toml (")
    assert told[1:] == ["not in the archive, hidden: .git/", "not in the archive, a link: out/"]
    carry_out(plan_of([made.file], places, "cmalt-2019"), tmp_path / "back", places)
    assert (tmp_path / "back" / "sections" / "1b.toml").read_text() == "no TOML"


def test_what_is_unsaved_is_saved_first(desk: Desk, places: Places, tmp_path: Path) -> None:
    desk.change(replace(desk.portfolio, title="Of brighter lanterns"))
    (made,) = export_desk(desk, [Format.ARCHIVE], tmp_path / "archive.zip")
    assert plan_of([made.file], places, "cmalt-2019").title == "Of brighter lanterns"


def test_a_new_name_and_pathway_are_taken(archive: Path, places: Places, tmp_path: Path) -> None:
    plan = plan_of([archive], places, "cmalt-2019", "senior")
    assert [(one.section, one.text) for one in plan.placed] == [("1a", "We lit the quay.")]
    carry_out(plan, tmp_path / "back", places, title="Mine", author="Ilse Quillfeather")
    back = PortfolioStore(tmp_path / "back").load()
    assert (back.title, back.author, back.pathway) == ("Mine", "Ilse Quillfeather", "senior")


@pytest.mark.parametrize(
    "name",
    [
        f"{ARCHIVE_FOLDER}/../../out.toml",
        f"{ARCHIVE_FOLDER}/evidence/../../../out.toml",
        f"{ARCHIVE_FOLDER}/.git/hooks/post-checkout",
        f"{ARCHIVE_FOLDER}/c:/out.toml",
        f"{ARCHIVE_FOLDER}/a\\..\\out.toml",
        "/out.toml",
    ],
)
def test_paths_that_lead_elsewhere_are_refused(
    name: str, changed: Changed, places: Places, tmp_path: Path
) -> None:
    before = {entry.name for entry in tmp_path.iterdir()}
    listed = [{"path": name.removeprefix(f"{ARCHIVE_FOLDER}/"), "size": 1, "sha256": ""}]
    for hostile in (changed({name: b"x"}), changed(files=listed)):
        with pytest.raises(InputProblem, match="no archive of a portfolio has"):
            plan_of([hostile], places, "cmalt-2019")
    assert {entry.name for entry in tmp_path.iterdir()} - before == {"changed.zip"}


def test_a_bomb_is_refused_before_it_is_unpacked(
    changed: Changed, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmalt_tui.intake.reading.own_archive.MOST_BYTES", 1_000_000)
    bomb = b"\0" * 5_000_000
    files = [{"path": "evidence/files/a.bin", "size": len(bomb), "sha256": ""}]
    with pytest.raises(InputProblem, match="far more than a portfolio holds"):
        plan_of(
            [changed({f"{ARCHIVE_FOLDER}/evidence/files/a.bin": bomb}, files=files)],
            places,
            "cmalt-2019",
        )


def test_a_newer_archive_is_refused(changed: Changed, places: Places) -> None:
    with pytest.raises(InputProblem, match="newer version"):
        plan_of([changed(schema=2)], places, "cmalt-2019")


def test_changed_missing_and_strange_files_are_told(changed: Changed, places: Places) -> None:
    text = b'schema = 1\nsection = "1a"\n[description]\ntext = "We lit the pier."\n'
    own = f"{ARCHIVE_FOLDER}/sections/1a.toml"
    plan = plan_of([changed({own: text, f"{ARCHIVE_FOLDER}/new.txt": b"x"})], places, "cmalt-2019")
    assert set(plan.warnings) == {
        "sections/1a.toml: was changed since the archive was made",
        "new.txt: left out, it is not in the archive's list",
    }
    assert plan.placed[0].text == "We lit the pier."


def test_an_archive_comes_back_alone(archive: Path, places: Places, tmp_path: Path) -> None:
    (tmp_path / "more.md").write_text("# 1a\n\nMore.\n")
    with pytest.raises(InputProblem, match="comes back by itself"):
        plan_of([archive, tmp_path / "more.md"], places, "cmalt-2019")


@pytest.mark.parametrize("calls", [0, 2])
def test_a_stop_leaves_nothing_behind(
    archive: Path, places: Places, tmp_path: Path, calls: int
) -> None:
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if len(told) > calls:
            raise Cancelled

    before = {entry.name for entry in tmp_path.iterdir()}
    with pytest.raises(Cancelled):
        plan_of([archive], places, "cmalt-2019", report=stop)
    told.clear()
    plan = plan_of([archive], places, "cmalt-2019")
    with pytest.raises(Cancelled):
        carry_out(plan, tmp_path / "back", places, report=stop)
    assert {entry.name for entry in tmp_path.iterdir()} == before
