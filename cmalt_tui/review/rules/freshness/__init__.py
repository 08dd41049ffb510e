"""FRE: what may no longer be true on the day of submission."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.freshness import (
    days_gone_by,
    laws_and_policies,
    old_pieces,
    products_and_versions,
    roles,
    words_about_now,
)

RULES: tuple[Rule, ...] = (
    words_about_now.RULE,
    products_and_versions.RULE,
    laws_and_policies.RULE,
    roles.RULE,
    days_gone_by.RULE,
    old_pieces.RULE,
)
