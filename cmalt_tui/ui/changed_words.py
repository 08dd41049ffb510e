"""Draws what differs between two versions of a text: signs and colours, words within paragraphs."""

from pathlib import PurePosixPath

from textual.content import Content

from cmalt_tui.model.text_changes import ADDED, KEPT, REMOVED, Piece, changed_paragraphs
from cmalt_tui.plain_text import amount
from cmalt_tui.ui.safe import safe_content

_STYLES = {KEPT: "", REMOVED: "$text-error", ADDED: "$text-success"}


def changes_content(before: str, after: str) -> Content:
    """Show what leads from one version to the other; paragraphs that stay are only counted.

    Each sign stands for itself, so that nothing depends on colour: ``−`` a paragraph that goes,
    ``+`` one that comes, ``~`` one whose words change, with ``[-gone-]`` and ``{+new+}`` in it.
    """
    told: list[Content] = []
    same = 0
    for paragraph in changed_paragraphs(before, after):
        if paragraph.mark == KEPT:
            same += 1
            continue
        told += _unchanged(same)
        same = 0
        is_whole = len(paragraph.pieces) == 1
        words = [_piece(piece, marked=not is_whole) for piece in paragraph.pieces]
        sign = {REMOVED: "− ", ADDED: "+ "}.get(paragraph.mark, "~ ")
        told.append(Content.assemble((sign, _STYLES.get(paragraph.mark, "bold")), *words))
    return Content("\n\n").join([*told, *_unchanged(same)])


def item_name(path: PurePosixPath) -> str:
    """Name a file of a portfolio for a person: ``section 1a``, ``evidence bench-video``."""
    kinds = {"sections": "section", "evidence": "evidence", "inbox": "inbox", "examples": "example"}
    kind = kinds.get(path.parts[0], "")
    return f"{kind} {path.stem}" if kind and len(path.parts) > 1 else "title, author and dates"


def _piece(piece: Piece, *, marked: bool) -> Content:
    return safe_content(piece.marked if marked else piece.text, _STYLES[piece.mark])


def _unchanged(paragraphs: int) -> list[Content]:
    if not paragraphs:
        return []
    told = f"  … {amount(paragraphs, 'paragraph')} as {'it is' if paragraphs == 1 else 'they are'}"
    return [Content.styled(told, "$text-muted")]
