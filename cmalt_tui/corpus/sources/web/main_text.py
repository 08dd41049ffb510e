"""The main text of a web page, with its headings, lists and links, and nothing from around it."""

import re
from html import escape
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from cmalt_tui.corpus.sources.web.address import Site, is_page
from cmalt_tui.model.web_address import in_one_form
from cmalt_tui.plain_text import clean

_CONTENT = (
    "//main|//article|//*[@role='main']|//*[contains(@class, 'entry-content')]"
    "|//*[contains(@class, 'post-content')]"
)
_AROUND = re.compile(
    r"sharedaddy|share|social|related|comment|menu|widget|sidebar|nav|breadcrumb|pagination", re.I
)
_AROUND_TAGS = ("nav", "footer", "aside")
_HELD = "⟦link {}⟧"
_HELD_LINK = re.compile(r"⟦link (\d+)⟧(.*?)⟦link end⟧", re.S)
_HELD_LEFT = re.compile(r"⟦link (?:\d+|end)⟧")


def main_text(tree: Any, address: str, site: Site) -> str:
    """Take out of a page what it is about.

    Args:
        tree: The page; it is changed on the way.
        address: What its links are relative to.
        site: The portfolio that it belongs to.

    Returns:
        The inside of an HTML body; empty if there is nothing.
    """
    from trafilatura import extract

    held = _hold_links(tree, address, site)
    try:
        made = extract(
            tree,
            output_format="html",
            include_comments=False,
            include_tables=True,
            include_images=False,
            include_formatting=True,
            include_links=True,
            favor_recall=True,
        )
    except (ValueError, RecursionError):
        return ""
    body = re.search(r"<body>(.*)</body>", made or "", re.S)
    if not body:
        return ""
    text = _HELD_LINK.sub(
        lambda found: (
            f'<a href="{escape(held[int(found[1])])}">{found[2]}</a>'
            if int(found[1]) < len(held)
            else found[2]
        ),
        body[1],
    )
    return clean(_HELD_LEFT.sub("", text)).strip()


def _hold_links(tree: Any, address: str, site: Site) -> list[str]:
    """Give every link its full address, and hold those that are part of the text itself.

    A list of nothing but links looks like a menu and would be left out. In a portfolio it is
    the evidence, if the links in it lead away from the site or to its files.

    Returns:
        The addresses of the links that were turned into marks in the text.
    """
    content = set(tree.xpath(_CONTENT))
    held: list[str] = []
    for element in list(tree.iter("a")):
        target = target_of(element, address)
        if target:
            element.set("href", target)
        elif not str(element.get("href") or "").lower().startswith("mailto:"):
            element.attrib.pop("href", None)
        is_menu = not target or (site.has(target) and is_page(target))
        if is_menu or not element.text_content().strip() or not _is_content(element, content):
            continue
        _put_marks(element, len(held))
        held.append(target)
    return held


def _is_content(element: Any, content: set[Any]) -> bool:
    for above in element.iterancestors():
        around = f"{above.get('class', '')} {above.get('id', '')} {above.get('role', '')}"
        if above in content:
            return True
        if above.tag in _AROUND_TAGS or _AROUND.search(around):
            return False
    return False


def _put_marks(element: Any, number: int) -> None:
    element.tag = "span"
    for name in list(element.attrib):
        del element.attrib[name]
    element.text = _HELD.format(number) + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + _HELD.format("end")
    else:
        element.text += _HELD.format("end")


def target_of(element: Any, address: str) -> str:
    """Where a link leads; Google Sites sends its readers over an address of its own."""
    try:
        target = urljoin(address, str(element.get("href") or "").strip())
        parts = urlsplit(target)
        if parts.hostname == "www.google.com" and parts.path == "/url":
            target = next(iter(parse_qs(parts.query).get("q", [])), target)
    except ValueError:
        return ""
    return in_one_form(target)
