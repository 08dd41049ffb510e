"""LNK-1: links that lead nowhere for anybody else."""

from dataclasses import replace

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.model.link_facts import LinkFacts
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rules.evidence.links_open import RULE, fault_of, web_addresses
from tests.review.rules.whole_example import DAY, found, framework, mended, whole, with_part

FAULTY = [
    ("", "has no address"),
    ("www.larkmoor.example/a", "not written as an address"),
    ("http:/larkmoor.example", "not written as an address"),
    ("https//larkmoor.example", "not written as an address"),
    ("file:///home/odo/press.pdf", "file on one computer"),
    ("C:\\Users\\odo\\press.pdf", "file on one computer"),
    ("/home/odo/press.pdf", "file on one computer"),
    ("../press.pdf", "file on one computer"),
    ("press.pdf", "beside the text"),
    ("ftp://larkmoor.example/a", "begins with ftp:"),
    ("http://localhost:8000/a", "own computer"),
    ("http://127.0.0.1/a", "own computer"),
    ("https://larkmoor", "can be read"),
    ("https://[broken", "can be read"),
    ("https://larkmoor.example:port/", "can be read"),
    ("https://larkmoor.example/a b", "can be read"),
    ("https://odo:secret@larkmoor.example/", "can be read"),
]
FINE = [
    "https://larkmoor.example/a",
    "HTTPS://Larkmoor.Example",
    "mailto:odo@larkmoor.example",
    "#the-press",
    "evidence/files/press.png",
    "https://bücher.example/",
]


@pytest.mark.parametrize(("address", "told"), FAULTY)
def test_what_can_lead_nowhere_is_told_without_the_network(address: str, told: str) -> None:
    assert told in fault_of(address)
    text = f"We bound it, see [the film](<{address}>)." if address else "See [the film]()."
    (finding,) = found(RULE, with_part(whole(), "1a", description=text))
    assert finding[:4] == ("LNK-1", Level.WARNING, "1a", "description")
    assert text[finding.start :].startswith(finding.quote)


@pytest.mark.parametrize("address", FINE)
def test_what_can_lead_somewhere_is_passed_over(address: str) -> None:
    assert fault_of(address) == ""
    assert found(RULE, with_part(whole(), "1a", description=f"[film]({address})")) == []


def test_the_evidence_is_looked_at_as_well_and_both_are_mended() -> None:
    item = replace(whole().evidence["bench"], url="www.larkmoor.example/b")
    mine = with_part(whole(), "1a", description="[film](https//larkmoor.example) it is.")
    mine = mine.with_evidence(item)
    text, evidence = found(RULE, mine)
    assert evidence[2:5] == ("1a", "evidence", "bench")
    after = mended(RULE, mended(RULE, mine, text), evidence)
    assert after.section("1a").description == "[film](https://larkmoor.example) it is."
    assert after.evidence["bench"].url == "https://www.larkmoor.example/b"
    assert found(RULE, after) == []
    assert mended(RULE, after, text) == after
    assert mended(RULE, after, evidence) == after


def test_what_the_web_answered_is_told_in_its_words() -> None:
    mine = with_part(whole(), "1a", description="[film](https://larkmoor.example/a)")
    links = {
        "https://larkmoor.example/a": LinkFacts(False, "is not found (404)"),
        "https://larkmoor.example/b": LinkFacts(False, "asks for a login"),
    }
    text, evidence = found(RULE, mine, links=links)
    assert text.message == "The link to https://larkmoor.example/a is not found (404)."
    assert "“A film of the bench” asks for a login" in evidence.message
    alive = dict.fromkeys(links, LinkFacts(True, "answers (200)"))
    assert found(RULE, mine, links=alive) == []


def test_only_addresses_of_the_web_are_asked_and_each_once() -> None:
    text = (
        "[a](https://larkmoor.example/a), ![p](https://larkmoor.example/p.png), <https://x.example>"
        " [again](https://larkmoor.example/a) [b](http://localhost/) [c](mailto:o@x.example)"
        " [[private: https://secret.example/]] `https://code.example/`"
    )
    mine = with_part(whole(), "1a", description=text)
    assert web_addresses(Reviewed(framework(), mine, DAY)) == (
        "https://larkmoor.example/a",
        "https://larkmoor.example/p.png",
        "https://x.example",
        "http://localhost/",
        "https://larkmoor.example/b",
    )
