"""THE-1: a section about how people learn that names no source for its ideas."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.prose import ProseSentence, prose_sentences, without_unread
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.written_words import section_words

_SECTION = "2a"
_WORDS = 120
_QUESTION = "Which idea or study stands behind what you did, and where did it fall short?"


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        written = entry.written
        texts = (written.description, *(piece.text for piece in written.reflections))
        if entry.id != _SECTION or section_words(entry) < _WORDS:
            continue
        if any(_mark().search(without_unread(text)) for text in texts):
            continue
        sentences = [one for text in texts for one in prose_sentences(text)]
        if any(_source().search(one.text) for one in sentences):
            continue
        yield Finding("THE-1", Level.HINT, entry.id, message=_told(sentences), question=_QUESTION)


def _told(sentences: Iterable[ProseSentence]) -> str:
    named = (_theory().search(one.text) for one in sentences)
    first = next((found[0] for found in named if found), "")
    if first:
        return f"“{first}” is named here without an author, a year or a reference."
    return "This section names no author, year or reference for an idea about learning."


@cache
def _mark() -> re.Pattern[str]:
    """What is a reference by its marks: a footnote, a heading, a link to what one builds on."""
    return re.compile(
        r"\[@\w|\[\^[^\]\s]{1,40}\]|\bdoi\.org/|\bdoi:"
        r"|\b(?:work of|work by|based on|adapted|according to|developed (?:by|at)|inspired by"
        r"|draw(?:s|ing)? on|model|theory|framework)\b[^.\n]{0,80}\]\(https?:"
        r"|^(?:#{1,6}[ \t]+|\*{1,3})(?:references?|bibliography|further reading|sources)\b",
        re.M | re.I,
    )


@cache
def _source() -> re.Pattern[str]:
    """Quill (2019), (Quill and Marl 2019), Quill et al., or a name that stands for its theory."""
    dated = (
        r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December|Spring|Summer|Autumn|Winter|In|Since|From|Until|Act|Regulations?|Guidelines?"
        r"|Awarded|Version|Level|Year)\b)[A-Z][\w’'-]+"
    )
    return re.compile(
        rf"\b{dated}(?:\s+(?:and|&)\s+[A-Z][\w’'-]+)?(?:\s+et\s+al\.?)?(?:['’]s)?,?\s*"
        r"(?:\(\s*(?:19|20)\d\d[a-z]?\b|(?:19|20)\d\d[a-z]?[;,)])"
        r"|\bet\s+al\b"
        r"|\b(?:Bloom|Vygotsky|Laurillard|Salmon|Wenger|Kolb|Gibbs|Sch[öo]n|Biggs|Mayer|Sweller"
        r"|Puentedura|Dewey|Piaget|Knowles|Siemens|Garrison|Brookfield|Ausubel|Ebbinghaus)\b"
    )


@cache
def _theory() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:constructivis[mt]|social constructivism|behaviourism|connectivism|cognitive load"
        r"|constructive alignment|communit(?:y|ies) of (?:practice|inquiry)|SAMR|TPACK"
        r"|experiential learning|zone of proximal development|spaced (?:practice|repetition)"
        r"|scaffolding|flipped (?:classroom|learning)|universal design for learning"
        r"|problem-based learning|andragogy|self-determination|growth mindset)\b",
        re.I,
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
