"""The words of a sentence as a set, by which a rule sees in no time that it needn't look closer."""

import string
from functools import cache, lru_cache

_REMEMBERED = 8_000


@lru_cache(maxsize=_REMEMBERED)
def said_words(sentence: str) -> frozenset[str]:
    """The words of a sentence in small letters, parted at every mark, apostrophes too."""
    return frozenset(sentence.lower().translate(_parting()).split())


@cache
def _parting() -> dict[int, str]:
    return dict.fromkeys(map(ord, string.punctuation + "–—…“”‘’«»"), " ")
