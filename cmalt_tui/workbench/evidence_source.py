"""Tells a file from an address and from words, and guesses what the thing is called and is."""

import re
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from cmalt_tui.places import at_home
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem

_LONGEST_ADDRESS = 2_000
_LONGEST_WORDS = 300
_KINDS_OF_FILES = {
    "screenshot": ("png", "webp", "gif", "bmp"),
    "photo": ("jpg", "jpeg", "heic", "heif", "tif", "tiff"),
    "diagram": ("svg", "drawio"),
    "video": ("mp4", "mov", "m4v", "webm", "mkv", "avi"),
    "audio": ("mp3", "m4a", "wav", "ogg", "flac", "opus"),
    "slides": ("ppt", "pptx", "odp", "key"),
    "data": ("csv", "tsv", "xls", "xlsx", "ods", "json", "numbers"),
    "email": ("eml", "msg"),
    "report": ("pdf", "doc", "docx", "odt", "rtf", "md", "txt"),
    "course page": ("html", "htm", "mhtml"),
}
_KIND_OF_SUFFIX = {
    suffix: kind for kind, suffixes in _KINDS_OF_FILES.items() for suffix in suffixes
}
# What a name says counts before what its ending says: "minutes-march.pdf" are minutes.
_TELLING_WORDS = (
    "minutes", "certificate", "testimonial", "feedback", "survey", "policy", "slides",
    "screenshot", "options", "letter", "poster", "diagram", "email", "evaluation", "newsletter",
)  # fmt: skip
_UNTELLING = ("watch", "index", "view", "edit", "page", "default", "share", "home", "embed")
_SITES = {
    "video": ("youtube.com", "youtu.be", "vimeo.com", "panopto"),
    "publication": ("doi.org", "researchgate.net", "orcid.org", "zenodo.org"),
    "repository": ("github.com", "gitlab.com", "codeberg.org"),
    "slides": ("slideshare.net", "speakerdeck.com"),
    "badge": ("credly.com", "badgr.com", "openbadgefactory.com"),
    "blog post": ("wordpress.com", "medium.com", "blogspot.com", "substack.com"),
}


class SourceKind(Enum):
    """What was named."""

    FILE = auto()
    LINK = auto()
    THING = auto()


class Source(NamedTuple):
    """What was named: a file, an address, or a physical thing in words."""

    kind: SourceKind
    path: Path = Path()
    address: str = ""
    words: str = ""


def read_source(source: str) -> Source:
    """Tell what a person named.

    Args:
        source: A path, an address, or words.

    Raises:
        InputProblem: It is empty, an address that evidence can't have, or looks like the path of
            a file that is not there.
    """
    named = source.strip()
    if not named:
        raise InputProblem("there is nothing to take in", "Name a file, a web address or a thing.")
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", named)
    if scheme or re.match(r"(?:javascript|data|mailto|www\.)", named, re.I):
        return Source(SourceKind.LINK, address=_address(named, scheme[1] if scheme else ""))
    try:
        path = at_home(named)
        is_there = path.exists() or path.is_symlink()
    except (OSError, ValueError):
        is_there = False
    if is_there:
        return Source(SourceKind.FILE, path=path)
    if re.fullmatch(r"\S*[/\\]\S*|\S+\.[A-Za-z0-9]{1,5}|[~.]?[/\\].*", named):
        raise InputProblem(
            "there is no such file",
            "Check the path; a thing that is no file is named in words.",
            file=Path(clean_line(named)),
        )
    words = clean_line(named)
    if not words or len(words) > _LONGEST_WORDS:
        raise InputProblem(
            "this is no name for a thing", f"Name it in up to {_LONGEST_WORDS} characters."
        )
    return Source(SourceKind.THING, words=words)


def guessed_title(source: Source) -> str:
    """What a thing could be called, from the name of its file or from its address."""
    if source.kind is SourceKind.THING:
        return source.words
    name = source.path.stem
    if source.kind is SourceKind.LINK:
        parts = urlsplit(source.address)
        pieces = [piece for piece in unquote(parts.path).split("/") if piece]
        name = re.sub(r"\.[A-Za-z]{2,5}$", "", pieces[-1]) if pieces else ""
        if not re.search(r"[^\W\d_]{3}", name) or name.lower() in _UNTELLING:
            name = (parts.hostname or "").removeprefix("www.")
            return clean_line(name)
    title = clean_line(re.sub(r"[\s_]+|(?<=\w)-(?=\w)", " ", name))
    return title[:1].upper() + title[1:] if title else "Evidence"


def guessed_kind(source: Source) -> str:
    """What kind of thing it could be, from its name and ending, or from the site that has it."""
    if source.kind is SourceKind.THING:
        return _told_by_name(source.words)
    if source.kind is SourceKind.FILE:
        name, ending = source.path.stem, source.path.suffix.lower().removeprefix(".")
        return _told_by_name(name) or _KIND_OF_SUFFIX.get(ending, "")
    parts = urlsplit(source.address)
    host = (parts.hostname or "").lower()
    for kind, sites in _SITES.items():
        if any(host == site or f".{site}" in f".{host}" for site in sites):
            return kind
    ending = Path(parts.path).suffix.lower().removeprefix(".")
    by_ending = "" if ending in ("html", "htm") else _KIND_OF_SUFFIX.get(ending, "")
    return _told_by_name(parts.path) or by_ending or "link"


def _told_by_name(name: str) -> str:
    words = set(re.findall(r"[^\W\d_]+", name.lower()))
    found = next((one for one in _TELLING_WORDS if one in words), "")
    return "options paper" if found == "options" else found


def _address(named: str, scheme: str) -> str:
    """A web address, made whole.

    Raises:
        InputProblem: It is none that evidence can have.
    """
    address = named if scheme else f"https://{named}"
    try:
        parts = urlsplit(address)
        host, is_secret = parts.hostname or "", bool(parts.username or parts.password)
    except ValueError:
        host, is_secret = "", False
    is_web = not scheme or scheme.lower() in ("http", "https")
    is_plain = clean_line(address) == address and not re.search(r"\s", address)
    if not (host and is_web and is_plain and named.lower().startswith(("http", "www."))):
        raise InputProblem(
            f'"{clean_line(named)[:80]}" is no web address',
            "Evidence can be linked with http:// or https://.",
        )
    if is_secret:
        raise InputProblem(
            "the address holds a name or a password",
            "Leave that out, and say in the access note how an assessor gets in.",
        )
    if len(address) > _LONGEST_ADDRESS:
        raise InputProblem("the address is too long", f"{_LONGEST_ADDRESS:,} characters at most.")
    return address
