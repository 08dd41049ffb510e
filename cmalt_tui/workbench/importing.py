"""Brings documents into a new portfolio: first the plan, then the folder."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cmalt_tui.frameworks import load_framework
from cmalt_tui.intake import plan_as_json, plan_import, plan_portfolio, read_sources
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report, unreported
from cmalt_tui.store import create_portfolio

__all__ = ["carry_out", "plan_as_json", "plan_of", "refuse_taken"]


def plan_of(
    sources: Sequence[Path],
    places: Places,
    framework_id: str,
    pathway: str | None = None,
    report: Report = unreported,
) -> ImportPlan:
    """Read documents and decide where every word goes; nothing is written.

    Args:
        sources: Documents, or folders of them.
        places: Where the person's own frameworks are.
        framework_id: The framework to whose sections the text is mapped.
        pathway: The pathway; guessed from the sections found if None.
        report: Told about each file.

    Raises:
        InputProblem: Nothing that can be read was found, or the framework is not known.
    """
    framework = load_framework(framework_id, places)
    known = [one.id for one in framework.pathways]
    if pathway is not None and pathway not in known:
        raise InputProblem(
            f'{framework.id} has no pathway "{clean_line(pathway)}"',
            f"Use one of: {', '.join(known)}.",
        )
    return plan_import(read_sources(sources, report), framework, pathway, report)


def carry_out(
    plan: ImportPlan,
    folder: Path,
    places: Places,
    title: str = "",
    author: str = "",
    report: Report = unreported,
) -> Path:
    """Write a plan as a new portfolio.

    The folder is made beside its final place and moved there when it is whole, so that a stop
    in the middle leaves nothing behind.

    Args:
        plan: From `plan_of`.
        folder: Where the portfolio shall be; must not exist yet, or be empty.
        places: Where the person's own frameworks are.
        title, author: In place of what the source says.
        report: Told about each evidence file.

    Returns:
        The folder.

    Raises:
        InputProblem: The folder is taken or can't be written.
    """
    refuse_taken(folder)
    framework = load_framework(plan.framework, places)
    usual = f"{framework.pathway(plan.pathway).title} portfolio"
    portfolio = plan_portfolio(
        plan,
        title=clean_line(title) or plan.title or usual,
        author=clean_line(author) or plan.author,
        created=date.today(),
    )
    staged = folder.absolute().with_name(f".{folder.absolute().name}.importing")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        _write(plan, portfolio, staged, report)
        if folder.exists():
            folder.rmdir()
        staged.rename(folder)
    except OSError as error:
        raise InputProblem(
            f"can't be written ({error.strerror})",
            "Choose another folder with --into.",
            file=folder,
        ) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return folder


def refuse_taken(folder: Path) -> None:
    """Raise an `InputProblem` unless a new portfolio can be made in a folder."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists():
        raise InputProblem(
            "exists already and is not empty",
            "Choose a folder that doesn't exist yet.",
            file=folder,
        )


def _write(plan: ImportPlan, portfolio: Portfolio, folder: Path, report: Report) -> None:
    store = create_portfolio(folder, portfolio)
    local = [found for found in plan.evidence if found.local is not None]
    for done, found in enumerate(local):
        report(Progress(done, len(local), f"copying {found.target}"))
        if found.local is not None:
            copied = store.add_evidence_file(found.local, found.id)
            item = replace(portfolio.evidence[found.id], file=copied)
            portfolio = portfolio.with_evidence(item)
    store.save(portfolio)
    report(Progress(len(local), len(local), "done"))
