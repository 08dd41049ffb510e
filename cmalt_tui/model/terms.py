"""The words of a text that tell what it is about, without their endings, for comparing texts."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

_REMEMBERED = 20_000
_SHORTEST = 3
# Words that every portfolio holds say nothing about which text fits which.
_COMMON_WORDS = """
a about after again all also am an and another any are as at be because been before being between
both but by can could did do does doing down each even every few first for from get got had has
have her here him his how i if in into is it its just last later learner learners learning less
made make many may me more most much my need new next no nor not now of off on once one only or
other our out over own part people same section see she should so some still student students such
take technologies technology than that the their them then there these they thing things this those
three through to together too two under until up us use used user users using very was way we well
went were what when where which while who whom why will with work worked working would year years
you your agree agreed answer anything anybody ask asked asking away back became become began begin
behind believe best better bring brought call called came change changed changes changing clear
close come comes coming day days decide decided different difference drew during early either else
end enough ever everybody everyone everything felt fewer find five found four full gave general
give given giving gone good great half hard hear heard help helped helping helps high hour hours
important instead keep keeping kept kind knew know known knows large late least leave leaves
leaving led left let like little long look looked looking lot lots main mean meaning means meant
might mind mine month months move moved name named near nearly never nobody none nothing number
numbers often old open opened order others place point possible put question questions quite ran
real really reason reasons right run running said saw say saying says second seem seemed seen sense
set several show showed shown shows side simple since six small somebody someone something
sometimes soon sort start started stay stayed step steps stop stopped sure taken takes taking tell
tells ten term thought time times today told took toward towards tried try trying turn turned twice
understand understanding want wanted week weeks whether whose wish without word words write writes
writing written wrote wrong yet january february march april june july august september october
november december monday tuesday wednesday thursday friday saturday sunday didn
doesn wasn couldn isn don aren hadn wouldn shouldn haven weren hasn
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_ENDINGS = (
    ("isations", "is"), ("isation", "is"), ("izations", "is"), ("ization", "is"), ("ational", "at"),
    ("ations", "at"), ("ation", "at"), ("ising", "is"), ("izing", "is"), ("ments", "ment"),
    ("ities", "iti"), ("ingly", ""), ("ings", ""), ("iers", "i"), ("ally", "al"), ("ies", "i"),
    ("ied", "i"), ("ing", ""), ("ers", ""), ("ely", ""), ("est", ""), ("ed", ""), ("er", ""),
    ("es", ""), ("ly", ""), ("s", ""), ("e", ""), ("y", "i"),
)  # fmt: skip


class Term(NamedTuple):
    """A term of one text: the first word that stood for it, and how often it comes."""

    word: str
    times: int


@lru_cache(maxsize=_REMEMBERED)
def terms_of(text: str) -> Mapping[str, Term]:
    """The terms of a text with the words that stand for them.

    Args:
        text: Prose or Markdown; targets of links and references are left out.
    """
    found: dict[str, Term] = {}
    for word in _words(text):
        if term := _term(word):
            known = found.get(term)
            found[term] = Term(known.word, known.times + 1) if known else Term(word, 1)
    return MappingProxyType(found)


@lru_cache(maxsize=_REMEMBERED)
def stems_of(text: str) -> frozenset[str]:
    """The terms of a text alone, which is all that is asked of most texts."""
    return frozenset(map(_term, _words(text))) - {""}


def _words(text: str) -> list[str]:
    if "](" in text or "[[" in text or "://" in text:
        text = re.sub(r"\]\([^()\[\]\s]*\)|\[\[[^\[\]\n]*\]\]|https?://\S+", " ", text)
    return re.findall(r"[^\W_]+", text.lower())


@lru_cache(maxsize=_REMEMBERED)
def _term(word: str) -> str:
    """The term of a word; empty for one that tells nothing."""
    is_telling = len(word) >= _SHORTEST and word not in _COMMON and not word.isdecimal()
    return stem(word) if is_telling else ""


def stem(word: str) -> str:
    """A word in lower case without the ending of its form: ``caption`` for ``captioning``.

    Rough on purpose: two words that mean the same should fall together in most cases, and what
    comes of it is never shown.
    """
    for ending, instead in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and not (ending == "s" and rest.endswith("s")):
            cut = rest + instead
            doubled = ending in ("ing", "ed", "er", "ers") and cut[-1:] == cut[-2:-1]
            return cut[:-1] if doubled and cut[-1] not in "ls" else cut
    return word
