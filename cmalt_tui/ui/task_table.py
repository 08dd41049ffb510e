"""Which tasks the writing screen has, and where each is found; loaded when first used."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

# A command's action, and the module of `cmalt_tui.ui.tasks` that has a function of that name, which
# takes the screen. As methods of the screen all of them would be loaded before the first frame.
TASKS: Mapping[str, str] = {
    "find": "finding",
    "replace": "finding",
    "find_everywhere": "finding_everywhere",
    "insert_evidence": "inserting_evidence",
    "evidence_mode": "evidence_mode",
    "choose_evidence": "evidence_mode",
    "open_evidence": "evidence_here",
    "look_at_picture": "evidence_here",
    "take_out": "evidence_here",
    "note_log": "evidence_mode",
    "show_log": "evidence_mode",
    "move_paragraph": "moving_text",
    "move_reflection": "moving_text",
    "edit_outside": "outside_editor",
    "correct": "correcting",
    "preview": "previewing",
    "read_whole": "reading_whole",
    "focus": "focusing",
    "review": "reviewing",
    "findings": "reviewing",
    "freshness": "reviewing",
    "submit": "reviewing",
    "standing": "standing",
    "sessions": "sessions",
    "begin_writing": "beginning",
    "place_item": "placing",
    "drop_item": "placing",
    "drafts": "drafts",
    "bin": "bin",
}
_WRITING = frozenset(
    {
        *("choose_evidence", "note_log", "take_out"),
        *("replace", "insert_evidence", "move_paragraph", "move_reflection", "edit_outside"),
        *("correct", "begin_writing", "place_item", "drop_item"),
    }
)
# Submitting saves first, so that it has an action of its own.
ACTIONS: Mapping[str, str] = {name: f"task('{name}')" for name in TASKS if name != "submit"}
_NAMES = {action: name for name, action in ACTIONS.items()}


def writing_task(action: str) -> bool:
    """Whether an action, as a binding names it, is a task that changes the portfolio."""
    return _NAMES.get(action, "") in _WRITING


def load_task(name: str) -> Callable[[Any], None]:
    """Load the task of a name: a function of the writing screen."""
    task: Callable[[Any], None] = getattr(import_module(f"cmalt_tui.ui.tasks.{TASKS[name]}"), name)
    return task
