"""Shows beside the text how it will look, or goes back to what was there."""

from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.widgets.context_pane import ContextPane
from cmalt_tui.ui.widgets.context_subject import PREVIEW


def preview(screen: EditingScreen) -> None:
    """Open the preview, in the drawer where the screen is narrow; again closes it."""
    pane = screen.query_one(ContextPane)
    if pane.display and pane.tab == PREVIEW:
        pane.open_tab(pane.tab_before)
        screen.remove_class("-context-open")
        screen.focus_text()
        return
    pane.open_tab(PREVIEW)
    if not pane.display:
        screen.action_context()
