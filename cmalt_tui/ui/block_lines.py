"""Sets blocks of text in lines of a width."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from cmalt_tui.ui.markdown_blocks import Block

_LEAST = 12


def lines_of(block: Block, width: int) -> Iterator[Content]:
    """Wrap a block, each line with what stands before it."""
    # Deep in lists and quotations, words keep some room.
    room = max(_LEAST, width - len(block.rest))
    first, rest = block.first[: width - room], block.rest[: width - room]
    for number, line in enumerate(block.content.wrap(room)):
        before = rest if number else first
        yield Content.assemble((before, "$text-muted"), line) if before else line


def set_lines(blocks: Iterable[Block], width: int) -> tuple[list[Content], list[int]]:
    """Set blocks one below the other.

    Returns:
        The lines, and for each block the number of its first line.
    """
    lines: list[Content] = []
    starts: list[int] = []
    for block in blocks:
        if lines and not block.close:
            lines.append(Content(""))
        starts.append(len(lines))
        lines += lines_of(block, width)
    return lines, starts
