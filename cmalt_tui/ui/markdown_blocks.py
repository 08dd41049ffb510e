"""Markdown as blocks to draw: what a text will look like, with nothing in it that acts.

Textual's own widget for Markdown makes a widget of each paragraph, opens links on a click and hands
control characters on. A text may come from anybody, and a portfolio has a thousand paragraphs.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.content import Content

from cmalt_tui.plain_text import clean
from cmalt_tui.ui.marked_stretches import (
    PRIVATE_END,
    PRIVATE_START,
    REFERENCE_END,
    REFERENCE_START,
    with_stand_ins,
)

_LONGEST = 400_000
_CODE, _LINK, _QUIET = "$secondary", "underline $primary", "$text-muted"
_SIGNS = frozenset((PRIVATE_START, PRIVATE_END, REFERENCE_START, REFERENCE_END))
_WRAPPED = {"strong": "bold", "em": "italic", "s": "strike", "link": _LINK}
_NOTHING: Mapping[str, str] = {}


class Block(NamedTuple):
    """A paragraph, a heading, a row of a table, an item of a list: one stretch that wraps.

    Attributes:
        first, rest: What stands before its first line and before the others: ``• ``, ``│ ``.
        line: The line of the text on which it begins, from 0.
        close: Whether it stands close to the block before, with no line between.
    """

    content: Content
    first: str = ""
    rest: str = ""
    line: int = 0
    close: bool = False


def markdown_blocks(text: str, evidence: Mapping[str, str] = _NOTHING) -> Iterator[Block]:
    """Read a Markdown text as blocks.

    Args:
        text: Any text.
        evidence: What an item of evidence is called, by its id.
    """
    marked = with_stand_ins(clean(text[:_LONGEST]).expandtabs(4), evidence)
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return _Walk().blocks(reader.parse(marked))


class _Walk:
    """Goes through the tokens, and knows in which lists, quotations and private stretches it is."""

    def __init__(self) -> None:
        self._frames: list[tuple[str, str]] = []
        self._numbers: list[int] = []
        self._cells: list[Content] = []
        self._style = ""
        self._line = 0
        # Whether the text at hand stands close, and whether there is something to stand close to.
        self._tight = self._follows = False
        self._in_table = False
        self._inline = _Inline()

    def blocks(self, tokens: Iterable[Token]) -> Iterator[Block]:
        """Make blocks of tokens."""
        for token in tokens:
            if token.map:
                self._line = token.map[0]
            content = self._content(token)
            if content is not None:
                yield self._block(content)

    def _content(self, token: Token) -> Content | None:
        """What a token has to show by itself; the others change what comes after them."""
        if token.type == "inline":
            drawn = self._inline.drawn(token.children or (), self._style)
            if not self._in_table:
                return drawn if drawn.plain.strip() else None
            self._cells.append(drawn)
        elif token.type in ("fence", "code_block"):
            return Content.styled(f"{self._inline.plain(token.content.rstrip())}", _CODE)
        elif token.type == "html_block":
            return _unless_comment(self._inline.plain(token.content.strip()))
        elif token.type == "hr":
            return Content.styled("─" * 12, _QUIET)
        elif token.type == "tr_close":
            row = Content.styled(" │ ", _QUIET).join(self._cells)
            self._cells = []
            return row
        else:
            self._enter_or_leave(token)
        return None

    def _enter_or_leave(self, token: Token) -> None:
        kind, _, way = token.type.rpartition("_")
        if kind in ("bullet_list", "ordered_list"):
            if way == "open":
                self._numbers.append(int(token.attrs.get("start", 1)) if "ord" in kind else -1)
            else:
                self._numbers.pop()
                self._follows = bool(self._numbers)
        elif kind == "list_item":
            self._frame(way, *(_item_marks(self._numbers) if way == "open" else ("", "")))
        elif kind == "blockquote":
            self._frame(way, "│ ", "│ ")
        elif kind == "heading":
            underlined = " underline" if token.tag in ("h1", "h2") else ""
            self._style = f"bold{underlined} $primary" if way == "open" else ""
        elif kind == "paragraph" and way == "open":
            self._tight = token.hidden
        elif kind == "table":
            self._in_table = self._tight = way == "open"
            self._follows = False
        elif kind == "thead":
            self._style = "bold" if way == "open" else ""

    def _frame(self, way: str, first: str, rest: str) -> None:
        if way == "open":
            self._frames.append((first, rest))
        elif self._frames:
            self._frames.pop()

    def _block(self, content: Content) -> Block:
        first = "".join(first for first, _ in self._frames)
        rest = "".join(rest for _, rest in self._frames)
        # The mark of an item stands before its first line only.
        self._frames = [(rest, rest) for _, rest in self._frames]
        close = self._tight and self._follows
        self._follows = bool(self._numbers) or self._in_table
        return Block(content, first, rest, self._line, close)


class _Inline:
    """Draws what stands within a paragraph; a private stretch may go on in the next one."""

    def __init__(self) -> None:
        self._private = self._reference = False

    def drawn(self, tokens: Iterable[Token], base: str) -> Content:
        """Draw the pieces of a paragraph."""
        pieces: list[tuple[str, str]] = []
        styles = [base] if base else []
        if self._private:
            self._begin_private(pieces)
        for token in tokens:
            kind, _, way = token.type.rpartition("_")
            if kind in _WRAPPED and way == "open":
                styles.append(_WRAPPED[kind])
            elif kind in _WRAPPED:
                styles.remove(_WRAPPED[kind])
            else:
                self._add(pieces, *_said(token), " ".join(styles))
        return Content.assemble(*pieces)

    def plain(self, text: str) -> str:
        """A text that is no Markdown, with the marks in words."""
        for sign, word in ((PRIVATE_START, "[private: "), (PRIVATE_END, "]")):
            text = text.replace(sign, word)
        return "".join(letter for letter in text if letter not in _SIGNS)

    def _add(self, pieces: list[tuple[str, str]], text: str, own: str, around: str) -> None:
        begun = 0
        for place, letter in enumerate(text):
            if letter in _SIGNS:
                self._put(pieces, text[begun:place], own, around)
                begun = place + 1
                self._turn(pieces, letter)
        self._put(pieces, text[begun:], own, around)

    def _turn(self, pieces: list[tuple[str, str]], sign: str) -> None:
        if sign in (REFERENCE_START, REFERENCE_END):
            self._reference = sign == REFERENCE_START
        elif sign == PRIVATE_START:
            self._private = True
            self._begin_private(pieces)
        else:
            self._private = False
            pieces.append(("⟧", "bold $warning"))

    def _begin_private(self, pieces: list[tuple[str, str]]) -> None:
        pieces.append(("⟦private: ", "bold $warning"))

    def _put(self, pieces: list[tuple[str, str]], text: str, own: str, around: str) -> None:
        if text:
            marked = "$warning" if self._private else "$accent" if self._reference else ""
            pieces.append((text, " ".join(filter(None, (around, own, marked)))))


def _said(token: Token) -> tuple[str, str]:
    """What a token says within a paragraph, and in which style of its own."""
    if token.type == "softbreak":
        return " ", ""
    if token.type == "hardbreak":
        return "\n", ""
    if token.type == "code_inline":
        return token.content, _CODE
    if token.type == "image":
        alt = "".join(child.content for child in token.children or ())
        return f"[picture: {alt or 'not described'}]", "$accent"
    if token.type == "html_inline":
        drawn = _unless_comment(token.content)
        return (drawn.plain if drawn is not None else ""), _QUIET
    return token.content, ""


def _unless_comment(html: str) -> Content | None:
    return None if html.startswith("<!--") else Content.styled(html, _QUIET)


def _item_marks(numbers: list[int]) -> tuple[str, str]:
    number = numbers[-1]
    if number < 0:
        return "• ", "  "
    numbers[-1] += 1
    mark = f"{number}. "
    return mark, " " * len(mark)
