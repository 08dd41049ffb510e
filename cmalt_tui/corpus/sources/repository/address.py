"""Addresses of git repositories: told from paths and web addresses, and made safe to hand on."""

import re
from pathlib import Path

from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem

SCHEMES = ("https", "http", "ssh", "file")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_SHORT_SSH = re.compile(r"(?:[A-Za-z0-9._~-]+@)[A-Za-z0-9.\[\]:_-]*[A-Za-z0-9\]]:(?!//)\S+")
_HOST = re.compile(r"\[?[A-Za-z0-9][A-Za-z0-9.:_-]*\]?")
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~-]*")
_LONGEST = 2_000


def is_repository_address(text: str) -> bool:
    """Whether what was typed can be nothing but the address of a git repository."""
    scheme = _SCHEME.match(text)
    if scheme:
        known = scheme[1].lower()
        return known in ("ssh", "file", "git", "git+ssh") or (
            known in SCHEMES and text.rstrip("/").lower().endswith(".git")
        )
    return bool(_SHORT_SSH.fullmatch(text)) and not Path(text).exists()


def check_address(address: str) -> None:
    """Refuse an address that can't be one, or that could be taken for something else.

    Raises:
        InputProblem: It says why.
    """
    from urllib.parse import urlsplit

    if (
        len(address) > _LONGEST
        or address.startswith("-")
        or clean_line(address) != address
        or not address.isprintable()
    ):
        raise _refused(address, "this can't be the address of a git repository")
    scheme = _SCHEME.match(address)
    if scheme is None:
        return
    if scheme[1].lower() not in SCHEMES:
        raise _refused(address, f"git over {scheme[1].lower()} is not fetched")
    try:
        parts = urlsplit(address)
        host, user, _ = parts.hostname or "", parts.username, parts.port
    except ValueError:
        raise _refused(address, "this can't be the address of a git repository") from None
    if parts.scheme in ("http", "https") and "@" in parts.netloc:
        raise InputProblem(
            "the address holds a name or a password, which would be kept and shown",
            "Leave it out, or use the repository's ssh address.",
        )
    if parts.password is not None:
        raise InputProblem("the address holds a password", "Leave it out: ssh asks for none.")
    if parts.scheme == "file":
        if host and host != "localhost":
            raise _refused(address, "a file address has three slashes and no machine")
        return
    if not _HOST.fullmatch(host) or (user is not None and not _USER.fullmatch(user)):
        raise _refused(address, "this can't be the address of a git repository")


def local_path_of(address: str) -> Path | None:
    """The folder that an address names on this machine; None for one that is elsewhere."""
    if address.lower().startswith("file://"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(address).path))
    if _SCHEME.match(address) or (_SHORT_SSH.fullmatch(address) and not Path(address).exists()):
        return None
    return Path(address)


def name_of(address: str) -> str:
    """The repository's name: the last part of its address, without ``.git``."""
    last = re.split(r"[/\\:]", address.rstrip("/\\"))[-1]
    return clean_line(last.removesuffix(".git")) or "repository"


def web_link_of(address: str) -> str:
    """The web page of a repository, where its address is one; empty otherwise."""
    return address.removesuffix(".git") if address.startswith("https://") else ""


def _refused(address: str, message: str) -> InputProblem:
    shown = clean_line(address)[:80]
    return InputProblem(
        f'{message}: "{shown}"', "Addresses begin with https://, ssh://, git@host: or file:///."
    )
