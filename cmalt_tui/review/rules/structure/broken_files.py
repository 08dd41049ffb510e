"""STR-6: a file of the portfolio that can't be read, so that nothing of it is handed over."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for broken in reviewed.portfolio.broken:
        if reviewed.section_id in ("", broken.section):
            line = f", line {broken.problem.line}" if broken.problem.line else ""
            yield Finding(
                "STR-6",
                Level.ERROR,
                broken.section,
                message=f"{broken.path} can't be read{line}: {broken.problem.message}."
                f" {broken.problem.way_out}".strip(),
            )


RULE = Rule(
    "STR-6",
    "a file that can't be read",
    "What the program can't read stays as it is, but it is in no document and in no count.",
    "The message names the file and the line; an editor of your choice mends it.",
    "Own rule.",
    _find,
)
