"""Whether a sentence tells what became different for people, how much, and what they said."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.review.quotations import without_quotations
from cmalt_tui.review.said_words import said_words

_REMEMBERED = 4_000
_SOMEBODY = "@"
_PEOPLE = """
student students learner learners pupil pupils apprentice apprentices trainee trainees staff
colleague colleagues lecturer lecturers teacher teachers tutor tutors academic academics
participant participants librarian librarians trainer trainers user users delegate delegates
attendee attendees instructor instructors patient patients volunteer volunteers member members
people everyone everybody they them he she him her cohort cohorts class classes woman women man
men girl boy supervisor supervisors manager managers nurse nurses doctor doctors visitor visitors
client clients crew crews parent parents child children researcher researchers technician
technicians somebody someone nobody customer customers reader readers employee employees adults
beginners
"""
_GIVING = """
allow allowed allows allowing enabled enables enabling helped helps helping encouraged encourages
encouraging saved saves saving empowered empowers empowering let lets letting gave gives giving
freed frees motivated motivates motivating reassured prevented prevents preventing spared
"""
# What improves or falls off in people, or for them.
_OF_PEOPLE = """
engagement confidence participation access accessibility attainment attendance skill skills
literacy workload anxiety barrier barriers queries complaint complaints adoption satisfaction
understanding usability achievement retention results grades marks reliance error errors trust
outcomes experience independence autonomy learning use usage for
"""
_NOT_YET = """
would should might must may will shall hope aim aims aimed intend plan wish if
"""
_ASKING = """
survey surveys questionnaire questionnaires interviews interviewed rating ratings testimonial
testimonials feedback evaluation evaluations focus
"""
_NUMBERS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
dozen dozens third thirds quarter quarters fifth doubled halved half most majority mean median
average cent
"""


class Effect(NamedTuple):
    """What a sentence shows of people.

    Attributes:
        affects: Whether something becomes different for them.
        names: Whether it names people at all.
        measures: Whether something is counted or compared in figures.
        quotes: Whether they are quoted.
        hears: Whether it tells what they said, in a survey or otherwise.
    """

    affects: bool
    names: bool
    measures: bool
    quotes: bool
    hears: bool


@lru_cache(maxsize=_REMEMBERED)
def effect_in(sentence: str) -> Effect:
    """What a sentence, as it is read, shows of people other than its author."""
    unquoted = without_quotations(sentence)
    said = said_words(unquoted)
    people = not said.isdisjoint(_words().people)
    # One sign for all people, so that the patterns stay short.
    marked = _person().sub(_SOMEBODY, unquoted) if people else unquoted
    asks = people or not said.isdisjoint(_words().asking)
    return Effect(
        affects=_affects(marked, said, people=people),
        names=people,
        measures=_measures(marked, said),
        quotes=people and unquoted != sentence,
        hears=asks and _heard().search(marked) is not None,
    )


def _affects(sentence: str, said: frozenset[str], *, people: bool) -> bool:
    """Whether something that has happened made a difference to people."""
    words = _words()
    if sentence.rstrip().endswith("?") or said & words.not_yet:
        return False
    if people and (_did().search(sentence) or (said & words.giving and _gave().search(sentence))):
        return True
    return bool(said & words.of_people) and _made().search(sentence) is not None


class _Words(NamedTuple):
    people: frozenset[str]
    giving: frozenset[str]
    of_people: frozenset[str]
    not_yet: frozenset[str]
    asking: frozenset[str]
    numbers: frozenset[str]


@cache
def _words() -> _Words:
    lists = (_PEOPLE, _GIVING, _OF_PEOPLE, _NOT_YET, _ASKING, _NUMBERS)
    return _Words(*(frozenset(words.split()) for words in lists))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _measures(sentence: str, said: frozenset[str]) -> bool:
    """Whether something is counted or compared in figures, written in digits or in words."""
    has_digit = any(letter.isdigit() for letter in sentence)
    if not has_digit and said.isdisjoint(_words().numbers):
        return False
    return _figure().search(_number().sub("9", sentence)) is not None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(_words().people)})\b", re.I)


@cache
def _number() -> re.Pattern[str]:
    counted = _words().numbers - {"half", "most", "majority", "mean", "median", "average", "cent"}
    return re.compile(rf"\b(?:{_any_of(counted)})(?:-\w+)?\b", re.I)


@cache
def _figure() -> re.Pattern[str]:
    number = r"\d[\d,.]*"
    return re.compile(
        rf"{number}\s?%|\bper\s?cent\b|\b{number}\s+(?:of|out of|in)\s+(?:a\s+)?{number}"
        rf"|\bfrom\s+{number}\s+to\s+{number}"
        rf"|\b(?:half|majority|most|{number})\s+(?:of|out of)\s+"
        r"(?:the|my|our|them|whom|these|those)\b"
        r"|\b(?:fell|rose|dropped|grew|climbed|increased|decreased|reduced)\b[^.]{0,60}"
        r"\b(?:\d|half|twice)|\b(?:mean|median|average)\s+(?:was|of|is|fell|rose)\b"
        rf"|\b{number}\s+(?:[\w-]+\s+)?{_SOMEBODY}|\b{number}\s+times\b",
        re.I,
    )


@cache
def _did() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!before )(?<!until )(?<!whether )(?<!how ){_SOMEBODY}"
        r"\s+(?:(?:\w+ly|also|all|then|who|both|had|have|has)\s+)?"
        r"(?:can|could|no longer|felt|feel|finds?|found|understood|understands?|learnt|learned"
        r"|started|began|stopped|engaged|gained|achieved|improved|benefit(?:ed|ted|s)?|struggled"
        r"|missed|lost|gave up|became|become|are able|is able|were able|was able|prefer(?:red)?"
        r"|completed|passed|failed)\b",
        re.I,
    )


@cache
def _gave() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any_of(_words().giving)})\s+(?:[\w’'-]+\s+){{0,3}}?{_SOMEBODY}",
        re.I,
    )


@cache
def _made() -> re.Pattern[str]:
    things = _any_of(_words().of_people - {"for"})
    return re.compile(
        r"\b(?:improv(?:ed|es|ing)|increas(?:ed|es|ing)|enhanc(?:ed|es|ing)|reduc(?:ed|es|ing)"
        r"|rais(?:ed|es|ing)|strengthen(?:ed|s|ing)|boost(?:ed|s|ing)|cut|lowered"
        r"|remov(?:ed|es|ing)|widened|doubled|halved)"
        rf"\s+(?:[\w’',-]+\s+){{0,5}}?(?:{things})\b"
        r"|\b(?:increase|improvement|reduction|rise|drop|fall|growth|decrease)\s+in\s+"
        rf"(?:[\w’'-]+\s+){{0,4}}?(?:{things})\b"
        r"|\b(?:easier|harder|quicker|simpler|clearer|fairer|possible)\s+for\b",
        re.I,
    )


@cache
def _heard() -> re.Pattern[str]:
    asking = _words().asking - {"feedback", "evaluation", "evaluations", "focus"}
    return re.compile(
        rf"\b(?:{_any_of(asking)})\b"
        r"|\bfocus groups?\b"
        r"|\bfeedback\s+(?:from|was|has|showed|shows|said|told|suggest(?:s|ed)|included)\b"
        r"|\b(?:positive|their)\s+feedback\b|@\s+feedback\b"
        r"|\bevaluations?\s+(?:from|by|of)\s+(?:the\s+)?@"
        rf"|(?:{_SOMEBODY}|\bwho)\s+(?:\w+ly\s+)?(?:told|said|says|reported|praised"
        r"|commented|thanked|complained|remarked|wrote|finds?|noticed)\b"
        rf"|\b(?:asked|interviewed|heard from|watched)\s+(?:[\w-]+\s+){{0,2}}?"
        rf"{_SOMEBODY}",
        re.I,
    )
