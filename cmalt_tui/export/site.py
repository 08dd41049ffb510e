"""Writes the document as a small static site: a page a section and no script."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from cmalt_tui.export.clean_document import CleanDocument
from cmalt_tui.export.evidence_copies import evidence_copy
from cmalt_tui.export.html_body import BodyWriter
from cmalt_tui.export.request import Audience, ExportNote, ExportRequest
from cmalt_tui.export.site_pages import HOME, SitePage, site_pages
from cmalt_tui.export.templates import filled, shipped
from cmalt_tui.export.written import Written

_PICTURES = "pictures/"
# Without this file GitHub Pages leaves out whatever begins with an underscore.
_NO_JEKYLL = ".nojekyll"
_NOT_FOR_SEARCH = '\n<meta name="robots" content="noindex">'


def write_site(
    document: CleanDocument, request: ExportRequest, check: Callable[[], None]
) -> Written:
    """Write the pages, their look, their pictures, and the files of the evidence."""
    pages = site_pages(document)
    look = (shipped("look.css") + shipped("site.css")).encode()
    files: dict[str, bytes | Path] = {_NO_JEKYLL: b"", "look.css": look}
    for number, page in enumerate(pages):
        check()
        files[page.file] = _page(document, request, pages, number).encode()
    for name in document.pictures:
        files[f"{_PICTURES}{name}"] = (document.stage / name).read_bytes()
    notes = []
    for one in document.source.evidence:
        if one.source is not None and one.file:
            check()
            files[one.file], note = evidence_copy(one.source)
            notes += [ExportNote(note, item=one.item.id)] if note else []
    return Written(b"", tuple(notes), folder=files)


def _page(
    document: CleanDocument, request: ExportRequest, pages: Sequence[SitePage], number: int
) -> str:
    page, source = pages[number], document.source
    is_home = page.file == HOME
    body = BodyWriter(document.pictures, _PICTURES, page.level).body(page.blocks)
    contents = _contents(pages, page)
    by = f"{escape(source.author)}, " if source.author else ""
    title = escape(source.title)
    return filled(
        "site.html",
        {
            "language": escape(document.language),
            "author": escape(source.author),
            "robots": "" if request.audience is Audience.PUBLIC else _NOT_FOR_SEARCH,
            "name": title if is_home else f"{escape(page.title)} – {title}",
            "head": "\n".join(
                (
                    f"<h1>{title}</h1>",
                    f'<p class="subtitle">{escape(source.subtitle)}</p>',
                    f'<p class="byline">{by}<time datetime="{request.date.isoformat()}">'
                    f"{escape(source.date)}</time></p>",
                )
                if is_home
                else _head(page, title)
            ),
            "body": f'<div class="home">\n{contents}</div>\n{body}' if is_home else body,
            "turn": _turn(pages, number),
            "contents": "" if is_home else contents,
            "title": title,
            "by": by,
            "date": escape(source.date),
        },
    )


def _head(page: SitePage, title: str) -> Iterator[str]:
    yield f'<p class="place"><a href="{HOME}">{title}</a></p>'
    yield f'<h1 id="{escape(page.identifier)}">{escape(page.title)}</h1>'
    if page.area:
        yield f'<p class="subtitle">{escape(page.area)}</p>'


def _contents(pages: Sequence[SitePage], here: SitePage) -> str:
    """The pages as a list; those of an area below its title."""

    def lines() -> Iterator[str]:
        area = ""
        for page in pages:
            if page.file == HOME:
                continue
            if area and page.area != area:
                yield "</ul></li>"
            if page.area and page.area != area:
                yield f'<li><span class="area">{escape(page.area)}</span><ul>'
            area = page.area
            current = ' aria-current="page"' if page is here else ""
            yield f'<li><a href="{escape(page.file)}"{current}>{escape(page.title)}</a></li>'
        if area:
            yield "</ul></li>"

    listed = "\n".join(lines())
    if not listed:
        return ""
    return (
        '<nav class="contents" aria-labelledby="contents-title">\n'
        f'<h2 id="contents-title">Contents</h2>\n<ul>\n{listed}\n</ul>\n</nav>\n'
    )


def _turn(pages: Sequence[SitePage], number: int) -> str:
    """Links to the page before and the page after."""
    links = []
    if number > 0:
        before = pages[number - 1]
        name = escape(before.title) or "Home"
        links.append(f'<a rel="prev" href="{escape(before.file)}">← {name}</a>')
    if number + 1 < len(pages):
        after = pages[number + 1]
        links.append(f'<a rel="next" href="{escape(after.file)}">{escape(after.title)} →</a>')
    if not links:
        return ""
    inside = "\n".join(links)
    return f'<nav class="turn" aria-label="Previous and next page">\n{inside}\n</nav>\n'
