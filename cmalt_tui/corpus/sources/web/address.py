"""Web addresses: put in one form, and told whether they belong to the portfolio that was named."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cmalt_tui.model.web_address import PORTS, in_one_form
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem

_PAGE_ENDINGS = ("", "html", "htm", "xhtml", "php", "asp", "aspx", "jsp")
_FRONT_PAGES = re.compile(r"(?:home|index|default)(?:\.[a-z]{3,5})?", re.I)
# With no pretty addresses, WordPress names a page by its number.
_PAGE_KEYS = {"p", "page_id"}
# Feeds, the back office, and lists of posts that stand elsewhere in full.
_NO_PAGES = re.compile(
    r"/(?:feed|wp-json|wp-admin|wp-content|wp-includes|wp-login\.php|xmlrpc\.php|tag|category|"
    r"author|comments|attachment|amp|embed)(?:/|$)|/page/\d+/?$|/comment-page-\d+/?$|"
    r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$"
)


class Site(NamedTuple):
    """The part of a host that a portfolio takes up.

    Attributes:
        start: The address that was named, in full.
        path: What every page's path begins with; ends with a slash.
    """

    start: str
    path: str

    @property
    def name(self) -> str:
        """The host, as messages name it."""
        return urlsplit(self.start).netloc

    def has_host(self, address: str) -> bool:
        """Whether an address is on the same host, or its twin with or without ``www``.

        The way from http to https is open, the way back is not.
        """
        ours, theirs = urlsplit(self.start), urlsplit(address)
        if _bare_host(ours) != _bare_host(theirs):
            return False
        if ours.scheme == theirs.scheme:
            return _port(ours) == _port(theirs)
        plain = _port(ours) == PORTS[ours.scheme] and _port(theirs) == PORTS[theirs.scheme]
        return plain and theirs.scheme == "https"

    def has(self, address: str) -> bool:
        """Whether an address is on the host and at or below the path."""
        path = unquote(urlsplit(address).path)
        if ".." in path.split("/"):
            return False
        return self.has_host(address) and f"{path.rstrip('/')}/".startswith(self.path)


def site_of(address: str) -> Site:
    """The site of a page: what is below it, or beside it where it is a file or a front page.

    Google Sites puts all pages of a site, the front page too, beside one another.
    """
    parts = urlsplit(address)
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    if parts.hostname == "sites.google.com":
        segments = segments[: 3 if segments[:1] == ["a"] else 2]
    elif not parts.path.endswith("/") and _is_beside(segments[-1]):
        segments.pop()
    return Site(address, "/".join(["", *segments, ""]))


def _is_beside(segment: str) -> bool:
    return "." in segment or _FRONT_PAGES.fullmatch(segment) is not None


def read_address(typed: str) -> str:
    """Read the address that a person named; ``https`` where they name no scheme.

    Raises:
        InputProblem: It is no web address.
    """
    address = typed.strip()
    if "://" not in address:
        address = f"https://{address}"
    read = in_one_form(address)
    if not read:
        raise InputProblem(
            f"“{clean_line(typed)[:200]}” is no web address",
            "Name one that begins with https:// or http://, with no user name in it.",
        )
    return read


def is_page(address: str) -> bool:
    """Whether an address looks like a page to read: no file, no feed, no form, no list of posts."""
    parts = urlsplit(address)
    last = parts.path.rsplit("/", 1)[-1]
    ending = last.rsplit(".", 1)[-1].lower() if "." in last else ""
    if ending not in _PAGE_ENDINGS and re.fullmatch(r"[a-z0-9]{1,5}", ending):
        return False
    keys = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    return keys <= _PAGE_KEYS and not _NO_PAGES.search(parts.path)


def same_page(address: str) -> str:
    """What two addresses of one page have in common: for telling what has been read already."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    head, _, last = path.rpartition("/")
    if re.fullmatch(r"index\.[a-z]{3,5}", last):
        path = head
    return f"{_bare_host(parts)}:{parts.port or ''}{path}?{parts.query}"


def _bare_host(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")


def _port(parts: SplitResult) -> int:
    return parts.port or PORTS[parts.scheme]
