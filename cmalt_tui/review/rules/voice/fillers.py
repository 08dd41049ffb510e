"""SUC-1: words of a section that could go, with its length before and after."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.model.portfolio import EVIDENCE, Portfolio
from cmalt_tui.plain_text import amount
from cmalt_tui.review.mending import with_mended_text
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Fix, Rule
from cmalt_tui.review.rules.voice.filler_list import Filler, fillers_in, without_filler
from cmalt_tui.review.written_words import section_words

_LEAST_SAVED = 4
_SHOWN = 4


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for entry in reviewed.entries:
        texts = [one for one in reviewed.texts if one.section == entry.id and one.part != EVIDENCE]
        found = [(text, filler) for text in texts for filler in fillers_in(text.text)]
        saved = sum(filler.saved for _, filler in found)
        if saved < _LEAST_SAVED:
            continue
        words = section_words(entry)
        text, first = found[0]
        listed = [_shown(filler) for _, filler in found[:_SHOWN]]
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        yield Finding(
            "SUC-1",
            Level.HINT,
            entry.id,
            text.part,
            text.item,
            f"These {amount(saved, 'word')} could go: {words:,} → {words - saved:,} words."
            f" {', '.join(dict.fromkeys(listed))}{more}.",
            "Does the text lose anything without them?",
            first.sentence.text,
            first.sentence.start,
        )


def _shown(filler: Filler) -> str:
    words = " ".join(filler.words.split())
    return f"“{words}” → “{filler.instead}”" if filler.instead else f"“{words}”"


def _mended(portfolio: Portfolio, finding: Finding) -> Portfolio:
    """Take the first filler of the quoted sentence out, or say it shorter."""

    def mend(text: str) -> str:
        for filler in fillers_in(text):
            if filler.sentence.text == finding.quote:
                return without_filler(text, filler)
        return text

    return with_mended_text(portfolio, finding, mend)


RULE = Rule(
    "SUC-1",
    "fillers and wordy phrases",
    "Succinctness helps both sides: assessors read many pages in an evening, and what is short is"
    " read to its end.",
    "“In order to make use of the data” → “To use the data”.",
    "Candidates' advice to be succinct; the list of phrases is ours.",
    _find,
    fix=Fix("say the first one shorter", _mended),
)
