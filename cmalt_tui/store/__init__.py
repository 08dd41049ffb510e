"""Portfolio folders on disk: read, written safely, guarded against other programs, migrated."""

from cmalt_tui.store.artefacts import evidence_path
from cmalt_tui.store.lock import FolderLock, LockedElsewhere
from cmalt_tui.store.opening import create_portfolio, find_portfolio, open_portfolio_folder
from cmalt_tui.store.portfolio_store import ChangedOnDisk, PortfolioStore

__all__ = [
    "ChangedOnDisk",
    "FolderLock",
    "LockedElsewhere",
    "PortfolioStore",
    "create_portfolio",
    "evidence_path",
    "find_portfolio",
    "open_portfolio_folder",
]
