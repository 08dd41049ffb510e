"""A web page made ready for pandoc: players become links, navigation is marked, scripts go."""

import re
from dataclasses import dataclass
from typing import Any

from cmalt_tui.plain_text import clean, clean_line

NAVIGATION = "intake-navigation"
FURNITURE = "intake-furniture"
CONTENTS = "intake-contents"
PLAYER = "intake-player"

_SILENT = (
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "button",
    "input",
    "select",
    "form",
    "head",
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


@dataclass(frozen=True)
class Page:
    """A page fit for pandoc's HTML reader, with the title and the author from its head."""

    html: bytes
    title: str = ""
    author: str = ""


def decode(content: bytes) -> str:
    """Decode a text file: UTF-8 or UTF-16 by its mark, else as it says, else Windows-1252."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(content[:4096])
        try:
            return content.decode(named[1].decode() if named else "cp1252", "replace")
        except LookupError:
            return content.decode("cp1252", "replace")


def prepare_page(text: str) -> Page:
    """Make a page ready: what pandoc would lose is turned into something that it keeps.

    Args:
        text: The page, decoded.

    Returns:
        The page's body as UTF-8.
    """
    from lxml import etree, html

    text = clean(_DECLARATION.sub("", text))
    if not text.strip():
        return Page(b"")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return Page(b"")
    title = clean_line(tree.findtext(".//title") or "")
    named: list[Any] = _found(tree, "//meta[translate(@name,'AUTHOR','author')='author']/@content")
    _rewrite(tree)
    return Page(
        etree.tostring(tree, encoding="utf-8", method="html"),
        title,
        clean_line(str(named[0])) if named else "",
    )


def _found(tree: Any, path: str) -> list[Any]:
    return list(tree.xpath(path))


def _rewrite(tree: Any) -> None:
    for element in list(tree.iter("video", "audio", "iframe", "embed", "object")):
        _turn_into_link(element)
    for element in list(tree.iter("nav", "footer", "header", "aside")):
        _mark(element)
    for name in ("toc", "table-of-contents", "TOC"):
        for element in tree.xpath(
            f"//*[@id='{name}' or contains(concat(' ',@class,' '),' {name} ')]"
        ):
            element.tag, element.attrib["class"] = "div", CONTENTS
    for name in _SILENT:
        for element in list(tree.iter(name)):
            if name == "form":
                element.drop_tag()
            elif element.getparent() is not None:
                element.drop_tree()


def _mark(element: Any) -> None:
    """Mark page furniture, unless the element holds a heading or an article: then it is text."""
    kind = {"nav": NAVIGATION, "footer": FURNITURE}.get(element.tag, "")
    if element.tag in ("header", "aside"):
        furniture = NAVIGATION if element.xpath(".//nav") else FURNITURE
        kind = "" if element.xpath(".//h1|.//h2|.//h3|.//p") else furniture
    if element.tag == "footer" and element.xpath("ancestor::blockquote|ancestor::figure"):
        kind = ""
    element.tag = "div"
    if kind:
        element.attrib["class"] = kind


def _turn_into_link(element: Any) -> None:
    from lxml import html

    sources = [element.get("src") or element.get("data"), *element.xpath(".//source/@src")]
    target = next((str(source) for source in sources if source), "")
    if not target:
        element.drop_tag()
        return
    said = element.get("aria-label") or element.get("title") or "".join(element.xpath(".//text()"))
    if ("support" in said and "browser" in said.lower()) or "browser does not" in said.lower():
        said = ""
    link = html.Element("a", {"href": target, "class": PLAYER})
    link.text = clean_line(said) or target.rsplit("/", 1)[-1]
    link.tail = element.tail
    paragraph = html.Element("p")
    paragraph.append(link)
    parent = element.getparent()
    inline = parent is not None and parent.tag in ("p", "a", "span", "li", "td")
    if parent is not None:
        paragraph.tail, link.tail = (None, link.tail) if inline else (link.tail, None)
        parent.replace(element, link if inline else paragraph)
