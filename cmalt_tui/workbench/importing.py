"""Brings documents into a new portfolio: first the plan, then the folder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cmalt_tui.frameworks import load_framework
from cmalt_tui.intake import plan_as_json, plan_import, plan_portfolio, read_sources
from cmalt_tui.model.framework import refuse_unknown_pathway
from cmalt_tui.model.import_plan import ImportPlan
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report, unreported
from cmalt_tui.store import PortfolioStore, create_portfolio, refuse_taken
from cmalt_tui.store.artefacts import fingerprint_of

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
        sources: Documents, or folders of them; or one archive of a whole portfolio, which brings
            its own framework.
        places: Where the person's own frameworks are.
        framework_id: The framework to whose sections the text is mapped.
        pathway: The pathway; guessed from the sections found if None.
        report: Told about each file.

    Raises:
        InputProblem: Nothing that can be read was found, or the framework is not known.
    """
    if archive := _archive_in(sources):
        from cmalt_tui.workbench.archives import plan_of_archive

        found = plan_of_archive(archive, report)
        if pathway is not None:
            refuse_unknown_pathway(load_framework(found.framework, places), pathway)
        return replace(found, pathway=pathway or found.pathway)
    framework = load_framework(framework_id, places)
    if pathway is not None:
        # Asked before the documents are read, which may take long.
        refuse_unknown_pathway(framework, pathway)
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

    A stop in the middle leaves nothing behind; see `cmalt_tui.store.create_portfolio`.

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
    if plan.whole is not None:
        from cmalt_tui.workbench.archives import bring_back

        bring_back(plan, folder, clean_line(title), clean_line(author), report)
        return folder
    framework = load_framework(plan.framework, places)
    usual = f"{framework.pathway(plan.pathway).title} portfolio"
    portfolio = plan_portfolio(
        plan,
        title=clean_line(title) or plan.title or usual,
        author=clean_line(author) or plan.author,
        created=date.today(),
    )
    local = [(found.local, found) for found in plan.evidence if found.local is not None]
    for file, found in local:
        noted = replace(portfolio.evidence[found.id], sha256=fingerprint_of(file))
        portfolio = portfolio.with_evidence(noted)

    def copy_evidence(store: PortfolioStore) -> None:
        for done, (file, found) in enumerate(local):
            report(Progress(done, len(local), f"Copying {found.target}"))
            store.add_evidence_file(file, found.id)
        report(Progress(len(local), len(local), "Putting it in its place"))

    create_portfolio(folder, portfolio, copy_evidence)
    return folder


def _archive_in(sources: Sequence[Path]) -> Path | None:
    """The archive of a whole portfolio that is to be brought back; None for documents.

    Raises:
        InputProblem: It is named together with other sources.
    """
    zips = [source for source in sources if source.suffix.lower() == ".zip"]
    if not zips:
        return None
    from cmalt_tui.intake.reading.own_archive import is_own_archive

    archive = next((source for source in zips if is_own_archive(source)), None)
    if archive is not None and len(sources) > 1:
        raise InputProblem(
            "is the archive of a whole portfolio, which comes back by itself",
            "Import it alone, and the other documents into a portfolio of their own.",
            file=archive,
        )
    return archive
