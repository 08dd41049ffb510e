"""THE-1: a section about how people learn that names no source for its ideas."""

import re
from collections.abc import Iterator
from functools import cache

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_SECTION = "2a"
_WORDS = 120


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        written = entry.written
        texts = (written.description, *(piece.text for piece in written.reflections))
        said = "\n".join(texts)
        if entry.id != _SECTION or len(said.split()) < _WORDS or _source().search(said):
            continue
        yield Finding(
            "THE-1",
            Level.HINT,
            entry.id,
            message="This section names no author, year or reference for an idea about learning.",
            question="Which idea or study stands behind what you did, and where did it fall short?",
        )


@cache
def _source() -> re.Pattern[str]:
    return re.compile(
        # (Name, 2019), (Name et al. 2019; …), Name (2019), Name's (2019), “et al.”
        r"\([^()\n]{0,80}?[A-Z][\w’'-]+[^()\n]{0,60}?\b(?:19|20)\d\d[a-z]?\b[^()\n]{0,80}\)"
        r"|\b[A-Z][\w’'-]+(?:\s+(?:and|&)\s+[A-Z][\w’'-]+)?(?:\s+et\s+al\.?)?,?\s*\((?:19|20)\d\d[a-z]?\b"
        r"|\bet\s+al\b|\bdoi\b|\bdoi\.org/|\[@\w|\[\^[^\]\s]{1,40}\]"
        r"|^#{1,6}\s*(?:references?|bibliography|further reading)\b"
        r"|\b(?:Bloom|Vygotsky|Laurillard|Salmon|Wenger|Kolb|Gibbs|Sch[öo]n|Biggs|Mayer|Sweller|Puentedura)"
        r"(?:['’]s)?\b",
        re.M,
    )


RULE = Rule(
    "THE-1",
    "no source for an idea about learning",
    "Section 2a may argue from a theory or a recognised view of learning, and then assessors expect"
    " to see whose it is. Where you argue from practice alone, this can be dismissed.",
    "“I had Laurillard's conversational framework in mind (Laurillard 2012), and met its limit: our"
    " learners never answered in writing.”",
    "CMALT guidelines 2019, section 2a: analysis through a theory or recognised perspective, with"
    " references.",
    _find,
)
