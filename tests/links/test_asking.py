"""Links are asked for politely, in limits, and never inside a network unless that was said."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pytest

from cmalt_tui.links import NOT_IN_TIME, Limits, ask_links
from cmalt_tui.links.private_addresses import Refused, address_of
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.progress import Cancelled, Progress
from tests.links.larkmoor_server import LarkmoorServer, larkmoor

QUICK = Limits(silence=20.0, one_link=20.0, in_all=60.0, pause=0.0)


@pytest.fixture
def server() -> Iterator[LarkmoorServer]:
    with larkmoor() as running:
        yield running


def ask(server: LarkmoorServer, *paths: str, limits: Limits = QUICK) -> Mapping[str, LinkFacts]:
    found = ask_links([server.root + path for path in paths], allow_private=True, limits=limits)
    return {address.removeprefix(server.root): facts for address, facts in found.items()}


@pytest.mark.parametrize(
    ("path", "is_alive", "told"),
    [
        ("/", True, "answers (200)"),
        ("/status/404", False, "is not found (404)"),
        ("/status/410", False, "is gone for good (410)"),
        ("/status/401", False, "asks for a login"),
        ("/status/403", False, "did not let a program in (403); it may open in a browser"),
        ("/status/500", False, "answers with an error (500)"),
        ("/no-head", True, "answers (200)"),
        ("/to/?/status/404", False, "is not found (404)"),
        ("/to/?/film", True, "answers (200)"),
        ("/to/?/login?from=film", False, "asks for a login"),
        ("/to/?file:///etc/passwd", False, "is redirected to what is no web page"),
        ("/to/?ftp://127.0.0.1/", False, "is redirected to what is no web page"),
        ("/endless", False, "is redirected again and again"),
        ("/garbage", False, "could not be reached"),
    ],
)
def test_what_came_of_it_is_said_in_words(
    server: LarkmoorServer, path: str, is_alive: bool, told: str
) -> None:
    assert ask(server, path) == {path: LinkFacts(is_alive, told)}


def test_redirects_end_after_five(server: LarkmoorServer) -> None:
    ask(server, "/endless")
    assert len(server.asked) == 6


def test_a_host_that_is_not_there_is_told(server: LarkmoorServer) -> None:
    gone = server.root
    server.server_close()
    (facts,) = ask_links([f"{gone}/"], allow_private=True, limits=QUICK).values()
    assert facts == LinkFacts(False, "could not be reached")


def test_private_addresses_are_not_asked(server: LarkmoorServer) -> None:
    found = ask_links([f"{server.root}/", "http://localhost/"], limits=QUICK)
    assert {facts.told for facts in found.values()} == {
        "leads into a private network, where it was not asked"
    }
    assert server.asked == []


def test_a_redirect_into_the_network_is_not_followed(server: LarkmoorServer) -> None:
    """The first host counts as public here: it is the look-up of the second that refuses."""
    inside = f"http://inside.example:{urlsplit(server.root).port}/secret"
    answers = {"127.0.0.1": ["127.0.0.1"], "inside.example": ["8.8.8.8", "10.0.0.7"]}
    asked_for: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked_for.append(host)
        return answers[host]

    with pytest.MonkeyPatch.context() as patch:
        public = "cmalt_tui.links.private_addresses._is_public"
        patch.setattr(public, lambda text: text in ("127.0.0.1", "8.8.8.8"))
        (facts,) = ask_links(
            [f"{server.root}/to/?{inside}"], limits=QUICK, look_up=look_up
        ).values()
    assert facts == LinkFacts(False, "leads into a private network, where it was not asked")
    assert asked_for == ["127.0.0.1", "inside.example"]
    assert [path.partition("?")[0] for _, path in server.asked] == ["/to/"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
        "::ffff:10.0.0.1", "2002:0a00:0001::1", "64:ff9b::a00:1", "ff02::1", "no address",
    ],
)  # fmt: skip
def test_every_kind_of_private_address_is_known(address: str) -> None:
    with pytest.raises(Refused, match="private network"):
        address_of("x.example", 80, allow_private=False, look_up=lambda host, port: [address])
    assert address_of("x", 80, allow_private=True, look_up=lambda host, port: [address]) == address


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_asked(address: str) -> None:
    assert address_of("x", 80, allow_private=False, look_up=lambda host, port: [address]) == address


def test_a_name_that_is_not_known_is_told() -> None:
    def look_up(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    (facts,) = ask_links(["https://nowhere.example/"], limits=QUICK, look_up=look_up).values()
    assert facts == LinkFacts(False, "leads to a host that is not known")


def test_a_connection_goes_to_the_address_that_was_looked_at(server: LarkmoorServer) -> None:
    port = urlsplit(server.root).port
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    (facts,) = ask_links(
        [f"http://larkmoor.example:{port}/"], allow_private=True, limits=QUICK, look_up=look_up
    ).values()
    assert facts.is_alive
    assert asked == ["larkmoor.example"]


def test_a_server_that_never_answers_is_given_up(server: LarkmoorServer) -> None:
    found = ask(server, "/slow", "/", limits=QUICK._replace(silence=0.2))
    assert found == {"/slow": LinkFacts(False, "did not answer in time"), "/": found["/"]}
    assert found["/"].is_alive


def test_one_that_answers_bit_by_bit_for_ever_is_given_up(server: LarkmoorServer) -> None:
    found = ask(server, "/trickle", "/", limits=QUICK._replace(one_link=0.3))
    assert found["/trickle"] == NOT_IN_TIME
    assert found["/"].is_alive


def test_the_time_in_all_ends_everything(server: LarkmoorServer) -> None:
    found = ask(server, "/slow", "/", "/film", limits=QUICK._replace(in_all=0.3))
    assert found == dict.fromkeys(("/slow", "/", "/film"), NOT_IN_TIME)
    assert ("HEAD", "/film") not in server.asked


def test_of_a_huge_page_hardly_anything_is_taken(server: LarkmoorServer) -> None:
    assert ask(server, "/huge")["/huge"].is_alive
    assert server.sent < 50_000_000


def test_a_host_is_asked_one_by_one_and_told_who_asks(server: LarkmoorServer) -> None:
    paths = [f"/film-{number}" for number in range(6)]
    found = ask(server, *paths, *paths)
    assert list(found) == paths
    assert server.asked == [("HEAD", path) for path in paths]
    assert server.most_at_once == 1
    (agent,) = server.agents
    assert agent.startswith("cmalt-tui/")


def test_it_can_be_stopped_while_it_waits(server: LarkmoorServer) -> None:
    told: list[Progress] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        if server.is_waiting.is_set():
            raise Cancelled

    with pytest.raises(Cancelled):
        ask_links([f"{server.root}/slow"], allow_private=True, limits=QUICK, report=report)
    assert told[-1].total == 1


def test_what_is_no_address_of_the_web_is_passed_over() -> None:
    assert ask_links(["mailto:odo@larkmoor.example", "file:///etc/passwd", ""], limits=QUICK) == {}
