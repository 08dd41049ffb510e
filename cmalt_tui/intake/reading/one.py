"""One file read into a document, its size and its insides looked at first."""

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from cmalt_tui.intake.reading.archive import check_archive, unpack
from cmalt_tui.intake.reading.document import Document
from cmalt_tui.intake.reading.embedded_pictures import with_pictures_beside
from cmalt_tui.intake.reading.front_matter import FrontMatter, split_front_matter
from cmalt_tui.intake.reading.markdown import markdown_to_html
from cmalt_tui.intake.reading.page import decode, prepare_page
from cmalt_tui.intake.reading.walk import SUFFIXES
from cmalt_tui.pandoc import PandocFailed, run
from cmalt_tui.pandoc.tree import Node, plain_text, walk
from cmalt_tui.plain_text import clean, clean_line
from cmalt_tui.problems import InputProblem

MOST_BYTES = 60 * 1024 * 1024
# Twice the length of the Bible. Pictures that stand in a page as text don't count.
_MOST_TEXT = 8 * 1024 * 1024
_TIME_LIMIT = 45.0
# Real documents nest some ten levels; what comes later walks the tree by recursion.
_DEEPEST = 120
_TOO_DEEP = "lists, quotations or divisions are nested too deeply"
_EMBEDDED = rb"data:[^\s\"'()<>]{1000,}"
_ORDER_KEYS = ("page", "weight", "order", "nav_order")
_PICTURES = ("word/media/", "Pictures/")
# What word processors and PDF put where a person typed plain letters and spaces.
_TYPED = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u00ad": None,
        "\u200b": None,
        "\u2060": None,
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)


def read_document(path: Path, root: Path, file: str, media: Path) -> Document:
    """Read one file.

    Args:
        path: The file.
        root: The folder that its pictures have to lie in.
        file: Its name for messages.
        media: A folder, not made yet, for the pictures that lie inside the document.

    Raises:
        InputProblem: The file can't be used; says why.
    """
    format_name = SUFFIXES.get(path.suffix.lower())
    if format_name is None:
        known = ", ".join(SUFFIXES)
        raise InputProblem(
            "this kind of file can't be read", f"Kinds that can: {known}.", file=path
        )
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise InputProblem(
                f"it is bigger than {MOST_BYTES // 1024 // 1024} MB",
                "Make its pictures smaller, or cut it in two.",
                file=path,
            )
        content = path.read_bytes()
    except OSError as error:
        raise InputProblem(
            f"it can't be read ({error.strerror})", "Check its permissions.", file=path
        ) from error
    if not content.strip():
        raise InputProblem("it is empty", "Leave it out, or name another file.", file=path)
    try:
        if format_name in ("docx", "odt"):
            return _read_packed(path, root, file, media, format_name, content)
        return _read_text(path, root, file, media, format_name, content)
    except PandocFailed as failed:
        raise InputProblem(
            f"pandoc can't read it: {clean_line(str(failed))}",
            "Open it in the program that made it and save it anew, or cut it in parts.",
            file=path,
        ) from failed


def _read_text(
    path: Path, root: Path, file: str, media: Path, format_name: str, content: bytes
) -> Document:
    if b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise InputProblem(
            "this is no text file inside", "Check what the file really is.", file=path
        )
    if len(content) > _MOST_TEXT and len(re.sub(_EMBEDDED, b"", content)) > _MOST_TEXT:
        raise InputProblem(
            f"it holds more than {_MOST_TEXT // 1024 // 1024} MB of text, which no portfolio has",
            "Cut it in parts, or leave it out.",
            file=path,
        )
    text = clean(decode(with_pictures_beside(content, media)))
    matter, author = FrontMatter(), ""
    if format_name == "markdown":
        matter, body = split_front_matter(text)
        page = prepare_page(markdown_to_html(body, _TIME_LIMIT).decode())
    else:
        page = prepare_page(text)
        author = page.author
    tree = _parse(run(["-f", "html", "-t", "json"], page.html, time_limit=_TIME_LIMIT))
    titles = _titles(matter.values.get("title", "") or page.title)
    return Document(
        file,
        path,
        root,
        tuple(tree["blocks"]),
        titles,
        clean_line(matter.values.get("author", "")) or author,
        matter.text,
        _order(matter.values),
        media if media.is_dir() else None,
    )


def _read_packed(
    path: Path, root: Path, file: str, media: Path, format_name: str, content: bytes
) -> Document:
    check_archive(path)
    unpack(path, media, lambda name: name.startswith(_PICTURES))
    tree = _parse(run(["-f", format_name, "-t", "json"], content, time_limit=_TIME_LIMIT))
    return Document(
        file,
        path,
        root,
        (*_blocks_of_meta(tree["meta"]), *tree["blocks"]),
        author=clean_line(plain_text(tree["meta"].get("author", {}))),
        media=_media_root(media),
    )


def _media_root(media: Path) -> Path | None:
    """The folder that pandoc's names of the pictures start from: ``media/…``, ``Pictures/…``."""
    if (media / "word").is_dir():
        return media / "word"
    return media if media.is_dir() else None


def _parse(output: bytes) -> dict[str, Any]:
    try:
        tree: dict[str, Any] = json.loads(output)
    except RecursionError as error:
        raise PandocFailed(_TOO_DEEP) from error
    if _is_deeper(tree["blocks"], _DEEPEST):
        raise PandocFailed(_TOO_DEEP)
    for node in walk(tree["blocks"]):
        if node["t"] == "Str":
            node["c"] = clean(node["c"]).translate(_TYPED)
        elif node["t"] in ("Code", "CodeBlock"):
            node["c"][1] = clean(node["c"][1])
    return tree


def _is_deeper(value: object, most: int) -> bool:
    """Whether lists and objects nest deeper than so many levels; without recursion."""
    level: list[object] = [value]
    for _ in range(most):
        below: list[object] = []
        for piece in level:
            if isinstance(piece, dict):
                below += [one for one in piece.values() if isinstance(one, dict | list)]
            elif isinstance(piece, list):
                below += [one for one in piece if isinstance(one, dict | list)]
        if not below:
            return False
        level = below
    return True


def _blocks_of_meta(meta: Mapping[str, Node]) -> list[Node]:
    """Title and subtitle of a word processor's document, which are part of its text."""
    blocks: list[Node] = []
    for name in ("title", "subtitle", "date", "abstract"):
        text = clean_line(plain_text(meta.get(name, {})))
        if text:
            inlines: list[Node] = [{"t": "Str", "c": word} for word in text.split()]
            spaced = [piece for word in inlines for piece in (word, {"t": "Space"})][:-1]
            header = {"t": "Header", "c": [1, ["", [], []], spaced]}
            blocks.append(header if name == "title" else {"t": "Para", "c": spaced})
    return blocks


def _titles(title: str) -> tuple[str, ...]:
    """A title and its parts, the fullest that is not the whole site's name first.

    ``Target learners | My site`` and ``My portfolio - Target learners`` hold a page's title.
    """
    parts = [clean_line(part) for part in re.split(r"\s+[|·•–—-]\s+", title) if part.strip()]
    whole = [clean_line(title)] if len(parts) > 1 else []
    return tuple(dict.fromkeys([*parts, *whole]))


def _order(values: Mapping[str, str]) -> float | None:
    for key in _ORDER_KEYS:
        try:
            return float(values[key])
        except (KeyError, ValueError):
            continue
    return None


def file_title(file: str) -> str:
    """The name of a file as words: ``2019-03-01-target_learners.md`` → ``target learners``."""
    stem = PurePosixPath(file).stem
    stem = re.sub(r"^\d{4}-\d\d-\d\d-", "", stem)
    return clean_line(re.sub(r"[-_+]+", " ", stem))
