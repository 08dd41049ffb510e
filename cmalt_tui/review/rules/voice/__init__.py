"""VOI, EFF, BAL, SUC: who acts, who is affected, and how plainly it is said."""

from cmalt_tui.review.rule import Rule

RULES: tuple[Rule, ...] = ()
