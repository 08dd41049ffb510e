"""One web page taken apart: its main text, its title, its licence, and the pages it leads to."""

import logging
import re
from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urljoin, urlsplit

from cmalt_tui.corpus.sources.web_address import Site, in_one_form, is_page
from cmalt_tui.model.licence import licence_at
from cmalt_tui.plain_text import clean, clean_line, count_words
from cmalt_tui.problems import InputProblem

# Taking a page apart takes time that grows faster than its parts; long portfolios have some 5,000.
_MOST_PARTS = 25_000
_SILENT = ("script", "style", "template", "noscript", "svg")
_COMMENTS = (
    "//*[@id='comments' or @id='respond' or contains(concat(' ', @class, ' '), ' comment-list ')]"
)
_CONTENT = (
    "//main|//article|//*[@role='main']|//*[contains(@class, 'entry-content')]"
    "|//*[contains(@class, 'post-content')]"
)
_AROUND = re.compile(
    r"sharedaddy|share|social|related|comment|menu|widget|sidebar|nav|breadcrumb|pagination", re.I
)
_AROUND_TAGS = ("nav", "footer", "aside")
_NOBODY = re.compile(r"admin|author|editor|user|wordpress|google sites", re.I)
_TITLE_MARKS = r"\s+[|·•–—-]\s+"
_HELD = "⟦link {}⟧"
_HELD_LINK = re.compile(r"⟦link (\d+)⟧(.*?)⟦link end⟧", re.S)
_HELD_LEFT = re.compile(r"⟦link (?:\d+|end)⟧")


class WebPage(NamedTuple):
    """What a page holds.

    Attributes:
        address: Where it was.
        titles: Its title, cut at the marks that set the name of a site apart.
        site_name: The name of the whole site, if the page says it.
        author: As the page names it; empty if it does not.
        licences: The Creative Commons licences that it states for itself.
        links: Pages of the site that it leads to, in order.
        text: Its main text, as the inside of an HTML body; empty if it has none.
        words: Words of the main text.
        comment_words, other_words: Words that are left out: comments, and menus and the rest.
    """

    address: str
    titles: tuple[str, ...]
    site_name: str
    author: str
    licences: frozenset[str]
    links: tuple[str, ...]
    text: str
    words: int
    comment_words: int
    other_words: int


def need_web() -> None:
    """See that what takes pages apart is installed, before anything is fetched.

    Raises:
        InputProblem: It is not.
    """
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        raise InputProblem(
            "web pages can't be read, because the extra “web” is not installed",
            'Install it with: pip install "cmalt-tui[web]"',
        ) from None
    # What it has to say about odd pages goes into the report, not on somebody's terminal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)


def read_page(address: str, content: bytes, site: Site) -> WebPage | None:
    """Take a page apart.

    Args:
        address: Where it was in the end.
        content: As it came.
        site: Which links belong to the portfolio.

    Returns:
        What it holds; None where there is no page in it, or one with far too many parts.
    """
    from trafilatura import load_html

    try:
        tree = load_html(content)
    except (ValueError, RecursionError):
        return None
    if tree is None:
        return None
    for name in _SILENT:
        for element in list(tree.iter(name)):
            if element.getparent() is not None:
                element.drop_tree()
    if sum(1 for _ in tree.iter()) > _MOST_PARTS:
        return None
    facts = _facts(tree)
    links = tuple(dict.fromkeys(_links(tree, address, site)))
    all_words = _words(tree)
    comment_words = sum(_words(element) for element in _outermost(tree.xpath(_COMMENTS)))
    text = _main_text(tree, address, site)
    words = count_words(re.sub(r"<[^>]*>", " ", text))
    other = max(0, all_words - words - comment_words)
    return WebPage(address, *facts, links, text, words, comment_words, other)


def _facts(tree: Any) -> tuple[tuple[str, ...], str, str, frozenset[str]]:
    said = tree.xpath("//meta[@property='og:title']/@content") or [tree.findtext(".//title") or ""]
    title = clean_line(str(said[0]))[:300]
    titles = tuple(part for part in map(clean_line, re.split(_TITLE_MARKS, title)) if part)
    site_name = tree.xpath("//meta[@property='og:site_name']/@content")
    named = tree.xpath(
        "//meta[@name='author']/@content|//*[contains(@class, 'author') and "
        "contains(@class, 'vcard')]//a/text()|//a[@rel='author']/text()"
    )
    authors = [clean_line(str(name))[:100] for name in named]
    author = next((name for name in authors if name and not _NOBODY.fullmatch(name)), "")
    return titles, clean_line(str(site_name[0])) if site_name else "", author, _licences(tree)


def _licences(tree: Any) -> frozenset[str]:
    """What the page says of itself; a licence in a figure is the picture's."""
    stated = tree.xpath("//*[self::a or self::link][contains(@rel, 'license')]/@href")
    linked = tree.xpath("//a[not(ancestor::figure)]/@href")
    found = {licence_at(str(target)) for target in stated} - {""}
    return frozenset(found or {licence_at(str(target)) for target in linked} - {""})


def _links(tree: Any, address: str, site: Site) -> Iterator[str]:
    """The pages of the site that a page leads to, unless it asks that they be not followed."""
    told = tree.xpath("//meta[@name='robots']/@content")
    if any("nofollow" in str(one).lower() for one in told):
        return
    for element in tree.iter("a"):
        if "nofollow" in (element.get("rel") or "").lower():
            continue
        target = _target(element, address)
        upgraded = target.replace("http://", "https://", 1) if target else ""
        for one in (target, upgraded):
            if one and site.has(one) and is_page(one):
                yield one
                break


def _target(element: Any, address: str) -> str:
    """Where a link leads; Google Sites sends its readers over an address of its own."""
    try:
        target = urljoin(address, str(element.get("href") or "").strip())
        parts = urlsplit(target)
        if parts.hostname == "www.google.com" and parts.path == "/url":
            target = next(iter(parse_qs(parts.query).get("q", [])), target)
    except ValueError:
        return ""
    return in_one_form(target)


def _main_text(tree: Any, address: str, site: Site) -> str:
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
        target = _target(element, address)
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


def _outermost(elements: list[Any]) -> list[Any]:
    every = set(elements)
    return [one for one in elements if every.isdisjoint(one.iterancestors())]


def _words(element: Any) -> int:
    body = element.find(".//body") if element.tag == "html" else element
    return count_words(" ".join((element if body is None else body).itertext()))
