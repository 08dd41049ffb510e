"""What is no part of a portfolio taken out: navigation, contents lists, furniture, guidance."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from cmalt_tui.intake.mapping.stretches import in_a_row
from cmalt_tui.intake.reading.page import CONTENTS, FURNITURE, NAVIGATION
from cmalt_tui.model.guidance_text import is_guidance
from cmalt_tui.pandoc.tree import Node, plain_text, walk

_MARKED = {NAVIGATION: "navigation", CONTENTS: "contents", FURNITURE: "page furniture"}
_ARROWS = r"[←→↑«»<>^⬆▲\s|·.:-]*"
_GO = re.compile(
    rf"{_ARROWS}(?:(?:back|return|go|jump|skip|scroll) (?:back )?to (?:the )?"
    r"(?:top|contents?|home|start|main|menu|index|navigation)[\w ]{0,20}"
    r"|(?:next|previous)(?: (?:page|section|post))?|home|top|menu|share this.{0,40}"
    rf"|print this page|edit this page.{{0,30}}|leave a (?:comment|reply)){_ARROWS}",
    re.I,
)
_COLOPHON = re.compile(
    r"(?:posted|published|last (?:updated|modified)) ?(?:on|by|:).{0,60}|(?:copyright )?©.{0,80}",
    re.I,
)
_TEMPLATE = re.compile(
    r"(?:\s*(?:\{%.*?%\}|\{\{.*?\}\}|\{:.*?\}|\[/?[a-z_-]+(?: [a-z_-]+=[^\]]*)\]"
    r"|\[TOC\]|\[\[_TOC_\]\]))+\s*",
    re.S | re.I,
)
_CONTENTS_TITLE = re.compile(
    r"(?:table of )?contents:?|on this page:?|in this portfolio:?|sections:?", re.I
)
_PAGE_NUMBER = re.compile(r"[\s.…·_-]*\d{1,3}$")
_LEAST_ENTRIES = 3
_SHARE = 0.7


@dataclass(frozen=True)
class Removed:
    """A block that was taken out, and what it is."""

    kind: str
    block: Node


@dataclass(frozen=True)
class Cleaned:
    """A document's blocks in a row without what is no part of a portfolio, and what that was."""

    blocks: tuple[Node, ...]
    removed: tuple[Removed, ...]


def headings_in(blocks: Iterable[Node]) -> frozenset[str]:
    """All headings of a document, folded, for telling a contents list."""
    return frozenset(
        folded(plain_text(node)) for node in walk(tuple(blocks)) if node["t"] == "Header"
    )


def folded(text: str) -> str:
    """A heading as a contents list may have it: no case, no codes' marks, no page number."""
    words = re.findall(r"[^\W_]+", _PAGE_NUMBER.sub("", text.strip()).casefold())
    return " ".join(words)


def clean_blocks(blocks: Iterable[Node], headings: Collection[str]) -> Cleaned:
    """Take out what is no part of a portfolio.

    Args:
        blocks: A document's blocks as they were read.
        headings: The folded headings and titles of the whole source.
    """
    kept: list[Node] = []
    removed: list[Removed] = []
    for kind, block in _told_apart(blocks):
        kind = kind or _kind_of(block, headings)
        if kind:
            removed.append(Removed(kind, block))
        else:
            kept.append(block)
    return _without_contents_rows(kept, removed, headings)


def kind_of_paragraph(text: str) -> str:
    """Say what a paragraph is that is no text of a portfolio; empty for one that is.

    Args:
        text: Its plain text on one line.
    """
    if _TEMPLATE.fullmatch(text) or _COLOPHON.fullmatch(text):
        return "page furniture"
    if _GO.fullmatch(text):
        return "navigation"
    return "guidance" if is_guidance(text) else ""


def _told_apart(blocks: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """Each block in a row, with the kind that the reading has marked it with."""
    for block in blocks:
        if block["t"] != "Div":
            for piece in in_a_row([block]):
                yield "", piece
            continue
        kind = next((_MARKED[name] for name in block["c"][0][1] if name in _MARKED), "")
        if kind:
            for piece in in_a_row(block["c"][1]):
                yield kind, piece
        else:
            yield from _told_apart(block["c"][1])


def _kind_of(block: Node, headings: Collection[str]) -> str:
    if block["t"] in ("BulletList", "OrderedList"):
        items = block["c"][1] if block["t"] == "OrderedList" else block["c"]
        return "contents" if _lists_headings(_entries(items), headings) else ""
    if block["t"] not in ("Para", "Plain", "BlockQuote"):
        return ""
    text = " ".join(plain_text(block).split())
    if not text:
        return ""
    kind = kind_of_paragraph(text)
    if not kind and block["t"] != "BlockQuote" and _only_leads_on(block, text):
        return "navigation"
    return kind


def _only_leads_on(block: Node, text: str) -> bool:
    """Whether a paragraph is one link with an arrow, ``Begin with the statement →``."""
    links = [node for node in walk(block) if node["t"] == "Link"]
    linked = " ".join(" ".join(plain_text(node) for node in links).split())
    bare = text.strip("←→↑«»<>|·- ")
    return (
        bool(links)
        and len(text.split()) <= 14
        and bare != text
        and bare in linked.strip("←→↑«»<>|·- ")
    )


def _entries(items: list[list[Node]]) -> list[str]:
    """The lines of a list, those of lists inside it as well."""
    entries: list[str] = []
    for item in items:
        for block in item:
            if block["t"] in ("BulletList", "OrderedList"):
                entries += _entries(block["c"][1] if block["t"] == "OrderedList" else block["c"])
            else:
                entries.append(plain_text(block))
    return entries


def _lists_headings(entries: list[str], headings: Collection[str]) -> bool:
    known = [entry for entry in entries if folded(entry) and folded(entry) in headings]
    return len(entries) >= _LEAST_ENTRIES and len(known) >= _SHARE * len(entries)


def _without_contents_rows(
    kept: list[Node], removed: list[Removed], headings: Collection[str]
) -> Cleaned:
    """Take out contents lists that are paragraphs, a title each, and the heading above any list."""
    taken: set[int] = set()
    start = 0
    while start < len(kept):
        end = start
        while end < len(kept) and _is_entry(kept[end], headings):
            end += 1
        if end - start >= _LEAST_ENTRIES:
            taken.update(range(start, end))
        start = max(end, start + 1)
    lists = {id(one.block) for one in removed if one.kind == "contents"}
    for number, block in enumerate(kept):
        if block["t"] in ("Header", "Para") and _CONTENTS_TITLE.fullmatch(plain_text(block)):
            below = kept[number + 1 : number + 2]
            if lists or number + 1 in taken or (below and below[0]["t"] == "Header"):
                taken.add(number)
    gone = [Removed("contents", kept[number]) for number in sorted(taken)]
    left = tuple(block for number, block in enumerate(kept) if number not in taken)
    return Cleaned(left, (*removed, *gone))


def _is_entry(block: Node, headings: Collection[str]) -> bool:
    return (
        block["t"] in ("Para", "Plain")
        and bool(name := folded(plain_text(block)))
        and name in headings
    )
