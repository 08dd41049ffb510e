"""EVI, LNK: the evidence, its files, its links and its permissions."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.evidence import (
    evidence_access,
    evidence_age,
    evidence_changed,
    evidence_found,
    evidence_kinds,
    evidence_permission,
    evidence_reused,
    evidence_used,
    links_open,
)

RULES: tuple[Rule, ...] = (
    evidence_found.RULE,
    evidence_used.RULE,
    evidence_reused.RULE,
    evidence_age.RULE,
    evidence_permission.RULE,
    evidence_access.RULE,
    evidence_changed.RULE,
    evidence_kinds.RULE,
    links_open.RULE,
)
