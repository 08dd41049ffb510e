"""FRE: what may no longer be true on the day of submission."""

from cmalt_tui.review.rule import Rule

RULES: tuple[Rule, ...] = ()
