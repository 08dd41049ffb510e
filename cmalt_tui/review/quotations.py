"""What stands in quotation marks in a sentence: the words of others, which no rule asks about."""

import re
from functools import cache

_MARKS = '“"‘'


def without_quotations(sentence: str) -> str:
    """A sentence with a blank in the place of each quotation."""
    if not any(mark in sentence for mark in _MARKS):
        return sentence
    return quotation().sub(" ", sentence)


@cache
def quotation() -> re.Pattern[str]:
    """Finds quotations; single marks count from twelve letters on, for they are apostrophes too."""
    return re.compile(r"“[^”]{3,600}”|\"[^\"]{3,600}\"|‘[^’\n]{12,600}’(?!\w)")
