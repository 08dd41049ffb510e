"""Makes documents of a portfolio: composed and parsed once, written in as many formats as asked."""

from collections.abc import Callable, Sequence
from pathlib import Path

from cmalt_tui.export.placing import check_place, place
from cmalt_tui.export.request import Exported, ExportNote, ExportRequest, Format
from cmalt_tui.export.written import Written
from cmalt_tui.pandoc import PandocFailed
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report, unreported

# A document, the notes of its parse, and its words.
_Made = tuple[Written, tuple[ExportNote, ...], int]


def export(request: ExportRequest, report: Report = unreported) -> Exported:
    """Make one document; see `export_many`."""
    return export_many([request], report)[0]


def export_many(
    requests: Sequence[ExportRequest], report: Report = unreported
) -> tuple[Exported, ...]:
    """Make several documents of one portfolio.

    Every document is written whole before any is put in its place, so that cancelling or a fault
    leaves all files as they were.

    Args:
        requests: What to make. Those for the same audience and date share their parse.
        report: Told before every step; may raise Cancelled, also in the midst of a step.

    Returns:
        The documents, in the order of the requests.

    Raises:
        InputProblem: A text can't be read as Markdown, or a file can't be written.
    """
    for request in requests:
        check_place(request)
    made: dict[int, _Made] = {}
    steps = _Steps(report, total=len(requests) + len(_alike(requests)))
    for numbers in _alike(requests):
        _make([(number, requests[number]) for number in numbers], steps, made)
    # A site first: it is copied file by file, and may still be stopped then.
    for number, request in sorted(
        enumerate(requests), key=lambda one: one[1].format is not Format.SITE
    ):
        place(made[number][0], request, steps.check)
    return tuple(
        Exported(request.output, request.format, (*notes, *written.notes), words)
        for request, (written, notes, words) in (
            (request, made[number]) for number, request in enumerate(requests)
        )
    )


class _Steps:
    """Counts the steps of an export, and lets a long step be stopped."""

    def __init__(self, report: Report, total: int) -> None:
        self._report = report
        self._now = Progress(-1, total, "")

    def next(self, what: str) -> None:
        self._now = Progress(self._now.done + 1, self._now.total, what)
        self._report(self._now)

    def check(self) -> None:
        self._report(self._now)


def _alike(requests: Sequence[ExportRequest]) -> list[list[int]]:
    """Group the requests that can share a parse."""
    groups: list[list[int]] = []
    for number, request in enumerate(requests):
        for group in groups:
            if _shared(requests[group[0]]) == _shared(request):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


def _shared(request: ExportRequest) -> tuple[object, ...]:
    """What two requests must have in common to share a parse."""
    return (
        *(request.audience, request.date, request.folder),
        *(id(request.portfolio), id(request.framework)),
        *(request.format.takes_files, request.format is Format.ARCHIVE),
    )


def _make(
    requests: Sequence[tuple[int, ExportRequest]],
    steps: _Steps,
    made: dict[int, _Made],
) -> None:
    if requests[0][1].format is Format.ARCHIVE:
        from cmalt_tui.export.archive import write_archive

        steps.next("Looking through the folder")
        for number, request in requests:
            steps.next(f"Writing {request.output.name}")
            made[number] = write_archive(request, steps.check), (), _words(request)
        return
    import tempfile

    from cmalt_tui.export.clean_document import clean_document
    from cmalt_tui.export.document import compose
    from cmalt_tui.export.pictures import PictureStage

    first = requests[0][1]
    steps.next("Reading the texts")
    source = compose(first)
    with tempfile.TemporaryDirectory(prefix="cmalt-export-") as name:
        pictures = PictureStage(first.folder, Path(name), source.hidden_files)
        try:
            document = clean_document(source, pictures, steps.check)
            for number, request in requests:
                steps.next(f"Writing {request.output.name}")
                written = _writer(request.format)(document, request, steps.check)
                made[number] = written, document.notes, document.words
        except PandocFailed as failure:
            raise InputProblem(f"the document can't be written: {failure}") from failure
        finally:
            pictures.close()


def _words(request: ExportRequest) -> int:
    return sum(sum(section.words.values()) for section in request.portfolio.sections.values())


def _writer(format: Format) -> Callable[..., Written]:
    """Find a format's writer; only that one's libraries are imported."""
    if format is Format.ZIP:
        from cmalt_tui.export.package import write_package

        return write_package
    if format is Format.SITE:
        from cmalt_tui.export.site import write_site

        return write_site
    from cmalt_tui.export.document_writers import document_writer

    return document_writer(format)
