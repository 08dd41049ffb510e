"""A source as a shared repository holds it: ``<id>/passages.jsonl`` and ``<id>/source.toml``."""

import json
import tomllib
from collections.abc import Iterable, Mapping

from cmalt_tui.corpus.passages.origin_file import ORIGIN_FILE
from cmalt_tui.corpus.passages.passage_lines import passage_line
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.plain_text import clean_line

SHARED_PASSAGES = "passages.jsonl"


def shared_files(origin: Origin, passages: Iterable[Passage]) -> dict[str, bytes]:
    """Write a source as the files of its folder.

    Args:
        origin: Whose it is.
        passages: In order.

    Returns:
        The name of each file, to its content.
    """
    values = {
        "title": origin.portfolio,
        "author": origin.author,
        "url": origin.source,
        "licence": origin.licence,
        "pathway": origin.pathway,
        "year": origin.year,
        "sector": origin.sector,
    }
    # A string of JSON is one of TOML too (TOML 1.0, "Basic strings").
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
        if value
    ]
    return {
        ORIGIN_FILE: "".join(lines).encode(),
        SHARED_PASSAGES: "".join(f"{passage_line(one)}\n" for one in passages).encode(),
    }


def author_of(files: Mapping[str, bytes]) -> str:
    """The author that the files of a source name; empty where they don't say it readably."""
    try:
        told = tomllib.loads(files.get(ORIGIN_FILE, b"").decode())
    except (ValueError, RecursionError):
        return ""
    author = told.get("author")
    return clean_line(author) if isinstance(author, str) else ""


def changed_passages(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> tuple[int, int, int]:
    """How many passages are new, are gone, and stay as they were."""
    old = set(before.get(SHARED_PASSAGES, b"").splitlines())
    new = set(now.get(SHARED_PASSAGES, b"").splitlines())
    return len(new - old), len(old - new), len(new & old)
