"""ACC, PII: what keeps a reader out, and what should not leave the folder."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.access import (
    heading_jumps,
    personal_details,
    said_in_words,
    walls_of_text,
)

RULES: tuple[Rule, ...] = (
    said_in_words.RULE,
    walls_of_text.RULE,
    heading_jumps.RULE,
    personal_details.RULE,
)
