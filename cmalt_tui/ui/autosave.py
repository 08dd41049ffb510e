"""Saves by itself, soon after the last key, and keeps drafts of what can't be saved."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from time import monotonic
from typing import Protocol

from textual.screen import Screen
from textual.timer import Timer

from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.ui.disk_thread import DiskThread
from cmalt_tui.ui.draft_keeping import DraftKeeping
from cmalt_tui.workbench.desk import Conflict, Desk

# What a crash may cost at most is two seconds of typing: saving begins before that, and where it
# does not come to an end, keeping a draft; looking now and then and the writing take the rest.
LONGEST_WAIT = 1.0
RETRY_AFTER = 10.0
_LOOK_EVERY = 0.25
_ANSWERS_WITHIN = 0.5
_LOOKED_WITHIN = 0.05
_HANGS_AFTER = 3.0
NO_ANSWER = Problem("the disk does not answer", "Wait, or look whether the network is there.")


# What comes of another program's changes: a conflict to ask about, a file with two versions about
# which to ask later, the files in which both were put together, or that there is something to be
# taken in.
Meeting = Conflict | PurePosixPath | tuple[PurePosixPath, ...] | None


class Owner(Protocol):
    """The screen, as far as saving has something to tell it."""

    def show_saved(self) -> None:
        """Show how things stand, which is another way than before."""
        ...

    def catch_up(self) -> None:
        """Take over what was typed and is still on its way."""
        ...

    def meet(self, meeting: Meeting) -> None:
        """Show or ask what comes of another program's changes."""
        ...


class Autosave:
    """Decides when to save, and knows whether all is saved.

    Attributes:
        saved_at: When it was saved last in this session; None before that.
        problem: Why the last attempt failed; None if it did not.
    """

    def __init__(
        self,
        desk: Desk,
        quiet_seconds: float,
        owner: Owner,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Begin with everything saved.

        Args:
            desk: What is saved.
            quiet_seconds: How long no key has to come before it saves.
            owner: Who is told.
            clock: Seconds, from any start.
        """
        self._desk = desk
        self._quiet = quiet_seconds
        self._owner = owner
        self._clock = clock
        self._disk = DiskThread("saving")
        self._drafts = DraftKeeping(desk)
        self._timer: Timer | None = None
        self._first: float | None = None
        self._last = 0.0
        self._began = 0.0
        self._word = ""
        self._asked_about: PurePosixPath | None = None
        self.saved_at: datetime | None = None
        self.problem: Problem | None = None

    @property
    def busy(self) -> bool:
        """Whether the portfolio's disk is in use, so that nobody else may ask it anything."""
        return self._disk.busy

    def wait_for(self, quiet_seconds: float) -> None:
        """Save after another quiet time from now on."""
        self._quiet = quiet_seconds

    def watch(self, screen: Screen[None]) -> None:
        """Look now and then whether it is time; sleeps while all is saved."""
        self._timer = screen.set_interval(_LOOK_EVERY, self.look, pause=True)

    def touched(self) -> None:
        """Take note that something was changed."""
        self._last = self._clock()
        if self._first is None:
            self._first = self._last
            self._tell()
            if self._timer is not None:
                self._timer.resume()

    def look(self) -> None:
        """Save if it is time, and keep drafts of what could not be saved in time."""
        try:
            self._disk.take_answers()
        except Conflict as conflict:
            # A question now would take the next keys, meant for the text, for its answer.
            self._owner.meet(conflict.path)
        if self._first is None:
            self._rest()
            return
        now = self._clock()
        self._drafts.look(now, self._first, self._last, elsewhere=self.busy)
        wait = RETRY_AFTER if self.problem else self._quiet
        if now - self._last >= wait or now - self._first >= max(wait, LONGEST_WAIT):
            self._begin()
        self._tell()

    def try_to_save(self) -> None:
        """Save now, and have the person asked about a conflict."""
        try:
            self.save()
        except Conflict as conflict:
            self._owner.meet(conflict)

    def save(self, seconds: float = _ANSWERS_WITHIN) -> None:
        """Save now, and wait for the disk as long as a usual one takes.

        Raises:
            Conflict: A file was changed on disk; saving rests until that is settled.
        """
        self._asked_about = None
        for _ in range(2):
            # What is under way may be an older version, or a look at the disk.
            self._begin()
            answered = self._disk.wait(seconds)
            self._disk.take_answers()
            if not answered or self.problem is not None or not self._desk.unsaved:
                return

    def save_or_keep(self, seconds: float) -> None:
        """Save on the way out; what can't be saved in time is kept as a draft.

        Raises:
            Conflict: A file was changed on disk.
            InputProblem: It could not be saved.
        """
        try:
            self.save(seconds)
        finally:
            if self._desk.unsaved and not self._desk.read_only:
                self._drafts.begin(self._clock(), elsewhere=self.busy)
            # Also after saving: a draft that is just being written has to be taken away again.
            self._drafts.wait(seconds)
        if self._desk.unsaved and not self._desk.read_only:
            raise InputProblem.of(self.problem or NO_ANSWER)

    def close(self, seconds: float) -> None:
        """Give the portfolio's folder free, if its disk answers."""
        self._disk.ask(self._desk.close, lambda _: None)
        self._disk.wait(seconds)

    def ask(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        """Have something asked of the portfolio's disk; `then` gets the answer when it is there."""
        self._disk.ask(job, then)
        if self._timer is not None:
            self._timer.resume()

    def look_outside(self) -> None:
        """Find out whether another program changed something, and have that taken in."""
        if self.busy:
            return
        self.ask(self._desk.changed_on_disk, self._found_outside)
        # Nearly always it is known at once.
        self._disk.wait(_LOOKED_WITHIN)
        self.look()

    @property
    def drafts_folder(self) -> str:
        """Where what is not saved is kept as a draft; empty if that is not known to be so."""
        return str(self._drafts.files[0].parent) if self._drafts.kept and self._drafts.files else ""

    @property
    def word(self) -> str:
        """How things stand, for the header."""
        if self._desk.read_only:
            return "reading only"
        hangs = self.busy and self._clock() - self._began > _HANGS_AFTER
        problem = NO_ANSWER if hangs else self.problem
        if problem is not None:
            reason = problem.message.removeprefix("can't be written: ")
            return f"! kept as a draft: {reason}" if self._drafts.kept else f"✗ not saved: {reason}"
        if self._first is not None or self._desk.unsaved:
            return "… kept as a draft" if self._drafts.kept else "… not saved yet"
        return f"✓ saved {self.saved_at:%H:%M}" if self.saved_at else "✓ saved"

    def _begin(self) -> None:
        if self.busy:
            return
        if self._desk.read_only or not self._desk.unsaved:
            self._rest()
            return
        self._began = self._clock()
        # Where another program wrote as well, texts change: that waits for `_meet`.
        self._disk.ask(partial(self._desk.save, merging=False), self._saved)

    def _saved(self, outcome: object) -> None:
        if isinstance(outcome, Conflict):
            outcome = self._meet()
        if not isinstance(outcome, Exception):
            self.problem, self._asked_about, self._drafts.kept = None, None, False
            self.saved_at = datetime.now()
            self._rest()
            return
        self._first = self._last = self._clock()
        self.problem = _problem_of(outcome)
        self._drafts.begin(self._last, elsewhere=False)
        self._tell()
        if isinstance(outcome, Conflict) and outcome.path != self._asked_about:
            self._asked_about = outcome.path
            raise outcome

    def _meet(self) -> Exception | None:
        """Save where texts change, as another program wrote as well and both may be put together.

        Typed text and theirs meet here, so nothing may be typed meanwhile; the disk has just
        answered.
        """
        self._owner.catch_up()
        try:
            self._desk.save()
        except (Conflict, InputProblem) as trouble:
            return trouble
        finally:
            if self._desk.merged:
                self._owner.meet(self._desk.merged)
        return None

    def _found_outside(self, found: object) -> None:
        if found and not isinstance(found, Exception):
            self._owner.meet(None)

    def _rest(self) -> None:
        self._first = self._last if self._desk.unsaved and not self._desk.read_only else None
        if self._timer is not None:
            if self._first is None and not self.busy:
                self._timer.pause()
            else:
                self._timer.resume()
        self._tell()

    def _tell(self) -> None:
        if self.word != self._word:
            self._word = self.word
            self._owner.show_saved()


def _problem_of(trouble: Exception) -> Problem:
    if isinstance(trouble, InputProblem):
        return trouble.problem
    if isinstance(trouble, Conflict):
        return Problem(f"two versions of {trouble.path.stem}; save to choose")
    # A fault of the program's own must not look like a save that has worked.
    return Problem(f"this met a fault of the program's own ({type(trouble).__name__}: {trouble})")
