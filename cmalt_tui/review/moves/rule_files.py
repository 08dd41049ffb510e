"""Finds the files of the X-ray's rules, and lays a person's own over the program's."""

from collections.abc import Collection, Iterator
from pathlib import Path

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.review.moves.move import Register
from cmalt_tui.review.moves.move_rule import MoveRule
from cmalt_tui.review.moves.move_rules import MoveRules
from cmalt_tui.review.moves.rule_reading import Vocabulary, read_id, read_rule, refuse_unknown
from cmalt_tui.review.moves.searched_sentence import LIST_LETTERS

SHIPPED = Path(__file__).with_name("data")
_FILE_KEYS = ("schema", "source", "rule")
_COMMON = "common"


def load_move_rules(
    own: Path | None = None, registers: Collection[Register] = tuple(Register)
) -> MoveRules:
    """Load the rules.

    Args:
        own: A folder of a person's own rule files, which need not exist. A rule with the id of
            a shipped one takes its place; with ``off = true`` it only takes it away.
        registers: Shipped rules for these only.

    Returns:
        The rules. A file of the person's that can't be used is left out and named among the
        problems.
    """
    vocabulary = _vocabulary()
    problems: list[Problem] = []
    rules: dict[str, MoveRule] = {}
    for folder in (_COMMON, *(register.value for register in registers)):
        for file in sorted((SHIPPED / "rules" / folder).glob("*.toml")):
            for table, source in _rule_tables(file):
                rule = read_rule(table, source, vocabulary, None)
                rules[rule.id] = rule
    for file in _own_files(own):
        try:
            found = [
                _own_rule(table, source, vocabulary, problems)
                for table, source in _rule_tables(file)
            ]
        except InputProblem as error:
            problems.append(error.problem)
            continue
        for rule_id, own_rule in found:
            rules.pop(rule_id, None)
            if own_rule is not None:
                rules[rule_id] = own_rule
    letters = {
        word: letter
        for name, letter in vocabulary.letters.items()
        for word in vocabulary.lists[name]
    }
    return MoveRules(tuple(rules.values()), problems, letters)


def _own_files(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    try:
        return sorted(file for file in folder.glob("*.toml") if file.is_file())
    except OSError:
        return []


def _vocabulary() -> Vocabulary:
    shorthands = read_table(SHIPPED / "shorthands.toml").table("shorthand")
    lists = read_table(SHIPPED / "word_lists.toml").table("list")
    people = read_table(SHIPPED / "people.toml").table("list")
    return Vocabulary(
        {name: shorthands.line(name) for name in shorthands.values},
        {name: table.lines(name) for table in (lists, people) for name in table.values},
        dict(zip(people.values, LIST_LETTERS, strict=False)),
    )


def _rule_tables(file: Path) -> Iterator[tuple[Table, str]]:
    """The rules of a file, each with the source that the file names for all of them."""
    table = read_table(file)
    refuse_unknown(table, _FILE_KEYS)
    if table.number("schema", 1) != 1:
        raise table.problem("schema", "this version reads schema 1 only", "Write schema = 1.")
    source = table.line("source", "")
    for one in table.tables("rule"):
        yield one, source


def _own_rule(
    table: Table, source: str, vocabulary: Vocabulary, problems: list[Problem]
) -> tuple[str, MoveRule | None]:
    """A person's own rule with its id; None where it only switches a shipped one off."""
    if table.flag("off", False):
        return read_id(table), None
    rule = read_rule(table, source, vocabulary, problems)
    return rule.id, rule
