"""Reads the rules of the X-ray: the program's own, and those of a person laid over them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cmalt_tui.checked_toml import Table, read_table
from cmalt_tui.plain_text import ID_RULE, is_id
from cmalt_tui.problems import InputProblem, Problem, did_you_mean
from cmalt_tui.review.moves.move import MOVES, Register
from cmalt_tui.review.moves.move_rule import AGAINST, ENOUGH, MoveRule, Search
from cmalt_tui.review.moves.move_rules import MoveRules
from cmalt_tui.review.moves.patterns import LONGEST, filled_in, own_search, shipped_search

SHIPPED = Path(__file__).with_name("data")
_RULES, _SHORTHANDS = "rules", "shorthands.toml"
_FILE_KEYS = ("schema", "rule")
_RULE_KEYS = (
    *("id", "off", "move", "registers", "words", "patterns", "weight", "example", "source"),
)
_MOVES = (*(move.id for move in MOVES), AGAINST)
_REGISTERS = tuple(register.value for register in Register)
_HEAVIEST = 1_000


def load_move_rules(own: Path | None = None) -> MoveRules:
    """Load all rules.

    Args:
        own: A folder of a person's own rule files, which need not exist. A rule with the id of
            a shipped one takes its place; with ``off = true`` it only takes it away.

    Returns:
        The rules. A file that can't be used is left out and named among the problems.
    """
    shorthands = _read_shorthands()
    problems: list[Problem] = []
    rules: dict[str, MoveRule] = {}
    for file in sorted((SHIPPED / _RULES).glob("*.toml")):
        for table in _rule_tables(file):
            rule = _read_rule(table, shorthands, None)
            rules[rule.id] = rule
    for file in _own_files(own):
        try:
            found = [
                (_id_of(table), _read_own(table, shorthands, problems))
                for table in _rule_tables(file)
            ]
        except InputProblem as error:
            problems.append(error.problem)
            continue
        for rule_id, own_rule in found:
            rules.pop(rule_id, None)
            if own_rule is not None:
                rules[rule_id] = own_rule
    return MoveRules(tuple(rules.values()), problems)


def _own_files(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    try:
        return sorted(file for file in folder.glob("*.toml") if file.is_file())
    except OSError:
        return []


def _read_shorthands() -> Mapping[str, str]:
    table = read_table(SHIPPED / _SHORTHANDS).table("shorthand")
    return {name: table.line(name) for name in table.values}


def _rule_tables(file: Path) -> Iterator[Table]:
    table = read_table(file)
    _refuse_unknown(table, _FILE_KEYS)
    if table.number("schema", 1) != 1:
        raise table.problem("schema", "this version reads schema 1 only", "Write schema = 1.")
    yield from table.tables("rule")


def _refuse_unknown(table: Table, known: tuple[str, ...]) -> None:
    for key in table.unknown(known):
        otherwise = f"Known are: {', '.join(known)}."
        raise table.problem(key, "not known", did_you_mean(key, known, otherwise))


def _id_of(table: Table) -> str:
    found = table.line("id")
    if not is_id(found):
        raise table.problem("id", f'"{found}" can\'t be an id; expected {ID_RULE}')
    return found


def _read_own(
    table: Table, shorthands: Mapping[str, str], problems: list[Problem]
) -> MoveRule | None:
    """Read a person's own rule; None where it only switches a shipped one off."""
    return None if table.flag("off", False) else _read_rule(table, shorthands, problems)


def _read_rule(
    table: Table, shorthands: Mapping[str, str], problems: list[Problem] | None
) -> MoveRule:
    """Read a rule; with a list for problems it is a person's own, and isn't trusted."""
    _refuse_unknown(table, _RULE_KEYS)
    rule_id = _id_of(table)
    registers = table.lines("registers") or _REGISTERS
    for name in registers:
        if name not in _REGISTERS:
            raise table.problem("registers", f'"{name}" is none of: {", ".join(_REGISTERS)}')
    words = tuple(" ".join(word.lower().replace("'", "’").split()) for word in table.lines("words"))
    patterns = table.lines("patterns")
    if not (words or patterns):
        raise table.problem("patterns", "is missing; a rule needs patterns, words or both")
    weight = table.number("weight", ENOUGH)
    if not -_HEAVIEST <= weight <= _HEAVIEST:
        raise table.problem("weight", f"expected a number from -{_HEAVIEST} to {_HEAVIEST}")
    return MoveRule(
        rule_id,
        table.choice("move", _MOVES),
        frozenset(map(Register, registers)),
        tuple(word for word in words if word),
        tuple(_search(table, pattern, words, shorthands, problems) for pattern in patterns),
        weight,
        table.line("example", ""),
        table.line("source", ""),
    )


def _search(
    table: Table,
    pattern: str,
    words: tuple[str, ...],
    shorthands: Mapping[str, str],
    problems: list[Problem] | None,
) -> Search:
    try:
        whole = filled_in(pattern, shorthands, words)
        if problems is None:
            return shipped_search(whole)
        if len(pattern) > LONGEST:
            raise table.problem("patterns", f"a pattern is longer than {LONGEST:,} characters")
        return own_search(whole, lambda: problems.append(_too_slow(table, pattern)))
    except KeyError as error:
        known = ", ".join(("words", *shorthands))
        raise table.problem(
            "patterns", f"{{{error.args[0]}}} stands for nothing", f"Known are: {known}."
        ) from None
    except ValueError as error:
        raise table.problem(
            "patterns", f'"{pattern}" is no pattern: {error}', "Mend it, or take the rule out."
        ) from None


def _too_slow(table: Table, pattern: str) -> Problem:
    return table.problem(
        "patterns",
        f'"{pattern}" took too long on a sentence, so the rule is left out',
        "Make it simpler: repeated groups inside repeated groups are slow.",
    ).problem
