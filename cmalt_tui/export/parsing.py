"""Parses the pieces of a document with pandoc, all in one run, and names the one that can't be."""

import json
import re
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cmalt_tui.export.piece import Piece
from cmalt_tui.pandoc import PandocFailed, run
from cmalt_tui.pandoc.tree import Node
from cmalt_tui.problems import InputProblem

# Off: whatever lets a text set metadata, cite files or hand code to an output format. Raw HTML is
# read, because only so can it (comments too) be told from text and be dropped afterwards.
# Dollars stay dollars: these texts name prices far more often than formulas.
READER = (
    "markdown-raw_tex-raw_attribute-latex_macros-yaml_metadata_block-pandoc_title_block-citations"
    "-example_lists-tex_math_dollars+autolink_bare_uris+lists_without_preceding_blankline"
)
# Pandoc's markdown reader takes exponential time for some nested brackets; a text of this length
# that needs longer than this is no prose.
_SECONDS = 15.0
_CHARACTERS_A_SECOND = 20_000
_SCOPE = re.compile(r"^(#?)piece\d+\.md__")


def parse(
    pieces: Sequence[Piece], check: Callable[[], None] | None = None
) -> tuple[tuple[list[Node], ...], list[int]]:
    """Parse every piece by itself.

    ``--file-scope`` keeps footnotes and link definitions of one text out of the others; a mark
    between them tells which blocks belong to which piece. The mark is drawn anew each time, so
    that no text can hold it.

    Args:
        pieces: What to parse.
        check: Called now and then; may raise to stop.

    Returns:
        The blocks of each piece, in order, and pandoc's API version.

    Raises:
        InputProblem: A text can't be parsed in reasonable time, memory or depth.
    """
    try:
        return _parse(pieces, _time_limit(pieces), check)
    except (PandocFailed, RecursionError) as failure:
        for piece in pieces:
            try:
                _parse([piece], _time_limit([piece]) / 3, check)
            except (PandocFailed, RecursionError):
                raise too_hard(piece) from failure
        raise InputProblem(
            f"the document can't be read as Markdown: {failure}", "Export it in smaller parts."
        ) from failure


def too_hard(piece: Piece) -> InputProblem:
    """What to tell about a piece whose text is no prose that can be parsed."""
    return InputProblem(
        "the text can't be read as Markdown: it nests brackets or quotes too deep, or is too long",
        "Look for long rows of brackets, backticks or '>' there, and take them out.",
        key=f"section {piece.section}" if piece.section else "",
    )


def _time_limit(pieces: Sequence[Piece]) -> float:
    return _SECONDS + sum(len(piece.markdown) for piece in pieces) / _CHARACTERS_A_SECOND


def _parse(
    pieces: Sequence[Piece], time_limit: float, check: Callable[[], None] | None
) -> tuple[tuple[list[Node], ...], list[int]]:
    mark = f"mark{secrets.token_hex(16)}"
    with tempfile.TemporaryDirectory(prefix="cmalt-parse-") as name:
        folder = Path(name)
        files = []
        for number, text in enumerate(_file_texts(pieces, mark)):
            files.append(f"piece{number}.md")
            (folder / files[-1]).write_text(text, encoding="utf-8")
        arguments = ["--file-scope", "-f", READER, "-t", "json", *files]
        parsed = json.loads(run(arguments, folder=folder, time_limit=time_limit, check=check))
    split: list[list[Node]] = [[]]
    for block in parsed["blocks"]:
        if block["t"] == "Para" and block["c"] == [{"t": "Str", "c": mark}]:
            split.append([])
        else:
            split[-1].append(block)
    if len(split) != len(pieces) + 1:
        raise PandocFailed("a text reaches into the next one")
    return tuple(split[:-1]), parsed["pandoc-api-version"]


def _file_texts(pieces: Sequence[Piece], mark: str) -> Iterator[str]:
    """A file for each text of the person's own; the frame around them shares files.

    A mark follows every piece. It stands in a file of the frame, where nothing is left open.
    """
    frame: list[str] = []
    for piece in pieces:
        if piece.below is None:
            frame += [piece.markdown, mark]
            continue
        if frame:
            yield "\n\n".join(frame) + "\n"
        yield f"{piece.markdown}\n"
        frame = [mark]
    yield "\n\n".join(frame) + "\n"


def unscoped(identifier: str) -> str:
    """Take off an identifier, or a link to one, what ``--file-scope`` put before it."""
    return _SCOPE.sub(r"\1", identifier)
