"""Has a writing session counted and logged while a portfolio is on the screen."""

from datetime import date
from time import monotonic

from textual.screen import Screen

from cmalt_tui.ui.main_app import MainApp
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.session_clock import SessionClock
from cmalt_tui.workbench.session_log import log_session, shorten_log

# What a killed program leaves out of the log at most.
_LOG_EVERY = 60.0
_LOOK_EVERY = 15.0


class SessionRecording:
    """Counts from now on; a session in which nothing is changed leaves no trace.

    Attributes:
        words: Words that were put in so far.
    """

    def __init__(self, desk: Desk, app: MainApp) -> None:
        """Begin a session. The demo is not logged: nobody writes there in earnest."""
        self.words = 0
        self._desk = desk
        self._app = app
        self._is_logged = not desk.folder.absolute().is_relative_to(app.places.demo)
        self._clock = SessionClock(str(desk.folder.absolute()), desk.portfolio, monotonic())
        self._logged: tuple[float, int, int] | None = None

    def watch(self, screen: Screen[None]) -> None:
        """Log now and then."""
        if self._is_logged and not self._desk.read_only:
            shorten_log(self._app.places)
            screen.set_interval(_LOOK_EVERY, self._follow_keys)
            screen.set_interval(_LOG_EVERY, self.log)

    def look(self) -> None:
        """Count what was written."""
        self._clock.look(self._desk.portfolio)
        self.words = self._clock.added

    def start_from_here(self) -> None:
        """Count nothing of what another program changed."""
        self._clock.start_from(self._desk.portfolio)

    def end(self) -> None:
        """Put down how the session and the whole portfolio stand, as the screen is left."""
        self.log()
        if self._clock.changed and not self._desk.read_only:
            from cmalt_tui.workbench.progress_record import day_of, note_progress

            desk = self._desk
            now = day_of(desk.framework, desk.portfolio, desk.folder, date.today())
            note_progress(self._app.places, now)

    def log(self) -> None:
        """Put down how the session stands, if anything was changed and a key came since."""
        self.look()
        self._follow_keys()
        state = (self._clock.last_key, self._clock.added, self._clock.net)
        if self._is_logged and self._clock.changed and state != self._logged:
            self._logged = state
            log_session(self._app.places, self._clock.session(monotonic()))

    def _follow_keys(self) -> None:
        self._clock.key(self._app.last_key)
