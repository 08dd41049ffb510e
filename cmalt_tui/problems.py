"""One clear message about input that can't be used: what, where, and the way out."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """What is wrong with a piece of input, said once and shown alike by both front ends.

    Attributes:
        message: What is wrong, in plain words, without a full stop.
        way_out: What the person can do about it, as a sentence. May be empty.
        file: The file that holds the fault, if one does.
        line: The line in that file, counted from 1, if it is known.
        key: The key, heading or field at fault, if it is known.
    """

    message: str
    way_out: str = ""
    file: Path | None = None
    line: int | None = None
    key: str = ""

    @property
    def place(self) -> str:
        """Where it is, as ``file:line: key``, with whatever is not known left out."""
        file = str(self.file) if self.file is not None else ""
        spot = f"{file}:{self.line}" if file and self.line is not None else file
        return ": ".join(part for part in (spot, self.key) if part)

    def __str__(self) -> str:
        """The whole message on one line: place, what is wrong, what to do."""
        told = f"{self.place}: {self.message}" if self.place else self.message
        return f"{told}. {self.way_out}" if self.way_out else told


class InputProblem(Exception):  # noqa: N818 - it is named for what the person sees
    """Raised where input can't be used. Front ends show ``problem`` and nothing else."""

    def __init__(
        self,
        message: str,
        way_out: str = "",
        *,
        file: Path | None = None,
        line: int | None = None,
        key: str = "",
    ) -> None:
        """Make the problem from its words and its place."""
        self.problem = Problem(message, way_out, file, line, key)
        super().__init__(str(self.problem))

    @classmethod
    def of(cls, problem: Problem) -> "InputProblem":
        """Make what is raised of a problem that was noted earlier."""
        message, way_out, file, line, key = problem
        return cls(message, way_out, file=file, line=line, key=key)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Say as a way out which known words are near to one that isn't known, whatever its case.

    Args:
        word: What was typed.
        known: What could have been meant.
        otherwise: The way out where nothing is near.
    """
    import difflib

    folded = {name.lower(): name for name in known}
    near = [folded[name] for name in difflib.get_close_matches(word.lower(), folded, 3)]
    return f"Did you mean {' or '.join(near)}?" if near else otherwise
