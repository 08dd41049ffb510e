"""Where passages are to be published: a repository on this machine, a new one, or one elsewhere."""

import os
import shutil
import zlib
from contextlib import ExitStack, suppress
from pathlib import Path

from dulwich.config import StackedConfig
from dulwich.errors import (
    ApplyDeltaError,
    ChecksumMismatch,
    FileFormatException,
    NotGitRepository,
    WrongObjectException,
)
from dulwich.graph import can_fast_forward
from dulwich.objects import Blob, ObjectID, Tree
from dulwich.pack import UnresolvedDeltas
from dulwich.refs import HEADREF, Ref
from dulwich.repo import Repo

from cmalt_tui.corpus.sources.repository.address import check_address, local_path_of
from cmalt_tui.corpus.sources.repository.fetching import copy_in, fetch_newest, make_copy
from cmalt_tui.corpus.sources.repository.folder_check import refuse_traps
from cmalt_tui.model.publishing_place import PublishingPlace
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report

# What dulwich raises over wrong bytes; it has no common class for that.
DAMAGE = (
    *(ValueError, KeyError, AssertionError, TypeError, EOFError, zlib.error),
    *(NotGitRepository, FileFormatException, ChecksumMismatch, WrongObjectException),
    *(ApplyDeltaError, UnresolvedDeltas),
)
BRANCHES = b"refs/heads/"
_LARGEST = 60_000_000
_IN_BETWEEN = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")


def find_place(named: str, copies: Path, report: Report) -> PublishingPlace:
    """Find the repository that a person named, and see whether it can be committed to.

    Of one that is elsewhere the newest commit is fetched; nothing is checked out, and no hook,
    filter or submodule is looked at. Nothing else is written.

    Args:
        named: A folder, or an address: ``https://…``, ``ssh://…``, ``git@host:path``, ``file:///…``.
        copies: Where repositories are kept that are elsewhere.
        report: Told how much has come in; may raise `Cancelled`.

    Raises:
        InputProblem: It can't be reached, is no repository, or is in the midst of something.
    """
    check_address(named)
    folder = local_path_of(named)
    if folder is None:
        return _elsewhere(named, copies, report)
    folder = folder.absolute()
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return PublishingPlace(folder, clean_line(named), is_new=True, committer=_committer(None))
    with open_folder(folder) as repo:
        return _on_this_machine(repo, folder, named)


def open_folder(folder: Path) -> Repo:
    """Open a repository on this machine.

    Raises:
        InputProblem: There is none, or it is a trap.
    """
    refuse_traps(folder)
    try:
        return Repo(str(folder))
    except (*DAMAGE, OSError):
        raise InputProblem(
            "is no git repository",
            "Name the folder of one, or a folder that is empty or not there yet.",
            file=folder,
        ) from None


def files_in(place: PublishingPlace, folder: str) -> dict[str, bytes] | None:
    """The committed files right inside a folder of the repository's top.

    Returns:
        Their names and contents; None where something else than a folder has the name. Nothing
        where there is no such folder.
    """
    if place.is_new:
        return {}
    with open_folder(place.folder) as repo:
        try:
            top = tree_of(repo, head_of(repo))
            if top is None or folder.encode() not in top:
                return {}
            inner = repo[top[folder.encode()][1]]
            if not isinstance(inner, Tree):
                return None
            files = {}
            for entry in inner.items():
                found = repo.object_store[entry.sha] if entry.mode & 0o170000 == 0o100000 else None
                if isinstance(found, Blob) and found.raw_length() <= _LARGEST:
                    files[entry.path.decode("utf-8", "replace")] = found.data
        except DAMAGE:
            raise InputProblem(
                "the repository is damaged or incomplete", "Try: git fsck", file=place.folder
            ) from None
        return files


def head_of(repo: Repo) -> ObjectID | None:
    """The newest commit of the branch; None where there is none yet."""
    try:
        return repo.refs[HEADREF]
    except KeyError:
        return None


def tree_of(repo: Repo, commit: ObjectID | None) -> Tree | None:
    """The files of a commit."""
    tree = None if commit is None else repo[repo[commit].tree]  # type: ignore[attr-defined]
    return tree if isinstance(tree, Tree) else None


def _on_this_machine(repo: Repo, folder: Path, named: str) -> PublishingPlace:
    branch = _branch_of(repo, folder)
    if any((Path(repo.controldir()) / mark).exists() for mark in _IN_BETWEEN):
        raise InputProblem(
            "is in the midst of a merge or a rebase", "Finish or abort it first.", file=folder
        )
    name, remote = remote_of(repo, branch)
    tracked = _at(repo, Ref(b"refs/remotes/" + f"{name}/{branch}".encode()))
    head = head_of(repo)
    if remote and tracked is not None and not contains(repo, head, tracked):
        raise InputProblem(
            f"the remote has commits that branch {branch} lacks",
            "Bring it up to date with: git pull --rebase",
            file=folder,
        )
    return PublishingPlace(folder, clean_line(named), branch, remote, committer=_committer(repo))


def _branch_of(repo: Repo, folder: Path) -> str:
    names, _ = repo.refs.follow(HEADREF)
    if not names[-1].startswith(BRANCHES):
        raise InputProblem(
            "is on no branch", "Go to one first, for example with: git switch main", file=folder
        )
    return names[-1].removeprefix(BRANCHES).decode("utf-8", "replace")


def remote_of(repo: Repo, branch: str) -> tuple[str, str]:
    """The name and the address of the remote that git would push to."""
    config = repo.get_config_stack()
    name = b"origin"
    with suppress(KeyError):
        name = config.get((b"branch", branch.encode()), b"remote")
    for key in (b"pushurl", b"url"):
        with suppress(KeyError):
            return name.decode(), config.get((b"remote", name), key).decode("utf-8", "replace")
    return name.decode(), ""


def _elsewhere(address: str, copies: Path, report: Report) -> PublishingPlace:
    folder = copy_in(copies, address)
    with ExitStack() as unless_done:
        if not folder.exists():
            unless_done.callback(shutil.rmtree, folder, ignore_errors=True)
            make_copy(folder)
        try:
            with open_folder(folder) as repo:
                branch = _bring_up_to_date(repo, address, report)
                committer = _committer(repo)
        except DAMAGE:
            raise InputProblem(
                "the copy of the repository is damaged", "Delete it, and try again.", file=folder
            ) from None
        unless_done.pop_all()
    return PublishingPlace(folder, address, branch, address, is_ours=True, committer=committer)


def _bring_up_to_date(repo: Repo, address: str, report: Report) -> str:
    """Make a bare copy stand where the repository elsewhere stands; the branch that it is on."""
    newest = fetch_newest(repo, address, report)
    branch = newest.branch or Ref(BRANCHES + b"main")
    if newest.commit is not None:
        repo.refs[branch] = newest.commit
    repo.refs.set_symbolic_ref(HEADREF, branch)
    config = repo.get_config()
    config.set((b"remote", b"origin"), b"url", address.encode())
    config.write_to_path()
    return branch.removeprefix(BRANCHES).decode("utf-8", "replace")


def _committer(repo: Repo | None) -> str:
    """Whom the person's git is set to; what it would guess from the machine is not published."""
    config = repo.get_config_stack() if repo else StackedConfig.default()
    told = []
    for variable, key in (("GIT_AUTHOR_NAME", b"name"), ("GIT_AUTHOR_EMAIL", b"email")):
        value = os.environ.get(variable, "")
        if not value:
            with suppress(KeyError):
                value = config.get((b"user",), key).decode("utf-8", "replace")
        told.append(clean_line(value).translate(dict.fromkeys(map(ord, "<>"))))
    return f"{told[0]} <{told[1]}>" if all(told) else ""


def _at(repo: Repo, ref: Ref) -> ObjectID | None:
    try:
        return repo.refs[ref]
    except KeyError:
        return None


def contains(repo: Repo, ours: ObjectID | None, theirs: ObjectID) -> bool:
    """Whether a commit, which may not have been fetched, is among the ancestors of ours."""
    if ours is None or theirs not in repo.object_store:
        return False
    return ours == theirs or can_fast_forward(repo, theirs, ours)
