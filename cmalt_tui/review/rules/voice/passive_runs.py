"""VOI-2: several sentences in a row in which things are done and nobody does them."""

from collections.abc import Iterator

from cmalt_tui.model.finding import Finding, Level
from cmalt_tui.review.own_part import marks_of
from cmalt_tui.review.own_sentences import own_sentences
from cmalt_tui.review.reviewed import Reviewed
from cmalt_tui.review.rule import Rule

_RUN = 2


def _find(reviewed: Reviewed) -> Iterator[Finding]:
    for text in reviewed.texts:
        if text.part == "evidence":
            continue
        run: list[tuple[int, str]] = []
        longest: list[tuple[int, str]] = []
        paragraph = -1
        for sentence in own_sentences(text.text):
            is_passive = marks_of(sentence.text).passive
            if not is_passive or sentence.paragraph != paragraph:
                run = []
            paragraph = sentence.paragraph
            if is_passive:
                run.append((sentence.start, sentence.text))
            longest = run.copy() if len(run) > len(longest) else longest
        if len(longest) >= _RUN:
            yield Finding(
                "VOI-2",
                Level.HINT,
                text.section,
                text.part,
                text.item,
                f"{len(longest)} sentences in a row tell what was done and not who did it.",
                "Who did it? Where it was you, “I” says so in fewer words.",
                longest[0][1],
                longest[0][0],
            )


RULE = Rule(
    "VOI-2",
    "things that were done by nobody",
    "A passive hides who acted. One is fine; several in a row leave an assessor guessing at your"
    " part.",
    "“Staff were trained and guides were written” becomes “I trained the staff; Odo wrote the"
    " guides.”",
    "Assessors' remarks on own contribution; the run of two is ours.",
    _find,
)
