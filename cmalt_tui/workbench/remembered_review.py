"""A whole review that is remembered: where nothing has changed since, it costs next to nothing."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cmalt_tui import __version__
from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.places import PACKAGE, Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report, unreported
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewing import Sorted, sorted_findings
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.examples import Examples, open_examples
from cmalt_tui.workbench.review import NO_LINKS, review_of
from cmalt_tui.workbench.review_choices import ReviewChoices

_SCHEMA = 1
_MOST_KEPT = 20
_LARGEST = 5_000_000
# What a review is made by. That these change is seen by their times, also where nobody gave the
# program another version.
_MADE_BY = ("review", "model", "frameworks", "corpus")


class WholeReview(NamedTuple):
    """What a whole review found, and whether there were examples to compare with."""

    found: Sorted
    is_compared: bool


class _Kept(NamedTuple):
    findings: tuple[Finding, ...]
    is_compared: bool


def whole_review(
    desk: Desk,
    places: Places,
    *,
    purpose: Purpose,
    choices: ReviewChoices,
    rules: Collection[str] = (),
    links: Mapping[str, LinkFacts] = NO_LINKS,
    report: Report = unreported,
) -> WholeReview:
    """Review a portfolio, or say again what was found where nothing that matters has changed.

    Args:
        desk: The opened portfolio.
        places: Where settings, corpus and cache are.
        purpose: What the review is for.
        choices: What the person chose in the settings.
        rules: Only these rules; all if there are none.
        links: What came of asking for web addresses.
        report: Told about each rule; may raise `Cancelled`.

    Raises:
        InputProblem: The example corpus can't be read.
    """
    today = date.today()
    examples = open_examples(places, report)
    unanswered = replace(desk.portfolio, dismissed=())
    asked = (today, purpose, sorted(rules), sorted(choices.rules_off), choices.bounds, dict(links))
    file = places.cache / "reviews" / f"{_key(desk, places, examples, (unanswered, asked))}.json"
    kept = _read(file)
    if kept is None:
        found = review_of(
            unanswered,
            desk.framework,
            examples,
            folder=desk.folder,
            purpose=purpose,
            today=today,
            rules=rules,
            choices=choices,
            links=links,
            report=report,
        )
        kept = _Kept(found.open, not examples.is_empty)
        _keep(file, kept)
    reviewed = Reviewed(
        desk.framework, desk.portfolio, today, purpose=purpose, bounds=choices.bounds
    )
    return WholeReview(sorted_findings(reviewed, kept.findings), kept.is_compared)


def _key(desk: Desk, places: Places, examples: Examples, asked: object) -> str:
    """A name for all that a review depends on: another text, file, setting or day, another name."""
    told = hashlib.sha256(f"{__version__} {asked!r}".encode("utf-8", "replace"))
    folders = (
        *(PACKAGE / name for name in _MADE_BY),
        places.config,
        examples.folder,
        desk.folder / "evidence" / "files",
    )
    for folder in folders:
        for stamp in _stamps(folder):
            told.update(stamp.encode("utf-8", "replace"))
    return told.hexdigest()[:32]


def _stamps(folder: Path) -> Iterator[str]:
    """Each file below a folder, with its size and its time; links are not followed."""
    with suppress(OSError):
        for place in sorted(folder.iterdir()):
            if place.name == "__pycache__":
                continue
            if place.is_dir() and not place.is_symlink():
                yield from _stamps(place)
            else:
                with suppress(OSError):
                    seen = place.lstat() if place.is_symlink() else place.stat()
                    yield f"{place}\0{seen.st_size}\0{seen.st_mtime_ns}\n"


def _keep(file: Path, kept: _Kept) -> None:
    """Remember a review, and forget the oldest; where the disk refuses, nothing is remembered."""
    content = {
        "schema": _SCHEMA,
        "compared": kept.is_compared,
        "findings": [list(finding) for finding in kept.findings],
    }
    with suppress(InputProblem, OSError):
        write_atomically(file, [json.dumps(content).encode("utf-8", "replace")])
        newest = sorted(file.parent.glob("*.json"), key=lambda one: one.stat().st_mtime_ns)
        for old in newest[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)


def _read(file: Path) -> _Kept | None:
    """What is remembered; None where nothing is, or what is there makes no sense."""
    try:
        with file.open("rb") as opened:
            told = opened.read(_LARGEST + 1)
        content = json.loads(told) if len(told) <= _LARGEST else {}
        if content["schema"] != _SCHEMA or not isinstance(content["compared"], bool):
            return None
        findings = tuple(map(_finding, content["findings"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return _Kept(findings, content["compared"])


def _finding(kept: list[object]) -> Finding:
    rule, level, *texts, start = kept
    is_whole = len(kept) == len(Finding._fields) and isinstance(start, int)
    if not is_whole or not all(isinstance(one, str) for one in (rule, *texts)):
        raise ValueError("no finding")
    section, part, item, message, question, quote = map(str, texts)
    return Finding(
        str(rule), Level(str(level)), section, part, item, message, question, quote, int(str(start))
    )
