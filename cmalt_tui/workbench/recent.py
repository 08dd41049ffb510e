"""The portfolios opened last, so that the welcome screen can offer them."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line

MOST_RECENT = 5


@dataclass(frozen=True)
class Recent:
    """A portfolio that was opened: its folder, its title then, and when (ISO 8601, UTC)."""

    folder: Path
    title: str
    opened: str


def recent_portfolios(places: Places) -> tuple[Recent, ...]:
    """List the portfolios opened last, newest first; those that are gone are left out."""
    try:
        rows = json.loads(places.recent_file.read_text(encoding="utf-8"))
        found = [
            Recent(Path(row["folder"]), clean_line(row["title"]), row["opened"]) for row in rows
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # A list of conveniences: losing it costs nothing, so it never stands in the way.
        return ()
    return tuple(recent for recent in found if (recent.folder / "portfolio.toml").is_file())


def remember_portfolio(places: Places, folder: Path, title: str) -> None:
    """Put a portfolio at the top of the list; a list that can't be written is let be.

    The demo is left out: it is there with a key of its own, and fresh each time.
    """
    folder = folder.absolute()
    if folder.is_relative_to(places.demo):
        return
    now = Recent(folder, title, datetime.now(UTC).isoformat(timespec="seconds"))
    others = [recent for recent in recent_portfolios(places) if recent.folder != folder]
    rows = [
        {"folder": str(recent.folder), "title": recent.title, "opened": recent.opened}
        for recent in [now, *others][:MOST_RECENT]
    ]
    try:
        places.recent_file.parent.mkdir(parents=True, exist_ok=True)
        fresh = places.recent_file.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_text(json.dumps(rows, indent=1), encoding="utf-8")
        fresh.replace(places.recent_file)
    except OSError:
        return
