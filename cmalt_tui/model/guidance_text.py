"""The accreditor's guidance left in a text, told by whom it speaks to and not by its wording."""

import re
from functools import cache

_LEAST_WORDS = 8
_MOST_WORDS = 260


def is_guidance(text: str) -> bool:
    """Whether a paragraph is guidance for candidates rather than a candidate's own words.

    Args:
        text: The plain text of one paragraph or quotation.
    """
    # The opening first: it turns nearly all prose away, and counting words takes longer.
    if not _opening().match(text) or not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS:
        return False
    return not _first_person().search(text)


# Guidance addresses a candidate: "You should …", "Candidates might …", "Evidence could include …".
# A portfolio speaks of its author: one "I" or "my" in the paragraph and it is prose.
@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|we|our|us|ours)\b", re.I)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"^\W*(?:(?:guidance|guidelines?|note|hint|prompt|instructions?)\b[^:]{0,40}: *)?"
        r"(?:(?:candidates?|applicants?|you)\b[^.]{0,60}?\b(?:should|must|need to|might|may|could|"
        r"can|are (?:asked|expected|encouraged))\b"
        r"|(?:statements?|descriptions?|reflections?|this section|this statement|evidence|your "
        r"(?:statement|portfolio|evidence|answer))\b"
        r"[^.]{0,80}?\b(?:should|must|might|may|could)\b[^.]{0,30}?\b(?:include|be|show|demonstrate|"
        r"indicate|address|describe|reflect|take|cover)\b"
        r"|(?:please|briefly) (?:describe|provide|give|explain|include|list|state|use|indicate|"
        r"delete)\b"
        r"|(?:describe|explain|outline|show|demonstrate|indicate|reflect on|give examples "
        r"of)\b[^.]{0,120}\byour?\b)",
        re.I,
    )
