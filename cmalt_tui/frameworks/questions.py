"""Finds and reads the questions of an interview, the person's own before the shipped ones.

They stand in files of their own: a framework is read before the first frame, questions are not.
"""

from pathlib import Path

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.frameworks.draft import check_schema
from cmalt_tui.frameworks.keys import refuse_unknown_keys
from cmalt_tui.model.question import Question, QuestionsByPart
from cmalt_tui.places import Places, shipped_frameworks
from cmalt_tui.plain_text import is_id

_FOLDER = "questions"


def load_questions(framework_id: str, places: Places) -> QuestionsByPart:
    """Load the questions written for a framework; none where nobody wrote any.

    Args:
        framework_id: The framework's id; the file has the same name.
        places: The person's own questions are in the folder ``questions`` beside their own
            frameworks.

    Raises:
        InputProblem: A file can't be used; names file, line and key.
    """
    return _load(framework_id, places, ())


def _load(framework_id: str, places: Places, chain: tuple[Path, ...]) -> QuestionsByPart:
    folders = (places.own_frameworks, shipped_frameworks())
    named = f"{framework_id}.toml"
    files = [folder / _FOLDER / named for folder in folders] if is_id(framework_id) else []
    # An own file may extend the shipped one of the same id: pass over what is being read.
    unread = [file for file in files if file.is_file() and file not in chain]
    if not unread:
        return {}
    table = read_table(unread[0])
    check_schema(table)
    refuse_unknown_keys(table, ("schema", "extends", "question"))
    extended = table.line("extends", "")
    base = _load(extended, places, (*chain, unread[0])) if extended else {}
    return {**base, **_questions(table)}


def _questions(table: Table) -> QuestionsByPart:
    found: dict[tuple[str, str], tuple[Question, ...]] = {}
    for one in table.tables("question"):
        refuse_unknown_keys(one, ("section", "part", "ask", "why"))
        question = Question(one.line("ask"), one.line("why", ""))
        if not question.ask:
            raise one.problem("ask", "is empty; expected a question")
        key = (one.line("section"), one.line("part"))
        found[key] = (*found.get(key, ()), question)
    return found
