"""Shows when and how much was written."""

from datetime import date

from cmalt_tui.ui.screens.sessions import SessionsScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.workbench.session_log import logged_sessions
from cmalt_tui.workbench.session_picture import picture


def sessions(screen: EditingScreen) -> None:
    """Show the last weeks, with what was written in this session so far."""
    if screen.recording is not None:
        screen.recording.log()
    lines = picture(logged_sessions(screen.main.places), date.today())
    screen.app.push_screen(SessionsScreen(lines))
