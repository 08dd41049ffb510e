"""REF, PRI, DUP, THE: whether the text reflects, and shows the principles."""

from cmalt_tui.review.rule import Rule

RULES: tuple[Rule, ...] = ()
