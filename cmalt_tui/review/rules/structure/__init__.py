"""STR, LEN, PKG, REN: what the accreditor counts before anybody reads."""

from cmalt_tui.review.rule import Rule
from cmalt_tui.review.rules.structure import (
    broken_files,
    confirmation_signed,
    counting,
    missing_parts,
    named_length,
    own_aim,
    package_size,
    placeholders,
    renewal,
    required_sections,
)

RULES: tuple[Rule, ...] = (
    required_sections.RULE,
    missing_parts.RULE,
    counting.RULE,
    placeholders.RULE,
    confirmation_signed.RULE,
    broken_files.RULE,
    named_length.RULE,
    own_aim.RULE,
    package_size.RULE,
    renewal.RULE,
)
