"""The places that examples are taken from: a path, a zip file, a repository, a web address."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cmalt_tui.corpus.sources.repository.address import is_repository_address
from cmalt_tui.model.example_source import LeftOut
from cmalt_tui.model.passage import Origin
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Report

FILE, FOLDER, ZIP, GIT, WEB = "file", "folder", "zip", "git", "web"
_MOST_MEMBERS = 50_000
_DEEPEST_WRAPPING = 3
_NOBODY = Origin("")


@dataclass(frozen=True)
class Place:
    """A place, opened: its files lie in a folder of this machine as long as it is open.

    Attributes:
        kind: ``file``, ``folder``, ``zip``, ``git`` or ``web``.
        address: What leads there again.
        name: What to call it.
        root: Where its files are now.
        is_copy: Whether they were put there just now, so that their times say nothing.
        revision: What tells its whole state from any other; empty where nothing does.
        link: The web address that its passages are shown with, where they name none.
        left_out: What was not copied.
        told: What it says of itself as a whole.
        links: The web address of each of its files, by name, where they have one.
    """

    kind: str
    address: str
    name: str
    root: Path
    is_copy: bool = False
    revision: str = ""
    link: str = ""
    left_out: tuple[LeftOut, ...] = ()
    told: Origin = _NOBODY
    links: Mapping[str, str] = field(default_factory=dict)


def kind_and_address(named: str | Path, *, git: bool = False) -> tuple[str, str]:
    """Tell what a person has named.

    Args:
        named: A path or an address, as it was typed.
        git: Whether it was said to be a git repository.

    Returns:
        Its kind, and the address under which it is remembered.
    """
    text = str(named)
    if not isinstance(named, Path) or git:
        if git or is_repository_address(text):
            return GIT, text if "://" in text or not Path(text).exists() else _absolute(text)
        if text.lower().startswith(("http://", "https://")):
            return WEB, text
    path = Path(text)
    if path.suffix.lower() == ".git" and path.is_dir():
        return GIT, _absolute(text)
    if path.suffix.lower() == ".zip" and not path.is_dir():
        return ZIP, _absolute(text)
    return (FOLDER if path.is_dir() else FILE), _absolute(text)


@contextmanager
def opened(kind: str, address: str, places: Places, report: Report) -> Iterator[Place]:
    """Open a place; what was unpacked or fetched goes when it is closed.

    Raises:
        InputProblem: It is not there, can't be reached, or is too big.
    """
    if kind in (FILE, FOLDER):
        path = Path(address)
        if not path.exists():
            raise InputProblem("there is no such file or folder", "Check the path.", file=path)
        yield Place(kind, address, path.stem if kind == FILE else path.name, path)
        return
    import tempfile

    with tempfile.TemporaryDirectory(prefix="cmalt-examples-", ignore_cleanup_errors=True) as made:
        scratch = Path(made) / "files"
        scratch.mkdir()
        if kind == ZIP:
            yield _unpacked(Path(address), scratch)
        elif kind == GIT:
            yield _fetched(address, scratch, places, report)
        elif kind == WEB:
            yield _web_pages(address, scratch, report)
        else:  # never a fetch that nobody asked for
            raise InputProblem(
                f'there is no kind of place "{kind}"', "Add it again from where it comes from."
            )


def _unpacked(file: Path, scratch: Path) -> Place:
    from hashlib import file_digest

    from cmalt_tui.corpus import is_read
    from cmalt_tui.intake.reading.archive import check_archive, unpack

    def is_wanted(name: str) -> bool:
        return is_read(name) and not name.lower().endswith(".zip")

    if not file.is_file():
        missing = "is a device or a pipe" if file.exists() else "there is no such file or folder"
        raise InputProblem(missing, "Check the path.", file=file)
    check_archive(file, is_wanted, _MOST_MEMBERS)
    kinds = unpack(file, scratch, is_wanted)
    with file.open("rb") as content:
        revision = file_digest(content, "sha256").hexdigest()
    left_out = tuple(LeftOut(kind, 0, count) for kind, count in sorted(kinds.items()))
    root = _without_wrapping(scratch)
    return Place(
        ZIP, str(file), file.stem, root, is_copy=True, revision=revision, left_out=left_out
    )


def _without_wrapping(folder: Path) -> Path:
    """The folder itself, or the one folder in it that holds everything."""
    for _ in range(_DEEPEST_WRAPPING):
        inside = [path for path in folder.iterdir() if path.name != "__MACOSX"]
        if len(inside) != 1 or not inside[0].is_dir():
            break
        folder = inside[0]
    return folder


def _fetched(address: str, scratch: Path, places: Places, report: Report) -> Place:
    from cmalt_tui.corpus.sources.repository.address import name_of, web_link_of
    from cmalt_tui.corpus.sources.repository.files import write_files
    from cmalt_tui.corpus.sources.repository.opening import open_repository

    with open_repository(address, places.cache, report) as repository:
        left_out = write_files(repository, scratch)
        return Place(
            GIT,
            address,
            name_of(address),
            scratch,
            is_copy=True,
            revision=repository.revision,
            link=web_link_of(address),
            left_out=left_out,
        )


def _web_pages(address: str, scratch: Path, report: Report) -> Place:
    from cmalt_tui.corpus.sources.web.portfolio_pages import fetch_pages

    fetched = fetch_pages(address, scratch, report)
    told = Origin(fetched.title, fetched.author, licence=fetched.licence)
    links = {page.file.name: page.address for page in fetched.pages}
    name = address.split("://", 1)[-1].strip("/")
    return Place(
        WEB,
        address,
        name,
        scratch,
        is_copy=True,
        link=address,
        left_out=fetched.left_out,
        told=told,
        links=links,
    )


def _absolute(typed: str) -> str:
    return str(Path(typed).absolute())
