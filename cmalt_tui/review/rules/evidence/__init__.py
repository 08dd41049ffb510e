"""EVI, LNK: the evidence, its files, its links and its permissions."""

from cmalt_tui.review.rule import Rule

RULES: tuple[Rule, ...] = ()
