"""Templates: well-known frames for a text, as prompts to write below; own ones go first."""

from pathlib import Path
from typing import NamedTuple

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.frameworks.keys import refuse_unknown_keys
from cmalt_tui.model.moving import appended
from cmalt_tui.model.portfolio import DESCRIPTION, REFLECTION, STATEMENT
from cmalt_tui.model.text_marks import prompt_marks
from cmalt_tui.places import Places, shipped_frameworks
from cmalt_tui.problems import InputProblem, Problem

SCHEMA = 1
MOST_PROMPTS = 20
LONGEST_PROMPT = 300
_PARTS = (DESCRIPTION, REFLECTION, STATEMENT)
_KEYS = ("schema", "title", "source", "part", "told", "prompts")


class Template(NamedTuple):
    """One frame.

    Attributes:
        id: The name of its file.
        source: Who thought of it and when, as a person would cite it in passing.
        part: The part that it is for.
        told: What it is good for, in a few words.
        prompts: What to write about, in order.
    """

    id: str
    title: str
    source: str
    part: str
    told: str
    prompts: tuple[str, ...]


def load_templates(places: Places) -> tuple[tuple[Template, ...], tuple[Problem, ...]]:
    """Load all templates by title.

    A file that can't be used is left out and told; it keeps no other from being offered.

    Args:
        places: The person's own templates are in ``templates`` in their configuration; one of
            theirs goes before a shipped one of the same file name.

    Returns:
        The templates, and what is wrong with files.
    """
    folders = (shipped_frameworks() / "templates", places.own_templates)
    files = {file.stem: file for folder in folders for file in sorted(folder.glob("*.toml"))}
    found: list[Template] = []
    problems: list[Problem] = []
    for file in files.values():
        try:
            found.append(read_template(file))
        except InputProblem as refused:
            problems.append(refused.problem)
    return tuple(sorted(found, key=lambda template: template.title)), tuple(problems)


def read_template(file: Path) -> Template:
    """Read one template.

    Raises:
        InputProblem: The file can't be used; names file, line and key.
    """
    table = read_table(file)
    if (schema := table.number("schema")) != SCHEMA:
        raise table.problem("schema", f"expected {SCHEMA}, found {schema}")
    refuse_unknown_keys(table, _KEYS)
    return Template(
        file.stem,
        _filled(table, "title"),
        table.line("source", ""),
        table.choice("part", _PARTS, REFLECTION),
        table.line("told", ""),
        _prompts(table),
    )


def with_template(text: str, template: Template) -> str:
    """Put a template's prompts below a text; see `cmalt_tui.model.text_marks` for their form."""
    return appended(text, prompt_marks(template.prompts)) + "\n\n"


def _filled(table: Table, key: str) -> str:
    value = table.line(key)
    if not value:
        raise table.problem(key, "is empty; expected a text")
    return value


def _prompts(table: Table) -> tuple[str, ...]:
    prompts = table.lines("prompts")
    if not 1 <= len(prompts) <= MOST_PROMPTS:
        raise table.problem("prompts", f"expected 1 to {MOST_PROMPTS} prompts")
    for prompt in prompts:
        if not 0 < len(prompt) <= LONGEST_PROMPT:
            raise table.problem("prompts", f"expected prompts of 1 to {LONGEST_PROMPT} characters")
    return prompts
