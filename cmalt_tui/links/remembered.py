"""Remembers for a day what came of asking for links, so that a second look asks nothing."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem

_SCHEMA = 1
_HOURS = 24
_MOST = 5_000
_LARGEST = 5_000_000
_LONGEST_TOLD = 200

_Known = dict[str, tuple[LinkFacts, float]]


class RememberedLinks:
    """The answers of the last day. A file that can't be read, or is of another making, is none."""

    def __init__(self, file: Path, now: float) -> None:
        """Read what is remembered.

        Args:
            file: Where it is kept; need not exist.
            now: The present moment, in seconds since 1970.
        """
        self._file = file
        self._now = now
        self._known = {
            address: known
            for address, known in _read(file).items()
            if 0 <= now - known[1] < _HOURS * 3_600
        }

    def __getitem__(self, address: str) -> LinkFacts | None:
        """The answer for an address; None where there is none of the last day."""
        known = self._known.get(address)
        return known[0] if known else None

    def remember(self, answers: Mapping[str, LinkFacts]) -> None:
        """Keep answers; where the disk refuses, the next look asks again."""
        if not answers:
            return
        self._known |= {address: (facts, self._now) for address, facts in answers.items()}
        newest = sorted(self._known.items(), key=lambda known: known[1][1])[-_MOST:]
        listed = {
            address: {"alive": facts.is_alive, "told": facts.told, "at": at}
            for address, (facts, at) in newest
        }
        content = json.dumps({"schema": _SCHEMA, "links": listed}, indent=0)
        with suppress(InputProblem):
            write_atomically(self._file, [content.encode("utf-8", "replace")])


def _read(file: Path) -> _Known:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST + 1)
        kept = json.loads(content) if len(content) <= _LARGEST else {}
    except (OSError, ValueError, RecursionError):
        return {}
    links = kept.get("links") if isinstance(kept, dict) and kept.get("schema") == _SCHEMA else {}
    found: _Known = {}
    for address, known in links.items() if isinstance(links, dict) else ():
        if not isinstance(known, dict):
            continue
        alive, told, at = known.get("alive"), known.get("told"), known.get("at")
        if isinstance(alive, bool) and isinstance(told, str) and isinstance(at, int | float):
            found[address] = (LinkFacts(alive, clean_line(told)[:_LONGEST_TOLD]), float(at))
    return found
