"""One web page taken apart: its main text, its title, its licence, and the pages it leads to."""

import logging
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from cmalt_tui.corpus.sources.web.address import Site, is_page, same_page
from cmalt_tui.corpus.sources.web.fetching import Fetched
from cmalt_tui.corpus.sources.web.main_text import main_text, target_of
from cmalt_tui.model.licence import licence_at
from cmalt_tui.plain_text import clean_line, count_words
from cmalt_tui.problems import InputProblem

# Taking a page apart takes time that grows faster than its parts; long portfolios have some 5,000.
_MOST_PARTS = 25_000
_SILENT = ("script", "style", "template", "noscript", "svg")
_COMMENTS = (
    "//*[@id='comments' or @id='respond' or contains(concat(' ', @class, ' '), ' comment-list ')]"
)
_NOBODY = re.compile(r"admin|author|editor|user|wordpress|google sites", re.I)
_TITLE_MARKS = r"\s+[|·•–—-]\s+"


class WebPage(NamedTuple):
    """What a page holds.

    Attributes:
        address: Where it was.
        titles: Its title, cut at the marks that set the name of a site apart.
        site_name: The name of the whole site, if the page says it.
        author: As the page names it; empty if it does not.
        licences: The Creative Commons licences that it states for itself.
        links: Pages of the portfolio that it leads to, in order.
        beside: Pages of the same host that it leads to and that are not at or below the path.
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
    beside: frozenset[str]
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


def read_page(page: Fetched, site: Site) -> WebPage | None:
    """Take a page apart.

    Args:
        page: As it came.
        site: Which links belong to the portfolio.

    Returns:
        What it holds; None where there is no page in it, or one with far too many parts.
    """
    from trafilatura import load_html

    try:
        tree = load_html(_decoded(page))
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
    base = _base(tree, page.address)
    pages = list(_links(tree, base, site))
    links = tuple(dict.fromkeys(one for one in pages if site.has(one)))
    beside = frozenset(same_page(one) for one in pages if not site.has(one))
    all_words = _words(tree)
    comment_words = sum(_words(element) for element in _outermost(tree.xpath(_COMMENTS)))
    text = main_text(tree, base, site)
    words = count_words(re.sub(r"<[^>]*>", " ", text))
    other = max(0, all_words - words - comment_words)
    return WebPage(page.address, *facts, links, beside, text, words, comment_words, other)


def _base(tree: Any, address: str) -> str:
    """What the links of a page are relative to."""
    try:
        return urljoin(address, str(next(iter(tree.xpath("//base/@href")), "")))
    except ValueError:
        return address


def _decoded(page: Fetched) -> str | bytes:
    """The page as text, if it says how it is encoded; else what is made of it is a good guess."""
    stated = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", page.content[:4096], re.I)
    for name in ("utf-8", page.charset, stated[1].decode("ascii", "ignore") if stated else ""):
        try:
            return page.content.decode(name)
        except (LookupError, ValueError):
            continue
    return page.content


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
    """The pages of the host that a page leads to, unless it asks that they be not followed."""
    told = tree.xpath("//meta[@name='robots']/@content")
    if any("nofollow" in str(one).lower() for one in told):
        return
    for element in tree.iter("a"):
        if "nofollow" in (element.get("rel") or "").lower():
            continue
        target = target_of(element, address)
        # A site that has moved to https may still name its own pages by http.
        if target and not site.has_host(target):
            target = target.replace("http://", "https://", 1)
        if target and site.has_host(target) and is_page(target):
            yield target


def _outermost(elements: list[Any]) -> list[Any]:
    every = set(elements)
    return [one for one in elements if every.isdisjoint(one.iterancestors())]


def _words(element: Any) -> int:
    body = element.find(".//body") if element.tag == "html" else element
    return count_words(" ".join((element if body is None else body).itertext()))
