"""Reviews a portfolio by rules, one a file; each finds, counts and asks, and changes nothing."""

from cmalt_tui.review.overlap_rule import overlap_findings
from cmalt_tui.review.reviewed_text import ReviewedText, framework_texts, reviewed_texts

__all__ = ["ReviewedText", "framework_texts", "overlap_findings", "reviewed_texts"]
