"""Whether a sentence tells what was, or says what is: history doesn't go out of date."""

import re
from functools import cache, lru_cache

from cmalt_tui.review.quotations import without_quotations

_REMEMBERED = 4_000


@lru_cache(maxsize=_REMEMBERED)
def tells_the_past(sentence: str) -> bool:
    """Whether the verbs of a sentence, as far as they can be told, are in the past alone."""
    said = without_quotations(sentence)
    return bool(_past().search(said)) and not _present().search(said)


@cache
def _past() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:was|were|had|did|didn[’']t|wasn[’']t|weren[’']t|hadn[’']t|went|came|made|took|gave|led"
        r"|ran|wrote|built|began|chose|met|taught|kept|held|found|saw|spent|sent|told|knew|thought"
        r"|became|got|left|brought|felt|heard|lost|meant|paid|said|sold|stood|understood|won|could"
        r"|\w{2,}[a-z]ed)\b",
        re.I,
    )


@cache
def _present() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:is|are|am|has|have|isn[’']t|aren[’']t|do|does|don[’']t|doesn[’']t|can|may|must|will"
        r"|shall)\b"
        r"|\b(?:I|we|they|you|it|he|she|that|which|who)[’'](?:m|re|ve|ll|s)\b"
        r"|\b(?:I|we|they)\s+(?:\w+ly\s+|now\s+|still\s+|also\s+)?"
        r"(?!(?:was|were|had|did|could)\b)(?:work|use|run|lead|manage|teach|support|maintain|share"
        r"|apply|follow|combine|ensure|know|see|find|make|write|build|keep|comply|rely|need|want"
        r"|plan|hope|aim|try|tend|ask|offer|provide|design|train|advise|encourage|begin|hold)\b",
        re.I,
    )
