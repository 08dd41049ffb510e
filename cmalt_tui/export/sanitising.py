"""Lets through only what an allow-list names: pandoc's tree of one piece, made safe and tidy."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from cmalt_tui.export.evidence_reference import Referred, with_references
from cmalt_tui.export.evidence_text import EVIDENCE_FOLDER
from cmalt_tui.export.markdown import UNLISTED
from cmalt_tui.export.parsing import too_hard, unscoped
from cmalt_tui.export.pictures import Picture, PictureStage, Refused
from cmalt_tui.export.piece import Piece
from cmalt_tui.export.request import ExportNote
from cmalt_tui.pandoc.tree import Node, plain_text
from cmalt_tui.plain_text import clean, clean_line

DEEPEST = 5  # HTML puts the title above all headings and knows six levels
_MEASURE = re.compile(r"^\d{1,4}(\.\d{1,3})?(%|px|in|cm|mm|pt)?$")
LANGUAGE_TAG = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_SCHEMES = ("http", "https", "mailto")
_NESTED = ("Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps")
_SPACES = ("Space", "SoftBreak", "LineBreak")
_QUIETLY_DROPPED = (UNLISTED, "uri", "email", "smallcaps", "underline", "mark")
_LONGEST_QUOTE = 60
_DEEPEST_NESTING = 16  # at 18 quotes in each other typst gives up
_NOTHING = ["", [], []]


class Sanitiser:
    """Goes through the blocks of one piece; whatever it takes out or changes becomes a note."""

    def __init__(
        self,
        piece: Piece,
        pictures: PictureStage,
        own: dict[str, str],
        everywhere: frozenset[str],
        files: Mapping[str, str],
        evidence: Mapping[str, Referred],
    ) -> None:
        """Set up for one piece.

        Args:
            piece: Where the blocks come from.
            pictures: Where pictures are taken in.
            own: What the identifiers of this piece become.
            everywhere: The identifiers of the document's frame, to which any text may link.
            files: Files, relative to the portfolio's folder, to where a link to them leads.
            evidence: What references to items of evidence become, by the item's id.
        """
        self.notes: list[ExportNote] = []
        self.shown: dict[str, Picture] = {}
        self._piece = piece
        self._pictures = pictures
        self._own = own
        self._everywhere = everywhere
        self._files = files
        # The frame's own texts hold no references, whatever a title looks like.
        self._evidence = evidence if piece.below is not None else {}
        self._in_link = False
        self._shift = 0
        self._depth = 0
        self._last_level = piece.below or 0
        self._inlines: dict[str, Callable[[Any], list[Node]]] = {
            "Str": self._word,
            "Quoted": lambda c: [{"t": "Quoted", "c": [c[0], self.inlines(c[1])]}],
            "Cite": lambda c: self.inlines(c[1]),
            "Code": lambda c: [{"t": "Code", "c": [_NOTHING, clean(c[1])]}],
            "Math": lambda c: [{"t": "Code", "c": [_NOTHING, clean(c[1])]}],
            "Note": lambda c: [{"t": "Note", "c": self.blocks(c)}],
            "RawInline": lambda c: self._raw(c[1]),
            "Span": lambda c: [{"t": "Span", "c": [self._attributes(c[0]), self.inlines(c[1])]}],
            "Link": self._link,
            "Image": self._image,
        }
        self._blocks: dict[str, Callable[[Any], list[Node]]] = {
            "Plain": lambda c: [{"t": "Plain", "c": self.inlines(c)}],
            "Para": lambda c: [{"t": "Para", "c": self.inlines(c)}],
            "LineBlock": lambda c: [{"t": "LineBlock", "c": [self.inlines(x) for x in c]}],
            "CodeBlock": lambda c: [{"t": "CodeBlock", "c": [_NOTHING, clean(c[1])]}],
            "RawBlock": lambda c: self._raw(c[1]),
            "BlockQuote": lambda c: [{"t": "BlockQuote", "c": self.blocks(c)}],
            "BulletList": lambda c: [{"t": "BulletList", "c": [self.blocks(x) for x in c]}],
            "OrderedList": lambda c: [
                {"t": "OrderedList", "c": [c[0], [self.blocks(x) for x in c[1]]]}
            ],
            "DefinitionList": lambda c: [
                {
                    "t": "DefinitionList",
                    "c": [[self.inlines(t), [self.blocks(x) for x in d]] for t, d in c],
                }
            ],
            "HorizontalRule": lambda _: [{"t": "HorizontalRule"}],
            "Header": self._header,
            "Table": self._table,
            "Figure": self._figure,
            "Div": lambda c: [{"t": "Div", "c": [self._attributes(c[0]), self.blocks(c[1])]}],
        }

    def run(self, blocks: Sequence[Node]) -> list[Node]:
        """Clean the blocks of the piece.

        Raises:
            InputProblem: The text nests deeper than prose does, or than a writer can follow.
        """
        if self._piece.below is not None:
            levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
            self._shift = self._piece.below + 1 - min(levels, default=1)
        return self.blocks(blocks)

    def blocks(self, nodes: Sequence[Node]) -> list[Node]:
        """Clean a row of blocks."""
        return self._row(self._blocks, nodes)

    def inlines(self, nodes: Sequence[Node]) -> list[Node]:
        """Clean a row of inlines."""
        return self._row(self._inlines, nodes)

    def _row(
        self, known: dict[str, Callable[[Any], list[Node]]], nodes: Sequence[Node]
    ) -> list[Node]:
        self._depth += 1
        if self._depth > _DEEPEST_NESTING:
            raise too_hard(self._piece)
        cleaned = [clean for node in nodes for clean in self._clean(known, node)]
        self._depth -= 1
        return cleaned

    def _clean(self, known: dict[str, Callable[[Any], list[Node]]], node: Node) -> list[Node]:
        kind = node["t"]
        if kind in _SPACES:
            return [{"t": kind}]
        if kind in _NESTED:
            return [{"t": kind, "c": self.inlines(node["c"])}]
        if kind not in known:
            self._note(f"left out, of a kind that isn't known: {kind}")
            return []
        return known[kind](node.get("c"))

    def _note(self, message: str) -> None:
        note = ExportNote(message, self._piece.section, self._piece.item)
        if note not in self.notes:
            self.notes.append(note)

    def _word(self, text: str) -> list[Node]:
        if self._evidence and "[[ev:" in text:
            nodes, faults = with_references(clean(text), self._evidence, linked=self._in_link)
            for fault in faults:
                self._note(fault)
            return nodes
        return [{"t": "Str", "c": _clean_word(text)}]

    def _raw(self, content: str) -> list[Node]:
        what = "a comment" if content.startswith("<!--") else "code for one format only"
        self._note(f"left out, {what}: {_quote(content)}")
        return []

    def _attributes(self, attributes: Any) -> list[Any]:
        identifier, classes, pairs = attributes
        kept = [
            [key, value]
            for key, value in pairs
            if (key == "lang" and LANGUAGE_TAG.match(value))
            or (key == "dir" and value in ("ltr", "rtl", "auto"))
        ]
        lost = [name for name in classes if name not in _QUIETLY_DROPPED]
        lost += [key for key, value in pairs if [key, value] not in kept and key != "wrapper"]
        if lost:
            self._note(f"left out, formatting that isn't supported: {_quote(', '.join(lost))}")
        return [self._own.get(unscoped(identifier), ""), [], kept]

    def _header(self, content: Any) -> list[Node]:
        level, attributes, inlines = content
        if self._piece.below is not None:
            wanted = max(level + self._shift, self._piece.below + 1)
            level = min(wanted, self._last_level + 1, DEEPEST)
            if wanted > self._last_level + 1:
                self._note(f"heading level mended: {_quote(plain_text(inlines))}")
            self._last_level = level
        body = self.inlines(inlines)
        if not plain_text(body):
            return []
        identifier, _, pairs = self._attributes(attributes)
        listed = self._piece.below is None and UNLISTED not in attributes[1]
        kept = [identifier, [] if listed else [UNLISTED], pairs]
        return [{"t": "Header", "c": [level, kept, body]}]

    def _link(self, content: Any) -> list[Node]:
        _, inlines, (target, _title) = content
        self._in_link = True
        body = self.inlines(inlines)
        self._in_link = False
        address = self._address(target)
        if not address:
            return body
        return [{"t": "Link", "c": [_NOTHING, body, [address, ""]]}]

    def _address(self, target: str) -> str:
        target = "".join(clean(target).split())
        if target.startswith("#"):
            wanted = unscoped(target)[1:]
            for name in (self._own.get(wanted, ""), wanted, f"section-{wanted}"):
                if name and (name in self._everywhere or name in self._own.values()):
                    return f"#{name}"
            self._note(f"link broken, there is no such place: {_quote(f'#{wanted}')}")
            return ""
        try:
            parts = urlsplit(target)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme.lower() in _SCHEMES and (
            parts.netloc or (parts.path and parts.scheme == "mailto")
        ):
            return target
        if told := self._files.get(_within_portfolio(target)):
            return told
        self._note(f"link taken off, only web and e-mail addresses are kept: {_quote(target)}")
        return ""

    def _image(self, content: Any) -> list[Node]:
        (_, _, pairs), inlines, (source, _title) = content
        description = self.inlines(inlines)
        try:
            picture = self._pictures.picture(source)
        except Refused as refusal:
            self._note(f"picture left out, {refusal}: {_quote(source)}")
            told = f"[picture not included: {plain_text(description) or _quote(source)}]"
            return [{"t": "Emph", "c": [{"t": "Str", "c": told}]}]
        self.shown[picture.name] = picture
        given = dict(pairs)
        alternative = clean_line(given.get("alt") or plain_text(description))
        if not alternative:
            self._note(f"the picture has no alternative text: {_quote(source)}")
        kept = [["alt", alternative]]
        kept += [[k, given[k]] for k in ("width",) if _MEASURE.match(given.get(k, ""))]
        return [{"t": "Image", "c": [["", [], kept], [], [picture.name, ""]]}]

    def _figure(self, content: Any) -> list[Node]:
        attributes, caption, blocks = content
        body = self.blocks(blocks)
        if not any(inline["t"] == "Image" for block in body for inline in _of_plain(block)):
            return [
                {"t": "Para", "c": block["c"]} if block["t"] == "Plain" else block for block in body
            ]
        kept = self._attributes(attributes)
        return [{"t": "Figure", "c": [kept, self._caption(caption), body]}]

    def _caption(self, caption: Any) -> list[Any]:
        short, blocks = caption
        return [self.inlines(short) if short else None, self.blocks(blocks)]

    def _table(self, content: Any) -> list[Node]:
        _, caption, columns, head, bodies, foot = content
        clean_bodies = [
            [_NOTHING, body[1], self._rows(body[2]), self._rows(body[3])] for body in bodies
        ]
        parts = [
            _NOTHING,
            self._caption(caption),
            columns,
            [_NOTHING, self._rows(head[1])],
            clean_bodies,
            [_NOTHING, self._rows(foot[1])],
        ]
        return [{"t": "Table", "c": parts}]

    def _rows(self, rows: Any) -> list[Any]:
        return [
            [_NOTHING, [[_NOTHING, *cell[1:4], self.blocks(cell[4])] for cell in row[1]]]
            for row in rows
        ]


def _of_plain(block: Node) -> list[Node]:
    inlines: list[Node] = block["c"] if block["t"] in ("Plain", "Para") else []
    return inlines


def _clean_word(text: str) -> str:
    """Clean a word; most are plain and need no closer look."""
    return text if text.isascii() and text.isprintable() else clean(text)


def _within_portfolio(target: str) -> str:
    """A link to a file, made relative to the portfolio's folder as far as its words go."""
    path = unquote(target)
    while path.startswith(("./", "../")):
        path = path.partition("/")[2]
    return path if path.startswith(f"{EVIDENCE_FOLDER}/") else f"{EVIDENCE_FOLDER}/{path}"


def _quote(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"
