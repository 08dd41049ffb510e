"""VOI, EFF, BAL, SUC: who acts, who is affected, and how plainly it is said."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.voice import (
    acronyms,
    balance,
    effect_on_people,
    fillers,
    long_sentences,
    own_contribution,
    passive_runs,
)

RULES: tuple[Rule, ...] = (
    own_contribution.RULE,
    passive_runs.RULE,
    effect_on_people.RULE,
    balance.RULE,
    fillers.RULE,
    long_sentences.RULE,
    acronyms.RULE,
)
