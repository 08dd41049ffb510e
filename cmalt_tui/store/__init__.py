"""Portfolio folders on disk: read, written safely, guarded against other programs, migrated."""

from cmalt_tui.store.artefacts import evidence_path
from cmalt_tui.store.layout import PORTFOLIO_FILE
from cmalt_tui.store.lock import FolderLock, LockedElsewhere
from cmalt_tui.store.opening import (
    create_portfolio,
    fill_portfolio_folder,
    find_portfolio,
    open_portfolio_folder,
    refuse_taken,
)
from cmalt_tui.store.portfolio_store import ChangedOnDisk, PortfolioStore

__all__ = [
    "PORTFOLIO_FILE",
    "ChangedOnDisk",
    "FolderLock",
    "LockedElsewhere",
    "PortfolioStore",
    "create_portfolio",
    "evidence_path",
    "fill_portfolio_folder",
    "find_portfolio",
    "open_portfolio_folder",
    "refuse_taken",
]
