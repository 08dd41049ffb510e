"""A piece of the document's Markdown: the program's own frame, or a text that the person wrote."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A stretch of Markdown that is parsed by itself.

    Texts stay apart until they are parsed, so that an open fence, a footnote ``[^1]`` or a link
    definition in one of them can't reach into the next.

    Attributes:
        section: The id of the section that it belongs to; empty for none.
        item: The id of the evidence item that it shows; empty for none.
        below: For a text of the person's own, the level of the heading that it stands under: its
            headings go below that. None for the frame, whose headings are right already.
        identifier: Put before the identifiers of a text of the person's own to keep them unique.
    """

    markdown: str
    section: str = ""
    item: str = ""
    below: int | None = None
    identifier: str = ""
