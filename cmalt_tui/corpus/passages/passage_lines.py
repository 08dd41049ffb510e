"""Passages as JSON Lines: one passage a line, read with checks, written compactly."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cmalt_tui.corpus.passages.long_passages import LONGEST_PASSAGE, in_pieces
from cmalt_tui.corpus.passages.unseen_marks import without_unseen
from cmalt_tui.model.outline import base_id
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.plain_text import clean, clean_line
from cmalt_tui.problems import InputProblem

LONGEST_LINE = 4_000_000
LONGEST_FIELD = 500
_BLOCK = 1 << 20
_JSON = json.JSONEncoder(ensure_ascii=False)
_MEND = "Mend or delete that line."


def read_passages(file: Path) -> Iterator[Passage]:
    """Read passages from a JSON Lines file, one object a line.

    Keys: ``portfolio`` and ``text`` are required; ``id``, ``title``, ``author``, ``section``,
    ``part``, ``pathway``, ``year``, ``source``, ``licence``, ``sector`` and ``works`` may be
    missing. Others are passed over. Every text is cleaned of control characters; one that
    is far too long comes in pieces.

    Args:
        file: UTF-8; blank lines are skipped.

    Yields:
        The passages in order; ``id`` is empty where the file names none.

    Raises:
        InputProblem: The file can't be read, or a line is no passage.
    """
    origins: dict[tuple[Any, ...], Origin] = {}
    if file.exists() and not (file.is_file() or file.is_dir()):
        raise InputProblem("is a device or a pipe and not a file", "Name a file.", file=file)
    try:
        with file.open("rb") as lines:
            number = 0
            while line := lines.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    raise InputProblem(
                        f"a line of more than {LONGEST_LINE // 1_000_000} MB can't be a passage",
                        "Put one passage on a line.",
                        file=file,
                        line=number,
                    )
                if line.strip():
                    passage = _passage(_object(line, file, number), file, number, origins)
                    if len(passage.text) > LONGEST_PASSAGE:
                        yield from in_pieces(passage)
                    else:
                        yield passage
    except FileNotFoundError:
        raise InputProblem("there is no such file", "Check the path.", file=file) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(
            f"can't be read ({reason})", "Check the file's permissions.", file=file
        ) from None


def count_lines(file: Path) -> int:
    """How many passages a file may hold, told without reading any; 0 if it can't be read."""
    if not file.is_file():
        return 0
    try:
        with file.open("rb") as blocks:
            return sum(block.count(b"\n") for block in iter(lambda: blocks.read(_BLOCK), b""))
    except OSError:
        return 0


def passage_line(passage: Passage) -> str:
    """Write a passage as one line of JSON, without the keys that have nothing to say."""
    origin = passage.origin
    values: dict[str, str | int] = {
        "id": passage.id,
        "portfolio": origin.portfolio,
        "author": origin.author,
        "section": passage.section,
        "part": passage.part,
        "pathway": origin.pathway,
        "year": origin.year,
        "sector": origin.sector,
        "source": origin.source,
        "licence": origin.licence,
        "title": passage.title,
        "works": passage.works,
        "text": passage.text,
    }
    return _JSON.encode({key: value for key, value in values.items() if value})


def section_id(section: str) -> str:
    """The section as the corpus keeps it: lower case, repeats unnumbered (``specialist``)."""
    return base_id(section.lower())


def _object(line: bytes, file: Path, number: int) -> dict[str, Any]:
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputProblem(
            "is not UTF-8 text", "Save the file with the encoding UTF-8.", file=file, line=number
        ) from None
    except json.JSONDecodeError as error:
        what = f"is no valid JSON: {error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}"
        raise InputProblem(what, _MEND, file=file, line=number) from None
    except (ValueError, RecursionError):
        raise InputProblem("is no valid JSON", _MEND, file=file, line=number) from None
    if not isinstance(values, dict):
        raise InputProblem(
            "expected an object with portfolio and text on this line", _MEND, file=file, line=number
        )
    return values


def _passage(
    values: dict[str, Any], file: Path, number: int, origins: dict[tuple[Any, ...], Origin]
) -> Passage:
    def text_of(key: str) -> str:
        value = values.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise InputProblem("expected text", _MEND, file=file, line=number, key=key)
        return value

    def line_of(key: str) -> str:
        value = text_of(key)
        return without_unseen(clean_line(value))[:LONGEST_FIELD] if value else ""

    text = without_unseen(clean(text_of("text"))).strip()
    if not text:
        raise InputProblem(
            "is missing or empty", "Add the passage's text.", file=file, line=number, key="text"
        )
    keys = ("portfolio", "author", "source", "licence", "pathway", "sector")
    raw = (*(text_of(key) for key in keys), values.get("year"))
    try:
        origin = origins.get(raw)
    except TypeError:
        origin = None
    if origin is None:
        named = [line_of(key) for key in keys]
        if not named[0]:
            raise InputProblem(
                "is missing or empty",
                "Add the title of the portfolio that the passage comes from.",
                file=file,
                line=number,
                key="portfolio",
            )
        portfolio, author, source, licence, pathway, sector = named
        year = _year(values.get("year"), file, number)
        origin = Origin(portfolio, author, source, licence, pathway.lower(), sector, year)
        origins[raw] = origin
    return Passage(
        id=line_of("id"),
        text=text,
        origin=origin,
        section=section_id(line_of("section")),
        part=line_of("part").lower(),
        title=line_of("title"),
        works=line_of("works"),
    )


def _year(value: object, file: Path, number: int) -> int:
    if value is None or value == "":
        return 0
    if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{4}\s*", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9999:
        return value
    raise InputProblem("expected a year such as 2019", _MEND, file=file, line=number, key="year")
