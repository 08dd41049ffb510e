"""The frames of the documents that the program writes, and how they are filled."""

import re
from collections.abc import Mapping
from pathlib import Path

_SLOT = re.compile(r"\{\{(\w+)\}\}")


def filled(name: str, values: Mapping[str, str]) -> str:
    """Fill a template in one pass, so that no value is ever read as part of the template.

    Args:
        name: The template's file in this folder.
        values: Slot to what goes in, in the template's own syntax: the caller escapes it.
    """
    return _SLOT.sub(lambda slot: values[slot[1]], shipped(name))


def shipped(name: str) -> str:
    """A file of this folder as it is."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
