"""A portfolio on the web, brought in as clean pages: the page that was named and those below it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from cmalt_tui.atomic_file import write_atomically
from cmalt_tui.corpus.sources.web.address import Site, read_address, same_page, site_of
from cmalt_tui.corpus.sources.web.fetching import Fetched, NotFetched, PoliteFetcher, Timing
from cmalt_tui.corpus.sources.web.page import WebPage, need_web, read_page
from cmalt_tui.model.example_source import LeftOut
from cmalt_tui.plain_text import slug
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Progress, Report

MOST_PAGES = 30
_REAL_TIME = Timing()
_MOST_KNOWN = 2_000


@dataclass(frozen=True)
class PageFile:
    """A page's main text in a file, and the address that it came from."""

    address: str
    file: Path


@dataclass(frozen=True)
class FetchedPages:
    """A portfolio on the web, as it was fetched.

    Attributes:
        author: As its pages name it; empty if they don't, or differ.
        licence: The Creative Commons licence that its pages state; empty if they don't, or differ.
        pages: In the order in which the portfolio leads to them.
    """

    title: str
    author: str
    licence: str
    pages: tuple[PageFile, ...]
    left_out: tuple[LeftOut, ...]


def fetch_pages(
    address: str,
    into: Path,
    report: Report,
    *,
    most_pages: int = MOST_PAGES,
    timing: Timing = _REAL_TIME,
) -> FetchedPages:
    """Fetch a page, and the pages it leads to on the same host and path; breadth first.

    The host is asked politely: one page at a time with at least a second between, no more than
    ``robots.txt`` allows, for HTML alone. Of each page the main text is kept with its headings,
    lists and links; menus, comments and footers are counted and left out.

    Args:
        address: The page that the person named.
        into: A folder for the pages, made if it is not there: one HTML file each, numbered in
            order, with the page's title.
        report: Told before each page and while waiting; may raise `Cancelled`.
        most_pages: After so many pages the rest is left out, and counted.
        timing: The clock and how to wait.

    Raises:
        InputProblem: The extra ``web`` is missing, the address is none, its page can't be had, or
            there is no text in any page.
    """
    need_web()
    named = read_address(address)
    walk = _Walk(named, PoliteFetcher(site_of(named), report, timing), report, most_pages)
    walk.take_first()
    walk.take_others()
    pages = [page for page in walk.pages if page.text]
    if not pages:
        raise InputProblem(
            f"{named} holds no text to read",
            "Name the page where the portfolio itself begins.",
        )
    site_name = _site_name(pages)
    files = [
        _write(page, site_name, into, number, len(str(len(pages))))
        for number, page in enumerate(pages, 1)
    ]
    return FetchedPages(
        title=site_name or _title(pages[0], ""),
        author=_agreed(page.author for page in pages),
        licence=_agreed(licence for page in walk.pages for licence in page.licences),
        pages=tuple(files),
        left_out=(*_left_of_pages(walk.pages), *walk.left_out()),
    )


class _Walk:
    """Goes from page to page; knows what was read, what is still to come, and what is not taken."""

    def __init__(
        self, address: str, fetcher: PoliteFetcher, report: Report, most_pages: int
    ) -> None:
        self.pages: list[WebPage] = []
        self._address = address
        self._fetcher = fetcher
        self._report = report
        self._most = most_pages
        self._site = Site(address, "")
        self._known: set[str] = set()
        self._queue: list[str] = []
        self._texts: set[str] = set()
        self._not_taken: Counter[str] = Counter()

    def take_first(self) -> None:
        """Fetch the page that was named; without it there is nothing to go on from."""
        self._report(Progress(0, 0, f"Reading {self._address}"))
        try:
            self._fetcher.heed_robots()
            fetched = self._fetcher.page(self._address)
        except NotFetched as missing:
            raise InputProblem(
                f"{self._address}: {missing.message}",
                "Check the address in a browser, and that you are online.",
            ) from None
        # The named page may lead on to its real place; what lies beside that is the portfolio.
        self._site = site_of(fetched.address)
        self._known.add(same_page(self._address))
        self._take(fetched)

    def take_others(self) -> None:
        """Fetch what the pages lead to, in the order in which they do, up to the limit."""
        waiting = self._waiting()
        asked = 1
        for address in waiting:
            if asked >= self._most:
                self._leave(f"page beyond the limit of {self._most}", 1 + sum(1 for _ in waiting))
                return
            total = min(self._most, 1 + len(self._queue))
            self._report(Progress(asked, total, f"Reading {address}"))
            asked += 1
            try:
                fetched = self._fetcher.page(address)
            except NotFetched as missing:
                self._leave(missing.kind, 1)
                if missing.ends_all:
                    self._leave("page not asked for any more", sum(1 for _ in waiting))
                    return
            else:
                if self._site.has(fetched.address):
                    self._take(fetched)
                else:
                    self._leave("page that leads out of the portfolio", 1)

    def left_out(self) -> Iterator[LeftOut]:
        """Why pages were not taken, and how many."""
        for kind, pieces in self._not_taken.items():
            yield LeftOut(kind, 0, pieces)
        beside = frozenset[str]().union(*(page.beside for page in self.pages))
        if beside:
            yield LeftOut("link to another part of the site", 0, len(beside))

    def _waiting(self) -> Iterator[str]:
        """Pages that were not asked for yet, also those that become known meanwhile."""
        yield from self._queue

    def _take(self, fetched: Fetched) -> None:
        self._known.add(same_page(fetched.address))
        page = read_page(fetched, self._site)
        if page is None or not page.text:
            self._leave("page with no text", 1)
        elif page.text in self._texts:
            page = page._replace(text="", words=0, other_words=0, comment_words=0)
            self._leave("page that says the same as another", 1)
        if page is None:
            return
        self._texts.add(page.text)
        self.pages.append(page)
        for link in page.links:
            if same_page(link) not in self._known and len(self._queue) < _MOST_KNOWN:
                self._known.add(same_page(link))
                self._queue.append(link)

    def _leave(self, kind: str, pieces: int) -> None:
        if pieces:
            self._not_taken[kind] += pieces


def _left_of_pages(pages: Iterable[WebPage]) -> Iterator[LeftOut]:
    """What was left out of the pages that were read."""
    for kind, counts in (
        ("navigation", [page.other_words for page in pages]),
        ("comments", [page.comment_words for page in pages]),
    ):
        if any(counts):
            yield LeftOut(kind, sum(counts), sum(1 for count in counts if count))


def _site_name(pages: list[WebPage]) -> str:
    """What the site is called: as its pages say, or what the titles of all of them share."""
    said = _agreed(page.site_name for page in pages)
    if said or len(pages) < 2:
        return said
    for part in pages[0].titles:
        if all(part in page.titles for page in pages):
            return part
    return ""


def _title(page: WebPage, site_name: str) -> str:
    own = [part for part in page.titles if part != site_name]
    return " - ".join(own) or site_name or page.address


def _agreed(values: Iterable[str]) -> str:
    """What all that say something say; empty where they differ."""
    said = {value for value in values if value}
    return said.pop() if len(said) == 1 else ""


def _write(page: WebPage, site_name: str, into: Path, number: int, digits: int) -> PageFile:
    title = _title(page, site_name)
    author = f'<meta name="author" content="{escape(page.author)}">' if page.author else ""
    content = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title>{author}'
        f"</head>\n<body>\n{page.text}\n</body></html>\n"
    )
    file = into / f"{number:0{digits}}-{slug(title, fallback='page')}.html"
    write_atomically(file, [content.encode()])
    return PageFile(page.address, file)
