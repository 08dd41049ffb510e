"""LNK-1: links that are broken as they are written, lead nowhere for others, or don't answer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.model.web_address import in_one_form
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.evidence.grouping import named, used_items
from cmalt_tui.review.text_links import text_links

_OPENS = "Does it open in a private window, where you are not signed in?"
_LONGEST = 90


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        for link in text_links(text.text):
            told, question = _told(link.address, reviewed)
            if told:
                quote = text.text[link.start : link.end]
                yield Finding(
                    "LNK-1",
                    Level.WARNING,
                    text.section,
                    text.part,
                    text.item,
                    f"The link to {_cut(link.address)} {told}.",
                    question,
                    quote,
                    link.start,
                )
    for entry, item in used_items(reviewed):
        told, question = _told(item.url, reviewed) if item.url else ("", "")
        if told:
            yield Finding(
                "LNK-1",
                Level.WARNING,
                entry.id,
                EVIDENCE,
                item.id,
                f"The address of {named([item])} {told}: {_cut(item.url)}.",
                question,
            )


def web_addresses(reviewed: Reviewed) -> tuple[str, ...]:
    """The addresses of the web that the texts and the evidence lead to, each once, in order."""
    found = [link.address for text in reviewed.texts for link in text_links(text.text)]
    found += [item.url for _, item in used_items(reviewed) if item.url]
    return tuple(dict.fromkeys(one for one in found if in_one_form(one)))


def _told(address: str, reviewed: Reviewed) -> tuple[str, str]:
    """What is wrong with an address, and what to ask about it; both empty if nothing is."""
    fault = fault_of(address)
    if fault:
        return fault, ""
    answer = reviewed.links.get(address)
    if answer is None or answer.is_alive:
        return "", ""
    return answer.told, _OPENS


def fault_of(address: str) -> str:
    """Why an address can't lead anywhere for somebody else, in words; empty if it can."""
    address = address.strip()
    if not address:
        return "has no address"
    if address.startswith("#") or address.lower().startswith(("mailto:", "tel:", "evidence/")):
        return ""
    if mended_address(address) != address:
        return "is not written as an address of the web"
    if _local().match(address):
        return "leads to a file on one computer, which nobody else can open"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return "is no address that can be read"
    if not parts.scheme:
        return "leads to a file beside the text, which no document takes along"
    if parts.scheme.lower() not in ("http", "https"):
        return f"begins with {parts.scheme[:20]}:, which documents leave out"
    if host == "localhost" or _own_computer().match(host):
        return "leads to one's own computer, where nobody else gets"
    if re.search(r"\s", address) or not in_one_form(address) or "." not in host.strip("."):
        return "is no address that can be read"
    return ""


def mended_address(address: str) -> str:
    """An address as it was surely meant: with the scheme whole; otherwise as it is."""
    if re.match(r"www\.[\w-]+\.[\w.-]+", address, re.I):
        return f"https://{address}"
    broken = re.match(r"(https?)(?::/(?!/)|//|;//|:\\\\|:///+)(?=\w)", address, re.I)
    return f"{broken[1].lower()}://{address[broken.end() :]}" if broken else address


def _mended(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Write the scheme of an address whole, in the text or in the bank."""
    if finding.part == EVIDENCE:
        item = portfolio.evidence.get(finding.item)
        if item is None or mended_address(item.url) == item.url:
            return portfolio
        return portfolio.with_evidence(replace(item, url=mended_address(item.url)))
    address = TextAddress(finding.section, finding.part, finding.item)
    text = text_at(portfolio, address)
    start = text.find(finding.quote)
    links = text_links(finding.quote) if finding.quote else ()
    if start < 0 or not links:
        return portfolio
    old = links[-1].address
    if mended_address(old) == old:
        return portfolio
    new = finding.quote.replace(f"({old}", f"({mended_address(old)}", 1)
    changed = text[:start] + new + text[start + len(finding.quote) :]
    return with_text(portfolio, address, changed)


def _cut(address: str) -> str:
    return address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"


@cache
def _local() -> re.Pattern[str]:
    return re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|/|~/|\.\.?/", re.I)


@cache
def _own_computer() -> re.Pattern[str]:
    return re.compile(r"127\.|0\.0\.0\.0$|::1$|\[?::1")


RULE = Rule(
    "LNK-1",
    "a link that does not open for others",
    "Links are followed by somebody with none of your accounts and none of your files; the"
    " accreditor asks candidates to try them all before they submit.",
    "https://… in full, tried in a private window; files as evidence of the bank.",
    "The accreditor's advice before submission: check that links work. The network is asked only"
    " with check --online.",
    _find,
    fix=Fix("write the address in full", _mended),
)
