"""Portfolios on the web: what is fetched, how politely, and what of it is kept."""

import sys
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from cmalt_tui.corpus.sources.web import fetching
from cmalt_tui.corpus.sources.web.address import Site, read_address, site_of
from cmalt_tui.corpus.sources.web.fetching import Timing
from cmalt_tui.corpus.sources.web.portfolio_pages import FetchedPages, fetch_pages
from cmalt_tui.frameworks import load_framework
from cmalt_tui.intake import plan_import, read_sources
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.progress import Cancelled, Progress, unreported

PAGES = Path(__file__).parent / "pages"
WORDPRESS = (PAGES / "wordpress.html").read_text(encoding="utf-8")
GOOGLE_SITES = (PAGES / "google-sites.html").read_text(encoding="utf-8")
PROSE = "I asked the tutors what they needed before I looked at any platform at all. " * 4


class Answer(NamedTuple):
    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    location: str = ""


class Asked(NamedTuple):
    path: str
    headers: Mapping[str, str]


class LocalSite:
    """A site on this machine; its pages can be changed, and it remembers what it was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Answer] = {}
        self.asked: list[Asked] = []

    def put(self, path: str, body: str, **more: str | int) -> None:
        self.pages[path] = Answer(body.encode(), **more)  # type: ignore[arg-type]

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalSite]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(Asked(self.path, dict(self.headers)))
            answer = served.pages.get(self.path, Answer(b"nothing here", 404))
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Set-Cookie", "seen=yes")
            if answer.location:
                self.send_header("Location", answer.location)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = LocalSite(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, args=(0.005,), daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


class Clock:
    """Stands still but for the waiting."""

    def __init__(self) -> None:
        self.now = 0.0

    def timing(self) -> Timing:
        return Timing(lambda: self.now, self.wait)

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


Fetch = Callable[..., FetchedPages]


@pytest.fixture
def fetch(site: LocalSite, clock: Clock, tmp_path: Path) -> Fetch:
    def call(path: str, **more: int) -> FetchedPages:
        address = f"{site.address}{path}"
        return fetch_pages(address, tmp_path / "into", unreported, timing=clock.timing(), **more)

    return call


def page(title: str, *links: str, text: str = PROSE, head: str = "") -> str:
    menu = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    return (
        f"<html><head><title>{title} | Robin Marsh</title>{head}</head><body><nav><ul>{menu}</ul>"
        f"</nav><main><h1>{title}</h1><p>About {title}. {text}</p></main></body></html>"
    )


def left(fetched: FetchedPages) -> dict[str, int]:
    return {one.kind: one.pieces for one in fetched.left_out}


def names(fetched: FetchedPages) -> list[str]:
    return [one.file.name for one in fetched.pages]


def test_of_a_wordpress_page_the_text_is_kept_and_all_around_it_left_out(
    site: LocalSite, fetch: Fetch
) -> None:
    home = page("Home", "/cmalt/operational-issues/").replace("Robin Marsh", "Robin Marsh CMALT")
    site.put("/cmalt/", home)
    site.put("/cmalt/operational-issues/", WORDPRESS)
    fetched = fetch("/cmalt/")
    assert names(fetched) == ["1-home.html", "2-operational-issues.html"]
    assert (fetched.title, fetched.licence) == ("Robin Marsh CMALT", "CC BY-NC 4.0")
    html = fetched.pages[1].file.read_text(encoding="utf-8")
    assert "<title>Operational issues</title>" in html
    assert "<h2>1a) An understanding of the constraints" in html
    assert "<strong>slow</strong>" in html
    assert '<a href="https://example.org/options">three lecture capture systems</a>' in html
    assert '<a href="https://example.org/table.pdf">Scoring table</a>' in html
    assert f'<a href="{site.address}/cmalt/wp-content/uploads/minutes.pdf">Minutes' in html
    for around in ("Share this", "Twitter", "Great post", "Recent Posts", "powered by", "⟦"):
        assert around not in html
    assert "never run" not in html
    assert {"navigation", "comments"} <= set(left(fetched))
    comments = next(one for one in fetched.left_out if one.kind == "comments")
    assert comments.words > 10


def test_of_google_sites_every_page_of_the_site_is_found_and_its_links_lead_where_they_say(
    site: LocalSite, fetch: Fetch
) -> None:
    # Where Google Sites puts its pages, one beside the other, is tested without a server below.
    site.put("/view/kim-cmalt/", page("Kim Alder", "/view/kim-cmalt/2-learning"))
    site.put("/view/kim-cmalt/2-learning", GOOGLE_SITES)
    html = fetch("/view/kim-cmalt/").pages[1].file.read_text(encoding="utf-8")
    assert "<h2>2a Teaching, learning and assessment processes</h2>" in html
    assert '<a href="https://example.org/plan">a plan</a> that nobody had read' in html
    assert "Forum that was marked" in html
    assert "Report abuse" not in html


def test_what_was_fetched_is_placed_in_the_sections_it_belongs_to(
    site: LocalSite, fetch: Fetch, tmp_path: Path, places: Places
) -> None:
    site.put("/cmalt/", WORDPRESS.replace("/cmalt/contextual-statement/", "/cmalt/2-learning"))
    site.put("/cmalt/2-learning", GOOGLE_SITES)
    fetch("/cmalt/")
    plan = plan_import(
        read_sources([tmp_path / "into"]), load_framework("cmalt-2019", places), None
    )
    placed = {(one.section, one.part): one.text for one in plan.placed}
    assert "asked the lecturers" not in placed["1a", "description"]
    assert "I would ask the lecturers" in placed["1a", "reflection"]
    assert "drew their week" in placed["2a", "description"]


def test_links_are_followed_breadth_first_below_the_path_and_nowhere_else(
    site: LocalSite, fetch: Fetch
) -> None:
    outside = ("/other/", "http://localhost:9/cmalt/x", "/cmalt/../other/", "mailto:a@example.org")
    no_pages = (
        "/cmalt/a.pdf",
        "/cmalt/feed/",
        "/cmalt/?share=x",
        "/cmalt/tag/y/",
        "#top",
        "/cmalt",
    )
    site.put("/cmalt/", page("Home", "/cmalt/b/", "a/", *outside, *no_pages))
    site.put("/cmalt/b/", page("B", "/cmalt/b/deep/", "/cmalt/"))
    site.put("/cmalt/a/", page("A", "../b/"))
    site.put("/cmalt/b/deep/", page("Deep"))
    fetched = fetch("/cmalt/")
    assert site.paths == ["/robots.txt", "/cmalt/", "/cmalt/b/", "/cmalt/a/", "/cmalt/b/deep/"]
    assert names(fetched) == ["1-home.html", "2-b.html", "3-a.html", "4-deep.html"]
    assert fetched.title == "Robin Marsh"
    assert left(fetched)["link to another part of the site"] == 1


def test_a_page_is_read_in_the_encoding_that_it_or_its_host_states(
    site: LocalSite, fetch: Fetch
) -> None:
    text = f"Das Gespräch über die Prüfung. {PROSE}"
    site.put("/", page("Home", "/host", "/page"))
    site.pages["/host"] = Answer(
        page("Host", text=text).encode("cp1252"), kind="text/html; charset=windows-1252"
    )
    stated = page("Page", text=text, head='<meta charset="iso-8859-15">')
    site.pages["/page"] = Answer(stated.encode("iso-8859-15"), kind="text/html")
    for one in fetch("/").pages[1:]:
        assert "Das Gespräch über die Prüfung" in one.file.read_text(encoding="utf-8")


def test_no_more_pages_are_asked_for_than_the_limit(site: LocalSite, fetch: Fetch) -> None:
    site.put("/", page("Home", *(f"/p{number}" for number in range(9))))
    for number in range(9):
        site.put(f"/p{number}", page(f"Page {number}"))
    fetched = fetch("/", most_pages=3)
    assert len(site.paths) == 4
    assert left(fetched)["page beyond the limit of 3"] == 7


def test_it_says_who_it_is_takes_no_cookie_and_waits_between_requests(
    site: LocalSite, fetch: Fetch, clock: Clock
) -> None:
    site.put("/", page("Home", "/a"))
    site.put("/a", page("A"))
    fetch("/")
    assert clock.now == pytest.approx(2.0)
    for asked in site.asked:
        assert asked.headers["User-Agent"].startswith("cmalt-tui/")
        assert asked.headers["Accept-Encoding"] == "identity"
        assert "Cookie" not in asked.headers


@pytest.mark.parametrize(("asked", "waited"), [("7", 14.0), ("86400", 60.0), ("0", 2.0)])
def test_robots_txt_is_obeyed_and_its_delay_up_to_a_bound(
    site: LocalSite, fetch: Fetch, clock: Clock, asked: str, waited: float
) -> None:
    site.put("/robots.txt", f"User-agent: *\nCrawl-delay: {asked}\nDisallow: /private/\n")
    site.put("/", page("Home", "/private/diary", "/a"))
    site.put("/private/diary", page("Diary"))
    site.put("/a", page("A"))
    fetched = fetch("/")
    assert site.paths == ["/robots.txt", "/", "/a"]
    assert left(fetched)["page that robots.txt keeps programs from"] == 1
    assert clock.now == pytest.approx(waited)


@pytest.mark.parametrize(
    ("robots", "told"),
    [
        (Answer(b"User-agent: *\nDisallow: /\n"), "robots.txt keeps programs from"),
        (Answer(b"", 500), r"robots.txt can't be read \(500 Internal Server Error\)"),
    ],
)
def test_where_robots_txt_forbids_all_or_fails_nothing_is_taken(
    site: LocalSite, fetch: Fetch, tmp_path: Path, robots: Answer, told: str
) -> None:
    site.pages["/robots.txt"] = robots
    site.put("/", page("Home"))
    with pytest.raises(InputProblem, match=told):
        fetch("/")
    assert site.paths == ["/robots.txt"]
    assert not (tmp_path / "into").exists()


def test_a_redirect_is_followed_on_the_site_and_not_off_it(site: LocalSite, fetch: Fetch) -> None:
    site.put("/old", "", status=301, location="/cmalt/")
    site.put("/cmalt/", page("Home", "/cmalt/away", "/cmalt/round", "/cmalt/file", "/cmalt/out"))
    site.put("/cmalt/away", "", status=302, location="http://localhost:9/")
    site.put("/cmalt/file", "", status=302, location="file:///etc/passwd")
    site.put("/cmalt/round", "", status=302, location="/cmalt/round")
    site.put("/cmalt/out", "", status=302, location="/elsewhere")
    site.put("/elsewhere", page("Elsewhere"))
    fetched = fetch("/old")
    assert names(fetched) == ["1-home-robin-marsh.html"]
    assert left(fetched)["page that leads to another site"] == 2
    assert left(fetched)["page that is redirected again and again"] == 1
    assert left(fetched)["page that leads out of the portfolio"] == 1
    assert site.paths.count("/cmalt/round") == 6


def test_what_is_no_page_or_too_big_a_page_is_left_out_and_named(
    site: LocalSite, fetch: Fetch
) -> None:
    site.put("/", page("Home", "/picture", "/huge", "/gone", "/empty", "/twin"))
    site.put("/picture", "GIF", kind="image/gif")
    site.put("/huge", "<p>" + "x" * 5_000_001)
    site.put("/empty", "<html><body></body></html>")
    site.put("/twin", page("Home", "/picture", "/huge", "/gone", "/empty", "/twin"))
    fetched = fetch("/")
    assert names(fetched) == ["1-home-robin-marsh.html"]
    kinds = left(fetched)
    assert kinds["file that is no web page"] == 1
    assert kinds["page of more than 5 MB"] == 1
    assert kinds["page answered with 404 Not Found"] == 1
    assert kinds["page with no text"] == 1
    assert kinds["page that says the same as another"] == 1


def test_no_more_is_fetched_than_the_limit_of_all_pages_together(
    site: LocalSite, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 15_000)
    site.put("/", page("Home", "/a", "/b", "/c"))
    for path in ("/a", "/b", "/c"):
        site.put(path, page(path, text="word " * 2_000))
    fetched = fetch("/")
    assert site.paths == ["/robots.txt", "/", "/a", "/b"]
    assert len(fetched.pages) == 2
    assert left(fetched)["page not asked for any more"] == 1


def test_a_page_that_comes_drop_by_drop_is_given_up(site: LocalSite, tmp_path: Path) -> None:
    site.put("/", page("Home"))
    hours = count(0, 3600)
    timing = Timing(lambda: float(next(hours)), lambda seconds: None)
    with pytest.raises(InputProblem, match="came too slowly"):
        fetch_pages(f"{site.address}/", tmp_path / "into", unreported, timing=timing)


def test_a_site_that_asks_to_slow_down_is_left_alone(site: LocalSite, fetch: Fetch) -> None:
    site.put("/", page("Home", "/a", "/b", "/c"))
    site.put("/a", "", status=429)
    fetched = fetch("/")
    assert site.paths == ["/robots.txt", "/", "/a"]
    assert left(fetched)["page not asked for any more"] == 2


def test_a_hostile_page_leaves_nothing_but_text(site: LocalSite, fetch: Fetch) -> None:
    evil = (
        f"{PROSE}<a href='javascript:alert(1)' onclick='x()'>click</a> \x1b[31mred\u202e"
        "<img src='http://localhost:9/t.gif'><iframe src='http://localhost:9/'></iframe>"
        "<base href='http://[bad'><link rel='stylesheet' href='http://localhost:9/a.css'>"
        "<b>⟦link 99⟧odd⟦link end⟧</b>"
    )
    site.put("/", page("Home &lt;script&gt;x&lt;/script&gt;", text=evil))
    html = fetch("/").pages[0].file.read_text(encoding="utf-8")
    for harm in ("javascript:", "onclick", "\x1b", "\u202e", "localhost", "<script", "⟦"):
        assert harm not in html
    assert site.paths == ["/robots.txt", "/"]


@pytest.mark.parametrize(
    "many",
    ["<div>" * 100_000, "<p>some <a href='x'>words</a></p>" * 70_000],
    ids=["deep", "long"],
)
def test_a_page_with_parts_without_end_is_left_out(
    site: LocalSite, fetch: Fetch, many: str
) -> None:
    site.put("/", page("Home", "/many"))
    site.put("/many", f"<html><body><main>{many}text")
    fetched = fetch("/")
    assert names(fetched) == ["1-home-robin-marsh.html"]
    assert left(fetched)["page with no text"] == 1


@pytest.mark.parametrize(
    ("heads", "licence"),
    [
        (["by/4.0", "by/4.0"], "CC BY 4.0"),
        (["by/4.0", "by-nc/4.0"], ""),
        ([], ""),
    ],
)
def test_a_licence_counts_where_the_pages_agree_on_it(
    site: LocalSite, fetch: Fetch, heads: list[str], licence: str
) -> None:
    site.put("/", page("Home", *(f"/{number}" for number in range(len(heads)))))
    for number, name in enumerate(heads):
        link = f'<link rel="license" href="https://creativecommons.org/licenses/{name}/">'
        site.put(f"/{number}", page(f"Page {number}", head=link))
    assert fetch("/").licence == licence


def test_it_can_be_stopped_while_it_waits(site: LocalSite, clock: Clock, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if "Waiting" in progress.what:
            raise Cancelled

    site.put("/", page("Home"))
    with pytest.raises(Cancelled):
        fetch_pages(f"{site.address}/", tmp_path / "into", stop, timing=clock.timing())
    assert not (tmp_path / "into").exists()


def test_a_site_that_is_not_there_is_one_clear_message(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(InputProblem, match=r"http://127\.0\.0\.1:1/: can't be reached"):
        fetch_pages("http://127.0.0.1:1", tmp_path / "into", unreported, timing=clock.timing())


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputProblem, match=r'pip install "cmalt-tui\[web\]"'):
        fetch_pages("https://example.org", tmp_path / "into", unreported)


@pytest.mark.parametrize(
    "typed",
    ["file:///etc/passwd", "ftp://example.org/x", "https://", "https://u:p@example.org/", ""],
)
def test_only_a_web_address_is_taken(typed: str) -> None:
    with pytest.raises(InputProblem, match="no web address"):
        read_address(typed)


@pytest.mark.parametrize(
    ("named", "inside", "outside"),
    [
        ("https://example.org/cmalt/", "https://www.example.org/cmalt/a", "https://example.org/cm"),
        ("https://example.org/cmalt/a.html", "https://example.org/cmalt/b", "https://example.org/"),
        ("http://example.org/cmalt", "https://example.org/cmalt/a", "http://example.org/cmalt2"),
        ("https://example.org/", "https://example.org/a", "http://example.org/a"),
        ("https://example.org/", "https://example.org/a", "https://example.org:8443/a"),
        ("https://example.org/c/", "https://example.org/c/a", "https://example.org/c/%2e%2e/d"),
        (
            "https://sites.google.com/view/kim/home",
            "https://sites.google.com/view/kim/2-learning",
            "https://sites.google.com/view/sam/home",
        ),
    ],
)
def test_a_portfolio_is_what_lies_at_and_below_its_address(
    named: str, inside: str, outside: str
) -> None:
    site: Site = site_of(read_address(named))
    assert site.has(inside)
    assert not site.has(outside)
