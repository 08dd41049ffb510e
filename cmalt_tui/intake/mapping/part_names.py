"""Headings that name a part of a section: ``Evidence (Expanded)``, ``Reflective analysis``."""

import re

from cmalt_tui.model.portfolio import DESCRIPTION, EVIDENCE, REFLECTION

_KIND_OF_ACCOUNT = (
    "account|analysis|commentary|discussion|evaluation|log|narrative|piece|practice|section|"
    "statement|"
    "summary|writing"
)
_OWN = r"(?:my |the |a |short |brief |personal |critical |final |further |supporting |additional )*"
_PATTERNS = (
    (
        REFLECTION,
        rf"{_OWN}(?:reflections?|reflecting|reflective (?:{_KIND_OF_ACCOUNT})s?|self[- ]reflection)"
        r"(?: (?:on|upon|and|for|of|about|to|in|from|after|\d)\b.*|\s*[:–-]\s.*)?"
        r"|(?:evidence|evaluation) and reflections?|what i(?:'ve| have)? learn(?:ed|t).{0,30}|"
        r"lessons learn(?:ed|t)",
    ),
    (
        EVIDENCE,
        rf"{_OWN}evidence(?: (?:list|items?|expanded|links?|base|summary|files?|documents?|and "
        rf"appendices|"
        r"and artefacts|[a-z]?\d{1,2}\b.*))?|(?:list of|links? to|examples of|index of) (?:my |"
        r"the )?evidence"
        r"|(?:evidence )?append(?:ix|ices)(?: (?:[a-z]|\d{1,2}))?|(?:artefacts|artifacts)",
    ),
    (
        DESCRIPTION,
        rf"{_OWN}descriptions?(?: (?:and|of)\b.*|\s*[:–-]\s.*)?|what i did|descriptive statement",
    ),
)
_COMPILED = tuple((part, re.compile(pattern)) for part, pattern in _PATTERNS)
_CODE = r"(?:(?:core )?area|section|criterion)?\s*\d\s?\.?[a-e]?"
_EDGE_CODES = re.compile(
    rf"^{_CODE}\b[\s:.)–-]*|[\s:.(–-]*(?:for |in )?\b(?:core area|section|criterion|"
    rf"area)?\s*\d\.?[a-e]\)?$"
)


def is_appendix(heading: str) -> bool:
    """Whether a heading opens an appendix, which may belong to the whole and not to a section."""
    return bool(re.match(r"\W*(?:list of )?(?:evidence )?append(?:ix|ices)\b", heading, re.I))


def part_of(heading: str) -> str:
    """The part that a heading names, whatever section's code stands before or behind it.

    Returns:
        ``description``, ``evidence``, ``reflection``, or an empty string.
    """
    words = re.sub(r"[*_()\[\]]", " ", heading.casefold().replace("’", "'"))
    words = " ".join(words.split()).strip(" :.-–—")
    bare = _EDGE_CODES.sub("", words).strip(" :.-–—") or words
    for part, pattern in _COMPILED:
        if len(bare.split()) <= 10 and pattern.fullmatch(bare):
            return part
    return ""
