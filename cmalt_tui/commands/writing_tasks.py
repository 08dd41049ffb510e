"""The commands of the writing screen that open something to work in: find, preview, focus."""

from cmalt_tui.commands.command import Command, Scope


def _task(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"write.{name}", keys, title, told, Scope.WRITE)


WRITING_TASKS = (
    _task("find", ("ctrl+f",), "find", "Find words in this text."),
    _task("replace", ("ctrl+r",), "replace", "Find words in this text and put others there."),
    _task(
        "find_everywhere",
        ("alt+r",),
        "find everywhere",
        "Find words in the whole portfolio, and replace them after a look at every change.",
    ),
    _task(
        "insert_evidence",
        ("alt+e",),
        "insert evidence",
        "Refer to an item of evidence, or put its picture here; chosen by a few letters.",
    ),
    _task(
        "evidence_mode",
        ("alt+semicolon",),
        "evidence mode",
        "See all evidence by sections, with gaps and ages; use it, add to it, change it.",
    ),
    _task(
        "choose_evidence",
        ("alt+apostrophe",),
        "choose evidence",
        "See which evidence and which log lines fit this section, with the reasons.",
    ),
    _task("note_log", ("alt+minus",), "note in the log", "Note in a line what happened."),
    _task("show_log", (), "log", "See what was noted in the log, the newest first."),
    _task(
        "move_paragraph",
        ("alt+m",),
        "move to section",
        "Move the paragraph at the cursor, or what is marked, to another section.",
    ),
    _task(
        "correct",
        ("ctrl+t", "alt+x"),
        "spelling",
        "Suggest what the word at the cursor, or the next doubtful one, could be.",
    ),
    _task(
        "edit_outside",
        ("ctrl+o", "alt+o"),
        "your own editor",
        "Write this text in the editor that VISUAL or EDITOR names, and come back with it.",
    ),
    _task(
        "focus", ("f4",), "focus", "Hide everything but the text; again, or esc, brings it back."
    ),
    _task("preview", ("alt+v",), "preview", "Show beside the text how it will look."),
    _task(
        "read_whole",
        ("alt+5", "f10"),
        "read the whole",
        "Read the whole portfolio from start to end, as an assessor would.",
    ),
    _task(
        "review",
        ("alt+6",),
        "review",
        "See the section's moves of reflection, one question at a time, and all findings.",
    ),
    _task(
        "freshness",
        ("alt+7",),
        "freshness",
        "See what may be out of date by the day of submission, and say what is still true.",
    ),
    _task(
        "findings", ("alt+9",), "all findings", "Review the whole portfolio and list what is found."
    ),
    _task(
        "standing",
        ("alt+slash",),
        "where I am",
        "See how far every section is and why, what stands before submission, and the last weeks.",
    ),
    _task(
        "begin_writing",
        ("alt+j",),
        "begin a text",
        "Start from questions, one at a time, or from a template, where the page is blank.",
    ),
    _task("sessions", (), "writing sessions", "See when and how much you wrote in the last weeks."),
    _task(
        "drafts", (), "unsaved drafts", "See text that a crash left unsaved; take it or drop it."
    ),
    _task("bin", (), "bin", "See what was removed or replaced, and bring it back."),
)
