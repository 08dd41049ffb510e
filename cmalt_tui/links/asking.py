"""Asks for many links: hosts beside one another, one request at a time and a pause for each."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from time import monotonic
from typing import NamedTuple
from urllib.parse import urlsplit

from cmalt_tui.links.one_link import Asked, ask_link
from cmalt_tui.links.private_addresses import LookUp, look_up
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.web_address import in_one_form
from cmalt_tui.progress import Progress, Report, unreported

_TICK = 0.1
NOT_IN_TIME = LinkFacts(False, "did not answer in time")


class Limits(NamedTuple):
    """How long is waited, in seconds, and for how many hosts at once."""

    silence: float = 10.0
    one_link: float = 25.0
    in_all: float = 300.0
    pause: float = 0.5
    hosts: int = 8


USUAL = Limits()


def ask_links(
    addresses: Iterable[str],
    *,
    allow_private: bool = False,
    limits: Limits = USUAL,
    report: Report = unreported,
    look_up: LookUp = look_up,
) -> Mapping[str, LinkFacts]:
    """Ask for links and say what came of each.

    Args:
        addresses: Addresses of the web; others are passed over.
        allow_private: Whether addresses inside a network are asked too.
        limits: How long is waited.
        report: Told about each answer and some times a second; may raise `Cancelled`.
        look_up: Finds the numeric addresses of a host.

    Returns:
        An answer for each address. What the time in all was not enough for did not answer in time.
    """
    wanted = [one for one in dict.fromkeys(addresses) if in_one_form(one)]
    work = _Work(wanted, allow_private, limits, look_up)
    return work.done(report)


class _Work:
    """The threads, what they wait for, and what they have found; the caller's thread watches."""

    def __init__(
        self, wanted: list[str], allow_private: bool, limits: Limits, look_up: LookUp
    ) -> None:
        self._limits = limits
        self._stopped = threading.Event()
        self._answers: SimpleQueue[tuple[str, LinkFacts]] = SimpleQueue()
        self._asked = Asked(allow_private, limits.silence, look_up, self._turn, self._opened)
        by_host: dict[str, deque[str]] = {}
        for address in wanted:
            by_host.setdefault(urlsplit(address).netloc.lower(), deque()).append(address)
        self._hosts = deque(by_host.values())
        self._total = len(wanted)
        self._wanted = wanted
        self._lock = threading.Lock()
        self._turns: dict[str, _Turn] = {}
        # What each thread is at, until when, and how it is made to stop.
        self._watched: dict[int, tuple[float, Callable[[], None] | None]] = {}

    def done(self, report: Report) -> Mapping[str, LinkFacts]:
        """Do the work, watch over it, and give the answers."""
        found: dict[str, LinkFacts] = {}
        count = min(self._limits.hosts, len(self._hosts))
        ends = monotonic() + self._limits.in_all
        # Daemons: one that hangs in the system's look-up of names must not hold the program.
        threads = [threading.Thread(target=self._run, daemon=True) for _ in range(count)]
        try:
            for thread in threads:
                thread.start()
            while len(found) < self._total and monotonic() < ends:
                report(Progress(len(found), self._total, "Asking for the links"))
                self._hang_up_what_takes_too_long()
                try:
                    address, answer = self._answers.get(timeout=_TICK)
                except Empty:
                    continue
                found[address] = answer
        finally:
            self._stopped.set()
            self._hang_up_what_takes_too_long(at_once=True)
        report(Progress(self._total, self._total, "Asked for the links"))
        return {address: found.get(address, NOT_IN_TIME) for address in self._wanted}

    def _run(self) -> None:
        """Take a host, ask for its links one by one, and take the next one."""
        while not self._stopped.is_set():
            with self._lock:
                if not self._hosts:
                    return
                links = self._hosts.popleft()
            for address in links:
                if self._stopped.is_set():
                    return
                with self._lock:
                    self._watched[threading.get_ident()] = (self._deadline(), None)
                answer = ask_link(address, self._asked, self._stopped)
                if monotonic() > self._taken_back():
                    answer = NOT_IN_TIME
                self._answers.put((address, answer))

    def _deadline(self) -> float:
        return monotonic() + self._limits.one_link

    def _taken_back(self) -> float:
        """End the watch over this thread's link; give until when it had time."""
        with self._lock:
            return self._watched.pop(threading.get_ident())[0]

    def _opened(self, hang_up: Callable[[], None]) -> None:
        with self._lock:
            until, _ = self._watched[threading.get_ident()]
            self._watched[threading.get_ident()] = (until, hang_up)

    def _hang_up_what_takes_too_long(self, *, at_once: bool = False) -> None:
        now = monotonic()
        with self._lock:
            late = [end for until, end in self._watched.values() if at_once or now > until]
        for hang_up in late:
            if hang_up is not None:
                hang_up()

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """Hold a host; a redirect may lead to one that another thread is asking."""
        with self._lock:
            turn = self._turns.setdefault(host, _Turn())
        with turn.lock:
            self._stopped.wait(max(0.0, turn.asked + self._limits.pause - monotonic()))
            try:
                yield
            finally:
                turn.asked = monotonic()


class _Turn:
    """When a host was asked last."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.asked = float("-inf")
