"""Passages read from JSON Lines, cut from Markdown, and found for a section without a query."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.corpus import (
    ExampleCorpus,
    cut_passages,
    passages_of_portfolio,
    read_origin,
    read_passages,
)
from cmalt_tui.corpus.passages.long_passages import LONGEST_PASSAGE, in_pieces
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import InboxItem, Portfolio, Reflection, Section
from cmalt_tui.plain_text import count_words, words
from cmalt_tui.problems import InputProblem

HERE = Origin("Here")


def cut(text: str) -> list[Passage]:
    return cut_passages("specialist-2", "Description", "A title", text, HERE)


def sentence(number: int) -> str:
    return f"Sentence {number} says in ten words what was done then."


def test_reads_every_key(tmp_path: Path) -> None:
    file = tmp_path / "p.jsonl"
    whole = {
        "portfolio": "P", "text": "T\r\nt", "id": "i", "title": "H", "author": "A",
        "section": "Specialist-1", "part": "Reflection", "pathway": "CMALT", "year": 2019,
        "source": "https://example.org", "licence": "CC0", "sector": "FE", "works": "W", "more": 1,
    }  # fmt: skip
    file.write_text(
        "\ufeff" + json.dumps(whole) + '\n\n{"portfolio": "Q", "text": "U", "year": null}',
        encoding="utf-8",
    )
    first, second = read_passages(file)
    origin = Origin("P", "A", "https://example.org", "CC0", "cmalt", "FE", 2019)
    assert first == Passage("i", "T\nt", origin, "specialist", "reflection", "H", "W")
    assert second == Passage("", "U", Origin("Q"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{broken", "valid JSON"),
        (b"[1]", "expected an object"),
        (b"[" * 100_000, "valid JSON"),
        (b'{"portfolio": "P"}', "text: is missing"),
        (b'{"text": "T"}', "portfolio: is missing"),
        (b'{"portfolio": "P", "text": "\\u0000 "}', "text: is missing"),
        (b'{"portfolio": 1, "text": "T"}', "portfolio: expected text"),
        (b'{"portfolio": {}, "text": "T"}', "portfolio: expected text"),
        (b'{"portfolio": "P", "text": "T", "year": "soon"}', "year: expected a year"),
        (b'{"portfolio": "P", "text": "T", "year": NaN}', "year: expected a year"),
        (b'{"portfolio": "P", "text": "T", "year": ' + b"9" * 5000 + b"}", "JSON"),
        (b'{"portfolio": "P", "text": "\xff"}', "UTF-8"),
    ],
)
def test_bad_line_is_named(tmp_path: Path, line: bytes, said: str) -> None:
    file = tmp_path / "p.jsonl"
    file.write_bytes(b'{"portfolio": "P", "text": "fine"}\n' + line + b"\n")
    with pytest.raises(InputProblem, match=said) as raised:
        list(read_passages(file))
    assert (raised.value.problem.file, raised.value.problem.line) == (file, 2)
    assert raised.value.problem.way_out


def test_missing_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no such file"):
        list(read_passages(tmp_path / "none.jsonl"))
    with pytest.raises(InputProblem, match="can't be read"):
        list(read_passages(tmp_path))


def test_origin_beside_a_document(tmp_path: Path) -> None:
    file = tmp_path / "source.toml"
    file.write_text('author = "A"\nurl = "u"\nlicence = "L"\nyear = 2020\n', encoding="utf-8")
    assert read_origin(file) == Origin("", "A", "u", "L", year=2020)
    file.write_text('author = "A"\nyear = "soon"\n', encoding="utf-8")
    with pytest.raises(InputProblem, match="year") as raised:
        read_origin(file)
    assert raised.value.problem.line == 2


def test_short_paragraphs_are_joined_and_long_texts_cut() -> None:
    paragraphs = [" ".join(sentence(n) for n in range(3)) for _ in range(12)]
    passages = cut("\n\n".join(paragraphs))
    assert len(passages) > 1
    assert all(60 <= count_words(passage.text) <= 180 for passage in passages)
    assert "\n\n".join(passage.text for passage in passages) == "\n\n".join(paragraphs)
    assert {(p.section, p.part, p.title) for p in passages} == {
        ("specialist", "description", "A title")
    }


def test_paragraph_is_whole_up_to_300_words_then_cut_at_sentences() -> None:
    whole = " ".join(sentence(n) for n in range(28))
    assert [passage.text for passage in cut(whole)] == [whole]
    longer = " ".join(sentence(n) for n in range(60))
    passages = cut(longer)
    assert len(passages) >= 3
    assert all(passage.text.endswith("then.") for passage in passages)
    assert " ".join(passage.text for passage in passages) == longer


def test_lists_quotes_and_code_stay_together() -> None:
    listed = "I did these:\n\n" + "\n".join(f"- {sentence(n)}" for n in range(9))
    quoted = "\n> \n".join(f"> {sentence(n)}" for n in range(9))
    code = "```\nfirst\n\nsecond\n```"
    texts = [passage.text for passage in cut(f"{listed}\n\n{quoted}\n\n{code}")]
    for block in (listed, quoted, code):
        assert sum(block in text for text in texts) == 1


def test_headings_give_titles() -> None:
    passages = cut(f"Before it.\n\n## The *pilot*\n\n{sentence(1)}\n\n# Alone\n")
    assert [(p.title, p.text) for p in passages] == [
        ("A title", "Before it."),
        ("The pilot", sentence(1)),
    ]


@given(st.text(alphabet="ab .\n-#>`|1!\t", max_size=300))
def test_no_word_of_a_paragraph_is_lost(text: str) -> None:
    def told(piece: str) -> list[str]:
        return [word for word in words(piece) if word.isalpha()]

    body = "\n".join(row for row in text.split("\n") if not row.lstrip().startswith("#"))
    assert told("\n".join(p.text for p in cut(body))) == told(body)


def test_portfolio_leaves_private_things_out() -> None:
    portfolio = Portfolio(
        "My portfolio", "Me", "cmalt-2019", "cmalt",
        sections={
            "1a": Section("1a", description="Described.", note="Private.",
                          reflections=(Reflection("r", "Looking back", "Reflected."),)),
            "context": Section("context", statement="Stated."),
            "confirmation": Section("confirmation", declaration={"name": "Me"}),
        },
        inbox=(InboxItem("x", "h", "Unplaced."),),
    )  # fmt: skip
    passages = passages_of_portfolio(portfolio, HERE)
    assert [(p.section, p.part, p.title, p.text) for p in passages] == [
        ("1a", "description", "", "Described."),
        ("1a", "reflection", "Looking back", "Reflected."),
        ("context", "statement", "", "Stated."),
    ]
    assert {p.origin for p in passages} == {HERE}


def test_examples_share_rare_words_with_what_is_written(corpus: ExampleCorpus) -> None:
    answer = corpus.for_section("1a", "reflection", "Our pilot group wanted captions.\n", 2)
    assert {hit.passage.id for hit in answer.hits} <= {"captions", "pilot", "cafe"}
    assert len(answer.hits) == 2
    assert answer.total == 3
    first = corpus.for_section("1a", "reflection", "We sat in a café, so naïve.").hits[0]
    assert first.passage.id == "cafe"
    assert "café" in [first.snippet[start:end] for start, end in first.highlights]


def test_annotated_examples_come_first_when_nothing_is_written(corpus: ExampleCorpus) -> None:
    hits = corpus.for_section("1a", "reflection").hits
    assert hits[0].passage.id == "pilot"
    assert {hit.passage.id for hit in hits} == {"captions", "pilot", "cafe"}


def test_examples_fall_back_to_the_section_then_to_everything(corpus: ExampleCorpus) -> None:
    part = corpus.for_section("specialist-3", "reflection", "budget")
    assert [hit.passage.id for hit in part.hits] == ["budget"]
    assert len(corpus.for_section("9z", "reflection", "").hits) == 6


def test_no_examples_in_an_empty_corpus(tmp_path: Path) -> None:
    empty = ExampleCorpus(tmp_path / "none", tmp_path / "cache")
    assert empty.for_section("1a").hits == ()
    assert empty.search("pilot").hits == ()
    assert empty.sources() == ()


def test_a_book_on_one_line_comes_in_pieces_with_every_word(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(30_000)]
    line = {"id": "book", "portfolio": "A shelf", "text": " ".join(words), "part": "description"}
    file = tmp_path / "book.jsonl"
    file.write_text(json.dumps(line) + "\n")

    pieces = list(read_passages(file))

    assert max(len(piece.text) for piece in pieces) <= LONGEST_PASSAGE
    assert [word for piece in pieces for word in piece.text.split()] == words
    assert [piece.id for piece in pieces] == ["book", *[""] * (len(pieces) - 1)]
    assert {(piece.origin.portfolio, piece.part) for piece in pieces} == {
        ("A shelf", "description")
    }


def test_a_text_without_any_border_is_cut_hard() -> None:
    pieces = list(in_pieces(Passage("long", "x" * (2 * LONGEST_PASSAGE + 5), Origin("A shelf"))))

    assert [len(piece.text) for piece in pieces] == [LONGEST_PASSAGE, LONGEST_PASSAGE, 5]
