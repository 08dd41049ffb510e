"""EVI-6: evidence that an assessor may not get to see: behind a login, or in a closed format."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.model.web_address import is_login
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence.grouping import findings_by_section, named

# Places where a link opens for others only once somebody has shared it.
_SHARED = (
    "drive.google.com", "docs.google.com", "sharepoint.com", "onedrive.live.com", "1drv.ms",
    "dropbox.com", "box.com", "icloud.com", "teams.microsoft.com", "notion.so", "miro.com",
    "trello.com", "mural.co", "panopto.eu", "panopto.com", "instructure.com", "blackboard.com",
    "brightspace.com", "pebblepad.co.uk", "yammer.com", "slack.com",
)  # fmt: skip
# Formats that open in one program only, which an assessor may not have.
_CLOSED = (
    ".pages", ".numbers", ".key", ".psd", ".ai", ".indd", ".one", ".pub", ".vsd", ".vsdx", ".mdb",
    ".accdb", ".sketch", ".fig", ".camproj", ".trec", ".notebook", ".wmv", ".wma", ".mpp", ".xd",
)  # fmt: skip


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    yield from findings_by_section(
        reviewed,
        "EVI-6",
        Level.WARNING,
        lambda item: bool(item.url) and not item.access.strip() and is_restricted(item.url),
        _restricted_told,
        "Does it open in a private window? If not, say how an assessor gets in.",
    )
    yield from findings_by_section(
        reviewed,
        "EVI-6",
        Level.WARNING,
        lambda item: PurePosixPath(item.file.lower()).suffix in _CLOSED,
        _closed_told,
        "Could it be handed over as a PDF, a picture or a plain video?",
    )


def is_restricted(address: str) -> bool:
    """Whether an address looks like a place that only some people can open."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if any(host == place or host.endswith(f".{place}") for place in _SHARED):
        return "/pub" not in parts.path
    return bool(_closed_host().search(host) or is_login(address))


def _restricted_told(items: tuple[EvidenceItem, ...]) -> str:
    hosts = ", ".join(dict.fromkeys(urlsplit(item.url).hostname or "" for item in items))
    one = len(items) == 1
    return (
        f"{named(items)} may only open for people who have been let in ({hosts}), and"
        f" {'it has' if one else 'they have'} no note on access."
    )


def _closed_told(items: tuple[EvidenceItem, ...]) -> str:
    endings = ", ".join(dict.fromkeys(PurePosixPath(item.file).suffix for item in items))
    opens = "opens" if len(items) == 1 else "open"
    return f"{named(items)} {opens} only in the program that it was made with ({endings})."


@cache
def _closed_host() -> re.Pattern[str]:
    return re.compile(
        r"^(?:(?:my|www)\.)?(?:intranet|moodle\d?|vle|blackboard|canvas|localhost)(?:\.(?!org$|com$)|$)"
        r"|\.(?:local|internal|lan|corp)$|^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$"
    )


RULE = Rule(
    "EVI-6",
    "evidence that an assessor may not get to see",
    "Assessors sit elsewhere and have none of your accounts. A closed door, or a format that only"
    " one program reads, means evidence that doesn't count.",
    "“Course page, enter as guest; password in the covering e-mail.” Or: a PDF of the page.",
    "Candidates' reports that links asked for rights; the accreditor asks to avoid proprietary"
    " formats.",
    _find,
)
