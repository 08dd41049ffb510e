"""A list of own words: read with care, added to, and left as a person wrote it."""

from pathlib import Path

import pytest

from cmalt_tui.language.own_words import MOST_WORDS, add_own_word, read_own_words
from cmalt_tui.problems import InputProblem


def test_a_word_is_added_and_all_else_stays(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "words.txt"
    assert read_own_words(file) == ()
    add_own_word(file, "Larkmoor")
    file.write_text("# names\n\nLarkmoor  # a college\n  Odo\nLarkmoor", encoding="utf-8")
    add_own_word(file, "bookery\x1b[31m\n")
    add_own_word(file, "Odo")
    kept = "# names\n\nLarkmoor  # a college\n  Odo\nLarkmoor\nbookery\n"
    assert file.read_text(encoding="utf-8") == kept
    assert read_own_words(file) == ("Larkmoor", "Odo", "bookery")


def test_a_list_that_is_linked_to_stays_linked(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.txt", tmp_path / "words.txt"
    kept.write_text("one\n", encoding="utf-8")
    link.symlink_to(kept)
    add_own_word(link, "two")
    assert link.is_symlink() and kept.read_text(encoding="utf-8") == "one\ntwo\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"caf\xe9\n", "UTF-8"), (b"word\n" * 400_000, "too large")],
    ids=["latin", "large"],
)
def test_what_is_no_list_is_named_and_left_as_it_is(
    tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(content)
    for refused in (lambda: read_own_words(file), lambda: add_own_word(file, "word")):
        with pytest.raises(InputProblem, match=told) as problem:
            refused()
        assert problem.value.problem.file == file
    assert file.read_bytes() == content


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="is no file"):
        read_own_words(tmp_path)


def test_a_list_does_not_grow_without_end(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("\n".join(f"w{number}" for number in range(MOST_WORDS)), encoding="utf-8")
    with pytest.raises(InputProblem, match="which is the most"):
        add_own_word(file, "more")
