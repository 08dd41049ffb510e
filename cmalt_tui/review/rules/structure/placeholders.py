"""STR-4: placeholders, prompts, guidance and private marks that are left in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from cmalt_tui.model.editing import with_text
from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.guidance_text import is_guidance
from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.model.text_address import TextAddress, text_at
from cmalt_tui.model.text_marks import read_draft_mark, unanswered_prompts
from cmalt_tui.plain_text import words
from cmalt_tui.review.prose import prose_sentences, without_unread
from cmalt_tui.review.purpose import Purpose
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.reviewed_text import ReviewedText, framework_texts
from cmalt_tui.review.rule import Fix, Rule

_LEAST_GUIDANCE = 7  # words; shorter ones anybody may write
_LONGEST_GUIDANCE = 600  # characters
_REMINDERS = ("TODO", "FIXME")
_MOST_REMINDED = 8  # words behind one that are part of it: "TODO: ask Ilse for the figures"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    theirs = _sentences_of(tuple(framework_texts(reviewed.framework)))
    for text in reviewed.texts:
        yield from _marks(text)
        yield from _placeholders(text)
        yield from _guidance(text, theirs)
        yield from _private(text, reviewed.purpose)


def _placeholders(text: ReviewedText) -> Iterator[Finding]:
    shown = _target().sub(lambda found: " " * len(found[0]), without_unread(text.text))
    for found in _placeholder().finditer(shown):
        quote = text.text[found.start() : found.end()]
        yield _finding(text, f"A placeholder is left in the text: “{quote}”.", quote, found.start())


def _marks(text: ReviewedText) -> Iterator[Finding]:
    if "<!--" not in text.text:
        return
    prompts = unanswered_prompts(text.text)
    if prompts:
        mark = f"<!-- ? {prompts[0]} -->"
        are = "prompt is" if len(prompts) == 1 else "prompts are"
        told = f"{len(prompts)} {are} not answered yet."
        yield _finding(text, told, mark, text.text.find(mark))
    if read_draft_mark(text.text) is not None:
        found = _draft_mark().search(text.text)
        quote, start = (found[0], found.start()) if found else ("", -1)
        yield _finding(text, "The text is still marked as a draft from answers.", quote, start)


def _guidance(text: ReviewedText, theirs: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    for sentence in prose_sentences(text.text):
        is_own = sentence.kind is UnitKind.HEADING or len(sentence.text) > _LONGEST_GUIDANCE
        if is_own or len(sentence.text.split()) < _LEAST_GUIDANCE:
            continue
        first_word = sentence.text.partition(" ")[0].strip(",:").lower()
        # Telling the words of a sentence apart takes long, and few begin as guidance does.
        is_theirs = first_word in theirs and _plain(sentence.text) in theirs[first_word]
        if is_theirs or is_guidance(sentence.text):
            quote = text.text[sentence.start : sentence.end]
            told = "This reads like guidance for candidates, not like your own words."
            yield _finding(text, told, quote, sentence.start)


def _private(text: ReviewedText, purpose: Purpose) -> Iterator[Finding]:
    """One that is left open would stop an export; a closed one is left out, which is told last."""
    left = without_unread(text.text)
    opened = _open_private().search(left)
    if opened:
        told = "A private stretch has no ]] after it, so it is not clear how far it goes."
        quote = text.text[opened.start() : opened.end()]
        yield _finding(text, told, quote, opened.start())
    closed = len(_open_private().findall(text.text)) - len(_open_private().findall(left))
    if closed > 0 and purpose is not Purpose.WRITING:
        yield Finding(
            "STR-4",
            Level.HINT,
            text.section,
            text.part,
            text.item,
            f"{closed} private {'stretch' if closed == 1 else 'stretches'} will be left out of"
            " every document.",
            "Does the text read well without it?",
        )


def _finding(text: ReviewedText, told: str, quote: str, start: int) -> Finding:
    return Finding(
        "STR-4", Level.WARNING, text.section, text.part, text.item, told, "", quote, start
    )


@lru_cache(maxsize=4)
def _sentences_of(texts: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """The longer sentences of the texts that the framework itself asks with, by first word."""
    longer = (text for text in texts if len(text) > _LEAST_GUIDANCE)
    parted = (_plain(one) for text in longer for one in re.split(r"(?<=[.?!])\s+", text))
    long = {one for one in parted if one.count(" ") >= _LEAST_GUIDANCE - 1}
    first_words = {one.partition(" ")[0] for one in long}
    return {
        first: frozenset(one for one in long if one.partition(" ")[0] == first)
        for first in first_words
    }


def _plain(text: str) -> str:
    return " ".join(words(text)).lower()


def without_quote(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Take out what a finding quotes, with its line where the line holds little else."""
    address = TextAddress(finding.section, finding.part, finding.item)
    if not finding.quote or finding.part == EVIDENCE:
        return portfolio
    text = text_at(portfolio, address)
    start = text.find(finding.quote, max(finding.start, 0))
    start = start if start >= 0 else text.find(finding.quote)
    if start < 0:
        return portfolio
    end = start + len(finding.quote)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    before, after = text[first:start], text[end:last]
    is_reminder = finding.quote in _REMINDERS and len(after.split()) <= _MOST_REMINDED
    if not before.strip(" \t-*>#") and (is_reminder or not after.strip(" .:")):
        start, end = first, min(last + 1, len(text))
    elif not before.strip() and after.startswith(" "):
        end += 1
    elif before.endswith(" ") and (not after or after[0] in " .,;:!?"):
        start -= 1
    changed = re.sub(r"\n{3,}", "\n\n", text[:start] + text[end:])
    status = portfolio.section(finding.section).status
    mended = with_text(portfolio, address, changed)
    return mended.with_section(replace(mended.section(finding.section), status=status))


@cache
def _placeholder() -> re.Pattern[str]:
    # Upper case alone marks them: "to do" and "add here" are words of prose as well.
    return re.compile(
        r"(?<![\w-])(?:TODO|TBC|TBD|FIXME|XXX+|\?\?\?+)(?![\w-])"
        r"|(?i:(?<!\w)lorem ipsum(?: dolor sit amet)?(?!\w))"
        r"|(?i:(?<!\w)insert (?:[\w'’-]+ ){1,6}here(?!\w))"
        r"|\[(?i:(?:insert|add|your|todo|tbc|placeholder|link to|screenshot of|name of)\b)"
        r"[^\[\]\n]{0,80}\](?![(\[:])"
    )


@cache
def _target() -> re.Pattern[str]:
    return re.compile(r"\]\([^()\n]*\)|https?://[^\s<>)]+|`[^`\n]+`")


@cache
def _draft_mark() -> re.Pattern[str]:
    return re.compile(r"<!-- draft from answers[^\n>]{0,200}-->")


@cache
def _open_private() -> re.Pattern[str]:
    return re.compile(r"\\?\[\\?\[\s*private\b[^\n]{0,40}", re.I)


RULE = Rule(
    "STR-4",
    "a placeholder, a prompt or guidance that is left",
    "A TODO or a piece of the form's own guidance tells an assessor that nobody has read the text"
    " to its end.",
    "What is still open stands in the note of the section, which no document shows.",
    "Own rule; the accreditor asks candidates to take the guidance out of the form.",
    _find,
    fix=Fix("take it out of the text", without_quote),
)
