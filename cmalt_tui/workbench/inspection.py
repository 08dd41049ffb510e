"""Where things are and what is installed: the answers of ``locate`` and ``doctor``."""

import importlib.metadata
import importlib.util
import os
import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cmalt_tui import __version__
from cmalt_tui.frameworks import list_frameworks
from cmalt_tui.pandoc import PandocFailed, run
from cmalt_tui.places import Places, shipped
from cmalt_tui.problems import InputProblem
from cmalt_tui.settings import load_settings, load_themes


@dataclass(frozen=True)
class Location:
    """A place on disk and what it is for."""

    name: str
    path: Path

    @property
    def exists(self) -> bool:
        """Whether it is there already; the program makes what it needs."""
        return self.path.exists()


class Health(StrEnum):
    """How a check went: ``missing`` is something that is only needed for an extra."""

    OK = "ok"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True)
class Check:
    """One line of ``doctor``: what was looked at, how it went, and what to do about it."""

    name: str
    health: Health
    found: str
    way_out: str = ""


def locations(places: Places) -> tuple[Location, ...]:
    """Where all that belongs to the person is, and what comes with the program."""
    return (
        Location("settings", places.settings_file),
        Location("own themes", places.own_themes),
        Location("own frameworks", places.own_frameworks),
        Location("own templates", places.own_templates),
        Location("own moves of reflection", places.own_moves),
        Location("own words", places.own_words),
        Location("example corpus", places.corpus),
        Location("demo", places.demo),
        Location("recent portfolios", places.recent_file),
        Location("drafts", places.drafts),
        Location("undo", places.undo),
        Location("texts in your editor", places.outside),
        Location("log of sessions", places.sessions_file),
        Location("record of progress", places.progress_file),
        Location("search index (can be thrown away)", places.cache),
        Location("shipped themes", shipped("themes")),
        Location("shipped samples", shipped("samples")),
    )


def checks(places: Places) -> Iterator[Check]:
    """Look at everything that the program needs, one thing at a time."""
    yield Check(
        "cmalt-tui", Health.OK, f"{__version__}, Python {platform.python_version()}, {sys.platform}"
    )
    yield _pandoc()
    yield _search()
    for name, needed_for in _PACKAGES:
        told = f"not installed; needed for {needed_for}"
        yield _package(name, Check(name, Health.WRONG, told, f"Run: pip install {name}"))
    for name, extra, brings in _EXTRAS:
        told, way_out = f"not installed; it would bring {brings}", f"cmalt-tui[{extra}]"
        yield _package(name, Check(name, Health.MISSING, told, f'Run: pip install "{way_out}"'))
    yield _shipped()
    yield from _settings(places)
    for summary in list_frameworks(places):
        if summary.problem:
            yield Check(f"framework {summary.id}", Health.WRONG, str(summary.problem))
    yield _terminal()


_PACKAGES = (
    ("textual", "the screen"),
    ("tomlkit", "saving"),
    ("rapidfuzz", "search"),
    ("regex", "find and replace"),
    ("markdown-it-py", "the preview and the reading view"),
    ("typst", "PDF"),
    ("lxml", "DOCX"),
    ("pillow", "pictures"),
    ("dulwich", "examples in git repositories"),
)
_EXTRAS = (
    ("harper-py", "grammar", "grammar hints"),
    ("textual-image", "images", "sharp pictures of evidence in terminals that can"),
    ("trafilatura", "web", "examples from web pages"),
)


def _package(name: str, if_missing: Check) -> Check:
    try:
        return Check(name, Health.OK, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return if_missing


def _pandoc() -> Check:
    try:
        told = run(["--version"]).decode().splitlines()[0]
    except (InputProblem, PandocFailed, OSError) as error:
        return Check(
            "pandoc", Health.WRONG, str(error), "Run: pip install --force-reinstall pypandoc_binary"
        )
    return Check("pandoc", Health.OK, told)


def _search() -> Check:
    version = f"SQLite {sqlite3.sqlite_version}"
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE trial USING fts5(text)")
    except sqlite3.OperationalError:
        return Check(
            "search", Health.WRONG, f"{version} has no FTS5", "Install a Python with FTS5."
        )
    finally:
        connection.close()
    return Check("search", Health.OK, f"{version} with FTS5")


def _shipped() -> Check:
    wanted = [
        shipped("themes") / "cmalt-dark.toml",
        shipped("samples") / "portfolio" / "portfolio.toml",
    ]
    gone = [str(file) for file in wanted if not file.is_file()]
    if gone:
        return Check(
            "shipped files", Health.WRONG, f"missing: {', '.join(gone)}", "Install it again."
        )
    return Check("shipped files", Health.OK, "themes and samples are there")


def _settings(places: Places) -> Iterator[Check]:
    _, problems = load_settings(places.settings_file)
    _, faults = load_themes((shipped("themes"), places.own_themes))
    for problem in (*problems, *faults):
        yield Check("settings", Health.WRONG, str(problem))


def _terminal() -> Check:
    size = os.get_terminal_size(sys.stdout.fileno()) if sys.stdout.isatty() else None
    shown = f"{size.columns}×{size.lines}" if size else "no terminal"
    colours = (
        "NO_COLOR is set"
        if os.environ.get("NO_COLOR")
        else os.environ.get("COLORTERM", "no COLORTERM")
    )
    told = f"{os.environ.get('TERM', 'TERM not set')}, {shown}, {colours}"
    if size and (size.columns < 80 or size.lines < 24):
        return Check(
            "terminal", Health.WRONG, told, "Make the window at least 80 columns by 24 lines."
        )
    return Check(
        "terminal", Health.OK, told, "If keys with AltGr fail, set TEXTUAL_DISABLE_KITTY_KEY=1."
    )
