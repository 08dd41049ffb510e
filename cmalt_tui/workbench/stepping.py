"""Finds the next steps of an opened portfolio: with the questions and the ages that they need."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from cmalt_tui.frameworks.questions import load_questions
from cmalt_tui.model.question import QuestionsByPart
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.desk import Desk
from cmalt_tui.workbench.next_step import Step, next_steps


def steps_of(desk: Desk, places: Places, today: date) -> tuple[Step, ...]:
    """List what could be done next, the most useful first.

    Args:
        desk: The opened portfolio.
        places: Where the person's own questions are.
        today: The day that ages are counted to.
    """
    questions = _questions(desk.framework.id, places)
    return next_steps(desk.framework, desk.portfolio, today, questions, touched_days(desk.folder))


def touched_days(folder: Path) -> Mapping[str, date]:
    """The day on which each section's file was changed last; one that can't be asked is left out.

    Args:
        folder: The portfolio's folder.
    """
    found: dict[str, date] = {}
    try:
        for file in (folder / "sections").glob("*.toml"):
            found[file.stem] = datetime.fromtimestamp(file.stat().st_mtime).date()
    except (OSError, ValueError, OverflowError):
        return found
    return found


@lru_cache(maxsize=4)
def _questions(framework_id: str, places: Places) -> QuestionsByPart:
    """The questions, read once: the hint asks whenever somebody pauses in writing."""
    try:
        return load_questions(framework_id, places)
    except InputProblem:
        # Whoever begins an interview is told; without questions the prompts stand in.
        return {}
