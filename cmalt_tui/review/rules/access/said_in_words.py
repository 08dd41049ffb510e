"""ACC-1: pictures without alternative text, and links whose words don't say where they lead."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.evidence_uses import items_by_address
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.links import is_address
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.plain_text import clean_line
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.evidence.grouping import findings_by_section, named
from cmalt_tui.review.text_links import TextLink, text_links

_PICTURES = (
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".avif",
)  # fmt: skip
_EMPTY_WORDS = frozenset(
    ("here", "click here", "this link", "link", "this page", "read more", "more", "see here")
)
_SAYS_WHAT = "What would somebody miss who can't see it?"
_SAYS_WHERE = "Which words would tell, read alone, where it leads?"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        if text.part != EVIDENCE:
            yield from _in_text(text)
    yield from findings_by_section(
        reviewed, "ACC-1", Level.WARNING, _lacks_alt, _alt_told, _SAYS_WHAT
    )


def _in_text(text: ReviewedText) -> Iterator[Finding]:
    links = text_links(text.text)
    silent = [link for link in links if link.is_picture and not link.label.strip()]
    empty = [link for link in links if not link.is_picture and _says_nothing(link)]
    bare = [link for link in links if _is_bare(link) and not _is_reference(text.text, link)]
    if silent:
        are = "A picture has" if len(silent) == 1 else f"{len(silent)} pictures have"
        yield _finding(text, silent[0], f"{are} no alternative text.", _SAYS_WHAT)
    if empty:
        words = ", ".join(dict.fromkeys(f"“{clean_line(link.label)}”" for link in empty))
        are = "A link reads" if len(empty) == 1 else f"{len(empty)} links read"
        yield _finding(text, empty[0], f"{are} {words}, which says nothing alone.", _SAYS_WHERE)
    if bare:
        are = "An address stands" if len(bare) == 1 else f"{len(bare)} addresses stand"
        told = f"{are} in the text with no words for it, so a screen reader spells it out."
        yield _finding(text, bare[0], told, _SAYS_WHERE)


def _finding(text: ReviewedText, link: TextLink, told: str, question: str) -> Finding:
    quote = text.text[link.start : link.end]
    return Finding(
        "ACC-1",
        Level.WARNING,
        text.section,
        text.part,
        text.item,
        told,
        question,
        quote,
        link.start,
    )


def _says_nothing(link: TextLink) -> bool:
    words = re.sub(r"[*_`]", "", link.label).strip(" .,:;!?()→»>")
    return words.lower() in _EMPTY_WORDS


def _is_bare(link: TextLink) -> bool:
    return not link.is_picture and (link.is_bare or is_address(link.label))


def _is_reference(text: str, link: TextLink) -> bool:
    """Whether it stands in a list of references, where the address in full is the custom."""
    first = text.rfind("\n", 0, link.start) + 1
    last = text.find("\n", link.end)
    line = text[first : last if last >= 0 else len(text)]
    return bool(_reference().search(line))


def _lacks_alt(item: EvidenceItem) -> bool:
    return PurePosixPath(item.file.lower()).suffix in _PICTURES and not item.alt.strip()


def _alt_told(items: tuple[EvidenceItem, ...]) -> str:
    have = "has" if len(items) == 1 else "have"
    picture = "The picture" if len(items) == 1 else "The pictures"
    return f"{picture} {named(items)} {have} no alternative text."


def _mended(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Take what the bank says of the picture or the address, in the whole text; else nothing."""
    if finding.part == EVIDENCE:
        return portfolio
    address = TextAddress(finding.section, finding.part, finding.item)
    text = text_at(portfolio, address)
    items = items_by_address(portfolio.evidence)
    changed = text
    for link in reversed(text_links(text)):
        item_id = items.get(link.address)
        item = portfolio.evidence.get(item_id) if item_id else None
        words = _words_for(link, item) if item else ""
        if words:
            mark = "!" if link.is_picture else ""
            new = f"{mark}[{words}]({link.address})"
            start, end = _with_brackets(text, link)
            changed = changed[:start] + new + changed[end:]
    if changed == text:
        return portfolio
    status = portfolio.section(finding.section).status
    mended = with_text(portfolio, address, changed)
    return mended.with_section(replace(mended.section(finding.section), status=status))


def _words_for(link: TextLink, item: EvidenceItem) -> str:
    wanted = ""
    if link.is_picture and not link.label.strip():
        wanted = item.alt
    elif not link.is_picture and (_says_nothing(link) or _is_bare(link)):
        wanted = item.title
    return re.sub(r"[\[\]]", "", clean_line(wanted))


def _with_brackets(text: str, link: TextLink) -> tuple[int, int]:
    """Where a link stands, with the angle brackets that a bare address may have."""
    if link.is_bare and text[link.start - 1 : link.start] == "<" and text[link.end :][:1] == ">":
        return link.start - 1, link.end + 1
    return link.start, link.end


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(
        r"\(\d{4}[a-z]?(?:,[^()\n]{0,30})?\)|\bdoi\b|^\[\^[^\]\s]{1,40}\]:"
        r"|\b(?:available (?:at|from|online)|accessed|retrieved)\b",
        re.I,
    )


RULE = Rule(
    "ACC-1",
    "a picture or link that doesn't say what it is",
    "Somebody who listens to the portfolio hears the words of its links and the descriptions of"
    " its pictures, and nothing else. In this field it is read as part of the evidence.",
    "“Chart: 61 of 100 turn captions on because the room is loud.” “The options paper of 2024”"
    " in the place of “here”.",
    "WCAG 2.2, criteria 1.1.1 and 2.4.4; a note of assessors on accessible portfolios.",
    _find,
    fix=Fix("take the words from the evidence", _mended),
)
