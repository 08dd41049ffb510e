"""All rules of the review, one a file, in families."""

from dataclasses import replace

from cmalt_tui.review.overlap_rule import RULE as OVERLAP
from cmalt_tui.review.purpose import OWN_EYES
from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules import access, evidence, freshness, reflection, structure, voice

# How good a text is, is between its author and the assessors; a look for what should not be seen by
# everybody leaves that out.
_OF_QUALITY = ("EVI-2", "EVI-3", "EVI-4", "EVI-8")


def _for_own_eyes(rule: Rule) -> Rule:
    return replace(rule, purposes=rule.purposes & OWN_EYES)


RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *(_for_own_eyes(rule) if rule.id in _OF_QUALITY else rule for rule in evidence.RULES),
    *map(_for_own_eyes, (*reflection.RULES, *voice.RULES, *freshness.RULES)),
    *access.RULES,
    OVERLAP,
)


def rule_of(rule_id: str) -> Rule | None:
    """The rule of an id, whatever its case; None where there is none."""
    return next((rule for rule in RULES if rule.id.lower() == rule_id.lower()), None)
