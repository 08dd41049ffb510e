"""Clears away the halves of files that a program left behind when it was killed while writing."""

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from cmalt_tui.store.layout import BIN, DRAFTS, ITEM_FOLDERS, KEPT

# As `cmalt_tui.atomic_file` and the lock name what they have not put in its place yet.
_LITTER = re.compile(r"\..+\.[0-9a-f]{8}\.tmp|\.lock\.\d+\.(?:[0-9a-f]{8}|stale)")
# Another program may be writing at this moment; none takes so long.
_OLD_ENOUGH = 60.0


def clear_litter(folder: Path) -> None:
    """Remove what was never finished in a portfolio; what can't be removed stays.

    Args:
        folder: The portfolio's folder, which this program has locked.
    """
    until = time.time() - _OLD_ENOUGH
    tops = (*ITEM_FOLDERS, BIN, KEPT, DRAFTS)
    below = (str(here) for top in tops for here, _, _ in os.walk(folder / top))
    for place in (str(folder), *below):
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if _LITTER.fullmatch(entry.name):
                    _remove(entry, until)


def _remove(entry: "os.DirEntry[str]", until: float) -> None:
    with suppress(OSError):
        if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < until:
            os.unlink(entry.path)  # noqa: PTH108 - as little as possible for each of many
