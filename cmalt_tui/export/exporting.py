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
        check_place(request.output)
    made: dict[int, _Made] = {}
    steps = _Steps(report, total=len(requests) + len(_alike(requests)))
    for numbers in _alike(requests):
        _make([(number, requests[number]) for number in numbers], steps, made)
    finished = []
    for number, request in enumerate(requests):
        written, notes, words = made[number]
        place(written, request.output)
        finished.append(Exported(request.output, request.format, (*notes, *written.notes), words))
    return tuple(finished)


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
            first = requests[group[0]]
            if (first.audience, first.date, first.folder) == (
                request.audience,
                request.date,
                request.folder,
            ) and (first.portfolio is request.portfolio and first.framework is request.framework):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


def _make(
    requests: Sequence[tuple[int, ExportRequest]],
    steps: _Steps,
    made: dict[int, _Made],
) -> None:
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


def _writer(format: Format) -> Callable[..., Written]:
    """Find a format's writer; only that one's libraries are imported."""
    if format is Format.DOCX:
        from cmalt_tui.export.docx import write_docx

        return write_docx
    if format is Format.HTML:
        from cmalt_tui.export.html import write_html

        return write_html
    if format is Format.PDF:
        from cmalt_tui.export.pdf import write_pdf

        return write_pdf
    from cmalt_tui.export.markdown_file import write_markdown

    return write_markdown
