"""Takes out of a passage what nobody sees and what stops its words from being found."""

import re

# Soft hyphens and spaces and joiners of no width stand inside words on many web pages; the two
# joiners that Persian and emoji need are kept. More than four accents on a letter are no accents.
_UNSEEN = "[\u00ad\u180e\u200b\u2060-\u2064]+|(?<=[\u0300-\u036f]{4})[\u0300-\u036f]+"


def without_unseen(text: str) -> str:
    """The same text without soft hyphens, spaces of no width and heaps of accents.

    Args:
        text: Cleaned.
    """
    return text if text.isascii() else re.sub(_UNSEEN, "", text)
