"""Hands a portfolio over as documents: where they go, what they are called, for whom they are."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from cmalt_tui.export import Audience, Exported, ExportNote, ExportRequest, Format, export_many
from cmalt_tui.plain_text import slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report, unreported
from cmalt_tui.workbench.desk import Conflict, Desk

__all__ = ["Audience", "ExportNote", "Exported", "Format", "default_file", "export_desk"]

EXPORT_FOLDER = "exports"
OWN_PLACES = (
    *("portfolio.toml", "words.txt", "sections", "evidence", "inbox", "examples", "log"),
    *("attempts", "kept", "bin"),
)


def default_file(desk: Desk, wanted: Format, audience: Audience = Audience.ASSESSOR) -> Path:
    """Where an export goes if nobody says otherwise: ``exports`` in the portfolio's folder."""
    name = slug(desk.portfolio.title, fallback="portfolio")
    audience_mark = "" if audience is Audience.ASSESSOR else f"-{audience.value}"
    if wanted is Format.SITE:
        return desk.folder / EXPORT_FOLDER / f"{name}{audience_mark}-site"
    if wanted is Format.ARCHIVE:
        audience_mark = "-archive"
    return (
        desk.folder
        / EXPORT_FOLDER
        / f"{name}{audience_mark}-{date.today():%Y-%m-%d}{wanted.suffix}"
    )


def export_desk(
    desk: Desk,
    formats: Sequence[Format],
    folder_or_file: Path | None = None,
    audience: Audience = Audience.ASSESSOR,
    report: Report = unreported,
    inside: Sequence[Format] = (),
) -> tuple[Exported, ...]:
    """Export the portfolio as it stands on the desk.

    Args:
        desk: The opened portfolio.
        formats: At least one.
        folder_or_file: A folder for all of them, or the file if there is one format; the
            portfolio's own ``exports`` folder if None.
        audience: Decides what is left out.
        report: Told about each step; may raise `cmalt_tui.progress.Cancelled`.
        inside: The documents that a zip holds; those of ``formats`` if none are named, and HTML
            if there are none.

    Raises:
        InputProblem: Nothing to export to, or a text that can't be turned into a document.
    """
    if not formats:
        raise InputProblem("no format is chosen", "Choose at least one of DOCX, HTML, PDF.")
    if folder_or_file is not None:
        _refuse_own(desk, folder_or_file)
    if Format.ARCHIVE in formats:
        _save_first(desk)
    requests = [
        ExportRequest(
            portfolio=desk.portfolio,
            framework=desk.framework,
            folder=desk.folder,
            format=wanted,
            output=_output(desk, wanted, folder_or_file, audience, alone=len(formats) == 1),
            audience=audience,
            date=date.today(),
            inside=_inside(formats, inside),
        )
        for wanted in formats
    ]
    made = [folder for request in requests for folder in _make_folder(request.output.parent)]
    try:
        return export_many(requests, report)
    finally:
        _remove_empty(made)


def _save_first(desk: Desk) -> None:
    """Write what is unsaved, since an archive holds the files of the folder."""
    if not desk.unsaved:
        return
    try:
        desk.save(merging=False)
    except Conflict as conflict:
        raise InputProblem(
            f"the archive can't be made: {conflict}",
            "Settle in the program which version stands, then try again.",
            file=desk.folder / conflict.path,
        ) from None


def _inside(formats: Sequence[Format], inside: Sequence[Format]) -> tuple[Format, ...]:
    documents = [wanted for wanted in inside or formats if wanted.is_document]
    return tuple(dict.fromkeys(documents)) or (Format.HTML,)


def _output(
    desk: Desk, wanted: Format, given: Path | None, audience: Audience, *, alone: bool
) -> Path:
    usual = default_file(desk, wanted, audience)
    if given is None:
        return usual
    if alone and (wanted is Format.SITE or not given.is_dir()):
        return given
    return given / usual.name


def _refuse_own(desk: Desk, given: Path) -> None:
    """Keep a document from being written over, or among, the files that the portfolio is."""
    folder, place = desk.folder.resolve(), given.resolve()
    if folder not in place.parents:
        return
    first = place.relative_to(folder).parts[0]
    if first in OWN_PLACES or first.startswith("."):
        raise InputProblem(
            "belongs to the portfolio itself",
            f"Name another place, such as {EXPORT_FOLDER} in its folder.",
            file=given,
        )


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; returns what was made, the deepest first."""
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputProblem(
            f"the folder can't be made ({error.strerror})",
            "Choose another folder.",
            file=folder,
        ) from error
    return missing


def _remove_empty(made: Sequence[Path]) -> None:
    """Remove the folders that were made for documents which then were not written."""
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
