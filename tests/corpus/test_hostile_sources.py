"""Sources that attack: nothing runs, nothing is fetched, nothing is written outside."""

import http.server
import json
import os
import stat
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.example_source import AddedSource
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.examples import Examples
from tests.corpus.repositories import FILE, FOLDER, LINK, MODULE, commit, make_repository, served

Add = Callable[..., tuple[AddedSource, ...]]
LINE = json.dumps({"portfolio": "Tides", "text": "Lanterns at the quay.", "section": "1a"})
PAGE = b"# Tides portfolio\n\n## 1a Constraints\n\nLanterns at the quay, which I hung myself.\n"
SECRET = "# Secret\n\n## 1a Constraints\n\nThe passwords of the harbour office.\n"


@pytest.fixture
def examples(places: Places) -> Examples:
    return Examples(places)


@pytest.fixture
def add(examples: Examples, places: Places) -> Add:
    framework = load_framework("cmalt-2019", places)
    return lambda *sources, **how: examples.add(sources, framework, **how)


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[None]:
    """Nothing is written beside the program's own folders and what the test itself has made."""
    yield
    names = {path.name for path in tmp_path.iterdir()}
    assert not names & {"climbed.md", "marker", "evil.md"}


def left_out(added: tuple[AddedSource, ...]) -> dict[str, int]:
    return {out.kind: out.pieces for one in added for out in one.left_out}


def test_sequences_that_act_are_cleaned_in_every_field(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    bad = "\x1b]0;owned\x07\x1b[2J\u202egnol\u2066\x9b31m"
    page = tmp_path / "page.md"
    page.write_text(f"# {bad} portfolio\n\n## 1a {bad}\n\nLanterns {bad} hung by me at the quay.\n")
    told = json.dumps(f"Sol {bad}")
    (tmp_path / "page.source.toml").write_text(f"author = {told}\nlicence = {told}\n")
    lines = tmp_path / "lines.jsonl"
    values = {"portfolio": bad + "x", "text": f"Lanterns {bad}", "title": bad, "id": bad + "1"}
    lines.write_text(json.dumps({**values, "author": bad, "source": bad}) + "\n")
    add(page, lines)
    hits = examples.search("lanterns").hits
    assert len(hits) == 2
    shown = repr([(hit.passage, hit.snippet) for hit in hits]) + repr(examples.sources())
    assert not any(mark in shown for mark in ("\\x1b", "\\x07", "\\x9b", "\\u202e", "\\u2066"))


def test_words_with_marks_in_them_that_nobody_sees_are_found(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    flood = "\u200b" * 100_000 + "e" + "\u0301" * 5_000
    word = "lan\u00adterns\u2060"
    line = {"portfolio": f"Tides{flood}", "text": f"The {word} hung by me {flood}."}
    (tmp_path / "lines.jsonl").write_text(json.dumps(line) + "\n")
    (tmp_path / "page.md").write_bytes(PAGE.replace(b"Lanterns", word.encode()))
    add(tmp_path / "lines.jsonl", tmp_path / "page.md")
    hits = examples.search("lanterns").hits
    assert len(hits) == 2
    assert all(len(hit.passage.text) < 80 for hit in hits)
    assert all(len(hit.passage.origin.portfolio) < 20 for hit in hits)


def test_a_line_of_fifty_megabytes_is_refused(add: Add, examples: Examples, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(LINE.encode() + b'\n{"portfolio": "x", "text": "' + b"a " * 26_000_000)
    with pytest.raises(InputProblem, match=r"lines.jsonl:2: .*4 MB can't be a passage"):
        add(lines)
    page = tmp_path / "page.md"
    page.write_bytes(PAGE + b"tide " * 10_500_000)
    with pytest.raises(InputProblem, match="8 MB of text"):
        add(page)
    assert examples.is_empty


@pytest.mark.parametrize("declared", [4_000_000_000, 1_000], ids=["honest", "forged"])
def test_a_zip_that_unpacks_to_ten_gigabytes(
    add: Add, tmp_path: Path, examples: Examples, declared: int
) -> None:
    file = tmp_path / "bomb.zip"
    file.write_bytes(_bomb(declared))
    with pytest.raises(InputProblem, match=r"unpacks to|can't be unpacked"):
        add(file)
    assert examples.is_empty


@pytest.mark.usefixtures("untouched")
def test_a_zip_whose_members_climb_out(add: Add, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "corpus.zip"
    file.parent.mkdir()
    (tmp_path / "secret.md").write_text(SECRET)
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("tides/page.md", PAGE)
        packed.writestr("../../climbed.md", PAGE)
        packed.writestr(str(tmp_path / "evil.md"), PAGE)
        packed.writestr("tides/inner.zip", b"PK")
        packed.writestr(f"tides/{'long' * 80}.md", PAGE)
        packed.writestr("tides/page.md/below.md", PAGE)
        link = zipfile.ZipInfo("tides/secret.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, str(tmp_path / "secret.md"))
    added = add(file)
    assert [one.title for one in added] == ["Tides portfolio"]
    assert left_out(added) == {
        "path that climbs out": 2,
        "archive inside": 1,
        "symbolic link": 1,
        "name that this machine has no room for": 2,
    }


def test_links_in_folders_lead_nowhere(add: Add, examples: Examples, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(SECRET)
    (tmp_path / "secret.jsonl").write_text(LINE.replace("Lanterns", "Passwords") + "\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "page.md").write_text(SECRET)
    folder = tmp_path / "collection"
    (folder / "tides").mkdir(parents=True)
    (folder / "tides" / "page.md").write_bytes(PAGE)
    (folder / "tides" / "source.toml").write_text('author = "Sol"\n')
    (folder / "tides" / "secret.md").symlink_to(tmp_path / "secret.md")
    (folder / "tides" / "more").symlink_to(tmp_path / "elsewhere")
    (folder / "tides" / "round").symlink_to(folder)
    (folder / "secret.jsonl").symlink_to(tmp_path / "secret.jsonl")
    (folder / "elsewhere").symlink_to(tmp_path / "elsewhere")
    added = add(folder)
    assert [one.passages for one in added if one.id] == [1]
    assert left_out(added)["link out of the folder"] == 2
    assert examples.search("passwords").hits == ()


@pytest.mark.parametrize("name", ["passages.jsonl", "source.toml", "source.json", "round.md"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_marks_a_source_is_a_file_of_its_own(
    add: Add, examples: Examples, tmp_path: Path, name: str, kind: str
) -> None:
    values = {"passages.jsonl": LINE, "source.toml": 'title = "Lanterns"', "source.json": "{}"}
    folder = tmp_path / "quay" / "tides"
    folder.mkdir(parents=True)
    (folder / "page.md").write_bytes(PAGE.replace(b"Lanterns", b"Ropes"))
    (folder / f"{'long' * 60}.md").write_bytes(b"")
    if kind == "pipe":
        os.mkfifo(folder / name)
    elif name in values:
        (tmp_path / name).write_text(values[name] + "\n")
        (folder / name).symlink_to(tmp_path / name)
    else:
        (folder / name).symlink_to(name)
    (added,) = [one for one in add(folder) if one.id]
    assert (added.title, added.passages) == ("Tides portfolio", 1)
    assert examples.search("lanterns").hits == ()
    assert examples.search("ropes").hits


def test_folders_without_end_are_gone_into_only_so_deep(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    folder = tmp_path / "tides"
    deep = folder.joinpath(*["deeper"] * 40)
    deep.mkdir(parents=True)
    (folder / "page.md").write_bytes(PAGE)
    add(folder)
    (deep / "page.md").write_bytes(PAGE)
    (added,) = add(folder)
    assert added.unchanged
    assert examples.search("lanterns").hits


def test_a_pipe_is_no_zip_file(add: Add, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(InputProblem, match="is a device or a pipe"):
        add(tmp_path / "pipe.zip")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("way", ["file", "http"])
def test_a_repository_with_hooks_modules_and_strange_names(
    add: Add, examples: Examples, tmp_path: Path, way: str
) -> None:
    marker = tmp_path / "marker"
    repo = make_repository(tmp_path / "corpus.git")
    for hook in (
        "post-checkout",
        "post-merge",
        "pre-receive",
        "post-update",
        "reference-transaction",
    ):
        file = tmp_path / "corpus.git" / "hooks" / hook
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\ntouch {marker}\n")
        file.chmod(0o755)
    with (tmp_path / "corpus.git" / "config").open("a") as config:
        config.write(f'[filter "evil"]\n\tsmudge = touch {marker}\n[core]\n')
        config.write(f"\tfsmonitor = touch {marker}\n\tsshCommand = touch {marker}\n")
    folder = {
        b"page.md": (FILE, PAGE),
        b"source.toml": (FILE, b'author = "Sol"\n'),
        b"secret.md": (LINK, os.fsencode(tmp_path / "secret.md")),
    }
    commit(
        repo,
        {
            b"tides": (FOLDER, folder),
            b".gitattributes": (FILE, b"*.md filter=evil\n"),
            b".gitmodules": (FILE, b'[submodule "m"]\n\tpath = m\n\turl = file:///etc\n'),
            b"m": (MODULE, b""),
            b"..": (FOLDER, {b"climbed.md": (FILE, PAGE)}),
            b".git": (FOLDER, {b"config": (FILE, b"[core]\n")}),
            b"a/../../climbed.md": (FILE, PAGE),
            b"back\\slash.md": (FILE, PAGE),
            b"\x1b[2Jscreen.md": (FILE, PAGE),
            b"\xff.md": (FILE, PAGE),
        },
    )
    (tmp_path / "secret.md").write_text(SECRET)
    if way == "file":
        added = add(f"file://{tmp_path / 'corpus.git'}")
    else:
        with served(repo) as address:
            added = add(address)
    assert [(one.id, one.passages) for one in added if one.id] == [("tides-portfolio-sol", 1)]
    assert left_out(added) == {"path that climbs out": 6, "submodule": 1, "symbolic link": 1}
    assert examples.search("passwords").hits == ()
    assert not marker.exists()


@pytest.mark.parametrize("name", ["HEAD", "config", "shallow", "commondir", "objects/pack/x.idx"])
def test_a_repository_with_a_pipe_in_it_is_not_waited_for(
    add: Add, tmp_path: Path, name: str
) -> None:
    make_repository(tmp_path / "corpus.git").close()
    file = tmp_path / "corpus.git" / name
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    with pytest.raises(InputProblem, match="is a device or a pipe"):
        add(tmp_path / "corpus.git")


def test_a_repository_whose_settings_name_other_files_reads_its_own(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    repo = make_repository(tmp_path / "corpus.git")
    commit(repo, {b"page.md": (FILE, PAGE)})
    repo.close()
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "corpus.git" / "config").open("a") as config:
        config.write(f"[include]\n\tpath = {tmp_path}/pipe\n")
    add(tmp_path / "corpus.git")
    assert examples.search("lanterns").hits


def test_a_repository_with_a_file_that_fills_the_memory(
    add: Add, tmp_path: Path, examples: Examples
) -> None:
    repo = make_repository(tmp_path / "corpus.git")
    commit(repo, {b"big.md": (FILE, b"\0" * (61 * 1024 * 1024))})
    with served(repo) as address, pytest.raises(InputProblem, match="too big to be texts"):
        add(address)
    assert examples.is_empty


@pytest.mark.parametrize(
    "address",
    [
        "ssh://-oProxyCommand=touch%20marker/x.git",
        "ssh://host/x.git\x1b[2J",
        "git://example.org/x.git",
        "https://sol:secret@example.org/x.git",
        "https://secret@example.org/x.git",
        "file://example.org/x.git",
    ],
)
def test_addresses_that_are_traps_are_refused_unasked(
    add: Add, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("nothing may be started or reached")

    monkeypatch.setattr("subprocess.Popen", forbidden)
    monkeypatch.setattr("socket.create_connection", forbidden)
    with pytest.raises(InputProblem) as refused:
        add(address)
    assert "secret" not in str(refused.value) and "\x1b" not in str(refused.value)


def test_a_page_with_scripts_and_remote_pictures_asks_nobody(
    add: Add, examples: Examples, tmp_path: Path
) -> None:
    asked: list[str] = []

    class Counting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Counting) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        there = f"http://127.0.0.1:{server.server_port}"
        (tmp_path / "page.html").write_text(
            f'<!DOCTYPE html SYSTEM "{there}/evil.dtd"><html><head><title>Tides portfolio</title>'
            f'<link rel="stylesheet" href="{there}/a.css"><script src="{there}/a.js"></script>'
            f'<base href="{there}/"><meta http-equiv="refresh" content="0;url={there}/"></head>'
            f'<body onload="steal()"><h1>Tides portfolio</h1><h2>1a Constraints</h2>'
            f'<p>Lanterns at the quay <img src="{there}/a.png" alt="A quay"> by me, in rain.</p>'
            f'<script>steal()</script><iframe src="{there}/frame"></iframe></body></html>'
        )
        try:
            add(tmp_path / "page.html")
        finally:
            server.shutdown()
            thread.join()
    assert asked == []
    (hit,) = examples.search("lanterns").hits
    assert "steal" not in hit.passage.text


def _bomb(declared: int) -> bytes:
    """A zip of one page whose stream really is ten gigabytes of zeros, whatever it declares."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packing.compress(b"\0" * 1024)
    lead = packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(b"\0" * (64 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    stream = lead + block * 160 + packing.flush(zlib.Z_FINISH)
    name = b"page.md"
    sizes = struct.pack("<LLL", 0, len(stream), declared)
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes
    local += struct.pack("<HH", len(name), 0) + name
    central = b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
    central += struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0) + name
    start = len(local) + len(stream)
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), start, 0)
    return local + stream + central + end
