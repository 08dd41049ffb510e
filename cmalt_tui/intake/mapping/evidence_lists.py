"""Reads evidence lists and captions, however they are set."""

import re
from collections.abc import Iterator, Sequence

from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import clean_line

_LIST_MARK = re.compile(r"^[\s:;,.–—-]+|[\s:;,–—-]+$")
_CAPTION = re.compile(
    r"(?:fig(?:ure)?\.?|image|picture|photo|screenshot|diagram|chart)\s*\d{0,2}\s*[:.–-]\s", re.I
)
_LONGEST_CAPTION = 60


def entries_of(block: Node) -> Iterator[tuple[list[Node], bool]]:
    """The entries of an evidence list, however it is set: items, rows, pictures, paragraphs."""
    if block["t"] in ("BulletList", "OrderedList"):
        for item in block["c"][1] if block["t"] == "OrderedList" else block["c"]:
            own = [part for part in item if part["t"] not in ("BulletList", "OrderedList")]
            if own:
                yield own, True
            for part in item:
                if part["t"] in ("BulletList", "OrderedList"):
                    yield from entries_of(part)
    elif block["t"] == "Table":
        _, _, _, _, bodies, _ = block["c"]
        for body in bodies:
            for row in body[3]:
                cells = [part for cell in row[1] for part in cell[4]]
                if cells:
                    yield cells, True
    elif block["t"] != "Header":
        yield [block], False


def caption_below(block: Node, after: Sequence[Node]) -> str:
    """The caption of a picture that stands alone, where it is the next line: ``Figure 2: …``."""
    alone = block["t"] in ("Para", "Plain") and all(
        node["t"] in ("Image", "Space", "SoftBreak", "LineBreak")
        or (node["t"] == "Link" and any(inner["t"] == "Image" for inner in node["c"][1]))
        for node in block["c"]
    )
    if not alone or not after or after[0]["t"] not in ("Para", "Plain"):
        return ""
    text = clean_line(plain_text(after[0]))
    slanted = len(after[0]["c"]) == 1 and after[0]["c"][0]["t"] == "Emph"
    named = slanted or bool(_CAPTION.match(text))
    return text if named and len(text.split()) <= _LONGEST_CAPTION else ""


def shown_by(text: str, title: str) -> str:
    """What an entry says besides the title of the thing that it points to."""
    return _LIST_MARK.sub("", text.replace(title, "", 1)) if title else text
