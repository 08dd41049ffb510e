"""All rules of the review, one a file, in families."""

from cmalt_tui.review.overlap_rule import RULE as OVERLAP
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules import access, evidence, freshness, reflection, structure, voice

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *evidence.RULES,
    *reflection.RULES,
    *voice.RULES,
    *freshness.RULES,
    *access.RULES,
    OVERLAP,
)


def rule_of(rule_id: str) -> Rule | None:
    """The rule of an id, whatever its case; None where there is none."""
    return next((rule for rule in RULES if rule.id.lower() == rule_id.lower()), None)
