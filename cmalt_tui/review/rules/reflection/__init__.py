"""REF, PRI, DUP, THE: whether the text reflects, and shows the principles."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.reflection import principles_shown, story_told_twice, theory_cited

RULES: tuple[Rule, ...] = (principles_shown.RULE, story_told_twice.RULE, theory_cited.RULE)
