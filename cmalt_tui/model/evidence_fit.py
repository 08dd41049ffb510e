"""How well a piece of evidence fits a section, and why, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import NamedTuple

from cmalt_tui.model.coverage import OVERUSED
from cmalt_tui.model.dates import month_and_year, months_between
from cmalt_tui.model.evidence_kinds import kind_group
from cmalt_tui.model.terms import stems_of, terms_of

# What each reason weighs against a shared word of middling rarity, which weighs about 1.
# Set by hand; only the order that comes of it is shown, never a figure.
_REFERRED, _TAGGED, _ASKED_FOR, _OTHER_SORT, _SAME_PRINCIPLE = 6.0, 4.0, 1.5, 1.0, 0.8
_ADVICE, _NEW, _UNUSED, _OLD, _USED_BEFORE = 0.5, 0.5, 0.4, -1.0, -0.8
_FRESH_MONTHS, _OLD_MONTHS = 18, 36
_NAMED_WORDS, _NAMED_SECTIONS = 3, 4
_LEAST, _HALF = 0.6, 0.5
# A word of the title counts whole, one of the rest less; so does a word that the section has once.
_BESIDE_TITLE, _ONCE = 0.6, 0.5

_Reason = tuple[float, str]
_Stems = frozenset[str]


class Candidate(NamedTuple):
    """Something that could serve as evidence: an item of the bank or an entry of the log.

    Attributes:
        title: What it is called; its words tell more than others.
        text: What else is said of it.
        kind: What it is, as the person calls it.
        used_in: Names of the sections that list it.
        referred_to_by: Ids of sections whose text refers to it without listing it.
        tagged: Ids of sections that the person tagged it with.
        tagged_by: Who says so, for an item: "your log of 10 November"; empty for its own tags.
        principles: Codes that it is tagged with.
    """

    id: str
    title: str
    text: str
    kind: str = ""
    day: date | None = None
    used_in: tuple[str, ...] = ()
    referred_to_by: frozenset[str] = frozenset()
    tagged: frozenset[str] = frozenset()
    tagged_by: str = ""
    principles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Wanted:
    """What a section is about and what it has.

    Attributes:
        written: What the person wrote there.
        advice: What the framework says about it.
        ideas: What the framework names as evidence.
        groups: The sorts of proof that it has, with the kind that the person named, by group.
        principles: Codes that it is tagged with.
    """

    id: str
    written: str
    advice: str
    ideas: tuple[str, ...]
    groups: Mapping[str, str]
    principles: frozenset[str]


class Fit(NamedTuple):
    """How well something fits, for an order alone, and why, the strongest reason first."""

    weight: float
    reasons: tuple[str, ...]


class Rarity:
    """How telling each term is: the fewer texts of a portfolio hold it, the more."""

    def __init__(self, texts: Iterable[tuple[str, ...]], asked: Iterable[str]) -> None:
        """Count the texts that hold each term.

        Args:
            texts: All texts; each may come in several pieces.
            asked: The texts whose terms will be asked about.
        """
        terms = frozenset().union(*map(stems_of, asked))
        self._texts = 0
        self._with: Counter[str] = Counter()
        self._known: dict[str, float] = {}
        for pieces in texts:
            self._texts += 1
            self._with.update(terms & frozenset().union(*map(stems_of, pieces)))

    def of(self, term: str) -> float:
        """About 1 for a term that a tenth of the texts hold, 0 for one that all hold."""
        known = self._known.get(term)
        if known is None:
            known = log((1 + self._texts) / (1 + self._with[term])) / log(10)
            self._known[term] = known
        return known


def fit(candidate: Candidate, wanted: Wanted, rarity: Rarity, today: date) -> Fit | None:
    """Weigh how well something fits a section; None if nothing speaks for it.

    Args:
        candidate: What could be used.
        wanted: The section.
        rarity: Of the terms in this portfolio.
        today: The day to which its age is counted.
    """
    said = stems_of(candidate.title) | stems_of(candidate.text)
    reasons_for = (
        _by_reference(candidate, wanted),
        _by_tag(candidate, wanted),
        _by_words(candidate, said, wanted, rarity),
        _by_idea(candidate, wanted),
        _by_advice(candidate, said, wanted, rarity),
        _by_principle(candidate, wanted),
    )
    for_it = [reason for reason in reasons_for if reason]
    if sum(weight for weight, _ in for_it) < _LEAST:
        return None
    besides = (
        _by_sort(candidate, wanted),
        _by_age(candidate, today),
        _by_uses(candidate),
    )
    reasons = sorted((*for_it, *(r for r in besides if r)), key=lambda reason: -reason[0])
    return Fit(sum(weight for weight, _ in reasons), tuple(told for _, told in reasons))


def _by_reference(candidate: Candidate, wanted: Wanted) -> _Reason | None:
    if wanted.id not in candidate.referred_to_by:
        return None
    return _REFERRED, "your text here refers to it already"


def _by_tag(candidate: Candidate, wanted: Wanted) -> _Reason | None:
    if wanted.id not in candidate.tagged:
        return None
    said = f"{candidate.tagged_by} ties it to" if candidate.tagged_by else "you tagged it with"
    return _TAGGED, f"{said} this section"


def _by_words(candidate: Candidate, said: _Stems, wanted: Wanted, rarity: Rarity) -> _Reason | None:
    shared = _shared(candidate, said & stems_of(wanted.written), wanted.written, rarity)
    if not shared:
        return None
    weight = sum(weight for weight, _ in shared) / (1 + log(1 + len(said)) / 4)
    return weight, f"shares {_quoted(shared)} with what you wrote"


def _by_advice(
    candidate: Candidate, said: _Stems, wanted: Wanted, rarity: Rarity
) -> _Reason | None:
    found = said & stems_of(wanted.advice) - stems_of(wanted.written)
    shared = _shared(candidate, found, wanted.advice, rarity)
    if not shared:
        return None
    weight = min(_ADVICE * sum(weight for weight, _ in shared), _ASKED_FOR)
    return weight, f"has {_quoted(shared)}, as the guidance has"


def _by_idea(candidate: Candidate, wanted: Wanted) -> _Reason | None:
    """By what the framework names as evidence: of its words, the kind has half, or all are said."""
    kind = stems_of(candidate.kind)
    said = kind | stems_of(candidate.title)
    best: tuple[float, str] = (0.0, "")
    for idea in wanted.ideas:
        terms = stems_of(idea)
        share = 1.0 if terms and terms <= said else len(terms & kind) / max(1, len(terms))
        if share >= _HALF and share > best[0]:
            best = (share, idea)
    return (_ASKED_FOR, f"the section suggests: {best[1]}") if best[0] else None


def _by_principle(candidate: Candidate, wanted: Wanted) -> _Reason | None:
    shared = sorted(candidate.principles & wanted.principles)
    return (_SAME_PRINCIPLE, f"shows {', '.join(shared)}, as this section does") if shared else None


def _by_sort(candidate: Candidate, wanted: Wanted) -> _Reason | None:
    group = kind_group(candidate.kind)
    if not group or not wanted.groups or group in wanted.groups:
        return None
    if len(wanted.groups) == 1:
        only = next(iter(wanted.groups.values()))
        return _OTHER_SORT, f"{candidate.kind}: this section has only “{only}” so far"
    return _OTHER_SORT / 2, f"{candidate.kind}: this section has nothing of that sort yet"


def _by_age(candidate: Candidate, today: date) -> _Reason | None:
    if candidate.day is None:
        return None
    months = months_between(candidate.day, today)
    told = f"from {month_and_year(candidate.day)}"
    if months <= _FRESH_MONTHS:
        return _NEW, told
    return (_OLD, f"{told}, which may seem long ago") if months > _OLD_MONTHS else None


def _by_uses(candidate: Candidate) -> _Reason | None:
    others = candidate.used_in
    if not others:
        return _UNUSED, "used nowhere yet"
    if len(others) + 1 < OVERUSED:
        return None
    named = ", ".join(others[:_NAMED_SECTIONS]) + (" …" if len(others) > _NAMED_SECTIONS else "")
    told = f"used in {len(others)} sections already ({named}): something else may say more"
    return _USED_BEFORE * (len(others) - 1), told


def _shared(candidate: Candidate, found: _Stems, other: str, rarity: Rarity) -> list[_Reason]:
    """What terms that a candidate shares with another text weigh, the most telling first.

    Args:
        candidate: What could be used.
        found: The terms.
        other: The text, whose words stand for them.
        rarity: Of the terms.
    """
    if not found:
        return []
    title, known = stems_of(candidate.title), terms_of(other)
    shared = []
    for term in found:
        if (weight := rarity.of(term)) > 0:
            weight *= 1 if term in title else _BESIDE_TITLE
            word, times = known[term]
            shared.append((weight if times > 1 else weight * _ONCE, word))
    return sorted(shared, key=lambda one: (-one[0], one[1]))


def _quoted(shared: Sequence[_Reason]) -> str:
    return ", ".join(f"“{word}”" for _, word in shared[:_NAMED_WORDS])
