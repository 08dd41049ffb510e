"""What a link or a picture points to: a page of the source, a file beside it, or elsewhere."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from cmalt_tui.intake.reading.document import Document

_KINDS = {
    "image": "png jpg jpeg gif webp svg bmp tif tiff heic avif",
    "video": "mp4 m4v mov webm avi mkv ogv mp3 m4a wav ogg",
    "document": "pdf doc docx odt rtf ppt pptx odp xls xlsx ods csv txt "
    "zip srt vtt json epub ipynb h5p",
}
_KIND_OF_SUFFIX = {suffix: kind for kind, row in _KINDS.items() for suffix in row.split()}
_VIDEO_HOSTS = re.compile(
    r"(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|dailymotion\.com|"
    r"panopto\.(?:com|eu)|"
    r"kaltura\.com|echo360\.\w+|loom\.com|mediasite\.com)$"
)
# Names of what lies inside a word processor's file; the same name beside it is something else.
_INSIDE = ("media/", "Pictures/")
_PAGES = ("", "html", "htm", "md", "markdown", "php", "aspx")


@dataclass(frozen=True)
class Target:
    """Something that a document points to.

    Attributes:
        key: The same for all links to the same thing.
        address: As the source has it, without what only steers its display.
        kind: ``link``, ``image``, ``video``, ``document``; ``page`` for a page of the source
            itself; empty for what is no evidence (``mailto:``).
        local: The file, if it lies inside the source.
        missing: Whether it should be a file beside the source and is not there.
    """

    key: str
    address: str
    kind: str
    local: Path | None = None
    missing: bool = False


def read_target(address: str, document: Document, pages: Collection[Path]) -> Target:
    """Find out what an address in a document points to. Nothing is ever fetched.

    Args:
        address: The address as it stands.
        document: The document that it stands in.
        pages: The files of all documents of the source, resolved.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return Target(address, address, "")
    if parts.scheme in ("http", "https") or address.startswith("//"):
        return _elsewhere(address, parts.netloc.lower(), parts.path, parts.query, parts.fragment)
    if parts.scheme and len(parts.scheme) > 1:
        return Target(address, address, "")
    path = unquote(parts.path)
    suffix = PurePosixPath(path).suffix.lower().lstrip(".")
    if not path or suffix in _PAGES:
        return Target(address, address, "page")
    kind = _KIND_OF_SUFFIX.get(suffix, "document")
    shown = re.sub(r"[#?].*$", "", address) if kind == "image" else address
    found = _find(path, document)
    if found is not None and found in pages:
        return Target(address, address, "page")
    if found is not None:
        return Target(f"file:{found}", shown, kind, local=found)
    return Target(f"missing:{path.lstrip('./')}", shown, kind, missing=True)


def file_beside(address: str, document: Document) -> Path | None:
    """The file that a document names as one beside it, or inside it, of whatever kind it is."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else _find(unquote(parts.path), document)


def _elsewhere(address: str, host: str, path: str, query: str, fragment: str) -> Target:
    suffix = PurePosixPath(unquote(path)).suffix.lower().lstrip(".")
    kind = _KIND_OF_SUFFIX.get(suffix, "link")
    if _VIDEO_HOSTS.search(host):
        kind = "video"
    kept = f"#{fragment}" if fragment.startswith(("!", "/")) else ""
    return Target(f"{host.removeprefix('www.')}{path.rstrip('/')}?{query}{kept}", address, kind)


def _find(path: str, document: Document) -> Path | None:
    """Find a file in the source, from the document or, with a slash, from a folder above it."""
    if "\x00" in path or len(path) > 1000:
        return None
    root = document.root.resolve()
    relative = path.lstrip("/")
    here = document.path.resolve().parent
    bases = [here] if not path.startswith("/") else []
    bases += [root, *(folder for folder in here.parents if folder.is_relative_to(root)), here]
    if document.media is not None:
        media = document.media.resolve()
        candidate = (media / relative).resolve()
        if candidate.is_relative_to(media) and candidate.is_file():
            return candidate
        if relative.startswith(_INSIDE):
            return None
    for base in bases:
        try:
            candidate = (base / relative).resolve()
            if candidate.is_relative_to(root) and candidate.is_file():
                return candidate
        except OSError:
            continue
    return None
