"""WordprocessingML by its names: elements, attributes, and the order that the schema asks for."""

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
Element = etree._Element
# ECMA-376 part 1, CT_PPrBase, CT_RPr, CT_TblPr and CT_TcPr: Word refuses a file where one of these
# children stands before another that ought to precede it.
_ORDERS = {
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap
        overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
        spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
        textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """,
    "rPr": """
        rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
        imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
        highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
        specVanish oMath
    """,
    "tblPr": """
        tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
        tblDescription
    """,
    "tcPr": """
        cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark
    """,
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader",
}


def name(short: str) -> str:
    """The full name of ``w:p`` and its like."""
    prefix, _, local = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(short: str, **attributes: str | int) -> Element:
    """A new element; its attributes are in the namespace ``w``."""
    made = etree.Element(name(short), nsmap={"w": NAMESPACES["w"]})
    for key, value in attributes.items():
        made.set(name(f"w:{key}"), str(value))
    return made


def find(parent: Element, path: str) -> Element | None:
    """The first element on a path such as ``w:pPr/w:pStyle``."""
    return parent.find(path, NAMESPACES)


def properties(owner: Element, local: str) -> Element:
    """The properties of an element, ``pPr`` and its like, made if they aren't there."""
    found = owner.find(name(f"w:{local}"))
    if found is None:
        found = element(f"w:{local}")
        owner.insert(0, found)
    return found


def put(parent: Element, child: Element) -> None:
    """Set a property in its place of the schema's order, instead of one of that name."""
    order = _ORDERS[etree.QName(parent).localname].split()
    local = etree.QName(child).localname
    for old in parent.findall(child.tag):
        parent.remove(old)
    rank = order.index(local)
    for position, sibling in enumerate(parent):
        other = etree.QName(sibling).localname
        if other in order and order.index(other) > rank:
            parent.insert(position, child)
            return
    parent.append(child)


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; empty for the default one."""
    found = find(paragraph, "w:pPr/w:pStyle")
    return found.get(name("w:val"), "") if found is not None else ""


def set_style(paragraph: Element, style: str) -> None:
    """Give a paragraph a style; the default one if empty."""
    own = properties(paragraph, "pPr")
    for old in own.findall(name("w:pStyle")):
        own.remove(old)
    if style:
        put(own, element("w:pStyle", val=style))


def text_run(text: str) -> Element:
    """A run that holds a text."""
    run = element("w:r")
    holder = element("w:t")
    holder.text = text
    holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(holder)
    return run
