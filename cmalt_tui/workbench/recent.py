"""The portfolios opened last, so that the welcome screen can offer them."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.places import Places
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.store import PORTFOLIO_FILE

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
    return tuple(recent for recent in found if (recent.folder / PORTFOLIO_FILE).is_file())


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
    with suppress(InputProblem):
        write_atomically(places.recent_file, [json.dumps(rows, indent=1).encode()])
