"""Brings an archive of a whole portfolio back: the same texts, the same files, nothing mapped."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cmalt_tui.intake.reading.document import Scratch
from cmalt_tui.intake.reading.own_archive import unpack_own_archive
from cmalt_tui.model.import_plan import FoundEvidence, ImportPlan, Placed, Unplaced
from cmalt_tui.model.portfolio import (
    DECLARATION,
    DESCRIPTION,
    REFLECTION,
    STATEMENT,
    Portfolio,
    Section,
)
from cmalt_tui.plain_text import count_words
from cmalt_tui.progress import Progress, Report
from cmalt_tui.store import evidence_path, fill_portfolio_folder, open_portfolio_folder


def plan_of_archive(archive: Path, report: Report) -> ImportPlan:
    """Unpack an archive aside, and tell what is in it as a plan does.

    Raises:
        InputProblem: It can't be unpacked, or is no portfolio inside.
    """
    scratch = Scratch()
    try:
        warnings = unpack_own_archive(archive, scratch.folder, report)
        portfolio = open_portfolio_folder(scratch.folder).load()
    except BaseException:
        scratch.remove()
        raise
    broken = (f"{one.path}: can't be read, {one.problem.message}" for one in portfolio.broken)
    return ImportPlan(
        portfolio.framework,
        portfolio.pathway,
        tuple(_placed(portfolio)),
        tuple(
            Unplaced(piece.heading, f"inbox/{piece.id}.toml", piece.text, count_words(piece.text))
            for piece in portfolio.inbox
        ),
        evidence=tuple(_evidence(portfolio, scratch.folder)),
        warnings=(*warnings, *broken),
        title=portfolio.title,
        author=portfolio.author,
        whole=scratch.folder,
        keeps=scratch,
    )


def bring_back(plan: ImportPlan, folder: Path, title: str, author: str, report: Report) -> None:
    """Make a folder of what an archive held; see `cmalt_tui.store.fill_portfolio_folder`.

    Args:
        plan: From `plan_of_archive`; its pathway stands.
        folder: Where the portfolio shall be.
        title, author: In place of the archive's own; empty to leave them.
        report: Told of each file; may raise to stop, which leaves nothing behind.
    """
    whole = plan.whole
    assert whole is not None

    def fill(temporary: Path) -> None:
        files = sorted(file for file in whole.rglob("*") if file.is_file())
        for done, file in enumerate(files):
            path = file.relative_to(whole)
            report(Progress(done, len(files), f"Copying {path.as_posix()}"))
            target = temporary / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        store = open_portfolio_folder(temporary)
        portfolio = store.load()
        named = replace(
            portfolio,
            title=title or portfolio.title,
            author=author or portfolio.author,
            pathway=plan.pathway,
        )
        if named != portfolio:
            store.save(named)
        report(Progress(len(files), len(files), "Putting it in its place"))

    fill_portfolio_folder(folder, fill)


def _placed(portfolio: Portfolio) -> Iterator[Placed]:
    for section in portfolio.sections.values():
        for part, item, title, text in _texts(section):
            if text.strip():
                yield Placed(
                    section.id,
                    part,
                    item,
                    title or section.title or section.id,
                    f"sections/{section.id}.toml",
                    text,
                    count_words(text),
                    1.0,
                    title,
                )


def _texts(section: Section) -> Iterator[tuple[str, str, str, str]]:
    yield STATEMENT, "", "", section.statement
    yield DESCRIPTION, "", "", section.description
    for piece in section.reflections:
        yield REFLECTION, piece.id, piece.title, piece.text
    declared = "\n".join(f"{name}: {value}" for name, value in section.declaration.items())
    yield DECLARATION, "", "", declared


def _evidence(portfolio: Portfolio, folder: Path) -> Iterator[FoundEvidence]:
    for item in portfolio.evidence.values():
        kind = "link" if item.url and not item.file else "document"
        uses = tuple(
            (section.id, use.shows)
            for section in portfolio.sections.values()
            for use in section.evidence
            if use.item == item.id
        )
        file = evidence_path(folder, item)
        local = file if file is not None and file.is_file() else None
        target = item.file or item.url or item.physical
        yield FoundEvidence(item.id, kind, target, item.title, uses, local, item.alt, item.caption)
