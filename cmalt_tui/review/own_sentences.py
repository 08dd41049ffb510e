"""The sentences of a text that its author says: no quotation, no list of references."""

import re
from functools import cache, lru_cache

from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.review.prose import ProseSentence, prose_sentences

_REMEMBERED = 4_000
# What is longer is something pasted, and patterns may take long over it.
_LONGEST = 3_000


@lru_cache(maxsize=_REMEMBERED)
def own_sentences(text: str) -> tuple[ProseSentence, ...]:
    """List the running sentences of a text, without the words and works of others.

    Block quotations are left out, unless the text is nothing else; so are the items below a
    heading such as "References", and items that look like one.
    """
    listed = prose_sentences(text)
    all_quoted = all(one.is_quoted for one in listed)
    found, in_references, reference = [], False, -1
    for sentence in listed:
        if sentence.kind is UnitKind.HEADING or _references().fullmatch(sentence.text[:80]):
            in_references = _references().fullmatch(sentence.text) is not None
            continue
        if sentence.kind is UnitKind.ITEM and _reference().match(sentence.text[:_LONGEST]):
            reference = sentence.paragraph
        if in_references or sentence.paragraph == reference or not sentence.is_running:
            continue
        if len(sentence.text) > _LONGEST:
            continue
        if all_quoted or not sentence.is_quoted:
            found.append(sentence)
    return tuple(found)


@cache
def _references() -> re.Pattern[str]:
    return re.compile(
        r"(?:references?|bibliography|further reading|works cited|sources)(?: list)?:?", re.I
    )


@cache
def _reference() -> re.Pattern[str]:
    # "Quill, I. (2023). …", "Larkmoor College (2021) …", "… Available at: …"
    return re.compile(
        r"[A-Z][^()\n]{1,120}\((?:19|20)\d\d[a-z]?(?:,[^()\n]{1,20})?\)|[^\n]*\bAvailable at:"
    )
