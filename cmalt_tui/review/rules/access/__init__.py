"""ACC, PII: what keeps a reader out, and what should not leave the folder."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.access import personal_details, said_in_words

RULES: tuple[Rule, ...] = (said_in_words.RULE, personal_details.RULE)
