"""What a clumsy or a hostile hand gives the command line: one clear message, and no harm done."""

import io
import json
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
HOSTILE_NAME = "na\x1b]0;evil\x07\u202eme"
HEAD = 'schema = 1\ntitle = "T"\nauthor = "A"\nframework = "cmalt-2019"\npathway = "cmalt"\n'
PASSAGE = '{"portfolio": "P", "text": "words on reflection"}\n'

Run = Callable[..., Result]


def left_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD + "x = [\n", "portfolio.toml:7: is no valid TOML"),
        (HEAD.replace('"T"', "3"), "portfolio.toml:2: title: expected text"),
        (
            HEAD.replace("schema = 1", "schema = 99"),
            "portfolio.toml:1: schema: was made by a newer",
        ),
        (HEAD.replace('"T"', '"\xe9"').encode("latin-1"), "portfolio.toml:2: is not UTF-8"),
        (HEAD.encode("utf-16"), "portfolio.toml:1: is not UTF-8"),
        (HEAD.encode() + b"\0", "portfolio.toml:6: is no valid TOML"),
        (HEAD.encode() + b"#" * 10_000_000, "larger than the 8 MB"),
        (HEAD + "x = " + "[" * 9000 + "]" * 9000, "nested too deeply"),
        (HEAD + "x = " + "9" * 9000, "a number that is too long"),
        (
            HEAD.replace("cmalt-2019", "nope"),
            'portfolio.toml:4: framework: there is no framework "n',
        ),
        (
            HEAD.replace('"cmalt"', '"wizard"'),
            'portfolio.toml:5: pathway: cmalt-2019 has no pathway "wizard"',
        ),
        (b"", "portfolio.toml:1: title: is missing"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) and len(value) < 80 else "content",
)
def test_a_portfolio_that_cant_be_read_names_file_line_and_key(
    run: Run, here: Path, content: str | bytes, told: str
) -> None:
    (here / "p").mkdir()
    (here / "p" / "portfolio.toml").write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )
    for command in (["status", "p"], ["status", "p", "--json"], ["export", "p", "--to", "md"]):
        assert told in run(*command).stderr
    assert left_in(here) == ["p", "p/portfolio.toml"]


@pytest.mark.parametrize("name", ["missing", "file", "folder", HOSTILE_NAME, "a\nb", "x" * 300])
@pytest.mark.parametrize(
    "command",
    [
        ["status"],
        ["open"],
        ["export", "--to", "md"],
        ["corpus", "add"],
        ["import", "--into", "new"],
    ],
    ids=lambda command: command[0],
)
def test_a_path_that_is_not_what_is_needed(
    run: Run, here: Path, command: list[str], name: str
) -> None:
    (here / "file").write_bytes(bytes(range(256)))
    (here / "folder").mkdir()
    before = left_in(here)
    assert run(*command, name).stderr.startswith("cmalt-tui: ")
    assert left_in(here) == before


@pytest.mark.parametrize(
    "command",
    [
        ["status", ""],
        ["new", ""],
        ["import", "", "--into", "new"],
        ["import", "x.md", "--into", ""],
        ["corpus", "add", ""],
        ["export", "--to", "md", "-o", ""],
        ["search", ""],
    ],
    ids=" ".join,
)
def test_nothing_is_not_taken_for_the_current_folder(run: Run, command: list[str]) -> None:
    assert "is empty" in run(*command).stderr


@pytest.mark.parametrize(
    "command", [["--x\x1b[2J"], ["sta\x1btus"], ["status", "a", "b\x1b[2J"], ["corpus", "\x1b"]]
)
def test_a_wrong_word_is_told_without_its_escapes(run: Run, command: list[str]) -> None:
    assert "Error: " in run(*command).stderr


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


BAD_DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 500,
    "cut.docx": lambda: zipped({"[Content_Types].xml": b"", "x": os.urandom(5000)})[:2000],
    "bomb.docx": lambda: zipped({"[Content_Types].xml": b"", "x": b"0" * 320_000_000}),
    "hollow.docx": lambda: zipped({"[Content_Types].xml": b"<Types/>"}),
    "deep.html": lambda: b"<div>" * 100_000 + b"x" + b"</div>" * 100_000,
    "empty.md": lambda: b"",
    "binary.html": lambda: bytes(range(256)) * 9,
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_document_that_cant_be_read_leaves_nothing(run: Run, here: Path, name: str) -> None:
    (here / name).write_bytes(BAD_DOCUMENTS[name]())
    told = run("import", name, "--into", "new").stderr
    assert name in told
    assert told.rstrip().endswith(".")
    assert left_in(here) == [name]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("no json", ":2: is no valid JSON"),
        ("[1]", ":2: expected an object"),
        ("[" * 100_000, ":2: is no valid JSON"),
        (
            json.dumps({"portfolio": "P", "text": "word " * 1_000_000}),
            ":2: a line of more than 4 MB",
        ),
        ('{"portfolio": "P"}', ":2: text: is missing"),
        ('{"portfolio": 3, "text": "x"}', ":2: portfolio: expected text"),
        ('{"portfolio": "P", "text": "x", "year": "soon"}', ":2: year: expected a year"),
        (b"\xe9", ":2: is not UTF-8"),
    ],
    ids=["words", "array", "deep", "long", "missing", "type", "year", "encoding"],
)
def test_a_broken_line_of_a_corpus_is_named_and_nothing_is_added(
    run: Run, here: Path, second: str | bytes, told: str
) -> None:
    line = second if isinstance(second, bytes) else second.encode()
    (here / "lines.jsonl").write_bytes(PASSAGE.encode() + line + b"\n")
    assert f"lines.jsonl{told}" in run("corpus", "add", "lines.jsonl").stderr
    assert json.loads(run("corpus", "list", "--json", code=0).stdout)["sources"] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["pipe.jsonl", "pipe.md"])
def test_a_pipe_is_neither_read_nor_written(run: Run, here: Path, name: str) -> None:
    os.mkfifo(here / name)
    assert name in run("corpus", "add", name).stderr
    assert name in run("import", name, "--into", "new").stderr
    run("new", "p", code=0)
    assert "not a file" in run("export", "p", "--to", "md", "-o", name).stderr
    assert (here / name).is_fifo()


@pytest.mark.parametrize(
    "place", ["portfolio.toml", "sections/1a.toml", "sections", "evidence/files/x.md", ".lock"]
)
def test_an_export_never_takes_the_place_of_the_portfolio(run: Run, here: Path, place: str) -> None:
    run("new", "p", code=0)
    before = (here / "p" / "portfolio.toml").read_bytes()
    assert "belongs to the portfolio" in run("export", "p", "--to", "md", "-o", f"p/{place}").stderr
    (here / "link.md").symlink_to(here / "p" / place)
    run("export", "p", "--to", "md", "-o", "link.md")
    assert (here / "p" / "portfolio.toml").read_bytes() == before


def test_an_export_into_a_file_as_if_it_were_a_folder(run: Run, here: Path) -> None:
    run("new", "p", code=0)
    (here / "file").write_text("mine")
    assert "can't be made" in run("export", "p", "--to", "md", "-o", "file/x.md").stderr
    assert (here / "file").read_text() == "mine"


@pytest.mark.parametrize(
    "named", ["../../secret.txt", "{outside}", "files/link.txt", "files/gone.pdf", "files"]
)
def test_evidence_outside_the_portfolio_stays_outside(run: Run, here: Path, named: str) -> None:
    secret = here / "secret.txt"
    secret.write_text("TOPSECRET")
    files = here / "p" / "evidence" / "files"
    files.mkdir(parents=True)
    (files / "link.txt").symlink_to(secret)
    (here / "p" / "sections").mkdir()
    (here / "p" / "portfolio.toml").write_text(HEAD)
    (here / "p" / "sections" / "1a.toml").write_text(
        'schema = 1\nsection = "1a"\n[description]\ntext = "x"\n[[evidence]]\nitem = "it"\n'
    )
    (files.parent / "it.toml").write_text(
        f'schema = 1\ntitle = "It"\nkind = "document"\nfile = "{named.format(outside=secret)}"\n'
    )
    done = run("export", "p", "--to", "html", "-o", "x.html", code=0)
    assert "the file is missing" in done.stderr
    assert "TOPSECRET" not in (here / "x.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["x = [", "theme = 3", b"\xff", 'theme = "\x1b[2J"'])
def test_broken_settings_are_told_and_stop_nothing(
    run: Run, here: Path, content: str | bytes
) -> None:
    file = here.parent / "home" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    for command in ("themes", "keys"):
        done = run(command, code=0)
        assert "settings.toml" in done.stderr
        assert done.stdout
