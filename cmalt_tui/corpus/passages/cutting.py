"""Cuts portfolios into passages: long enough to make sense, short enough to read."""

import re
from collections.abc import Iterator

from cmalt_tui.corpus.passages.passage_lines import section_id
from cmalt_tui.corpus.passages.plain_passage import plain
from cmalt_tui.corpus.passages.unseen_marks import without_unseen
from cmalt_tui.model.passage import Origin, Passage
from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION, STATEMENT, Portfolio
from cmalt_tui.plain_text import clean, clean_line, count_words

# Raised whenever the same text gives other passages: what was cut before is then read again.
CUTTING = 2
SHORT, LONG, LONGEST_PARAGRAPH = 60, 180, 300
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULER = re.compile(r"^\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_BELONGS = re.compile(r"^\s*(?:[-+*]|\d{1,3}[.)]|>|\|)\s|^(?: {2,}|\t)\S|^\s*[>|]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+")


def cut_passages(section: str, part: str, title: str, text: str, origin: Origin) -> list[Passage]:
    """Cut the Markdown of one part of a section into passages of about 60 to 180 words.

    Cuts are at borders of paragraphs; a list, a quote or a table stays in one piece with the
    line that introduces it. A paragraph is only cut if it has more than 300 words, at the ends
    of sentences. A heading begins a passage and gives it its title.

    Args:
        section: The framework's section id; numbered repeats lose their number.
        part: ``description``, ``evidence``, ``reflection`` or ``statement``; may be empty.
        title: The heading that the text stands under.
        text: Markdown.
        origin: Where it comes from.

    Returns:
        The passages in order, without ids. Every word of the text's paragraphs is in one of them.
    """
    passages = []
    section, part = section_id(clean_line(section)), clean_line(part).lower()
    for heading, blocks in _under_headings(without_unseen(clean(text))):
        for body in _packed(blocks):
            passages.append(Passage("", body, origin, section, part, heading or clean_line(title)))
    return passages


def passages_of_portfolio(portfolio: Portfolio, origin: Origin) -> list[Passage]:
    """Cut a whole portfolio into passages; notes, the inbox and declarations stay out.

    Args:
        portfolio: With the sections that are to be shown: the caller leaves parked ones out.
        origin: Where it comes from.
    """
    passages: list[Passage] = []
    for section in portfolio.sections.values():
        pieces = [
            (STATEMENT, section.title, section.statement),
            (DESCRIPTION, section.title, section.description),
            *(
                (REFLECTION, piece.title or section.title, piece.text)
                for piece in section.reflections
            ),
        ]
        for part, title, text in pieces:
            passages += cut_passages(section.id, part, title, text, origin)
    return passages


def _under_headings(text: str) -> Iterator[tuple[str, list[str]]]:
    """The blocks under each heading; a heading with nothing under it is a block of the next."""
    heading, blocks = "", list[str]()
    for block in _blocks(text):
        found = _HEADING.match(block)
        if not found:
            blocks.append(block)
            continue
        if blocks:
            yield heading, blocks
            blocks = []
        heading = clean_line(plain(found[1]))
    if blocks:
        yield heading, blocks


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, headings, and whole lists, quotes, tables and code, in order."""
    block: list[str] = []
    fence = ""
    blank = False
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence or mark:
            if not fence and blank and block:
                yield "\n".join(block)
                block = []
            block.append(line)
            blank = False
            if mark:
                fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            continue
        if not line.strip():
            blank = bool(block)
            continue
        if _HEADING.match(line) or _RULER.match(line):
            if block:
                yield "\n".join(block)
            if not _RULER.match(line):
                yield line
            block, blank = [], False
            continue
        if blank:
            if _BELONGS.match(line) and (_BELONGS.match(block[-1]) or block[-1].endswith(":")):
                block.append("")
            else:
                yield "\n".join(block)
                block = []
        block.append(line)
        blank = False
    if block:
        yield "\n".join(block)


def _packed(blocks: list[str]) -> Iterator[str]:
    """Join short blocks and cut overlong ones, until each piece is of a size to read."""
    pieces = [piece for block in blocks for piece in _sized(block)]
    held: list[str] = []
    words = 0
    for piece in pieces:
        count = count_words(piece)
        if held and words >= SHORT and words + count > LONG:
            yield "\n\n".join(held)
            held, words = [], 0
        held.append(piece)
        words += count
        if words >= LONG * 2 // 3:
            yield "\n\n".join(held)
            held, words = [], 0
    if held:
        yield "\n\n".join(held)


def _sized(block: str) -> Iterator[str]:
    if count_words(block) <= LONGEST_PARAGRAPH or _BELONGS.match(block) or "\n\n" in block:
        yield block
        return
    held: list[str] = []
    words = 0
    for sentence in _SENTENCE_END.split(block):
        count = count_words(sentence)
        if held and words + count > LONG:
            yield " ".join(held)
            held, words = [], 0
        held.append(sentence)
        words += count
    yield " ".join(held)
