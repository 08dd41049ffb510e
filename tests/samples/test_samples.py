"""The samples are whole, fictional, and every passage of them is written for itself."""

import csv
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cmalt_tui.corpus.passages.passage_lines import read_passages
from cmalt_tui.frameworks import load_framework
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean, count_words, words
from cmalt_tui.store import PortfolioStore

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PORTFOLIO = SAMPLES / "portfolio"
SECTIONS = {path.stem: path for path in sorted((PORTFOLIO / "sections").glob("*.toml"))}
EVIDENCE = {path.stem: path for path in sorted((PORTFOLIO / "evidence").glob("*.toml"))}
CORPUS = sorted((SAMPLES / "corpus").glob("*.jsonl"))
WRITTEN = sorted(
    path
    for path in SAMPLES.rglob("*")
    if path.suffix in {".toml", ".jsonl", ".md", ".csv"} or path.name == "LICENSE"
)

RUN = 6
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
PHONE = re.compile(r"(?<![\d-])(?:\+\d{1,3}|0\d)[\d ()-]{7,}\d")
LINK = re.compile(r"(?:https?://|www\.)([^\s/)>\"'\]]+)")
ALLOWED_HOSTS = {"example.org", "example.com", "example.net"}
FINGERPRINT = re.compile(r'^sha256 = "[0-9a-f]{64}"$', re.M)
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)\s]+)\)")


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def texts_of(section: dict[str, Any]) -> Iterator[str]:
    for part in ("description", "statement"):
        if part in section:
            yield section[part]["text"]
    for piece in section.get("reflection", []):
        yield piece["text"]


def pictures_in_the_text() -> list[re.Match[str]]:
    return [
        found
        for path in SECTIONS.values()
        for text in texts_of(read(path))
        for found in PICTURE.finditer(text)
    ]


def passages() -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in CORPUS
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    listed = [word.lower() for word in words(text)]
    return zip(*(listed[start:] for start in range(RUN)), strict=False)


def test_the_portfolio_opens_with_no_broken_file() -> None:
    portfolio = PortfolioStore(PORTFOLIO).load()
    assert portfolio.broken == ()
    assert set(portfolio.sections) == set(SECTIONS)
    assert set(portfolio.evidence) == set(EVIDENCE)
    assert (portfolio.framework, portfolio.pathway) == ("cmalt-2019", "cmalt")


def test_saving_it_unchanged_writes_nothing() -> None:
    store = PortfolioStore(PORTFOLIO)
    assert store.save(store.load()) == ()


def test_it_has_every_section_of_its_pathway() -> None:
    criteria = {"1a", "1b", "1c", "2a", "2b", "3a", "3b", "4a", "specialist-1"}
    assert set(SECTIONS) == criteria | {"context", "future", "confirmation"}
    for name in criteria:
        section = read(SECTIONS[name])
        assert section["description"]["text"].strip()
        assert 1 <= len(section["reflection"]) <= 2
        assert section["evidence"]
    declaration = read(SECTIONS["confirmation"])["declaration"]
    assert set(declaration) == {"name", "date", "nominated_assessor"}


def test_it_is_of_the_promised_length() -> None:
    total = sum(count_words(text) for path in SECTIONS.values() for text in texts_of(read(path)))
    assert 4_500 <= total <= 5_800
    assert 200 <= count_words(read(SECTIONS["future"])["statement"]["text"]) <= 500


def test_principles_and_statuses_are_known_and_varied() -> None:
    principles = {"P1", "P2", "P3", "P4"}
    named: set[str] = set()
    statuses: list[str] = []
    for path in SECTIONS.values():
        section = read(path)
        statuses.append(section["status"])
        named |= set(section.get("principles", []))
        for piece in section.get("reflection", []):
            assert set(piece["principles"]) <= principles
            assert isinstance(piece["written"], date)
    assert named == principles
    assert set(statuses) == {"draft", "review", "done"}
    assert 1 <= statuses.count("draft") <= 2


def test_every_use_names_an_item_and_says_what_it_shows() -> None:
    for path in SECTIONS.values():
        for use in read(path).get("evidence", []):
            assert use["item"] in EVIDENCE, path.name
            assert use["shows"].strip(), path.name


def test_every_item_can_be_reached_and_every_file_belongs_to_one() -> None:
    filed = set()
    for name, path in EVIDENCE.items():
        item = read(path)
        assert item.keys() & {"file", "url", "physical"}, name
        assert item["role"].strip(), name
        if "file" in item:
            assert (PORTFOLIO / "evidence" / item["file"]).is_file(), name
            filed.add(Path(item["file"]).name)
    shown = {Path(found["path"]).name for found in pictures_in_the_text()}
    assert filed | shown == {path.name for path in (PORTFOLIO / "evidence" / "files").iterdir()}


def test_the_bank_holds_what_the_readme_says_can_be_found() -> None:
    uses: dict[str, list[str]] = defaultdict(list)
    for name, path in SECTIONS.items():
        for use in read(path).get("evidence", []):
            uses[use["item"]].append(name)
    items = {name: read(path) for name, path in EVIDENCE.items()}
    assert 12 <= len(items) <= 16
    assert [name for name in items if not uses[name]] == ["2024-assistive-technology-course"]
    assert [name for name, used in uses.items() if len(used) == 4] == ["2025-caption-survey"]
    submit_by = read(PORTFOLIO / "portfolio.toml")["submit_by"]
    old = [name for name, item in items.items() if (submit_by - item["date"]).days > 3 * 366]
    assert old == ["2021-filming-handbook"]
    asked = [name for name, item in items.items() if item["permission"] == "asked"]
    assert asked == ["2026-joinery-testimonial"]
    noted = [name for name, path in SECTIONS.items() if "note" in read(path)]
    assert noted == ["1c", "3a", "specialist-1"]


def test_one_reflection_is_too_thin_and_no_other() -> None:
    lengths = {
        name: sum(count_words(piece["text"]) for piece in read(path).get("reflection", []))
        for name, path in SECTIONS.items()
        if "reflection" in read(path)
    }
    assert lengths.pop("1b") < 40
    assert min(lengths.values()) > 150


def test_pictures_are_small_and_described() -> None:
    pictures = {item["file"]: item for item in map(read, EVIDENCE.values()) if "alt" in item}
    files = sorted((PORTFOLIO / "evidence" / "files").glob("*.png"))
    in_text = {f"files/{Path(found['path']).name}" for found in pictures_in_the_text()}
    assert {f"files/{path.name}" for path in files} == set(pictures) | in_text
    assert 4 <= len(files) <= 6
    for item in pictures.values():
        assert count_words(item["alt"]) >= 8
    for path in files:
        assert path.stat().st_size <= 60_000
        with Image.open(path) as picture:
            picture.verify()


def test_pictures_in_the_text_are_there_and_described() -> None:
    shown = pictures_in_the_text()
    assert shown
    for found in shown:
        assert count_words(found["alt"]) >= 8
        assert (PORTFOLIO / found["path"]).is_file()


def test_figures_in_the_text_are_those_of_the_table() -> None:
    table = PORTFOLIO / "evidence" / "files" / "video-sizes.csv"
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))

    def column(name: str) -> list[float]:
        return sorted(float(row[name]) for row in rows)

    def median(values: list[float]) -> float:
        return (values[5] + values[6]) / 2

    text = read(SECTIONS["2b"])["description"]["text"]
    assert len(rows) == 12
    before, after = median(column("size_before_mb")), median(column("size_after_mb"))
    assert f"from {before:.0f} MB to {after:.0f} MB" in text
    first, last = (
        sum(column(f"restarts_per_100_views_{when}")) / len(rows) for when in ("before", "after")
    )
    assert f"from {first:.0f} to {last:.0f} in every hundred" in text


def test_markdown_is_in_use() -> None:
    everything = "\n".join(text for path in SECTIONS.values() for text in texts_of(read(path)))
    marks = (r"^- ", r"^1\. ", r"^\|---", r"^> ", r"^\[\^1\]: ", r"\*\*\w", r"(?<!\*)\*\w", "!\\[")
    for mark in marks:
        assert re.search(mark, everything, re.MULTILINE), mark


def test_the_corpus_is_as_large_and_as_varied_as_promised() -> None:
    listed = passages()
    assert 200 <= len(listed) <= 230
    assert len({passage["portfolio"] for passage in listed}) >= 10
    assert {passage["pathway"] for passage in listed} == {"associate", "cmalt", "senior"}
    assert len({passage["sector"] for passage in listed}) >= 6
    assert 30 <= sum("works" in passage for passage in listed) <= 40
    unlicensed = {passage["portfolio"] for passage in listed if "licence" not in passage}
    assert len(unlicensed) == 1


def test_the_corpus_reads_with_the_ids_of_the_framework(places: Places) -> None:
    framework = {section.id for section in load_framework("cmalt-2019", places).sections}
    parts = {"description", "evidence", "reflection", "statement"}
    for path in CORPUS:
        for passage in read_passages(path):
            assert passage.section in framework, path.name
            assert passage.part in parts, path.name
            assert passage.title
            assert 2015 <= passage.origin.year <= 2030
            assert 60 <= count_words(passage.text) <= 150, (path.name, passage.title)
            statement = passage.section in {"context", "future"}
            assert statement == (passage.part == "statement")
            if passage.origin.pathway == "associate":
                assert passage.section not in {"specialist", "advanced"}


def test_one_file_holds_one_portfolio() -> None:
    for path in CORPUS:
        origins = {passage.origin for passage in read_passages(path)}
        assert len(origins) == 1, path.name


def test_no_six_words_in_a_row_are_shared() -> None:
    sources: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for passage in passages():
        for run in runs(passage["text"]):
            sources[run].add(passage["portfolio"])
    for path in SECTIONS.values():
        for text in texts_of(read(path)):
            for run in runs(text):
                sources[run].add("the sample portfolio")
    assert [" ".join(run) for run, found in sources.items() if len(found) > 1] == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(SAMPLES)))
def test_nobody_real_can_be_reached_through_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert clean(text) == text
    assert not MAIL.search(text)
    assert not PHONE.search(FINGERPRINT.sub("", text))
    hosts = set(LINK.findall(text))
    if path.name == "LICENSE":
        hosts.discard("creativecommons.org")
    assert hosts <= ALLOWED_HOSTS


def test_every_file_is_the_one_whose_fingerprint_was_noted() -> None:
    items = {name: read(path) for name, path in EVIDENCE.items()}
    with_files = {name: item for name, item in items.items() if "file" in item}
    assert with_files
    for name, item in with_files.items():
        content = (PORTFOLIO / "evidence" / item["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == item["sha256"], name


def test_the_samples_are_given_to_everyone() -> None:
    licence = (SAMPLES / "LICENSE").read_text(encoding="utf-8")
    assert "SPDX-License-Identifier: CC0-1.0" in licence
    assert "https://creativecommons.org/publicdomain/zero/1.0/" in licence
