"""Publishes passages in a repository that others can add: planned first, done when asked."""

from dataclasses import dataclass
from pathlib import Path

from cmalt_tui.model.publishing_place import PublishingPlace
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report
from cmalt_tui.workbench.publishing.leaving import Leaving

_COPIES = "publishing"


@dataclass(frozen=True)
class PublishingPlan:
    """What would be published, and where; nothing of it has been done.

    Attributes:
        id: The folder in the repository: the wanted one, or another where somebody else has it.
        committer: As whom it is committed, ``Name <address>``: that is public too.
        new, gone, same: Passages beside what was published there before.
        is_first: Whether nothing was.
    """

    leaving: Leaving
    place: PublishingPlace
    id: str
    committer: str
    new: int
    gone: int
    same: int
    is_first: bool


@dataclass(frozen=True)
class Published:
    """What publishing did.

    Attributes:
        commit: Its id; empty where all stood there already.
        pushed: Whether it is where the remote is.
        problem: Why it is not, and what to do; the commit stays.
    """

    commit: str
    pushed: bool
    problem: str = ""


def plan_publishing(leaving: Leaving, named: str, places: Places, report: Report) -> PublishingPlan:
    """Look where passages would go, and what is there already.

    Args:
        leaving: What is to be published.
        named: A repository's folder or address; a folder that is empty or not there becomes one.
        places: Where copies of repositories elsewhere are kept.
        report: Told how far fetching is; may raise `Cancelled`.

    Raises:
        InputProblem: The repository can't be reached or committed to.
    """
    from cmalt_tui.corpus.sources.repository.place import files_in, find_place
    from cmalt_tui.corpus.sources.repository.writing import refuse_unsaved
    from cmalt_tui.corpus.sources.shared_files import author_of, changed_passages, shared_files

    place = find_place(named, places.data / _COPIES, report)
    if leaving.home is not None:
        _refuse_home(place.folder.resolve(), leaving.home.resolve())
    number, free = 1, leaving.id
    while True:
        there = files_in(place, free)
        if there is not None and (not there or author_of(there) == leaving.origin.author):
            break
        number += 1
        free = f"{leaving.id}-{number}"
    files = shared_files(leaving.origin, leaving.passages)
    refuse_unsaved(place, free, files)
    new, gone, same = changed_passages(there, files)
    committer = place.committer or f"{_name(leaving.origin.author)} <>"
    return PublishingPlan(leaving, place, free, committer, new, gone, same, not there)


def publish(plan: PublishingPlan, report: Report, *, push: bool = True) -> Published:
    """Commit what was planned, and push it where there is a remote.

    Raises:
        InputProblem: It can't be committed; the branch is as it was.
    """
    from cmalt_tui.corpus.sources.repository import writing
    from cmalt_tui.corpus.sources.shared_files import shared_files

    origin = plan.leaving.origin
    message = (
        f"{'Publish' if plan.is_first else 'Update'} {origin.portfolio}, by {origin.author}\n\n"
        f"Licence: {origin.licence}\n"
    )
    files = shared_files(origin, plan.leaving.passages)
    commit = writing.commit_files(plan.place, plan.id, files, message, plan.committer)
    if not plan.place.remote or not push:
        return Published(commit, pushed=False)
    problem = writing.push(plan.place, report)
    return Published(commit, pushed=not problem, problem=problem)


def _refuse_home(target: Path, home: Path) -> None:
    """Refuse a repository that the portfolio lies in: to push it could push the notes too."""
    if target.is_relative_to(home) or home.is_relative_to(target):
        raise InputProblem(
            "lies in the portfolio, or the portfolio in it, and not all of that is public",
            "Name a repository of its own with --to.",
            file=target,
        )


def _name(author: str) -> str:
    """An author as git can take one."""
    return clean_line(author).translate(dict.fromkeys(map(ord, "<>"))).strip(" .,") or "unknown"
