"""STR, LEN, PKG, REN: what the accreditor counts before anybody reads."""

from cmalt_tui.review.rule import Rule

RULES: tuple[Rule, ...] = ()
