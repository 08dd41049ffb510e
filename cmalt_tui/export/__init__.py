"""Turns a portfolio into documents that other people can open: DOCX, HTML, PDF, Markdown."""

from cmalt_tui.export.exporting import export, export_many
from cmalt_tui.export.request import Audience, Exported, ExportNote, ExportRequest, Format

__all__ = [
    "Audience",
    "ExportNote",
    "ExportRequest",
    "Exported",
    "Format",
    "export",
    "export_many",
]
