"""Types into the installed program in a pseudo-terminal, ends it in the middle, looks what is left.

What was typed counts from the moment at which the screen showed it. A program that is killed may
cost what was typed in its last two seconds; one that is told to end may cost nothing.
"""

import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import termios
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyte

from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.places import Places
from cmalt_tui.store import create_portfolio
from cmalt_tui.workbench.desk import open_desk

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
COLUMNS, LINES = 80, 24
MAY_COST = 2.0
# A program that was told to end has to be gone after this; that it ends at all is what is tested.
ENDS_WITHIN = 20.0
STARTS_WITHIN = 60.0
FIRST = TextAddress("1b", "description")
SECOND = TextAddress("1b", "reflection", "the-pilot")
TO_THE_SECOND = b"\x1b[6;5~"
_SEEN = 8


class Ending(NamedTuple):
    """A way to end the program.

    Attributes:
        name: What it is called in a report.
        may_cost: The seconds of typing that it may cost.
    """

    name: str
    end: Callable[["Session"], None]
    may_cost: float


class Left(NamedTuple):
    """What one session left behind.

    Attributes:
        ending: How it was ended.
        typed: The letters that were shown in time, and so must be there.
        lost: Those of them that are nowhere.
        in_drafts: Whether a draft was needed to have them all.
        fault: What else is wrong; empty if nothing is.
    """

    ending: str
    typed: int
    lost: int
    in_drafts: bool
    fault: str


class Session:
    """The program in a terminal of 80×24, on a portfolio of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        """Start it; nothing is read yet."""
        self.shown_by: list[tuple[float, TextAddress, str]] = []
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        environment = {**os.environ, "CMALT_TUI_HOME": str(home), "TERM": "xterm-256color"}
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            arguments = [str(PROGRAM), "open", str(folder), "--at", "1b/description"]
            os.execve(PROGRAM, arguments, environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)

    @property
    def shown(self) -> str:
        """All that stands on the screen, without its spaces."""
        return "".join("".join(line.split()) for line in self._screen.display)

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Take in what the program sends until a condition holds; says whether it came to that."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end or not self._take_in(0.05):
                return condition()
        return True

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.terminal, keys)

    def gone(self) -> bool:
        """Whether the program has ended."""
        with suppress(ChildProcessError):
            return os.waitpid(self.process, os.WNOHANG)[0] == self.process
        return True

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self.terminal)
        self.terminal = -1

    def end(self) -> None:
        """Leave nothing running and nothing open."""
        if not self.gone():
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        if self.terminal >= 0:
            self.hang_up()

    def drain(self) -> None:
        """Take in what the program still sends, so that it can end."""
        if self.terminal >= 0:
            self._take_in(0.05)
        else:
            time.sleep(0.02)

    def _take_in(self, seconds: float) -> bool:
        readable, _, _ = select.select([self.terminal], [], [], seconds)
        if readable:
            try:
                sent = os.read(self.terminal, 65536)
            except OSError:
                return False
            self._stream.feed(sent)
            return bool(sent)
        return True


def _signalled(number: signal.Signals) -> Callable[[Session], None]:
    return lambda session: os.kill(session.process, number)


KILLED = Ending("SIGKILL", _signalled(signal.SIGKILL), MAY_COST)
HUNG_UP = Ending("SIGHUP", _signalled(signal.SIGHUP), 0)
TERMINATED = Ending("SIGTERM", _signalled(signal.SIGTERM), 0)
CLOSED = Ending("terminal closed", Session.hang_up, 0)
ENDINGS = (KILLED, KILLED, HUNG_UP, TERMINATED, CLOSED)


def make_portfolio(folder: Path) -> None:
    """Make a portfolio to type into."""
    pilot = Reflection("the-pilot", "The pilot")
    section = Section("1b", description="", reflections=(pilot,))
    portfolio = Portfolio("Binding", "Ilse Quillfeather", "cmalt-2019", "cmalt")
    create_portfolio(folder, portfolio.with_section(section))


def tokens(chance: random.Random) -> Iterator[bytes]:
    """What a person types: words that all differ, so that each can be told from the others."""
    number = chance.randrange(1000)
    while True:
        number += 1
        yield f"w{number}{'abcdefgh'[number % 8]}".encode() + (
            b"\r" if chance.random() < 0.05 else b" "
        )


def type_until(session: Session, chance: random.Random, seconds: float) -> dict[TextAddress, str]:
    """Type for a while, and note what was shown when; gives all that was sent."""
    typed = {FIRST: "", SECOND: ""}
    at, end, word = FIRST, time.monotonic() + seconds, tokens(chance)
    while time.monotonic() < end:
        if at is FIRST and chance.random() < 0.03:
            session.press(TO_THE_SECOND)
            session.wait_for(lambda: "Reflection·" in session.shown, 1)
            at = SECOND
        for key in next(word):
            session.press(bytes((key,)))
            typed[at] += chr(key)
            if chance.random() < 0.3:
                session.wait_for(lambda: False, chance.random() * 0.05)
            if time.monotonic() >= end:
                break
        _note(session, at, typed[at])
    return typed


def one_killed(
    folder: Path,
    home: Path,
    ending: Ending,
    seed: int,
    seconds: tuple[float, float] = (0.05, 4.5),
    before: Callable[[], None] = lambda: None,
) -> Left:
    """Have one session: start, type for a random while, end it, and look what is there.

    Args:
        folder: Where the portfolio is made.
        home: The person's folders.
        ending: How it is ended.
        seed: What the keys, the pauses and the moment depend on.
        seconds: The shortest and the longest that is typed.
        before: What is done once the program stands, before anything is typed.
    """
    make_portfolio(folder)
    chance = random.Random(seed)
    session = Session(folder, home)
    try:
        if not session.wait_for(lambda: "1bTechnical" in session.shown, STARTS_WITHIN):
            return Left(ending.name, 0, 0, False, f"did not start: {session.shown}")
        before()
        type_until(session, chance, chance.uniform(*seconds))
        ended_at = time.monotonic()
        ending.end(session)
        end = time.monotonic() + ENDS_WITHIN
        while not session.gone():
            if time.monotonic() > end:
                return Left(ending.name, 0, 0, False, "did not end")
            session.drain()
    finally:
        session.end()
    return look(folder, home, ending, must_be_there(session, ended_at - ending.may_cost))


def must_be_there(session: Session, before: float) -> dict[TextAddress, str]:
    """What was shown before a moment, text by text."""
    shown: dict[TextAddress, str] = {}
    for moment, address, text in session.shown_by:
        if moment <= before:
            shown[address] = text
    return shown


def look(folder: Path, home: Path, ending: Ending, expected: dict[TextAddress, str]) -> Left:
    """See whether all that is expected is in a file or in a draft, and no file is torn."""
    fault = "; ".join(_torn(folder))
    desk = open_desk(folder, Places(home / "config", home / "data", home / "cache"))
    if desk.portfolio.broken:
        fault += f"; can't be read: {desk.portfolio.broken}"
    saved = {address: text_at(desk.portfolio, address) for address in expected}
    missing = {a for a, text in expected.items() if not saved[a].startswith(text)}
    lost = 0
    if missing:
        drafts = [change.after for draft in desk.drafts() for change in draft.changes]
        for address in missing:
            best = max([saved[address], *drafts], key=lambda text: _same(text, expected[address]))
            lost += len(expected[address]) - _same(best, expected[address])
    typed = sum(map(len, expected.values()))
    return Left(ending.name, typed, lost, bool(missing), fault.strip("; "))


def _note(session: Session, at: TextAddress, typed: str) -> None:
    """Note what was typed as shown, once its last letters are on the screen."""
    last = "".join(typed.split())[-_SEEN:]
    # A letter or two may stand anywhere.
    if len(last) == _SEEN and session.wait_for(lambda: last in session.shown, 1.0):
        session.shown_by.append((time.monotonic(), at, typed.replace("\r", "\n").rstrip()))


def _torn(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.toml"):
        try:
            tomllib.loads(file.read_text(encoding="utf-8"))
        except ValueError as problem:
            yield f"{file.relative_to(folder)} is torn: {problem}"


def _same(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
