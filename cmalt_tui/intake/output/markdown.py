"""Many pieces of text written as Markdown in one run of pandoc."""

import json
import re
import secrets
from collections.abc import Sequence

from cmalt_tui.pandoc import run
from cmalt_tui.pandoc.tree import Node

_WRITER = "gfm-tex_math_dollars-tex_math_gfm-raw_html-alerts"
_CODE = re.compile(r"^(?:```|~~~)", re.M)
_NOTE = re.compile(r"\[\^(\d+)\]")
_REFERENCE = re.compile(r"\\\[\\\[ev:([\w.\\-]+)\\\]\\\]")
_ESCAPES = (
    (re.compile(r"\\([$~])"), r"\1"),
    (re.compile(r"(?<=\S)(\s?)\\([#>])"), r"\1\2"),
    (re.compile(r"(?<=\S )\\\*(?=\s)"), "*"),
    (re.compile(r"\\<(?=[\s\d=])"), "<"),
    (re.compile(r"(?<!- )(?<!^)\\\[([^\[\]\\^\n]*)\\\](?![(\[:])", re.M), r"[\1]"),
)


def write_markdown(pieces: Sequence[Sequence[Node]]) -> list[str]:
    """Write pieces of text as Markdown, one text a piece.

    They go through pandoc together, with a border between them that no text can hold.

    Args:
        pieces: Blocks that `simple_blocks` has cut down.

    Raises:
        cmalt_tui.pandoc.PandocFailed: Pandoc takes too long over them.
    """
    if not pieces:
        return []
    border = f"BORDER{secrets.token_hex(12)}"
    blocks: list[Node] = []
    for piece in pieces:
        blocks += [*piece, {"t": "Para", "c": [{"t": "Str", "c": border}]}]
    # Two lists in a row would run together; pandoc writes a comment between them instead.
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    options = ["-f", "json", "-t", _WRITER, "--wrap=none", "--reference-location=block"]
    written = run(options, json.dumps(tree).encode()).decode()
    texts = re.split(rf"^{border}\n*", written.replace("\r\n", "\n"), flags=re.M)
    return [_tidied(text) for text in texts[: len(pieces)]]


def _tidied(text: str) -> str:
    text = re.sub(r"^<!-- -->\n\n?", "", text, flags=re.M)
    numbers: dict[str, int] = {}
    for found in _NOTE.finditer(text):
        numbers.setdefault(found[1], len(numbers) + 1)
    text = _NOTE.sub(lambda found: f"[^{numbers[found[1]]}]", text)
    text = _REFERENCE.sub(lambda found: "[[ev:" + found[1].replace("\\", "") + "]]", text)
    if not _CODE.search(text):
        for pattern, instead in _ESCAPES:
            text = pattern.sub(instead, text)
        text = "\n".join(
            line if line.startswith("|") else line.replace("\\|", "|") for line in text.split("\n")
        )
    return text.strip("\n") + "\n" if text.strip() else ""
