"""The marks by which states are told apart; each stands beside its word or a number."""

from cmalt_tui.model.portfolio import Status

STATUS_MARKS = {
    Status.EMPTY: "○",
    Status.NOTES: "◔",
    Status.DRAFT: "◐",
    Status.REVIEW: "◕",
    Status.DONE: "●",
}
STATUS_TOLD = {
    Status.EMPTY: "nothing is there yet",
    Status.NOTES: "loose notes, no text yet",
    Status.DRAFT: "being written",
    Status.REVIEW: "to be read once more",
    Status.DONE: "ready to be handed in",
}
LEGEND = "  ".join(f"{STATUS_MARKS[status]} {status.value}" for status in Status)
BROKEN, DESCRIPTION, REFLECTION, EVIDENCE, NOTE, INBOX = "✗", "¶", "✎", "▪", "·", "↧"
HERE, ELSEWHERE, NOWHERE = "●", "◐", "○"
