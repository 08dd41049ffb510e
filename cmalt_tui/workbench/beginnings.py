"""How a portfolio begins: empty, from a framework, or as a fresh copy of the sample."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cmalt_tui.frameworks import (
    DEFAULT_FRAMEWORK,
    FrameworkSummary,
    list_frameworks,
    load_framework,
)
from cmalt_tui.model.framework import refuse_unknown_pathway
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places, shipped
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report, unreported
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.examples import Examples


@dataclass(frozen=True)
class Demo:
    """A fresh copy of the sample portfolio, and the sample corpus that goes with it."""

    folder: Path
    examples: Examples


def frameworks_on_offer(places: Places) -> tuple[FrameworkSummary, ...]:
    """The frameworks that a portfolio can be made from, the person's own among them."""
    return list_frameworks(places)


def new_portfolio(
    folder: Path,
    places: Places,
    *,
    framework: str = DEFAULT_FRAMEWORK,
    pathway: str | None = None,
    title: str = "",
    author: str = "",
) -> Path:
    """Make an empty portfolio.

    Args:
        folder: Where it shall be; must not exist yet, or be empty.
        places: Where the person's own frameworks are.
        framework: Id of the framework.
        pathway: Id of the pathway; the framework's default if None.
        title, author: What stands on the title page; a plain default if empty.

    Returns:
        The folder.

    Raises:
        InputProblem: The framework or pathway is not known, or the folder is taken.
    """
    asked = load_framework(framework, places)
    chosen = asked.default_pathway.id if pathway is None else pathway
    refuse_unknown_pathway(asked, chosen)
    portfolio = Portfolio(
        title=clean_line(title) or f"{asked.pathway(chosen).title} portfolio",
        author=clean_line(author),
        framework=asked.id,
        pathway=chosen,
        created=date.today(),
    )
    create_portfolio(folder, portfolio)
    return folder


def fresh_demo(places: Places, report: Report = unreported) -> Demo:
    """Copy the sample portfolio afresh and index the sample corpus.

    What was changed in an earlier demo is replaced: a demo can be played with and thrown away.

    Raises:
        InputProblem: The person's data folder can't be written.
    """
    home = places.demo
    folder, fresh = home / "portfolio", home / "portfolio.fresh"
    try:
        home.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(fresh, ignore_errors=True)
        hidden = shutil.ignore_patterns(".*")  # the lock of whoever has the sample itself open
        shutil.copytree(shipped("samples") / "portfolio", fresh, ignore=hidden)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except OSError as error:
        raise InputProblem(
            f"the demo can't be written ({error.strerror})",
            "Set CMALT_TUI_HOME to a folder that can be written.",
            file=home,
        ) from error
    examples = Examples(places, home / "corpus")
    if examples.is_empty:
        examples.add_samples(report)
    return Demo(folder, examples)
