"""Writes the table of contents as a real field that already holds its entries."""

from cmalt_tui.export.docx.wordml import (
    Element,
    element,
    name,
    properties,
    put,
    set_style,
    style_of,
    text_run,
)


def add_contents(body: Element, depth: int) -> None:
    """Put the contents before the first heading, on a page of their own.

    The entries are links without page numbers: nothing can be stale, Word doesn't ask to update
    them, and Google Docs, which shows a field's entries only, has something to show.
    """
    headings = [p for p in body.findall(name("w:p")) if style_of(p).startswith("Heading")]
    listed = [(int(style_of(p)[-1]), p) for p in headings if int(style_of(p)[-1]) <= depth]
    entries = [_entry(level, heading) for level, heading in listed]
    entries = [entry for entry in entries if entry is not None]
    if not entries:
        return
    first, last = entries[0], entries[-1]
    instruction = element("w:r")
    code = element("w:instrText")
    code.text = f' TOC \\o "1-{depth}" \\n \\h \\z \\u '
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    instruction.append(code)
    for position, run in enumerate((_field("begin"), instruction, _field("separate")), 1):
        first.insert(position, run)
    last.append(_field("end"))
    title = element("w:p")
    set_style(title, "TOCHeading")
    put(properties(title, "pPr"), element("w:pageBreakBefore"))
    title.append(text_run("Contents"))
    put(properties(headings[0], "pPr"), element("w:pageBreakBefore"))
    for paragraph in (title, *entries):
        headings[0].addprevious(paragraph)


def _entry(level: int, heading: Element) -> Element | None:
    bookmark = heading.find(name("w:bookmarkStart"))
    if bookmark is None:
        return None
    entry = element("w:p")
    set_style(entry, f"TOC{min(level, 3)}")
    link = element("w:hyperlink", anchor=bookmark.get(name("w:name"), ""), history=1)
    link.append(text_run("".join(part.text or "" for part in heading.iter(name("w:t")))))
    entry.append(link)
    return entry


def _field(kind: str) -> Element:
    run = element("w:r")
    run.append(element("w:fldChar", fldCharType=kind))
    return run
