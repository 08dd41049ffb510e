"""PRI-1: a principle that no section or reflection is tagged with, or hardly any."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.outline import Entry
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_LEAST_AREAS = 2


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    shown: dict[str, set[str]] = {one.code: set() for one in reviewed.framework.principles}
    if not any(_codes(entry) for entry in reviewed.entries):
        # Nothing is tagged yet: one finding says that, not one a principle.
        if shown and any(not entry.written.is_empty for entry in reviewed.entries):
            yield Finding(
                "PRI-1",
                Level.WARNING,
                message="No section is tagged with a principle yet, so nobody can see where you"
                " show them.",
                question="Which section shows which principle best?",
            )
        return
    for entry in reviewed.entries:
        for code in _codes(entry) & shown.keys():
            shown[code].add(entry.asked.area or entry.id)
    for principle in reviewed.framework.principles:
        areas = shown[principle.code]
        if not areas:
            yield Finding(
                "PRI-1",
                Level.WARNING,
                message=f"No section or reflection is tagged with {principle.code}:"
                f" {principle.title}",
                question="Where do you show it already, without having said so?",
            )
        elif len(areas) < _LEAST_AREAS:
            yield Finding(
                "PRI-1",
                Level.HINT,
                message=f"{principle.code} is tagged in one area only: {principle.title}",
                question="Does another area show it as well?",
            )


def _codes(entry: Entry) -> set[str]:
    written = entry.written
    return {code for tags in (written.principles, *_of_reflections(entry)) for code in tags}


def _of_reflections(entry: Entry) -> Iterator[tuple[str, ...]]:
    return (piece.principles for piece in entry.written.reflections)


RULE = Rule(
    "PRI-1",
    "a principle that is shown nowhere, or in one area only",
    "The principles are graded by themselves, over the whole portfolio. One that never comes up is"
    " a row of the form that an assessor can't fill.",
    "Tag the section or reflection that shows it, and say in a sentence how it does.",
    "ALT's assessment form of May 2026, which has a row for each principle; “two areas” is ours.",
    _find,
    is_local=False,
)
