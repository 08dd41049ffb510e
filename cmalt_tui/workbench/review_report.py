"""Writes what a review found as a page that can be read without the program."""

from datetime import date
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.report import as_html, as_markdown, report_content
from cmalt_tui.review.reviewing import Sorted
from cmalt_tui.workbench.desk import Desk

_WRITERS = {".html": as_html, ".md": as_markdown}


def write_report(file: Path, desk: Desk, found: Sorted, purpose: Purpose, today: date) -> None:
    """Write a report as HTML or Markdown, as the file's ending says.

    Args:
        file: Where it is written; a report that is there is replaced.
        desk: The portfolio.
        found: What the review found.
        purpose: What the review was for.
        today: The day of the review.

    Raises:
        InputProblem: The ending is another one, or the file can't be written.
    """
    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        raise InputProblem(
            "is no file for a report", f"End it with {' or '.join(_WRITERS)}.", file=file
        )
    content = report_content(desk.framework, desk.portfolio, found, purpose, today)
    write_atomically(file, [write(content).encode("utf-8", "replace")])
