"""STR-3: how many sections, topics and examples a pathway asks for, and how many there are."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.framework import FrameworkSection, Kind
from cmalt_tui.model.framework import Rule as CountingRule
from cmalt_tui.model.outline import Entry
from cmalt_tui.plain_text import amount
from cmalt_tui.review.prose import without_unread
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import has_content, shown_words

_TOTAL = "total"
_KINDS = {"legislation": "a law", "policy": "a policy or standard"}


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    pathway = reviewed.framework.pathway(reviewed.portfolio.pathway)
    for rule in pathway.rules:
        area = next((one for one in pathway.sections if one.id == rule.area), None)
        yield from _topics(reviewed, rule, area.title if area else rule.area)
    for asked in pathway.sections:
        if asked.kind is Kind.REPEAT:
            row = [entry for entry in reviewed.entries if entry.asked.id == asked.id]
            yield from _repeats(asked, row)
    for entry in reviewed.entries:
        yield from _examples(entry)


def _topics(reviewed: Reviewed, rule: CountingRule, area: str) -> Iterator[Finding]:
    """Count topics. A section that is empty is told of elsewhere, so it counts as what it could be.

    Where a section accepts several kinds and doesn't say which it is about, only its author knows:
    then it is asked for and not held against them.
    """
    within = [entry for entry in reviewed.entries if entry.asked.area == rule.area]
    for kind, least in rule.counts.items():
        sure = [entry for entry in within if _counts(entry, kind, sure=True)]
        possible = [entry for entry in within if _counts(entry, kind, sure=False)]
        if len(sure) >= least:
            continue
        wanted = amount(least, "topic") if kind == _TOTAL else _wanted(kind, least)
        if len(possible) < least:
            other = [entry for entry in within if entry not in possible and entry.written.topic]
            told = "".join(
                f" {one.name} is marked as {_named(one.written.topic)}." for one in other
            )
            yield Finding(
                "STR-3",
                Level.ERROR,
                other[0].id if other else "",
                message=f"{area} asks for {wanted}; {len(possible)} can be counted.{told}",
                question="Which other topic could you add, or is one marked wrongly?",
            )
        elif kind != _TOTAL:
            open_ones = [one for one in possible if one not in sure and has_content(one)]
            if open_ones:
                yield Finding(
                    "STR-3",
                    Level.HINT,
                    open_ones[0].id,
                    message=f"{area} asks for {wanted}, and {open_ones[0].name} doesn't say what"
                    " it is about.",
                    question="Is it about a law, or about a policy or standard?",
                )


def _counts(entry: Entry, kind: str, *, sure: bool) -> bool:
    accepts, topic = entry.asked.accepts, entry.written.topic
    if sure and not has_content(entry):
        return False
    if kind == _TOTAL:
        return not topic or not accepts or topic in accepts
    if topic:
        return topic == kind and (not accepts or kind in accepts)
    return accepts == (kind,) if sure else kind in accepts or not accepts


def _wanted(kind: str, least: int) -> str:
    return _named(kind) if least == 1 else f"{least} topics of the kind {kind}"


def _named(kind: str) -> str:
    return _KINDS.get(kind, kind)


def _repeats(asked: FrameworkSection, row: Iterable[Entry]) -> Iterator[Finding]:
    written = [entry for entry in row if has_content(entry)]
    name = (asked.short_title or asked.title).lower()
    if asked.least > 1 and len(written) < asked.least:
        missing = [entry.id for entry in row if not has_content(entry)]
        yield Finding(
            "STR-3",
            Level.ERROR,
            missing[0] if missing else "",
            message=f"This pathway asks for {amount(asked.least, name)}; "
            f"{len(written)} {'is' if len(written) == 1 else 'are'} written.",
        )
    if asked.most is not None and len(written) > asked.most:
        yield Finding(
            "STR-3",
            Level.WARNING,
            written[asked.most].id,
            message=f"This pathway has room for {amount(asked.most, name)}; {len(written)} are"
            " written.",
            question="Which of them shows most of what only you do?",
        )


def _examples(entry: Entry) -> Iterator[Finding]:
    least = entry.asked.least_examples
    if least < 2 or not has_content(entry):
        return
    pieces = sum(bool(shown_words(piece.text)) for piece in entry.written.reflections)
    headings = len(_heading().findall(without_unread(entry.written.description)))
    if max(pieces, headings) < least:
        yield Finding(
            "STR-3",
            Level.ERROR,
            entry.id,
            message=f"{entry.name} asks for at least {amount(least, 'example')}. Counted were"
            f" {amount(pieces, 'reflection')} and, in the description,"
            f" {amount(headings, 'heading')}.",
            question="Are there more in running text? Then a heading for each would show them.",
        )


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"^#{1,6}[ \t]+\S", re.M)


RULE = Rule(
    "STR-3",
    "fewer topics, options or examples than asked for",
    "Some sections are counted before they are read: laws and policies, specialist options,"
    " advanced areas, examples of working with others.",
    "Senior: a law in 3a and a policy in 3b, two specialist options, two examples in 4a.",
    "CMALT guidelines of each pathway; assessment form.",
    _find,
    is_local=False,
    purposes=OWN_EYES,
)
