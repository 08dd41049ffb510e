"""ACC, PII: what keeps a reader out, and what should not leave the folder."""

from cmalt_tui.review.rule import Rule

RULES: tuple[Rule, ...] = ()
