"""Finds framework files, the person's own before the shipped ones, and loads them."""

from pathlib import Path
from typing import NamedTuple

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.frameworks.draft import Draft, check_schema, finished, read_draft
from cmalt_tui.frameworks.keys import near_or_known
from cmalt_tui.model.framework import Framework, Verified
from cmalt_tui.places import Places, shipped_frameworks
from cmalt_tui.plain_text import is_id
from cmalt_tui.problems import InputProblem, Problem

DEFAULT_FRAMEWORK = "cmalt-2019"


class FrameworkSummary(NamedTuple):
    """One framework as a list shows it.

    Attributes:
        own: Whether it comes from the person's own folder.
        problem: Why it can't be used, if it can't; then ``title`` is its id.
    """

    id: str
    title: str
    body: str
    verified: Verified
    own: bool
    problem: Problem | None = None


def load_framework(framework_id: str, places: Places) -> Framework:
    """Load a framework by its id.

    Args:
        framework_id: The id, as a portfolio names it.
        places: Where the person's own frameworks are; one of theirs goes before a shipped one
            of the same id.

    Raises:
        InputProblem: There is no such framework, or its file can't be used.
    """
    found = _files(framework_id, places)
    if not found:
        known = _known_ids(places)
        raise InputProblem(
            f'there is no framework "{framework_id}"',
            f"{near_or_known(framework_id, known)} An own one goes into {places.own_frameworks}.",
        )
    return read_framework(found[0], places)


def read_framework(file: Path, places: Places) -> Framework:
    """Read a framework file and whatever it extends.

    Args:
        file: The file; its name is the framework's id and ``.toml``.
        places: Where the frameworks are that it may extend.

    Raises:
        InputProblem: The file, or one that it extends, can't be used.
    """
    table = read_table(file)
    return finished(_draft(table, places, (file,)), table)


def list_frameworks(places: Places) -> tuple[FrameworkSummary, ...]:
    """List all frameworks by id, a broken one with its problem in place of its title."""
    return tuple(_summary(framework_id, places) for framework_id in _known_ids(places))


def _summary(framework_id: str, places: Places) -> FrameworkSummary:
    own = places.own_frameworks / f"{framework_id}.toml"
    file = own if own.is_file() else shipped_frameworks() / own.name
    try:
        framework = read_framework(file, places)
    except InputProblem as error:
        return FrameworkSummary(
            framework_id, framework_id, "", Verified.UNKNOWN, file == own, error.problem
        )
    return FrameworkSummary(
        framework.id, framework.title, framework.body, framework.verified, file == own
    )


def _draft(table: Table, places: Places, chain: tuple[Path, ...]) -> Draft:
    check_schema(table)
    extended = table.line("extends", "")
    base = None
    if extended:
        candidates = _files(extended, places)
        if not candidates:
            way_out = near_or_known(extended, _known_ids(places))
            raise table.problem("extends", f'there is no framework "{extended}"', way_out)
        # An own file may extend the shipped one of the same id: pass over what is being read.
        unread = [file for file in candidates if file not in chain]
        if not unread:
            raise table.problem(
                "extends",
                f'goes in a circle: "{extended}" is what this framework is itself built on',
            )
        base = _draft(read_table(unread[0]), places, (*chain, unread[0]))
    draft = read_draft(table, base)
    if draft.framework.id != table.file.stem:
        raise table.problem(
            "id",
            f'"{draft.framework.id}" is not the name of the file, "{table.file.stem}"',
            "Make the two the same.",
        )
    return draft


def _files(framework_id: str, places: Places) -> list[Path]:
    if not is_id(framework_id):
        return []
    folders = (places.own_frameworks, shipped_frameworks())
    return [file for folder in folders if (file := folder / f"{framework_id}.toml").is_file()]


def _known_ids(places: Places) -> list[str]:
    folders = (places.own_frameworks, shipped_frameworks())
    return sorted({file.stem for folder in folders for file in folder.glob("*.toml")})
