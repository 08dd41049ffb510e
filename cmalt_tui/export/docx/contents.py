"""Writes the table of contents as a real field that already holds its entries."""

from collections.abc import Collection

from cmalt_tui.export.clean_document import CONTENTS_DEPTH
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


def add_contents(body: Element, listed: Collection[str]) -> None:
    """Put the contents before the first heading, on a page of their own.

    The entries are links without page numbers: nothing can be stale, Word doesn't ask to update
    them, and Google Docs, which shows a field's entries only, has something to show.

    Args:
        body: The document's body.
        listed: The bookmarks of the headings to list.
    """
    headings = [p for p in body.findall(name("w:p")) if style_of(p).startswith("Heading")]
    entries = [
        _entry(heading, bookmark)
        for heading in headings
        if (bookmark := _bookmark(heading)) in listed
    ]
    if not entries:
        return
    instruction = element("w:r")
    code = element("w:instrText")
    code.text = f' TOC \\o "1-{CONTENTS_DEPTH}" \\n \\h \\z \\u '
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    instruction.append(code)
    for position, run in enumerate((_field("begin"), instruction, _field("separate")), 1):
        entries[0].insert(position, run)
    entries[-1].append(_field("end"))
    title = element("w:p")
    set_style(title, "TOCHeading")
    put(properties(title, "pPr"), element("w:pageBreakBefore"))
    title.append(text_run("Contents"))
    put(properties(headings[0], "pPr"), element("w:pageBreakBefore"))
    for paragraph in (title, *entries):
        headings[0].addprevious(paragraph)


def _bookmark(heading: Element) -> str:
    start = heading.find(name("w:bookmarkStart"))
    return start.get(name("w:name"), "") if start is not None else ""


def _entry(heading: Element, bookmark: str) -> Element:
    entry = element("w:p")
    set_style(entry, f"TOC{style_of(heading)[-1]}")
    link = element("w:hyperlink", anchor=bookmark, history=1)
    link.append(text_run("".join(part.text or "" for part in heading.iter(name("w:t")))))
    entry.append(link)
    return entry


def _field(kind: str) -> Element:
    run = element("w:r")
    run.append(element("w:fldChar", fldCharType=kind))
    return run
