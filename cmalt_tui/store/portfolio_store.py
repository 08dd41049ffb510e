"""One portfolio folder, opened: read whole, written where it changed, never over the unseen."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.checked_toml import read_content
from cmalt_tui.model.portfolio import BrokenFile, Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.store.artefacts import copy_artefact
from cmalt_tui.store.item_files import (
    SeenFile,
    Unsaved,
    check_inside,
    digest_of,
    gathered,
    head_in,
    is_there,
    item_files,
    see_file,
    stamp_of,
)
from cmalt_tui.store.item_values import item_values
from cmalt_tui.store.layout import PORTFOLIO_FILE, Item, items_of, with_broken, with_item


class ChangedOnDisk(Exception):  # noqa: N818 - says what happened
    """Raised when a file is not as it was when it was last read: somebody else wrote it.

    Attributes:
        path: The file, relative to the portfolio's folder.
        written: The files that could be written or moved all the same.
    """

    def __init__(self, path: PurePosixPath) -> None:
        """Name the file."""
        self.path = path
        self.written: tuple[PurePosixPath, ...] = ()
        super().__init__(f"{path} was changed by another program since it was read")


class PortfolioStore:
    """One portfolio folder, opened: what was read, and how to write only what changed."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read before `load`."""
        self.folder = folder
        self._seen: dict[PurePosixPath, SeenFile] = {}

    def load(self) -> Portfolio:
        """Read the whole portfolio.

        Returns:
            The portfolio; files that can't be read are in its ``broken``.

        Raises:
            InputProblem: ``portfolio.toml`` is missing or can't be read, or a folder can't be.
        """
        head = see_file(self.folder, PORTFOLIO_FILE)
        portfolio = head_in(head)
        seen = {PORTFOLIO_FILE: head}
        for path in item_files(self.folder):
            seen[path] = see_file(self.folder, path)
        self._seen = seen
        return gathered(portfolio, seen)

    def save(self, portfolio: Portfolio) -> tuple[PurePosixPath, ...]:
        """Write the items that differ from what is on disk; removed ones go to ``bin/``.

        A file that can't be written does not keep the others from being saved: they are written
        first, then the first trouble is raised.

        Returns:
            The files that were written or moved, relative to the folder.

        Raises:
            ChangedOnDisk: A file was changed, removed or made by another program; it is untouched.
            InputProblem: A file can't be written, or is broken and would be written over.
        """
        from cmalt_tui.store.reflection_bin import throw_away_reflections
        from cmalt_tui.store.rendering import render
        from cmalt_tui.store.setting_aside import keep, throw_away

        self.refuse_gone()
        wanted = items_of(portfolio)
        done: list[PurePosixPath] = []
        trouble: Exception | None = None
        for path in (*wanted, *(path for path in self._seen if path not in wanted)):
            if not _differs(self._seen.get(path), wanted.get(path)):
                continue
            try:
                content = self._content_as_seen(path)
                if path in wanted:
                    rendered = render(wanted[path], path, self.folder, content)
                    if rendered.anew and content is not None:
                        keep(self.folder, path, content)
                    throw_away_reflections(self.folder, self._seen.get(path), portfolio)
                    self._write(path, wanted[path], rendered.content)
                else:
                    throw_away(self.folder, path)
                    del self._seen[path]
                done.append(path)
            except (ChangedOnDisk, InputProblem) as found:
                trouble = trouble or found
        if isinstance(trouble, ChangedOnDisk):
            trouble.written = tuple(done)
        if trouble:
            raise trouble
        return tuple(done)

    def save_over(self, portfolio: Portfolio, path: PurePosixPath) -> PurePosixPath:
        """Write a file although it was changed on disk: the person decided for theirs.

        Args:
            portfolio: The portfolio as the person has it; where it lacks the item, the file goes
                to ``bin/``.
            path: The file, as `ChangedOnDisk` named it.

        Returns:
            Where the other version is kept, relative to the folder; ``path`` itself if the other
            program had removed it.

        Raises:
            InputProblem: The file can't be kept or written; it is untouched then.
        """
        from cmalt_tui.store.rendering import render
        from cmalt_tui.store.setting_aside import keep, throw_away

        check_inside(self.folder, self.folder / path)
        mine = items_of(portfolio).get(path)
        content = self._content(path)
        if mine is None:
            self._seen.pop(path, None)
            return throw_away(self.folder, path) if content is not None else path
        rendered = render(mine, path, self.folder, content)
        kept = keep(self.folder, path, content) if content is not None else path
        self._write(path, mine, rendered.content)
        return kept

    def take_theirs(self, portfolio: Portfolio, path: PurePosixPath) -> Portfolio:
        """Take over what another program wrote; the person's own version goes to ``kept/``.

        Args:
            portfolio: The portfolio as the person has it.
            path: The file, as `ChangedOnDisk` named it.

        Returns:
            The portfolio with the file's item as it is on disk: changed, gone or broken.

        Raises:
            InputProblem: The own version can't be kept, or it is ``portfolio.toml`` that is broken.
        """
        mine = items_of(portfolio).get(path)
        theirs = see_file(self.folder, path)
        same = mine and theirs.item and item_values(mine) == item_values(theirs.item)
        if mine is not None and not same:
            self.keep_aside(path, mine)
        if path != PORTFOLIO_FILE and not is_there(self.folder / path):
            self._seen.pop(path, None)
            return with_item(portfolio, path, None)
        if path == PORTFOLIO_FILE:
            head_in(theirs)
        self._seen[path] = theirs
        if theirs.problem:
            return with_broken(portfolio, BrokenFile(path, theirs.problem))
        return with_item(portfolio, path, theirs.item)

    def unsaved(self, current: Callable[[], Portfolio]) -> Mapping[PurePosixPath, Unsaved]:
        """List the items that `save` would write or move, which any thread may ask.

        Args:
            current: Hands out the portfolio as it stands. It is asked after what is on the disk
                has been noted: an item that is saved meanwhile must not seem to go back.
        """
        seen = dict(self._seen)
        wanted = items_of(current())
        found: dict[PurePosixPath, Unsaved] = {}
        for path in (*wanted, *(path for path in seen if path not in wanted)):
            known = seen.get(path)
            if _differs(known, wanted.get(path)):
                base, digest = (known.item, known.digest) if known else (None, "")
                found[path] = Unsaved(wanted.get(path), base, digest)
        return found

    def as_seen(self, path: PurePosixPath) -> SeenFile | None:
        """A file as it was when it was last read or written; None if there was none."""
        return self._seen.get(path)

    def as_it_is(self, path: PurePosixPath) -> SeenFile | None:
        """A file as it is on the disk now; None if there is none."""
        return see_file(self.folder, path) if is_there(self.folder / path) else None

    def accept(self, path: PurePosixPath, theirs: SeenFile | None) -> None:
        """Take note of what another program wrote, so that it may be written over."""
        if theirs is None:
            self._seen.pop(path, None)
        else:
            self._seen[path] = theirs

    def keep_aside(self, path: PurePosixPath, item: Item | None = None) -> PurePosixPath:
        """Put a version of an item into ``kept/``: one in memory, or else its file as it is.

        Returns:
            Where it is now, relative to the folder.

        Raises:
            InputProblem: It can't be read or written.
        """
        from cmalt_tui.store.rendering import render
        from cmalt_tui.store.setting_aside import keep

        if item is not None:
            return keep(self.folder, path, render(item, path, self.folder).content)
        return keep(self.folder, path, read_content(self.folder / path))

    def changed_on_disk(self) -> tuple[PurePosixPath, ...]:
        """List the files that other programs changed, removed or made since they were last seen.

        Cheap enough to be asked every few seconds: a file whose time and size are the same is
        not read.

        Raises:
            InputProblem: The portfolio itself is gone.
        """
        self.refuse_gone()
        try:
            changed = [path for path in item_files(self.folder) if path not in self._seen]
        except InputProblem:
            changed = []
        for path, seen in tuple(self._seen.items()):
            stamp = stamp_of(self.folder / path)
            if stamp == seen.stamp:
                continue
            if self._digest(path) == seen.digest:
                self._seen[path] = seen._replace(stamp=stamp)
            else:
                changed.append(path)
        return tuple(sorted(changed))

    def refuse_gone(self) -> None:
        """Refuse to take a folder that was moved, or is no longer connected, for an empty one.

        Raises:
            InputProblem: The portfolio that was read is not there any more.
        """
        if PORTFOLIO_FILE in self._seen and not is_there(self.folder / PORTFOLIO_FILE):
            raise InputProblem(
                "the portfolio is not there any more",
                "Bring the folder back, or connect its drive again; until then what you write is "
                "kept as drafts.",
                file=self.folder,
            )

    def add_evidence_file(self, source: Path, item_id: str) -> str:
        """Copy an artefact into the portfolio; see `cmalt_tui.store.artefacts.copy_artefact`."""
        return copy_artefact(self.folder, source, item_id)

    def _content_as_seen(self, path: PurePosixPath) -> bytes | None:
        """The bytes of a file that may be written over; None where there is no file yet."""
        check_inside(self.folder, self.folder / path)
        seen = self._seen.get(path)
        content = self._content(path)
        if (digest_of(content) if content is not None else None) != (seen.digest if seen else None):
            raise ChangedOnDisk(path)
        if seen and seen.problem:
            raise InputProblem(
                f"is not written over, because it can't be read: {seen.problem.message}",
                "Mend the file in any text editor, then save again.",
                file=self.folder / path,
                line=seen.problem.line,
                key=seen.problem.key,
            )
        return content

    def _write(self, path: PurePosixPath, item: Item, content: bytes) -> None:
        file = (self.folder / path).resolve()
        write_atomically(file, (content,))
        self._seen[path] = SeenFile(item, digest_of(content), stamp_of(file))

    def _content(self, path: PurePosixPath) -> bytes | None:
        file = self.folder / path
        return read_content(file) if is_there(file) else None

    def _digest(self, path: PurePosixPath) -> str:
        try:
            content = self._content(path)
        except InputProblem:
            return ""
        return digest_of(content) if content is not None else ""


def _differs(seen: SeenFile | None, item: Item | None) -> bool:
    """Whether an item has to be written, or its file moved to the bin."""
    if item is None:
        return seen is not None and seen.item is not None
    if seen is None or seen.item is None:
        return True
    if seen.item is item or seen.item == item:
        return False
    return item_values(seen.item) != item_values(item)
