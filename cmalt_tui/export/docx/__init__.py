"""Writes the document as a DOCX that Word, LibreOffice and Google Docs all show as it is meant."""

from cmalt_tui.export.docx.writing import write_docx

__all__ = ["write_docx"]
