"""The versions of Textual whose way of painting this program knows from inside."""

from pathlib import Path

import textual

TRIED = ("8.2.8",)


def is_tried() -> bool:
    """Whether the installed Textual is one of them; it paints in another way on Windows.

    Looks for the folder that pip leaves beside a package. Asking ``importlib.metadata`` would say
    the same and cost 14 ms of every start.
    """
    packages = Path(textual.__file__).parent.parent
    return any((packages / f"textual-{version}.dist-info").is_dir() for version in TRIED)
