"""The sentences of a text that its author says: no quotation, no list of references."""

import re
from functools import cache, lru_cache

from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.review.prose import ProseSentence, prose_sentences

_REMEMBERED = 4_000


@lru_cache(maxsize=_REMEMBERED)
def own_sentences(text: str) -> tuple[ProseSentence, ...]:
    """List the running sentences of a text, without the words and works of others.

    Block quotations are left out, unless the text is nothing else; so are the items below a
    heading such as "References", and items that look like one.
    """
    listed = [one for one in prose_sentences(text) if not is_picture(text, one)]
    all_quoted = all(one.is_quoted for one in listed)
    found, in_references, reference = [], False, -1
    for sentence in listed:
        if sentence.kind is UnitKind.HEADING or _references().fullmatch(sentence.text):
            in_references = _references().fullmatch(sentence.text) is not None
            continue
        if sentence.kind is UnitKind.ITEM and _reference().match(sentence.text):
            reference = sentence.paragraph
        if in_references or sentence.paragraph == reference or not sentence.is_running:
            continue
        if all_quoted or not sentence.is_quoted:
            found.append(sentence)
    return tuple(found)


def is_picture(text: str, sentence: ProseSentence) -> bool:
    """Whether a sentence is the description of a picture, which is no prose."""
    return text.startswith("![", sentence.start)


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
