"""A git repository opened for reading: fetched as it stands, never checked out, nothing run."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dulwich.config import ConfigFile
from dulwich.object_store import BaseObjectStore
from dulwich.objects import Commit, ObjectID, RawObjectID, ShaFile, Tag
from dulwich.pack import Pack
from dulwich.refs import HEADREF, Ref
from dulwich.repo import Repo

from cmalt_tui.corpus.sources.repository.address import check_address, local_path_of
from cmalt_tui.corpus.sources.repository.fetching import copy_in, fetch_newest, make_copy
from cmalt_tui.corpus.sources.repository.folder_check import refuse_traps
from cmalt_tui.corpus.sources.repository.pack_check import LARGEST_OBJECT, check_object
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Report

_FETCHED = Ref(b"refs/heads/fetched")
_FOLDER = "repositories"
_DEEPEST_TAG = 5


class _Damaged(Exception):  # noqa: N818 - it leads to another try or to a message
    """What is there is no repository, or a broken one."""


@dataclass(frozen=True)
class Repository:
    """A repository at one commit.

    Attributes:
        revision: The commit's id.
        tree: The id of its files.
    """

    repo: Repo
    address: str
    revision: str
    tree: ObjectID

    def read(self, name: ObjectID) -> ShaFile:
        """Read one object, after a look at how big it will be.

        Raises:
            InputProblem: It is too big, missing or damaged.
        """
        return _read(self.repo, name, self.address)


@contextmanager
def open_repository(address: str, cache: Path, report: Report) -> Iterator[Repository]:
    """Open a repository at its main branch.

    One on this machine is read where it is; of another the newest commit alone is fetched into
    the cache, unless it is there. No hook, filter or submodule is ever looked at.

    Args:
        address: ``https://…``, ``ssh://…``, ``git@host:path``, ``file:///…`` or a path.
        cache: Where fetched repositories are kept; they can be thrown away at any time.
        report: Told how much has come in; may raise `Cancelled`.

    Raises:
        InputProblem: It is not there, can't be reached or read, or is too big.
    """
    check_address(address)
    local = local_path_of(address)
    if local is not None:
        repo, head = _opened(local), HEADREF
    else:
        repo, head = _fetched(address, cache, report), _FETCHED
    with repo:
        yield _at_head(repo, head, address)


class _OwnSettingsOnly(Repo):
    """A repository whose settings are what its own file says; an include may name any file."""

    def get_config(self) -> ConfigFile:
        """Read the settings."""
        try:
            return ConfigFile.from_path(Path(self.commondir()) / "config", expand_includes=False)
        except FileNotFoundError:
            return ConfigFile()


def _opened(folder: Path) -> Repo:
    refuse_traps(folder)
    try:
        with _any_damage():
            repo = _OwnSettingsOnly(str(folder))
    except _Damaged:
        raise InputProblem("is no git repository", "Check the path.", file=folder) from None
    repo.object_store.loose_object_size_limit = LARGEST_OBJECT
    return repo


def _fetched(address: str, cache: Path, report: Report) -> Repo:
    folder = copy_in(cache / _FOLDER, address)
    for last in (False, True):
        try:
            with _any_damage():
                return _brought_up_to_date(folder, address, report)
        except _Damaged:
            if last:
                raise _damaged(address) from None
            # What was kept may be half of something: once more with nothing kept.
            shutil.rmtree(folder, ignore_errors=True)
    raise AssertionError("one of two tries has ended it")


def _brought_up_to_date(folder: Path, address: str, report: Report) -> Repo:
    if not folder.exists():
        make_copy(folder)
    repo = _opened(folder)
    try:
        newest = fetch_newest(repo, address, report)
        if newest.commit is None:
            raise _empty(address)
        repo.refs[_FETCHED] = newest.commit
    except BaseException:
        repo.close()
        raise
    return repo


def _at_head(repo: Repo, head: Ref, address: str) -> Repository:
    try:
        with _any_damage():
            name = repo.refs[head]
    except _Damaged:
        raise _empty(address) from None
    found = _read(repo, name, address)
    for _ in range(_DEEPEST_TAG):
        if isinstance(found, Tag):
            found = _read(repo, found.object[1], address)
    if not isinstance(found, Commit):
        raise _damaged(address)
    return Repository(repo, address, found.id.decode("ascii"), found.tree)


def _read(repo: Repo, name: ObjectID, address: str) -> ShaFile:
    try:
        with _any_damage():
            for store in (repo.object_store, *repo.object_store.alternates):
                _refuse_big(store, name)
            return repo.object_store[name]
    except _Damaged:
        raise _damaged(address) from None


def _refuse_big(store: BaseObjectStore, name: ObjectID) -> None:
    for pack in store.packs:
        if name in pack:
            _refuse_big_of(pack, name)


def _refuse_big_of(pack: Pack, name: ObjectID) -> None:
    place_of = pack.index.object_offset
    with Path(pack.data.path).open("rb") as file:
        check_object(file, place_of(name), lambda raw: place_of(RawObjectID(raw)))


@contextmanager
def _any_damage() -> Iterator[None]:
    """Take for damage what dulwich raises over wrong bytes; it has no common class for that."""
    try:
        yield
    except (InputProblem, Cancelled, OSError):
        raise
    except Exception as error:
        raise _Damaged from error


def _empty(address: str) -> InputProblem:
    return InputProblem(f"{clean_line(address)}: the repository holds nothing yet")


def _damaged(address: str) -> InputProblem:
    return InputProblem(
        f"{clean_line(address)}: the repository is damaged", "Try again later, or clone it anew."
    )
