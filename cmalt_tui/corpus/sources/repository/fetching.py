"""Fetches the newest commit of a repository elsewhere into a bare one on this machine."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from dulwich.client import AbstractHttpGitClient
from dulwich.errors import GitProtocolError
from dulwich.objects import ObjectID
from dulwich.refs import HEADREF, Ref
from dulwich.repo import Repo

from cmalt_tui.atomic_file import not_written
from cmalt_tui.corpus.sources.repository.address import name_of
from cmalt_tui.corpus.sources.repository.client import connect, told_plainly
from cmalt_tui.corpus.sources.repository.pack_check import check_pack
from cmalt_tui.plain_text import slug
from cmalt_tui.progress import Report


class Newest(NamedTuple):
    """What a repository elsewhere is at.

    Attributes:
        commit: The newest one of its main branch; None where it holds nothing yet.
        branch: The branch that it is on; None where it doesn't say.
    """

    commit: ObjectID | None
    branch: Ref | None


def copy_in(folder: Path, address: str) -> Path:
    """Where in a folder the repository is kept that is fetched from an address."""
    digest = sha256(address.encode("utf-8", "replace")).hexdigest()[:12]
    return folder / f"{slug(name_of(address), longest=40)}-{digest}"


def make_copy(folder: Path) -> None:
    """Make the empty bare repository that is fetched into.

    Raises:
        InputProblem: It can't be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        Repo.init_bare(str(folder), mkdir=True).close()
    except OSError as error:
        raise not_written(folder, error) from None


def fetch_newest(repo: Repo, address: str, report: Report) -> Newest:
    """Fetch the newest commit alone, unless it is there; no reference is changed.

    Args:
        repo: Made by `make_copy`.
        address: Of a repository that is not on this machine.
        report: Told how much has come in; may raise `Cancelled`.

    Raises:
        InputProblem: It can't be reached, or what it sends is too big.
    """
    client, path = connect(address, report)
    there: list[ObjectID] = []

    def wants(refs: Mapping[Ref, ObjectID], depth: int | None = None) -> list[ObjectID]:
        if isinstance(client, AbstractHttpGitClient) and client.dumb:
            raise GitProtocolError("it is a web server that doesn't speak git")
        if HEADREF in refs:
            there.append(refs[HEADREF])
        return [name for name in there if name not in repo.object_store]

    with told_plainly(address), TemporaryFile() as pack:
        result = client.fetch_pack(
            path, wants, repo.get_graph_walker(), pack.write, depth=1, protocol_version=0
        )
        if pack.tell():
            pack.seek(0)
            check_pack(pack)
            pack.seek(0)
            repo.object_store.add_thin_pack(pack.read, None)
        repo.update_shallow(result.new_shallow, result.new_unshallow)
    return Newest(there[0] if there else None, (result.symrefs or {}).get(HEADREF))
