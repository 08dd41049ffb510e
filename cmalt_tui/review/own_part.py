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
        heard: Sentences that tell what people said in a survey, in feedback or otherwise.
    """

    own: int
    team: int
    team_places: tuple[Place, ...]
    passives: tuple[Place, ...]
    affected: tuple[Place, ...]
    measured: tuple[Place, ...]
    quoted: tuple[Place, ...]
    heard: tuple[Place, ...] = ()


class _Marks(NamedTuple):
    """What one sentence shows."""

    own: int
    team: int
    passive: bool
    affects: bool
    measures: bool
    quotes: bool
    hears: bool


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
        tuple(place for place, marks in marked if marks.hears),
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
    affects = bool(_effect().search(unquoted)) and not _not_yet().search(unquoted)
    passive = not own and not team and _is_passive(unquoted)
    hears = bool(_heard().search(unquoted))
    return _Marks(own, team, passive, affects, measures, quotes, hears)


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


_PEOPLE = (
    r"(?:students?|learners?|pupils?|apprentices?|trainees?|staff|colleagues?|lecturers?|teachers?"
    r"|tutors?|academics?|participants?|librarians?|trainers?|users?|delegates?|attendees?"
    r"|instructors?|patients?|volunteers?|members?|people|everyone|everybody|they|them|he|she|him"
    r"|her|cohorts?|classes|class)"
)


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"\b{_PEOPLE}\b", re.I)


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
    did = (
        r"can|could|no longer|now|felt|feel|finds?|found|reported|said|says|told|commented|noticed"
        r"|understood|understands?|learnt|learned|use|used|uses|chose|asked|asks?|started|began"
        r"|stopped|engaged|gained|achieved|improved|benefit(?:ed|ted|s)?|struggled|missed|lost"
        r"|gave up|wrote|became|become|are able|is able|were able|was able|prefer(?:red)?"
        r"|want(?:ed)?|report|changed|complained|praised|thanked|responded|completed|passed|failed"
        r"|refused|managed|took|made|have (?:since|benefited|gained|become|started)"
        r"|has (?:since|become|started)"
    )
    gave = (
        r"allow(?:ed|s|ing)?|enabl(?:ed|es|ing)|help(?:ed|s|ing)|encourag(?:ed|es|ing)|sav(?:ed|es|ing)"
        r"|empower(?:ed|s|ing)|let|lets|letting|gave|gives|giving|freed|frees|motivat(?:ed|es|ing)"
        r"|reassured|prevent(?:ed|s|ing)|spared"
    )
    made = (
        r"improv(?:ed|es|ing)|increas(?:ed|es|ing)|enhanc(?:ed|es|ing)|reduc(?:ed|es|ing)|rais(?:ed|es|ing)"
        r"|strengthen(?:ed|s|ing)|boost(?:ed|s|ing)|cut|lowered|remov(?:ed|es|ing)|widened|doubled|halved"
    )
    of_people = (
        r"engagement|confidence|participation|access|accessibility|attainment|attendance|skills?"
        r"|literacy|workload|anxiety|barriers?|queries|complaints?|adoption|satisfaction|understanding"
        r"|usability|achievement|retention|results|grades|marks|reliance|errors?|trust|outcomes"
        r"|experience|independence|autonomy|learning"
    )
    return re.compile(
        rf"\b{_PEOPLE}\s+(?:(?:\w+ly|also|all|then|who|both|had|have|has)\s+)?(?:{did})\b"
        rf"|\b(?:{gave})\s+(?:[\w’'-]+\s+){{0,3}}?{_PEOPLE}\b"
        rf"|\b(?:{made})\s+(?:[\w’',-]+\s+){{0,5}}?(?:{of_people})\b"
        rf"|\b(?:increase|improvement|reduction|rise|drop|fall|growth|decrease)\s+in\s+"
        rf"(?:[\w’'-]+\s+){{0,4}}?(?:{of_people}|use|usage)\b"
        r"|\b(?:easier|harder|quicker|simpler|clearer|fairer|possible)\s+for\b",
        re.I,
    )


@cache
def _not_yet() -> re.Pattern[str]:
    """What has not happened: questions, wishes and rules."""
    return re.compile(
        r"\?\s*$|\b(?:would|should|might|must|may|will|shall|hope|aim|aims|aimed|intend|plan"
        r"|want to|wish|need to|needs to|if)\b",
        re.I,
    )


@cache
def _heard() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:surveys?|questionnaires?|focus groups?|interview(?:s|ed)|ratings?|testimonials?"
        r"|evaluations?\s+(?:from|by|of)\s+(?:the\s+)?(?:students|learners|teachers|staff)"
        r"|feedback\s+(?:from|was|has|showed|shows|said|told|suggest(?:s|ed)|included)"
        r"|(?:positive|student|learner|staff|user|their)\s+feedback)\b"
        rf"|\b{_PEOPLE}\s+(?:\w+ly\s+)?(?:told|said|says|reported|commented|praised|thanked"
        r"|complained|remarked|wrote|asked|finds?|found)\b",
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
