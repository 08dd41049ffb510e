"""The versions of Textual whose way of painting this program knows from inside."""

from importlib.util import find_spec
from pathlib import Path

TRIED = ("8.2.8",)


def is_tried() -> bool:
    """Whether the installed Textual is one of them.

    Looks for the folder that pip leaves beside a package. Asking ``importlib.metadata`` would say
    the same and cost 14 ms of every start.
    """
    found = find_spec("textual")
    if found is None or found.origin is None:
        return False
    packages = Path(found.origin).parent.parent
    return any((packages / f"textual-{version}.dist-info").is_dir() for version in TRIED)
