"""Finds the writer of a document's format; only that one's libraries are imported."""

from collections.abc import Callable

from cmalt_tui.export.request import Format
from cmalt_tui.export.written import Written


def document_writer(format: Format) -> Callable[..., Written]:
    """The writer of a format that is one document."""
    if format is Format.DOCX:
        from cmalt_tui.export.docx import write_docx

        return write_docx
    if format is Format.HTML:
        from cmalt_tui.export.html import write_html

        return write_html
    if format is Format.PDF:
        from cmalt_tui.export.pdf import write_pdf

        return write_pdf
    if format is Format.MARKDOWN:
        from cmalt_tui.export.markdown_file import write_markdown

        return write_markdown
    raise ValueError(f"{format} is no document")
