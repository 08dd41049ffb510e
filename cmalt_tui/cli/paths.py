"""The path that a person types on the command line."""

import os
from pathlib import Path
from typing import Any

import click


class TypedPath(click.Path):
    """A path that may or may not exist; an empty one is refused.

    ``"$FOLDER"`` with nothing in it would otherwise mean the folder that the person stands in.
    """

    def __init__(self, *, folder: bool = True) -> None:
        """Take files and, unless ``folder`` is false, folders."""
        super().__init__(path_type=Path, dir_okay=folder)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Make a path of what was typed."""
        if not os.fspath(value):
            self.fail("The path is empty.", param, ctx)
        return super().convert(value, param, ctx)
