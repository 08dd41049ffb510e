"""The sources of the example corpus, as lists and reports tell of them."""

from collections.abc import Iterable
from typing import NamedTuple

from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem, did_you_mean


class SourceSummary(NamedTuple):
    """One source of the corpus, as a list shows it.

    Attributes:
        licence: Empty means all rights reserved, for reading only.
        problem: Why its passages can't be searched; empty if they can.
        address: The repository, web address or folder that it was taken from; empty if that is
            not known.
    """

    id: str
    title: str
    author: str = ""
    licence: str = ""
    passages: int = 0
    problem: str = ""
    address: str = ""


class TakenFrom(NamedTuple):
    """Where a source was read from, kept beside it so that it can be brought up to date.

    Attributes:
        kind: ``file``, ``folder``, ``zip``, ``git`` or ``web``.
        address: The path, or the address that it was fetched from.
        inner: Where in it, where it holds several sources; empty for the whole.
        stamp: Tells this state of its files, and this way of cutting them, from any other.
        revision: The state of the whole repository or archive, once all of it has been read.
        framework: The id of the framework to whose sections it was mapped.
        each: Whether everything in the folder was to be taken as a source.
    """

    kind: str
    address: str
    inner: str = ""
    stamp: str = ""
    revision: str = ""
    framework: str = ""
    each: bool = False


class LeftOut(NamedTuple):
    """What was not taken into the corpus from a source, and how much of it.

    Attributes:
        kind: ``guidance``, ``contents``, ``navigation``, ``link out of the folder`` …
        words: How many words; 0 where words can't be counted.
        pieces: How many passages, pages or files.
    """

    kind: str
    words: int = 0
    pieces: int = 1


class AddedSource(NamedTuple):
    """What adding a source to the corpus did.

    Attributes:
        id: Empty for the place as a whole, which says what of it belongs to no source.
        left_out: What was not taken in, by kind.
        unchanged: Whether it was there already, as it is now, so that nothing was done.
        problem: Why it could not be taken in, where others beside it were; empty if it was.
        note: What its reader should know or do; empty if there is nothing.
    """

    id: str
    title: str
    passages: int
    left_out: tuple[LeftOut, ...] = ()
    unchanged: bool = False
    problem: str = ""
    note: str = ""


class SyncedSource(NamedTuple):
    """What bringing one repository, web address or folder up to date did.

    Attributes:
        address: Where it was fetched from.
        sources: What was added or changed, and what was not.
        gone: Ids that its author has taken out and that are therefore out of the corpus now.
        problem: Why it could not be reached; what was there stays and is searched.
    """

    address: str
    sources: tuple[AddedSource, ...] = ()
    gone: tuple[str, ...] = ()
    problem: str = ""


def unknown_source(source_id: str, known: Iterable[str]) -> InputProblem:
    """The problem with an id that no source of the corpus has.

    Args:
        source_id: As it was typed.
        known: The ids that there are.
    """
    return InputProblem(
        f'there is no source "{clean_line(source_id)}" in the example corpus',
        did_you_mean(source_id, known, "cmalt-tui corpus list names all of them."),
    )
