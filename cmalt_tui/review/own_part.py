"""Who acts in a section, and whom it affects: counted, with the places, for its author."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION, STATEMENT, Section
from cmalt_tui.review.effects import Effect, effect_in
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.quotations import without_quotations
from cmalt_tui.review.said_words import said_words

_REMEMBERED = 4_000
_OWN = frozenset(("i", "me", "my", "mine", "myself"))
_TEAM = frozenset(("we", "us", "our", "ours", "ourselves", "team"))
_BEING = frozenset(("was", "were", "been", "being", "got"))


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
        measured: Sentences in which something is counted or compared.
        quoted: Sentences in which people are quoted.
        heard: Sentences that tell what people said in a survey, in feedback or otherwise.
        named: Sentences that name learners, colleagues or other people.
    """

    own: int
    team: int
    team_places: tuple[Place, ...]
    passives: tuple[Place, ...]
    affected: tuple[Place, ...]
    measured: tuple[Place, ...]
    quoted: tuple[Place, ...]
    heard: tuple[Place, ...] = ()
    named: tuple[Place, ...] = ()


class _Marks(NamedTuple):
    """What one sentence shows."""

    own: int
    team: int
    passive: bool
    effect: Effect


def own_part(section: Section) -> OwnPart:
    """Count who acts in the texts of a section; words of others don't count."""
    marked = [(place, marks_of(place.quote)) for place in _places(section)]
    return OwnPart(
        sum(marks.own for _, marks in marked),
        sum(marks.team for _, marks in marked),
        tuple(place for place, marks in marked if marks.team and not marks.own),
        tuple(place for place, marks in marked if marks.passive),
        tuple(place for place, marks in marked if marks.effect.affects),
        tuple(place for place, marks in marked if marks.effect.measures),
        tuple(place for place, marks in marked if marks.effect.quotes),
        tuple(place for place, marks in marked if marks.effect.hears),
        tuple(place for place, marks in marked if marks.effect.names),
    )


@lru_cache(maxsize=_REMEMBERED)
def marks_of(sentence: str) -> _Marks:
    """What a sentence, as it is read, shows of who acts and who is affected."""
    unquoted = without_quotations(sentence)
    said = said_words(unquoted)
    own = len(_own().findall(unquoted)) if said & _OWN else 0
    team = len(_team().findall(unquoted)) if said & _TEAM else 0
    passive = not own and not team and bool(said & _BEING) and _is_passive(unquoted)
    return _Marks(own, team, passive, effect_in(sentence))


def _is_passive(sentence: str) -> bool:
    found = _passive().search(sentence)
    return found is not None and not _by_whom().match(sentence[found.end() :])


def _places(section: Section) -> Iterator[Place]:
    for part, item, text in _texts(section):
        for sentence in own_sentences(text):
            yield Place(part, item, sentence.start, sentence.text)


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
