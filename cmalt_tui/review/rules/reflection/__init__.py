"""REF, PRI, DUP, THE: whether the text reflects, and shows the principles."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.reflection import (
    missing_moves,
    principles_shown,
    reflection_share,
    story_told_twice,
    theory_cited,
)

RULES: tuple[Rule, ...] = (
    reflection_share.RULE,
    missing_moves.RULE,
    principles_shown.RULE,
    story_told_twice.RULE,
    theory_cited.RULE,
)
