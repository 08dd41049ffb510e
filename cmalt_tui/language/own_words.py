"""A file of words that a person added: one a line, notes behind #; edited by hand as well."""

import os
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.plain_text import clean, clean_line
from cmalt_tui.problems import InputProblem

MOST_WORDS = 20_000
LONGEST_WORD = 60
_LARGEST_FILE = MOST_WORDS * (LONGEST_WORD + 1)


def read_own_words(file: Path) -> tuple[str, ...]:
    """List the words of a file, in its order; none where there is no file.

    Raises:
        InputProblem: It can't be read, or is no list of words.
    """
    return tuple(
        dict.fromkeys(_word_of(line) for line in _read(file).split("\n") if _word_of(line))
    )


def add_own_word(file: Path, word: str) -> None:
    """Add a word at the end of a file; notes and order stay.

    Args:
        file: The file; it and its folder are made if need be. A link is followed.
        word: The word.

    Raises:
        InputProblem: The file can't be read or written, or is full.
    """
    target = Path(os.path.realpath(file))
    written = _read(target)
    fresh = clean_line(word)[:LONGEST_WORD]
    listed = [_word_of(line) for line in written.split("\n")]
    if not fresh or fresh in listed:
        return
    if len(listed) >= MOST_WORDS:
        raise InputProblem(
            f"has {MOST_WORDS:,} lines, which is the most", "Take some words out of it.", file=file
        )
    end = "" if not written or written.endswith("\n") else "\n"
    write_atomically(target, [f"{written}{end}{fresh}\n".encode()])


def _word_of(line: str) -> str:
    return clean_line(line.partition("#")[0])[:LONGEST_WORD]


def _read(file: Path) -> str:
    try:
        if not file.exists():
            return ""
        if not file.is_file():
            raise InputProblem("is no file", "It should be a list of words.", file=file)
        if file.stat().st_size > _LARGEST_FILE:
            raise InputProblem(
                "is too large for a list of words", "Keep one word a line in it.", file=file
            )
        return clean(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise InputProblem("is no UTF-8 text", "Save it as UTF-8.", file=file) from None
    except OSError as error:
        raise InputProblem(
            f"can't be read: {error.strerror or error}", "Check its permissions.", file=file
        ) from None
