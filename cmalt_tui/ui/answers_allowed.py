"""Whether a person can answer a finding now, and why not."""

from cmalt_tui.model.dismissal import Dismissal
from cmalt_tui.model.finding import Finding
from cmalt_tui.ui.messages import AnswerFinding
from cmalt_tui.workbench.answered_findings import fix_title

READ_ONLY = "this is open for reading only; somebody else has it open"


def why_not_answer(
    action: str, finding: Finding | None, answer: Dismissal | None, *, read_only: bool
) -> str:
    """Why an answer can't be given, in words; empty if it can.

    Args:
        action: One of those of `AnswerFinding`.
        finding: The marked finding.
        answer: The answer that it had so far.
        read_only: Whether nothing may be written.
    """
    if finding is None:
        return "there is no finding"
    if read_only:
        return READ_ONLY
    if action == AnswerFinding.RAISE_AGAIN:
        return "" if answer is not None else "this finding is open"
    if answer is not None:
        return "this was answered; raise it again first"
    if action == AnswerFinding.MEND and not fix_title(finding):
        return "this can only be mended by hand"
    return ""
