"""Commits the files of one source to a repository, and pushes them; touches nothing else in it."""

import shlex
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from dulwich.client import GitClient, LocalGitClient
from dulwich.errors import GitProtocolError
from dulwich.file import FileLocked, GitFile
from dulwich.index import index_entry_from_stat
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.pack import UnpackedObject
from dulwich.refs import Ref
from dulwich.repo import Repo

from cmalt_tui.atomic_file import not_written, write_atomically
from cmalt_tui.corpus.sources.repository.address import local_path_of
from cmalt_tui.corpus.sources.repository.client import connect, told_plainly
from cmalt_tui.corpus.sources.repository.place import (
    BRANCHES,
    DAMAGE,
    contains,
    files_in,
    head_of,
    open_folder,
    remote_of,
    tree_of,
)
from cmalt_tui.model.publishing_place import PublishingPlace
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report

_FILE, _FOLDER = 0o100644, 0o040000


def refuse_unsaved(place: PublishingPlace, folder: str, names: Iterable[str]) -> None:
    """See that nothing is written over that git doesn't know.

    Args:
        place: Where to look; a repository with no files on disk has nothing to lose.
        folder: The folder of the source.
        names: The files that are going to be written.

    Raises:
        InputProblem: The folder leads elsewhere, or a file in it was changed and not committed.
    """
    if place.is_new:
        return
    with open_folder(place.folder) as repo:
        if repo.bare:
            return
    there = place.folder / folder
    if there.is_symlink() or (there.exists() and not there.is_dir()):
        raise InputProblem("is no folder of its own", "Move it out of the way.", file=there)
    committed = files_in(place, folder) or {}
    for name in names:
        file = there / name
        try:
            content = file.read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise InputProblem(
                f"can't be read ({error.strerror})", "Check its permissions.", file=file
            ) from None
        if file.is_symlink() or _plain(content) != _plain(committed.get(name, b"")):
            raise InputProblem(
                "was changed and not committed", "Commit it, or throw it away, first.", file=file
            )


def commit_files(
    place: PublishingPlace, folder: str, files: Mapping[str, bytes], message: str, author: str
) -> str:
    """Write the files of a source and commit them, and them alone, whatever else is staged.

    No hook is run.

    Args:
        place: Where; made if it is new.
        folder: The folder of the source, at the top of the repository.
        files: Their names and contents; other files in the folder stay.
        message: What the commit says.
        author: Named as ``Name <address>``.

    Returns:
        The commit's id; empty where all is there already.

    Raises:
        InputProblem: It can't be written, or another program is at work in the repository.
    """
    refuse_unsaved(place, folder, files)
    try:
        if place.is_new:
            place.folder.mkdir(parents=True, exist_ok=True)
            Repo.init(str(place.folder), default_branch=place.branch.encode()).close()
        with open_folder(place.folder) as repo:
            return _commit(repo, place, folder, files, message, author)
    except FileLocked:
        raise InputProblem(
            "another program is at work in the repository", "Try again.", file=place.folder
        ) from None
    except DAMAGE:
        raise InputProblem(
            "the repository is damaged or incomplete", "Try: git fsck", file=place.folder
        ) from None
    except OSError as error:
        raise not_written(place.folder, error) from None


def push(place: PublishingPlace, report: Report) -> str:
    """Push the branch to the place's remote.

    Returns:
        Why it was not done, and what to do, as a sentence; empty if it was.
    """
    git = f"git -C {shlex.quote(str(place.folder))}"
    try:
        with open_folder(place.folder) as repo, told_plainly(place.remote):
            client, path = _client(place, report)
            _send(repo, client, path, place.branch)
    except _Behind:
        way_out = "Publish again" if place.is_ours else f"Run: {git} pull --rebase, then {git} push"
        return f"the remote has commits that are not here. {way_out}."
    except InputProblem as problem:
        reason = problem.problem.message
    except (GitProtocolError, OSError, *DAMAGE) as error:
        reason = clean_line(str(error))[:200] or type(error).__name__
    else:
        return ""
    target = f" origin {shlex.quote(place.branch)}" if place.is_ours else ""
    return f"{reason}. When that is mended, run: {git} push{target}"


class _Behind(Exception):  # noqa: N818 - somebody else was quicker
    """Raised where the remote has commits that are not here."""


def _commit(
    repo: Repo,
    place: PublishingPlace,
    folder: str,
    files: Mapping[str, bytes],
    message: str,
    author: str,
) -> str:
    head = head_of(repo)
    top = tree_of(repo, head) or Tree()
    before_all = top.id
    inner = Tree()
    if folder.encode() in top:
        before = repo[top[folder.encode()][1]]
        inner = before if isinstance(before, Tree) else inner
    blobs = {name: Blob.from_string(content) for name, content in files.items()}
    for name, blob in blobs.items():
        inner[name.encode()] = (_FILE, blob.id)
    top[folder.encode()] = (_FOLDER, inner.id)
    if top.id == before_all:
        return ""
    for made in (*blobs.values(), inner, top):
        repo.object_store.add_object(made)
    commit = _made_commit(top, head, message, author)
    repo.object_store.add_object(commit)
    if repo.bare:
        _move_branch(repo, place, head, commit.id)
        return commit.id.decode()
    # Kept from others before anything is changed, so that nothing is half done where they are.
    with GitFile(repo.index_path(), "wb") as lock:
        with _put_back_if_it_fails(place.folder / folder, files):
            for name, content in files.items():
                write_atomically(place.folder / folder / name, [content])
            _move_branch(repo, place, head, commit.id)
        lock.abort()
        _tell_index(repo, place.folder, folder, blobs)
    return commit.id.decode()


@contextmanager
def _put_back_if_it_fails(folder: Path, names: Iterable[str]) -> Iterator[None]:
    """Leave the files of a folder as they were when they can't be committed."""
    before = {
        folder / name: (folder / name).read_bytes() if (folder / name).exists() else None
        for name in names
    }
    try:
        yield
    except BaseException:
        with suppress(OSError, InputProblem):
            for file, content in before.items():
                if content is None:
                    file.unlink(missing_ok=True)
                elif file.read_bytes() != content:
                    write_atomically(file, [content])
            folder.rmdir()  # if there is nothing else in it
        raise


def _move_branch(
    repo: Repo, place: PublishingPlace, head: ObjectID | None, commit: ObjectID
) -> None:
    ref = Ref(BRANCHES + place.branch.encode())
    done = (
        repo.refs.add_if_new(ref, commit)
        if head is None
        else repo.refs.set_if_equals(ref, head, commit)
    )
    if not done:
        raise InputProblem(
            "another program committed at the same time", "Try again.", file=place.folder
        )


def _made_commit(top: Tree, head: ObjectID | None, message: str, author: str) -> Commit:
    commit = Commit()
    commit.tree = top.id
    commit.parents = [] if head is None else [head]
    commit.author = commit.committer = author.encode()
    now = time.localtime()
    commit.author_time = commit.commit_time = int(time.time())
    commit.author_timezone = commit.commit_timezone = now.tm_gmtoff // 60 * 60
    commit.encoding = b"UTF-8"
    commit.message = message.encode()
    return commit


def _tell_index(repo: Repo, top: Path, folder: str, blobs: Mapping[str, Blob]) -> None:
    index = repo.open_index()
    for name, blob in blobs.items():
        state = (top / folder / name).stat()
        index[f"{folder}/{name}".encode()] = index_entry_from_stat(state, blob.id, mode=_FILE)
    index.write()


def _client(place: PublishingPlace, report: Report) -> tuple[GitClient, str]:
    local = local_path_of(place.remote)
    if local is None:
        return connect(place.remote, report)
    folder = place.folder / local
    with open_folder(folder) as there:
        if not there.bare:
            raise InputProblem(f"{folder} is a repository that somebody works in")
    return LocalGitClient(), str(folder)


def _send(repo: Repo, client: GitClient, path: str, branch: str) -> None:
    ref = Ref(BRANCHES + branch.encode())
    ours = repo.refs[ref]

    def changed(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
        theirs = refs.get(ref)
        if theirs is not None and not contains(repo, ours, theirs):
            raise _Behind
        return {ref: ours}

    def packed(
        have: Iterable[ObjectID], want: Iterable[ObjectID], **options: object
    ) -> tuple[int, Iterable[UnpackedObject]]:
        return repo.generate_pack_data(set(have), set(want), ofs_delta=True)

    result = client.send_pack(path, changed, packed)  # type: ignore[arg-type]
    for status in (result.ref_status or {}).values():
        if status:
            raise InputProblem(f"the remote refused it ({clean_line(str(status))[:200]})")
    if not repo.bare:
        name, _ = remote_of(repo, branch)
        repo.refs[Ref(f"refs/remotes/{name}/{branch}".encode())] = ours


def _plain(content: bytes) -> bytes:
    """Content as git stores it where it turns line ends."""
    return content.replace(b"\r\n", b"\n")
