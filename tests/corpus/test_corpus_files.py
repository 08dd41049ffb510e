"""The corpus on disk and its index: added, replaced, removed, thrown away, broken, shared."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress

Make = Callable[[], ExampleCorpus]
IndexFile = Callable[[], Path]
ANN = Origin("Ann's portfolio", "Ann", licence="CC0-1.0")


def ids(corpus: ExampleCorpus, query: str) -> set[str]:
    return {hit.passage.id for hit in corpus.search(query, 100).hits}


def folders(corpus: Path) -> list[str]:
    """Everything in a corpus but the file by which writers wait for each other."""
    return sorted(path.name for path in corpus.iterdir() if path.name != ".writing")


def many(count: int) -> Iterator[Passage]:
    for number in range(count):
        yield Passage("", f"Number {number} speaks of walruses.", ANN, "1a", "reflection")


def test_sources_are_listed_with_what_they_hold(corpus: ExampleCorpus) -> None:
    kim, sam = corpus.sources()
    assert (kim.id, kim.title, kim.author, kim.licence, kim.passages) == (
        "kim",
        "Kim at work",
        "Kim Alder",
        "",
        2,
    )
    assert (sam.licence, sam.passages, sam.problem) == ("CC-BY-4.0", 4, "")


def test_passage_and_its_section(corpus: ExampleCorpus) -> None:
    section = corpus.section_of("pilot")
    assert [passage.id for passage in section] == ["captions", "table", "pilot"]
    assert section[-1].works == "Says what would be done differently."
    with pytest.raises(InputProblem, match="no passage"):
        corpus.section_of("nowhere")


def test_replacing_a_source_leaves_nothing_of_the_old_one(corpus: ExampleCorpus) -> None:
    added = corpus.add("sam", ANN, [Passage("one", "Only walruses.", ANN)])
    assert (added.title, added.passages) == ("Ann's portfolio", 1)
    assert ids(corpus, "captions ") == {"cafe"}
    assert ids(corpus, "walruses ") == {"one"}
    assert corpus.search("legislation ").dropped == ("legislation",)  # gone from the vocabulary
    assert [source.id for source in corpus.sources()] == ["kim", "sam"]


def test_removing(corpus: ExampleCorpus, tmp_path: Path) -> None:
    corpus.remove("kim")
    assert ids(corpus, "captions ") == {"captions"}
    assert not (tmp_path / "corpus" / "kim").exists()
    with pytest.raises(InputProblem, match="Did you mean sam"):
        corpus.remove("samm")


def test_ids_are_unique_and_kept_where_they_can_be(
    corpus: ExampleCorpus, make_corpus: Make
) -> None:
    twice = [Passage("pilot", "A walrus.", ANN), Passage("", "Walrus two.", ANN),
             Passage("w", "Walrus three.", ANN), Passage("w", "Walrus four.", ANN)]  # fmt: skip
    corpus.add("ann", ANN, twice)
    found = ids(corpus, "walrus ")
    assert len(found) == 4
    assert "w" in found and "pilot" not in found
    assert ids(make_corpus(), "walrus ") == found
    assert "two groups" in corpus.section_of("pilot")[-1].text


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "A", "x" * 61, ".adding-x"])
def test_source_id_is_a_safe_folder_name(corpus: ExampleCorpus, name: str) -> None:
    with pytest.raises(InputProblem, match="can't be the id"):
        corpus.add(name, ANN, many(1))


def test_empty_source_is_refused_and_leaves_nothing(corpus: ExampleCorpus, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no text"):
        corpus.add("ann", ANN, [Passage("", " \x07 ", ANN)])
    assert folders(tmp_path / "corpus") == ["kim", "sam"]


def test_control_characters_never_come_out(corpus: ExampleCorpus, tmp_path: Path) -> None:
    bad = Origin("Evil\x1b]0;title\x07 one", "A\x9bn\nn")
    corpus.add(
        "ann",
        bad,
        [Passage("i\x00d", "Wal\x1b[31mrus\x08 \u202eeil", bad, "1\x01a", title="T\x1b[2Jt")],
    )
    (hit,) = corpus.search("walrus").hits
    found = hit.passage
    texts = (found.id, found.text, found.title, found.section, hit.snippet)
    whole = "".join((*texts, found.origin.portfolio, found.origin.author))
    assert not any(
        ord(letter) < 32 or 127 <= ord(letter) < 160 or letter == "\u202e" for letter in whole
    )
    written = (tmp_path / "corpus" / "ann" / "passages.jsonl").read_text(encoding="utf-8")
    assert "\\u001b" not in written


@pytest.mark.parametrize("when", [1, 2])
def test_cancelled_in_the_middle(
    corpus: ExampleCorpus, make_corpus: Make, tmp_path: Path, when: int
) -> None:
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if len(told) == when:
            raise Cancelled

    for source in ("ann", "sam"):
        told.clear()
        with pytest.raises(Cancelled):
            corpus.add(source, ANN, many(1200), stop)
    assert folders(tmp_path / "corpus") == ["kim", "sam"]
    for seen in (corpus, make_corpus()):
        assert ids(seen, "captions ") == {"captions", "cafe"}
        assert ids(seen, "walruses ") == set()


def test_bad_passages_leave_the_corpus_as_it_was(corpus: ExampleCorpus, tmp_path: Path) -> None:
    def broken() -> Iterator[Passage]:
        yield from many(600)
        raise InputProblem("line 601 is bad")

    with pytest.raises(InputProblem, match="601"):
        corpus.add("ann", ANN, broken())
    assert folders(tmp_path / "corpus") == ["kim", "sam"]
    assert ids(corpus, "walruses ") == set()


def test_index_is_made_again_when_thrown_away(
    corpus: ExampleCorpus, make_corpus: Make, tmp_path: Path
) -> None:
    for file in (tmp_path / "cache").iterdir():
        file.unlink()
    assert ids(corpus, "captions ") == {"captions", "cafe"}  # the object that was open
    assert ids(make_corpus(), "captions ") == {"captions", "cafe"}


@pytest.mark.parametrize("damage", ["rubbish", "empty", "other version", "tables gone", "torn"])
def test_unusable_index_is_made_again(
    corpus: ExampleCorpus, make_corpus: Make, index_file: IndexFile, damage: str
) -> None:
    corpus.search("the")
    file = index_file()
    if damage in ("rubbish", "empty", "torn"):
        whole = file.read_bytes()
        for end in ("-wal", "-shm"):
            file.with_name(file.name + end).unlink(missing_ok=True)
        file.unlink()
        file.write_bytes(
            {"rubbish": b"not a database " * 500, "empty": b"", "torn": whole[:20000]}[damage]
        )
    else:
        database = sqlite3.connect(file)
        if damage == "other version":
            database.execute("PRAGMA user_version = 999")
        else:
            database.execute("DROP TABLE vocabulary")
        database.commit()
        database.close()
    fresh = make_corpus()
    assert ids(fresh, "captions ") == {"captions", "cafe"}
    fresh.add("ann", ANN, many(3))
    assert len(ids(fresh, "walruses ")) == 3


def test_changes_by_hand_are_noticed(corpus: ExampleCorpus, tmp_path: Path) -> None:
    folder = tmp_path / "corpus" / "hand-made"
    folder.mkdir()
    line = {"portfolio": "By hand", "text": "A narwhal.", "section": "1A", "year": "2020"}
    (folder / "passages.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (found,) = corpus.search("narwhal").hits
    assert (found.passage.section, found.passage.origin.year) == ("1a", 2020)
    (folder / "passages.jsonl").write_text(
        json.dumps({**line, "text": "A walrus instead."}) + "\n\n", encoding="utf-8"
    )
    assert ids(corpus, "narwhal ") == set()
    assert len(ids(corpus, "walrus ")) == 1
    (folder / "passages.jsonl").unlink()
    assert ids(corpus, "walrus ") == set()


def test_source_that_cannot_be_read_harms_no_other(corpus: ExampleCorpus, tmp_path: Path) -> None:
    folder = tmp_path / "corpus" / "broken"
    folder.mkdir()
    good = json.dumps({"portfolio": "Half", "text": "A narwhal."})
    (folder / "passages.jsonl").write_text(good + "\n{broken\n", encoding="utf-8")
    assert ids(corpus, "captions ") == {"captions", "cafe"}
    assert ids(corpus, "narwhal ") == set()
    (problem,) = [source.problem for source in corpus.sources() if source.id == "broken"]
    assert "passages.jsonl:2" in problem


def test_what_is_no_file_in_the_corpus_is_not_waited_for(
    corpus: ExampleCorpus, tmp_path: Path
) -> None:
    for name in ("pipe", "endless", "kept"):
        (tmp_path / "corpus" / name).mkdir()
    os.mkfifo(tmp_path / "corpus" / "pipe" / "passages.jsonl")
    (tmp_path / "corpus" / "endless" / "passages.jsonl").symlink_to("/dev/zero")
    line = json.dumps({"portfolio": "Kept", "text": "A narwhal."})
    (tmp_path / "corpus" / "kept" / "passages.jsonl").write_text(line + "\n")
    os.mkfifo(tmp_path / "corpus" / "kept" / "source.json")
    (tmp_path / "corpus" / os.fsdecode(b"no-text-\xff")).mkdir()
    (tmp_path / "corpus" / os.fsdecode(b"no-text-\xff") / "passages.jsonl").touch()
    assert len(ids(corpus, "narwhal ")) == 1
    problems = {one.id: one.problem for one in corpus.sources() if one.problem}
    assert problems.keys() == {"pipe", "endless"}
    assert all("is a device or a pipe" in problem for problem in problems.values())


def test_other_object_sees_what_is_added(corpus: ExampleCorpus, make_corpus: Make) -> None:
    other = make_corpus()
    assert ids(other, "walruses ") == set()
    corpus.add("ann", ANN, many(3))
    assert len(ids(other, "walruses ")) == 3
    corpus.remove("ann")
    assert ids(other, "walruses ") == set()


def test_importing_the_corpus_is_cheap() -> None:
    code = (
        "import sys, cmalt_tui.corpus;"
        "print([name for name in ('sqlite3', 'rapidfuzz', 'textual') if name in sys.modules])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout.strip() == "[]"


def test_making_the_index_anew_is_told_and_keeps_what_is_done_when_stopped(
    corpus: ExampleCorpus, index_file: IndexFile, tmp_path: Path
) -> None:
    corpus.add("zoe", ANN, many(1200))
    index_file().unlink()
    told: list[Progress] = []
    is_stopped = True

    def report(progress: Progress) -> None:
        told.append(progress)
        if is_stopped and progress.done > 500:
            raise Cancelled

    fresh = ExampleCorpus(tmp_path / "corpus", tmp_path / "cache", report)
    with pytest.raises(Cancelled):
        fresh.search("captions ")
    assert {(one.total, one.done < one.total) for one in told} == {(1206, True)}
    assert [one.done for one in told] == sorted(one.done for one in told)
    database = sqlite3.connect(index_file())
    assert database.execute("SELECT name FROM source ORDER BY name").fetchall() == [
        ("kim",),
        ("sam",),
    ]
    database.close()
    is_stopped = False
    del told[:]
    assert ids(fresh, "captions ") == {"captions", "cafe"}
    assert ids(fresh, "walruses ")
    assert (told[0].total, told[-2].done, told[-1].done) == (1200, 1199, told[-1].total)
