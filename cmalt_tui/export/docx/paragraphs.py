"""Gives paragraphs and runs a look that Word, LibreOffice and Google Docs all keep."""

from cmalt_tui.export.docx.wordml import (
    NAMESPACES,
    Element,
    element,
    find,
    name,
    properties,
    put,
    set_style,
    style_of,
)

_KEPT = [
    "Title",
    "Subtitle",
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "Heading5",
    "Heading6",
    "ListParagraph",
    "Caption",
    "Quote",
    "SourceCode",
    "FootnoteText",
    "Footer",
    "TOCHeading",
    "TOC1",
    "TOC2",
    "TOC3",
]
_RENAMED = {
    "ImageCaption": "Caption",
    "TableCaption": "Caption",
    "BlockText": "Quote",
    "FootnoteBlockText": "FootnoteText",
}
_WITH_NEXT = ("CaptionedFigure", "TableCaption", "DefinitionTerm")
_BULLETS = "•◦▪"
_CHECK_BOXES = ("\u2610", "\u2611", "\u2612")


def restyle(root: Element) -> None:
    """Map pandoc's many styles to built-in ones; Google Docs flattens all others into noise."""
    for paragraph in root.iter(name("w:p")):
        style = style_of(paragraph)
        own = properties(paragraph, "pPr")
        if style == "Compact":
            listed = find(paragraph, "w:pPr/w:numPr") is not None
            set_style(paragraph, "ListParagraph" if listed else "")
            if any(above.tag == name("w:tc") for above in paragraph.iterancestors()):
                put(own, element("w:spacing", before=20, after=20))
        elif style in _RENAMED:
            set_style(paragraph, _RENAMED[style])
        elif style not in _KEPT:
            set_style(paragraph, "")
        if style in _WITH_NEXT:
            put(own, element("w:keepNext"))
        if style == "Definition":
            put(own, element("w:ind", left=567))


def restyle_runs(root: Element) -> None:
    """Put the look of code and links on their runs too: Google Docs drops character styles."""
    known = ("Hyperlink", "FootnoteReference", "VerbatimChar")
    for run in root.iter(name("w:r")):
        style = find(run, "w:rPr/w:rStyle")
        if style is None:
            continue
        own = properties(run, "rPr")
        used = style.get(name("w:val"))
        if used not in known:
            own.remove(style)
        if used == "VerbatimChar":
            font = "Courier New"
            put(own, element("w:rFonts", ascii=font, hAnsi=font, cs=font))
            put(own, element("w:sz", val=20))
        elif used == "Hyperlink":
            put(own, element("w:color", val="054CA8"))
            put(own, element("w:u", val="single"))


def bookmark_headings(body: Element) -> None:
    """Put each heading's bookmark inside the heading, as Word does; pandoc wraps whole sections."""
    ends = {end.get(name("w:id")): end for end in body.iter(name("w:bookmarkEnd"))}
    for start in body.findall(name("w:bookmarkStart")):
        heading = start.getnext()
        while heading is not None and heading.tag in (
            name("w:bookmarkStart"),
            name("w:bookmarkEnd"),
        ):
            heading = heading.getnext()
        if heading is None or heading.tag != name("w:p"):
            continue
        heading.insert(1 if heading.find(name("w:pPr")) is not None else 0, start)
        heading.append(ends[start.get(name("w:id"))])


def space_after_blocks(body: Element) -> None:
    """Leave room after a table and after a list; neither has any of its own."""
    for block in body:
        following = block.getnext()
        if block.tag == name("w:tbl") and following is not None and following.tag == name("w:p"):
            if not style_of(following).startswith("Heading"):
                put(properties(following, "pPr"), element("w:spacing", before=160))
        elif block.tag == name("w:p") and style_of(block) == "ListParagraph":
            listed = following is not None and following.tag == name("w:p")
            if following is None or not listed or style_of(following) != "ListParagraph":
                put(properties(block, "pPr"), element("w:spacing", after=160))


def plain_bullets(numbering: Element) -> None:
    """Take real bullets in place of pandoc's private-use characters, which other fonts lack."""
    for level in numbering.iter(name("w:lvl")):
        kind, sign = level.find(name("w:numFmt")), level.find(name("w:lvlText"))
        if kind is None or sign is None or kind.get(name("w:val")) != "bullet":
            continue
        shown = sign.get(name("w:val"), "")
        if not shown.strip() or shown in _CHECK_BOXES:
            continue
        depth = int(level.get(name("w:ilvl"), "0"))
        sign.set(name("w:val"), _BULLETS[depth % len(_BULLETS)])
        own = level.find(name("w:rPr"))
        if own is None:
            own = element("w:rPr")
            level.append(own)
        put(own, element("w:rFonts", ascii="Arial", hAnsi="Arial", cs="Arial"))


def footnotes_run_on(root: Element) -> None:
    """Number footnotes through the whole document."""
    for restart in root.iterfind(".//w:footnotePr/w:numRestart", NAMESPACES):
        restart.set(name("w:val"), "continuous")
