"""Whether an item of evidence can be looked at here, and why not."""

from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.workbench.picture_preview import is_shown_as_picture

NO_PICTURE = "this item has no picture: its file would have to end in .png, .jpg or the like"


def why_no_picture(item: EvidenceItem | None) -> str:
    """Why an item can't be looked at here, in words; empty if it can."""
    return "" if item is not None and is_shown_as_picture(item) else NO_PICTURE
