"""Who acts in a section, and whom it affects: counted, with the places, for its author."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION, STATEMENT, Section
from cmalt_tui.review.prose import ProseSentence, prose_sentences

_REMEMBERED = 4_000


class Place(NamedTuple):
    """A sentence of a section.

    Attributes:
        part, item: The text; ``item`` is the id of the reflection.
        start: Where the sentence begins in it.
        quote: The sentence as it is read.
    """

    part: str
    item: str
    start: int
    quote: str


class OwnPart(NamedTuple):
    """Who acts in a section, and who felt it.

    Attributes:
        own: How often "I", "my" and the like come.
        team: How often "we", "our" and "the team" come.
        team_places: Sentences with the team and without the author.
        passives: Sentences in the passive that name nobody who acted.
        affected: Sentences in which something becomes different for learners or colleagues.
        measured: Sentences with people and a figure.
        quoted: Sentences in which people are quoted.
    """

    own: int
    team: int
    team_places: tuple[Place, ...]
    passives: tuple[Place, ...]
    affected: tuple[Place, ...]
    measured: tuple[Place, ...]
    quoted: tuple[Place, ...]


class _Marks(NamedTuple):
    """What one sentence shows."""

    own: int
    team: int
    passive: bool
    affects: bool
    measures: bool
    quotes: bool


def own_part(section: Section) -> OwnPart:
    """Count who acts in the texts of a section. Quotations of others in blocks don't count."""
    marked = [(place, marks_of(place.quote)) for place in _places(section)]
    return OwnPart(
        sum(marks.own for _, marks in marked),
        sum(marks.team for _, marks in marked),
        tuple(place for place, marks in marked if marks.team and not marks.own),
        tuple(place for place, marks in marked if marks.passive),
        tuple(place for place, marks in marked if marks.affects),
        tuple(place for place, marks in marked if marks.measures),
        tuple(place for place, marks in marked if marks.quotes),
    )


@lru_cache(maxsize=_REMEMBERED)
def marks_of(sentence: str) -> _Marks:
    """What a sentence, as it is read, shows of who acts and who is affected."""
    unquoted = _quotation().sub(" ", sentence)
    own = len(_own().findall(unquoted))
    team = len(_team().findall(unquoted))
    people = bool(_people().search(unquoted))
    quotes = people and unquoted != sentence
    measures = people and bool(_figure().search(sentence))
    affects = people and bool(_effect().search(unquoted))
    passive = not own and not team and _is_passive(unquoted)
    return _Marks(own, team, passive, affects, measures, quotes)


def _is_passive(sentence: str) -> bool:
    found = _passive().search(sentence)
    return found is not None and not _by_whom().match(sentence[found.end() :])


def _places(section: Section) -> Iterator[Place]:
    for part, item, text in _texts(section):
        for sentence in prose_sentences(text):
            if sentence.is_running and not _is_anothers(text, sentence):
                yield Place(part, item, sentence.start, sentence.text)


def _is_anothers(text: str, sentence: ProseSentence) -> bool:
    """Whether a sentence is a quotation; a text that is nothing but one block is the author's."""
    if not sentence.is_quoted:
        return False
    return any(line.strip() and not line.lstrip().startswith(">") for line in text.split("\n"))


def _texts(section: Section) -> Iterator[tuple[str, str, str]]:
    yield STATEMENT, "", section.statement
    yield DESCRIPTION, "", section.description
    for piece in section.reflections:
        yield REFLECTION, piece.id, piece.text


@cache
def _own() -> re.Pattern[str]:
    return re.compile(r"\bI\b(?!\.\w)|\b[Mm](?:e|y|ine|yself)\b")


@cache
def _team() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)\b|\b[Tt]he (?:project |whole |wider )?team\b"
    )


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"“[^”]{3,600}”|\"[^\"]{3,600}\"|‘[^’\n]{12,600}’(?!\w)")


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:students?|learners?|pupils?|apprentices?|trainees?|staff|colleagues?|lecturers?"
        r"|teachers?|tutors?|academics?|participants?|librarians?|trainers?|users?|delegates?"
        r"|attendees?|instructors?|patients?|volunteers?|members?|people|everyone|everybody|they"
        r"|them|he|she|him|her|cohorts?|classes|class)\b",
        re.I,
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        r"\b\d[\d,.]*\s?%|\bper\s?cent\b|\b\d[\d,.]*\s+(?:of|out of|in)\s+\d"
        r"|\bfrom\s+\d[\d,.]*\s+to\s+\d"
        r"|\b(?:half|third|quarter|majority|most|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
        r"(?:of|out of)\s+(?:the|my|our|them|\d|ten|twelve|twenty)"
        r"|\b(?:fell|rose|dropped|grew|increased|decreased|doubled|halved|reduced)\b[^.]{0,60}\b(?:\d|half|twice)"
        r"|\b\d{2,}\s+(?:students|learners|staff|colleagues|lecturers|participants|people|users)\b",
        re.I,
    )


@cache
def _effect() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:could|can|were able|was able|are able|able to|no longer|now|allow(?:ed|s|ing)?"
        r"|enabl(?:ed|es|e|ing)|help(?:ed|s)|improv(?:ed|es|e|ing)|benefit(?:ed|s|ted|ing)?"
        r"|easier|harder|more confident|confidence|understood|learn(?:ed|t)|felt|found"
        r"|report(?:ed|s)|said|told|commented|noticed"
        r"|complain(?:ed|ts)|struggl(?:ed|e|ing)|engagement|attainment|achiev(?:ed|e|ing)"
        r"|reduc(?:ed|es|ing)|increas(?:ed|es|ing)|gain(?:ed|s)|lost|missed|stopped|started|began"
        r"|changed|means?|meant|impact(?:ed|s)?|effect)\b",
        re.I,
    )


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:was|were|been|being|got)\s+(?:\w+ly\s+|also\s+|then\s+|not\s+){0,2}"
        r"(?P<verb>(?!(?:interested|involved|limited|pleased|surprised|excited|concerned|tired|based"
        r"|used to|needed|required|supposed|related|located|called|named|worried|delighted"
        r"|embarrassed|disappointed|convinced|inspired|motivated|qualified|employed|born|bored|confused"
        r"|hundred|indeed|united|advanced|detailed|complicated|dedicated|distributed|mixed|varied)\b)"
        r"\w{2,}ed|built|made|given|taken|shown|chosen|written|held|sent|set up|run|done|found|told"
        r"|brought|kept|led|put|seen|taught|drawn|sold|spent|bought|cut|rolled out)\b"
    )


@cache
def _by_whom() -> re.Pattern[str]:
    return re.compile(r"[^.;]{0,60}\bby\s+(?!\d|the end|then|now|using|means|email|post|hand\b)")
