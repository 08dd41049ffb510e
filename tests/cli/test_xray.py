"""``cmalt-tui xray``: moves of reflection for people and scripts."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cmalt_tui.cli.group import cmalt_tui
from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.review.moves import MOVES
from cmalt_tui.store import create_portfolio


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    noise = Reflection("noise", "Noise", "The main problem was the noise. I felt *lost*.")
    sections = (
        Section("1a", description="I ran the pilot with six volunteers.", reflections=(noise,)),
        Section("1b", description="I bound it."),
    )
    portfolio = Portfolio(
        title="Binding",
        author="Ilse Quillfeather",
        framework="cmalt-2019",
        pathway="cmalt",
        sections={section.id: section for section in sections},
    )
    create_portfolio(tmp_path / "binding", portfolio)
    return tmp_path / "binding"


def xray(*arguments: str, typed: bytes = b"") -> str:
    done = CliRunner().invoke(cmalt_tui, ["xray", *arguments], input=typed)
    assert done.exit_code == 0, done.output
    return done.stdout


def sentences(*arguments: str, typed: bytes = b"") -> list[dict[str, Any]]:
    answer = json.loads(xray(*arguments, "--json", typed=typed))
    assert answer["schema"] == 1
    found: list[dict[str, Any]] = answer["sentences"]
    return found


def test_a_section_is_shown_with_letters_words_and_a_question(folder: Path) -> None:
    lines = xray(str(folder), "--section", "1A").splitlines()
    assert lines[0] == "1a description"
    assert lines[2] == "E  experience                 I ran the pilot with six volunteers."
    assert "1a reflection Noise" in lines
    assert "F  feeling                    I felt lost." in lines
    assert any(line.startswith("Not found in 1a: trade-off, own assumption") for line in lines)
    assert any(line.startswith("A question: You ran the pilot with six") for line in lines)


def test_a_section_as_json_says_what_was_found_and_why(folder: Path) -> None:
    answer = json.loads(xray(str(folder), "--section", "1a", "--json"))
    assert (answer["schema"], answer["section"]) == (1, "1a")
    felt = answer["sentences"][2]
    assert felt["because"][0] == {"rule": "feeling-i-felt", "move": "feeling", "words": "I felt"}
    assert (felt["part"], felt["item"], felt["text"]) == ("reflection", "noise", "I felt lost.")
    assert (felt["moves"], felt["reflective"]) == (["feeling"], True)
    assert [one["move"] for one in answer["found"]] == ["experience", "feeling", "difficulty"]
    assert answer["questions"][0]["move"] == "differently"
    assert answer["questions"][0]["quote"] == "I ran the pilot with six volunteers."


def test_without_a_section_all_come_in_turn(folder: Path) -> None:
    shown = xray(str(folder))
    assert shown.index("1a description") < shown.index("1b description")
    answer = json.loads(xray(str(folder), "--json"))
    assert [one["section"] for one in answer["sections"] if one["sentences"]] == ["1a", "1b"]


def test_a_text_is_read_sentence_by_sentence(folder: Path) -> None:
    file = folder.parent / "draft.md"
    file.write_text("# Plan\n\nI felt lost. We ran it.\n\n> I felt worse.", encoding="utf-8")
    assert [(one["text"], one["moves"]) for one in sentences(str(file))] == [
        ("Plan", []),
        ("I felt lost.", ["feeling"]),
        ("We ran it.", ["experience"]),
        ("I felt worse.", []),
    ]


ODD = (
    b"I felt nervous. And I was afraid!\n\n# I felt nervous\r\n| a | b |\n```\n"
    b"\xe2\x80\xa8x\x0bI felt\xff nervous\x00\n   \n> I felt nervous\n[private: I felt]\nno end"
)


def test_with_lines_as_many_sentences_come_out_as_go_in(folder: Path) -> None:
    found = sentences("-", "--lines", typed=ODD)
    assert len(found) == len(ODD.split(b"\n"))
    assert [one["text"] for one in found[:3]] == [
        "I felt nervous. And I was afraid!",
        "",
        "# I felt nervous",
    ]
    assert found[1]["moves"] == [] and found[1]["reflective"] is False
    assert all(one["reflective"] for one in (found[0], found[2], found[7]))
    file = folder.parent / "odd.txt"
    file.write_bytes(ODD + b"\n")
    assert sentences(str(file), "--lines") == found
    assert len(xray(str(file), "--lines").splitlines()) >= len(found)


def test_no_lines_are_no_sentences(folder: Path) -> None:
    assert sentences("-", "--lines") == []
    assert [one["text"] for one in sentences("-", "--lines", typed=b"\n")] == [""]
    assert sentences("-") == []


def test_lines_are_read_as_a_diary_unless_told_otherwise(folder: Path) -> None:
    typed = b"The pupils were quite bored and I was nervous.\n"
    diary = json.loads(xray("-", "--lines", "--json", typed=typed))
    assert diary["register"] == "diary"
    other = xray("-", "--lines", "--register", "professional", "--json", typed=typed)
    assert json.loads(other)["register"] == "professional"
    assert json.loads(xray("-", "--json", typed=typed))["register"] == "professional"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--section", "9z"), "There is no section '9z'"),
        (("--lines",), "--lines needs a text file"),
    ],
)
def test_what_does_not_fit_is_refused(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = CliRunner().invoke(cmalt_tui, ["xray", str(folder), *arguments])
    assert done.exit_code == 2 and told in done.stderr
    assert done.stdout == ""


def test_a_file_that_is_no_text_is_refused(folder: Path) -> None:
    file = folder.parent / "draft.docx"
    file.write_bytes(b"PK\x03\x04\xff\xfe")
    done = CliRunner().invoke(cmalt_tui, ["xray", str(file)])
    assert done.exit_code == 2 and "cmalt-tui import" in done.stderr
    done = CliRunner().invoke(cmalt_tui, ["xray", str(file), "--section", "1a"])
    assert done.exit_code == 2 and "--section needs a portfolio" in done.stderr


def test_an_own_rule_with_a_fault_is_a_note_beside_the_answer(folder: Path) -> None:
    moves = folder.parent / "home" / "config" / "moves"
    moves.mkdir(parents=True)
    (moves / "mine.toml").write_text('[[rule]]\nid = "x"\nmove = "lesson"\npatterns = ["("]\n')
    done = CliRunner().invoke(cmalt_tui, ["xray", str(folder), "--section", "1a", "--json"])
    assert done.exit_code == 0 and "mine.toml:4" in done.stderr
    assert json.loads(done.stdout)["section"] == "1a"


def test_help_names_every_letter() -> None:
    told = " ".join(CliRunner().invoke(cmalt_tui, ["xray", "--help"]).stdout.split())
    assert all(f"{move.letter} {move.title}" in told for move in MOVES)
