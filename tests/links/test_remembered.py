"""Answers are remembered for a day; a file that makes no sense is none."""

import json
from pathlib import Path

import pytest

from cmalt_tui.links import RememberedLinks
from cmalt_tui.model.link_facts import LinkFacts

NOON = 1_800_000_000.0
FILM = "https://larkmoor.example/film"
GONE = LinkFacts(False, "is not found (404)")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    kept = tmp_path / "cache" / "links.json"
    RememberedLinks(kept, NOON).remember({FILM: GONE})
    return kept


@pytest.mark.parametrize(
    ("later", "known"), [(0, True), (86_399, True), (86_400, False), (-1, False)]
)
def test_an_answer_holds_for_a_day(file: Path, later: int, known: bool) -> None:
    assert RememberedLinks(file, NOON + later)[FILM] == (GONE if known else None)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000,
        b'{"schema": 2, "links": {}}', b'{"schema": 1, "links": []}',
        b'{"schema": 1, "links": {"https://larkmoor.example/film": 7}}',
        b'{"schema": 1, "links": {"https://larkmoor.example/film": {"alive": "yes"}}}',
    ],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_none(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    remembered = RememberedLinks(file, NOON)
    assert remembered[FILM] is None
    remembered.remember({FILM: GONE})
    assert RememberedLinks(file, NOON)[FILM] == GONE


def test_what_it_says_is_kept_on_one_line_and_short(file: Path) -> None:
    kept = json.loads(file.read_text())
    kept["links"][FILM]["told"] = "\x1b[31mred\n" + "x" * 1_000
    file.write_text(json.dumps(kept))
    facts = RememberedLinks(file, NOON)[FILM]
    assert facts is not None
    assert facts.told.startswith("red x") and len(facts.told) == 200


def test_it_does_not_grow_without_end(file: Path) -> None:
    many = {f"https://larkmoor.example/{number}": GONE for number in range(6_000)}
    RememberedLinks(file, NOON + 1).remember(many)
    assert len(json.loads(file.read_text())["links"]) == 5_000
    assert RememberedLinks(file, NOON + 2)[FILM] is None


def test_a_disk_that_refuses_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    remembered = RememberedLinks(tmp_path / "cache" / "links.json", NOON)
    remembered.remember({FILM: GONE})
    assert remembered[FILM] == GONE
