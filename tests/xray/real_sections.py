"""The sections of portfolios and importable documents in a folder, each with its author."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.frameworks import load_framework
from cmalt_tui.intake import plan_import, plan_portfolio, read_sources
from cmalt_tui.model.portfolio import Portfolio, Section
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import find_portfolio
from cmalt_tui.workbench.desk import open_desk

_DOCUMENTS = frozenset({".md", ".markdown", ".html", ".htm", ".docx", ".odt"})
_FRAMEWORKS = ("cmalt-2019", "cmalt-2016")


class OwnedSection(NamedTuple):
    """A section, and whose it is."""

    author: str
    section: Section


def sections_in(folder: Path, places: Places) -> Iterator[OwnedSection]:
    """Every section with text of every portfolio in a folder.

    A folder with documents and no folders of documents is one portfolio; otherwise each document
    and each folder is one.
    """
    for source in _sources(folder):
        name = str(source.relative_to(folder)) if source != folder else folder.name
        try:
            portfolio = _portfolio_of(source, places)
        except InputProblem as problem:
            print(f"    passed over {name}: {problem}")
            continue
        for section in portfolio.sections.values():
            if not section.is_empty:
                yield OwnedSection(name, section)


def _sources(folder: Path) -> Iterator[Path]:
    if find_portfolio(folder) is not None or not folder.is_dir():
        yield folder
        return
    folders = [one for one in sorted(folder.iterdir()) if one.is_dir() and _holds_documents(one)]
    if not folders:
        yield folder
        return
    for one in folders:
        yield from _sources(one)
    for file in sorted(folder.iterdir()):
        if _is_document(file):
            yield file


def _holds_documents(folder: Path) -> bool:
    if (folder / "portfolio.toml").is_file():
        return True
    return any(_is_document(file) for file in folder.rglob("*"))


def _is_document(file: Path) -> bool:
    return file.is_file() and file.suffix.lower() in _DOCUMENTS and file.stem.lower() != "readme"


def _portfolio_of(source: Path, places: Places) -> Portfolio:
    """A portfolio as it is, or documents read by the framework that finds the most reflections."""
    if find_portfolio(source) is not None:
        return open_desk(source, places).portfolio
    read = read_sources([source])
    made = [
        plan_portfolio(
            plan_import(read, load_framework(framework, places), None),
            title=source.name,
            author=source.name,
            created=date(2026, 1, 1),
        )
        for framework in _FRAMEWORKS
    ]
    return max(made, key=lambda one: sum(bool(s.reflections) for s in one.sections.values()))
