"""PKG-1: files that are together too large to be handed over."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_MB = 1_000_000
_MOST_NAMED = 3


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    size = reviewed.package_bytes
    warned, most = _bound(reviewed, "package_warn_mb"), _bound(reviewed, "package_max_mb")
    if most and size > most:
        level, told = Level.ERROR, f"more than the {most // _MB} MB that can be handed over"
    elif warned and size > warned:
        level, told = Level.WARNING, f"more than the {warned // _MB} MB that some pages name"
    else:
        return
    yield Finding(
        "PKG-1",
        level,
        message=f"The files of the evidence are {size / _MB:.1f} MB together, {told}."
        f"{_largest(reviewed)}",
        question="Which of them could be a link, a smaller picture or a shorter video?",
    )


def _bound(reviewed: Reviewed, name: str) -> int:
    named = reviewed.framework.process.get(name, 0)
    return named * _MB if isinstance(named, int) else 0


def _largest(reviewed: Reviewed) -> str:
    used = {use.item for entry in reviewed.entries for use in entry.written.evidence}
    sizes = [(facts.size, one) for one, facts in reviewed.artefacts.items() if one in used]
    largest = sorted(sizes, reverse=True)[:_MOST_NAMED]
    named = [f"{one} ({size / _MB:.1f} MB)" for size, one in largest if size]
    return f" The largest: {', '.join(named)}." if named else ""


RULE = Rule(
    "PKG-1",
    "files too large to be handed over",
    "What doesn't get through the mail or the form isn't read. The accreditor's own page names"
    " 10 MB in one place and 25 MB in another.",
    "A video as a link, pictures no wider than a page, and a PDF in place of slides.",
    "The accreditor's page on submission.",
    _find,
    is_local=False,
    purposes=OWN_EYES,
)
