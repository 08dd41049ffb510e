"""What has been read: documents as trees of blocks, with what is known about each besides."""

import shutil
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path

from cmalt_tui.model.import_plan import Skipped
from cmalt_tui.pandoc.tree import Node


class Scratch:
    """A temporary folder that goes as soon as nothing holds this object any more."""

    def __init__(self) -> None:
        """Make the folder."""
        self.folder = Path(tempfile.mkdtemp(prefix="cmalt-intake-"))
        self._end = weakref.finalize(self, shutil.rmtree, self.folder, True)

    def remove(self) -> None:
        """Remove the folder now."""
        self._end()


@dataclass(frozen=True)
class Document:
    """One file of the source, read.

    Attributes:
        file: Its name as messages show it, relative to the source.
        path: Where it is.
        root: The folder that its pictures and files have to lie in.
        blocks: Its text as pandoc's blocks.
        titles: Titles that it bears outside its text: front matter, the title of the page.
        author: Its author, where it names one.
        front_matter: The front matter as it stands, without its fences.
        media: The folder into which pictures inside the document were unpacked.
    """

    file: str
    path: Path
    root: Path
    blocks: tuple[Node, ...]
    titles: tuple[str, ...] = ()
    author: str = ""
    front_matter: str = ""
    order: float | None = None
    media: Path | None = None


@dataclass(frozen=True)
class SourceSet:
    """All documents of an import in order, and those that were not read.

    Attributes:
        unpacked: Holds the pictures that lay inside documents and the contents of a zip. They go
            when neither the set nor a plan made of it is held any more.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()
    unpacked: Scratch | None = None
