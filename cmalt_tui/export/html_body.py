"""Writes the blocks of a clean document as HTML.

Pandoc could do it too, but needs longer for it than for the whole parse, gives table headers no
scope, and numbers no footnotes under a heading of their own; a clean tree has few kinds of nodes.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from cmalt_tui.export.html_table import Table, table_html
from cmalt_tui.export.nodes import picture_attributes
from cmalt_tui.export.pictures import Picture
from cmalt_tui.pandoc.tree import Node, plain_text

_ELEMENTS = {
    "Emph": "em",
    "Strong": "strong",
    "Strikeout": "del",
    "Superscript": "sup",
    "Subscript": "sub",
    "Underline": "u",
    "SmallCaps": "span",
}
_MARKS = {"Space": " ", "SoftBreak": "\n", "LineBreak": "<br>\n", "HorizontalRule": "<hr>"}
_QUOTES = {"SingleQuote": "‘{}’", "DoubleQuote": "“{}”"}
_NUMBERS = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}


class BodyWriter:
    """Writes blocks and gathers the footnotes, whose texts come after all blocks."""

    def __init__(self, pictures: Mapping[str, Picture], folder: str = "", level: int = 0) -> None:
        """Set up for one page.

        Args:
            pictures: The pictures of the document, for their sizes.
            folder: Where the pictures are, relative to the page.
            level: The level in the document of the heading that is the page's ``h1``; 0 for the
                document's title.
        """
        self._pictures = pictures
        self._folder = folder
        self._level = level
        self._notes: list[str] = []
        self._known: dict[str, Callable[[Any], str]] = {
            "Str": lambda c: escape(c, quote=False),
            "Quoted": lambda c: _QUOTES[c[0]["t"]].format(self._many(c[1])),
            "Code": lambda c: f"<code>{escape(c[1], quote=False)}</code>",
            "Note": self._note,
            "Span": lambda c: f"<span{_attributes(c[0])}>{self._many(c[1])}</span>",
            "Link": self._link,
            "Plain": self._many,
            "Para": lambda c: f"<p>{self._many(c)}</p>\n",
            "LineBlock": lambda c: f"<p>{'<br>'.join(self._many(line) for line in c)}</p>\n",
            "CodeBlock": lambda c: f'<pre tabindex="0"><code>{escape(c[1])}</code></pre>\n',
            "BlockQuote": lambda c: f"<blockquote>\n{self._many(c)}</blockquote>\n",
            "BulletList": lambda c: f"<ul>\n{self._items(c)}</ul>\n",
            "OrderedList": self._ordered_list,
            "DefinitionList": self._definition_list,
            "Header": self._header,
            "Table": lambda c: table_html(Table.of(c), self._many),
            "Figure": self._figure,
            "Div": lambda c: f"<div{_attributes(c[0])}>\n{self._many(c[1])}</div>\n",
        }

    def body(self, blocks: Sequence[Node]) -> str:
        """Write the blocks, and the footnotes under a heading of their own."""
        text = self._many(blocks)
        if not self._notes:
            return text
        notes = "\n".join(
            f'<li id="fn{number}">{note}'
            f'<a href="#fnref{number}" role="doc-backlink" aria-label="Back to text">↩</a></li>'
            for number, note in enumerate(self._notes, 1)
        )
        return (
            f'{text}<section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes">\n'
            f'<h2 id="footnotes">Footnotes</h2>\n<ol>\n{notes}\n</ol>\n</section>\n'
        )

    def _many(self, nodes: Sequence[Node]) -> str:
        return "".join([self._one(node) for node in nodes])

    def _one(self, node: Node) -> str:
        kind = node["t"]
        if kind in _MARKS:
            return _MARKS[kind]
        if kind in _ELEMENTS:
            return f"<{_ELEMENTS[kind]}>{self._many(node['c'])}</{_ELEMENTS[kind]}>"
        if kind == "Image":
            return self._image(node)
        return self._known[kind](node["c"])

    def _note(self, blocks: Sequence[Node]) -> str:
        self._notes.append("")
        number = len(self._notes)
        self._notes[number - 1] = self._many(blocks)
        return (
            f'<a href="#fn{number}" id="fnref{number}" role="doc-noteref"><sup>{number}</sup></a>'
        )

    def _link(self, content: Any) -> str:
        _, inlines, (address, _title) = content
        # A printed page says the address after a link, unless it is the link's own text.
        bare = ' class="uri"' if plain_text(inlines) == address else ""
        return f'<a href="{escape(address)}"{bare}>{self._many(inlines)}</a>'

    def _image(self, node: Node) -> str:
        name, alternative, width = picture_attributes(node)
        picture = self._pictures[name]
        wanted = f"{width}px" if width and width[-1].isdigit() else width
        style = f' style="width:{escape(wanted)}"' if wanted else ""
        return (
            f'<img src="{self._folder}{name}" alt="{escape(alternative)}" width="{picture.width}"'
            f' height="{picture.height}"{style}>'
        )

    def _items(self, items: Sequence[Sequence[Node]]) -> str:
        return "".join(f"<li>{self._many(item)}</li>\n" for item in items)

    def _ordered_list(self, content: Any) -> str:
        (start, style, _), items = content
        kind = _NUMBERS.get(style["t"], "")
        attributes = (f' start="{start}"' if start != 1 else "") + (
            f' type="{kind}"' if kind else ""
        )
        return f"<ol{attributes}>\n{self._items(items)}</ol>\n"

    def _definition_list(self, content: Any) -> str:
        told = "".join(
            f"<dt>{self._many(term)}</dt>\n"
            + "".join(f"<dd>{self._many(meaning)}</dd>\n" for meaning in meanings)
            for term, meanings in content
        )
        return f"<dl>\n{told}</dl>\n"

    def _header(self, content: Any) -> str:
        level, attributes, inlines = content
        element = f"h{level + 1 - self._level}"
        return f"<{element}{_attributes(attributes)}>{self._many(inlines)}</{element}>\n"

    def _figure(self, content: Any) -> str:
        attributes, (_, caption), blocks = content
        told = f"<figcaption>{self._many(caption)}</figcaption>\n" if caption else ""
        return f"<figure{_attributes(attributes)}>\n{self._many(blocks)}\n{told}</figure>\n"


def _attributes(attributes: Any) -> str:
    """The identifier, language and direction of an element; the clean tree has no others."""
    identifier, _, pairs = attributes
    named = [("id", identifier)] if identifier else []
    return "".join(f' {key}="{escape(value)}"' for key, value in (*named, *pairs))
