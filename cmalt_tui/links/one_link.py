"""Asks for one link: HEAD, then GET where that is refused, through at most five redirects."""

import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from threading import Event
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection

from cmalt_tui import __version__
from cmalt_tui.links.private_addresses import LookUp, Refused, address_of
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.model.web_address import PORTS, in_one_form, is_login

USER_AGENT = f"cmalt-tui/{__version__} (checks the links of one portfolio for its author)"
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
_MOST_REDIRECTS = 5
_TINY = 512
_GONE = (404, 410)
_HEAD_IS_ENOUGH = (401, 410, 429)
_WORDS = {
    401: "asks for a login",
    403: "did not let a program in (403); it may open in a browser",
    404: "is not found (404)",
    410: "is gone for good (410)",
    429: "was asked too often (429); try it by hand",
    503: "is out of service for now (503)",
}


class Asked(NamedTuple):
    """How links are asked for.

    Attributes:
        allow_private: Whether addresses inside a network are asked too.
        seconds: How long a host may be silent.
        look_up: Finds the addresses of a name.
        turn: Holds a host, which is asked by nobody else meanwhile, once its pause is over.
        opened: Told of what to close when a link takes too long; see `ask_links`.
    """

    allow_private: bool
    seconds: float
    look_up: LookUp
    turn: Callable[[str], AbstractContextManager[None]]
    opened: Callable[[Callable[[], None]], None]


def ask_link(address: str, asked: Asked, stopped: Event) -> LinkFacts:
    """Say what came of asking for an address, in words; faults of the network are an answer too."""
    try:
        return _followed(in_one_form(address), asked, stopped)
    except Refused as refused:
        return LinkFacts(False, str(refused))
    except _Stopped:
        return LinkFacts(False, "was not asked")
    except TimeoutError:
        return LinkFacts(False, "did not answer in time")
    except Exception as fault:  # whatever a server makes of HTTP
        return LinkFacts(False, _fault_in_words(fault))


class _Stopped(Exception):  # noqa: N818 - stopping on request is no error
    """Raised where the work was stopped."""


def _followed(address: str, asked: Asked, stopped: Event) -> LinkFacts:
    for _ in range(_MOST_REDIRECTS + 1):
        if not address:
            return LinkFacts(False, "is redirected to what is no web page")
        status, target = _answer(address, asked, stopped)
        if 300 <= status < 400 and target:
            address = in_one_form(urljoin(address, target))
        elif status >= 400:
            return LinkFacts(False, _WORDS.get(status, f"answers with an error ({status})"))
        elif is_login(address):
            return LinkFacts(False, "asks for a login")
        else:
            return LinkFacts(True, f"answers ({status})")
    return LinkFacts(False, "is redirected again and again")


def _answer(address: str, asked: Asked, stopped: Event) -> tuple[int, str]:
    """Status and target: by HEAD, which costs the host least; by GET where that says nothing."""
    status, target = _request("HEAD", address, asked, stopped)
    if status >= 400 and status not in _HEAD_IS_ENOUGH:
        status, target = _request("GET", address, asked, stopped)
    return status, target


def _request(method: str, address: str, asked: Asked, stopped: Event) -> tuple[int, str]:
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    numeric = address_of(host, port, allow_private=asked.allow_private, look_up=asked.look_up)
    with asked.turn(host):
        if stopped.is_set():
            raise _Stopped
        connection = _connection(parts.scheme, numeric, port, host, asked.seconds)
        asked.opened(lambda: _hang_up(connection))
        try:
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            headers = {**_HEADERS, "Host": parts.netloc}
            connection.request(method, path, headers=headers, preload_content=False)
            response = connection.getresponse()
            if method == "GET":
                # Enough to see that something comes; the rest of a film is nobody's need.
                response.read(_TINY, decode_content=False)
            return response.status, response.headers.get("Location") or ""
        finally:
            connection.close()


def _connection(scheme: str, numeric: str, port: int, host: str, seconds: float) -> HTTPConnection:
    """A connection to a numeric address, whose certificate has to be that of the host."""
    if scheme == "https":
        return HTTPSConnection(
            numeric, port, timeout=seconds, server_hostname=host, assert_hostname=host
        )
    return HTTPConnection(numeric, port, timeout=seconds)


def _hang_up(connection: HTTPConnection) -> None:
    """Wake whoever waits for an answer; closing alone would leave it waiting."""
    with suppress(OSError):
        if connection.sock is not None:
            connection.sock.shutdown(socket.SHUT_RDWR)


def _fault_in_words(fault: Exception) -> str:
    name = type(fault).__name__
    if "Timeout" in name:
        return "did not answer in time"
    if "SSL" in name or "Certificate" in name or "certificate" in str(fault).lower():
        return "has no certificate that can be trusted"
    return "could not be reached"
