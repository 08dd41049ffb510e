"""Fetches pages of one site, politely: one by one, with pauses, in limits, as robots.txt says."""

import http
import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from cmalt_tui import __version__
from cmalt_tui.corpus.sources.web.address import Site
from cmalt_tui.model.web_address import in_one_form
from cmalt_tui.plain_text import clean_line
from cmalt_tui.progress import Progress, Report

PROGRAM = "cmalt-tui"
USER_AGENT = f"{PROGRAM}/{__version__} (reads one public portfolio for the person who named it)"
MOST_PAGE_BYTES = 5_000_000
MOST_BYTES = 40_000_000
_MOST_ROBOTS_BYTES = 500_000
_MOST_REDIRECTS = 5
_SILENCE = 15.0  # seconds without a byte
_LONGEST_PAGE = 60.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_SLICE = 0.5
_BLOCK = 65_536
_ASKED_TO_STOP = (429, 503)


class Timing(NamedTuple):
    """The clock and how one waits, so that a test need not."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


class Fetched(NamedTuple):
    """A page as it came, the address at which it was in the end, and its encoding if said."""

    address: str
    content: bytes
    charset: str = ""


class NotFetched(Exception):  # noqa: N818 - one page fewer is no error of the work
    """Raised where a page is not taken.

    Attributes:
        kind: What kind of page it is, as a report lists it.
        message: Why it is not taken, where that is said of it alone.
        ends_all: Whether the site should be left alone from here on.
    """

    def __init__(self, kind: str, message: str = "", *, ends_all: bool = False) -> None:
        """Say why."""
        self.kind = kind
        self.message = message or f"this is a {kind}"
        self.ends_all = ends_all
        super().__init__(kind)


class PoliteFetcher:
    """Asks one host for pages and for nothing else: no cookies, no scripts, no pictures."""

    def __init__(self, site: Site, report: Report, timing: Timing) -> None:
        """Make ready; nothing is fetched yet."""
        self._site = site
        self._report = report
        self._timing = timing
        self._pause = _SHORTEST_PAUSE
        self._asked: float | None = None
        self._bytes = 0
        self._robots = RobotFileParser()
        self._robots.parse([])
        # Built by hand: the usual opener also follows redirects anywhere and reads local files.
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
        ):
            self._opener.add_handler(handler)
        self._opener.addheaders = []

    def heed_robots(self) -> None:
        """Read the host's ``robots.txt``, once, before anything else is asked for.

        Where there is none, all is allowed; where the host fails to say, nothing is (RFC 9309,
        sections 2.3.1.3 and 2.3.1.4).

        Raises:
            NotFetched: The host can't be reached.
        """
        address = urljoin(self._site.start, "/robots.txt")
        try:
            answer = self._followed(address, _MOST_ROBOTS_BYTES, self._has_rules)
        except _Refused as refused:
            if refused.status >= 500:
                raise NotFetched(
                    "page whose robots.txt can't be read",
                    f"its robots.txt can't be read ({refused}), so nothing else is asked for",
                ) from None
            return
        self._robots.parse(answer.content.decode("utf-8", "replace").splitlines())
        asked = self._robots.crawl_delay(PROGRAM)
        if asked is not None:
            self._pause = min(max(_SHORTEST_PAUSE, float(asked)), _LONGEST_PAUSE)

    def page(self, address: str) -> Fetched:
        """Fetch a page.

        Raises:
            NotFetched: It can't be had, is too big, is no HTML, or is not to be fetched.
        """
        try:
            return self._followed(address, MOST_PAGE_BYTES, self._allowed, html=True)
        except _Refused as refused:
            ends_all = refused.status in _ASKED_TO_STOP
            raise NotFetched(
                f"page answered with {refused}", f"the site answered {refused}", ends_all=ends_all
            ) from None

    def _allowed(self, address: str) -> bool:
        if not self._site.has_host(address):
            return False
        if not self._robots.can_fetch(PROGRAM, address):
            raise NotFetched(
                "page that robots.txt keeps programs from",
                "the site's robots.txt keeps programs from it",
            )
        return True

    def _has_rules(self, address: str) -> bool:
        if not self._site.has_host(address):
            raise _Refused(http.HTTPStatus.NOT_FOUND)
        return True

    def _followed(
        self, address: str, most: int, allowed: Callable[[str], bool], *, html: bool = False
    ) -> Fetched:
        for _ in range(_MOST_REDIRECTS + 1):
            if not allowed(address):
                raise NotFetched("page that leads to another site")
            self._be_patient()
            try:
                with self._open(address) as response:
                    target = response.headers.get("Location", "")
                    if 300 <= response.status < 400 and target:
                        address = in_one_form(urljoin(address, target))
                        continue
                    content = self._content(response, most, html=html)
                    charset = response.headers.get_content_charset("")
                    return Fetched(address, content, charset)
            except (OSError, http.client.HTTPException, ValueError) as error:
                reason = f"can't be reached ({_reason(error)})"
                raise NotFetched(f"page that {reason}", reason) from None
            finally:
                self._asked = self._timing.now()
        raise NotFetched("page that is redirected again and again")

    def _open(self, address: str) -> http.client.HTTPResponse:
        request = urllib.request.Request(
            address,
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html",
                # What is not packed can't unpack to more than was asked for.
                "Accept-Encoding": "identity",
            },
        )
        response: http.client.HTTPResponse = self._opener.open(request, timeout=_SILENCE)
        return response

    def _content(self, response: http.client.HTTPResponse, most: int, *, html: bool) -> bytes:
        if response.status != 200:
            raise _Refused(response.status)
        if html and response.headers.get_content_type() != "text/html":
            raise NotFetched("file that is no web page")
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise NotFetched("page that came packed")
        content = bytearray()
        for block in self._blocks(response):
            content += block
            self._bytes += len(block)
            if len(content) > most and not html:
                break
            if len(content) > most:
                raise NotFetched(f"page of more than {most // 1_000_000} MB")
            if self._bytes > MOST_BYTES:
                raise NotFetched(f"page beyond {MOST_BYTES // 1_000_000} MB in all", ends_all=True)
        return bytes(content)

    def _blocks(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        began = self._timing.now()
        while block := response.read1(_BLOCK):
            yield block
            if self._timing.now() - began > _LONGEST_PAGE:
                raise NotFetched("page that came too slowly")

    def _be_patient(self) -> None:
        """Wait until the pause since the last request is over, in slices that can be stopped."""
        if self._asked is None:
            return
        left = self._pause - (self._timing.now() - self._asked)
        while left > 0:
            self._report(Progress(0, 0, f"Waiting, to be polite to {self._site.name}"))
            self._timing.wait(min(left, _SLICE))
            left -= _SLICE


class _Refused(Exception):  # noqa: N818 - an answer, though not the one that was hoped for
    """Raised where a host answers with anything but a page."""

    def __init__(self, status: int) -> None:
        self.status = status
        said = http.client.responses.get(status, "")
        super().__init__(f"{status} {said}".strip())


def _reason(error: Exception) -> str:
    """What a fault of the network says, on one short line."""
    inner = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(inner, TimeoutError):
        return "it does not answer"
    told = getattr(inner, "strerror", "") or str(inner) or type(inner).__name__
    return clean_line(told)[:120]
