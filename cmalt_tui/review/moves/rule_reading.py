"""Reads one rule of the X-ray from its table, and complains about whatever can't be meant."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cmalt_tui.checked_toml import Table
from cmalt_tui.plain_text import ID_RULE, is_id
from cmalt_tui.problems import Problem, did_you_mean
from cmalt_tui.review.moves.move import MOVES, Register
from cmalt_tui.review.moves.move_rule import ENOUGH, NONE, MoveRule, Pattern
from cmalt_tui.review.moves.patterns import LONGEST, own_pattern, shipped_pattern
from cmalt_tui.review.moves.slots import SLOTS, slot_in
from cmalt_tui.review.moves.stems import stem

_KEYS = (
    *("id", "off", "move", "registers", "words", "patterns", "each", "beside", "without"),
    *("weight", "diary", "question", "example", "source"),
)
_MOVES = (*(move.id for move in MOVES), NONE)
_REGISTERS = tuple(register.value for register in Register)
_HEAVIEST = 1_000
_LIST = "@"


class Vocabulary(NamedTuple):
    """What rules may refer to.

    Attributes:
        shorthands: What ``{names}`` in patterns stand for.
        lists: What ``@names`` among words stand for.
        letters: By which letters words of some of the lists are marked for patterns.
    """

    shorthands: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, str]


def refuse_unknown(table: Table, known: tuple[str, ...]) -> None:
    """Refuse a key that nothing reads.

    Raises:
        InputProblem: There is one.
    """
    for key in table.unknown(known):
        otherwise = f"Known are: {', '.join(known)}."
        raise table.problem(key, "not known", did_you_mean(key, known, otherwise))


def read_id(table: Table) -> str:
    """Read the id of a rule.

    Raises:
        InputProblem: It is missing or can't be one.
    """
    found = table.line("id")
    if not is_id(found):
        raise table.problem("id", f'"{found}" can\'t be an id; expected {ID_RULE}')
    return found


def read_rule(
    table: Table, source: str, vocabulary: Vocabulary, problems: list[Problem] | None
) -> MoveRule:
    """Read a rule.

    Args:
        table: Its table.
        source: Where it comes from, unless it says so itself.
        vocabulary: What it may refer to.
        problems: None for a rule of the program's own. Otherwise its patterns aren't trusted, and
            one that proves too slow is told here.

    Raises:
        InputProblem: It can't be used; names file, line and key.
    """
    refuse_unknown(table, _KEYS)
    words = tuple(_expanded(table, "words", vocabulary))
    patterns = table.lines("patterns")
    if not (words or patterns):
        raise table.problem("patterns", "is missing; a rule needs patterns, words or both")
    weight = _weight(table, "weight", ENOUGH)
    return MoveRule(
        read_id(table),
        table.choice("move", _MOVES),
        _registers(table),
        words,
        tuple(_pattern(table, pattern, vocabulary, problems) for pattern in patterns),
        table.flag("each", False),
        frozenset(map(stem, _expanded(table, "beside", vocabulary))),
        frozenset(map(stem, _expanded(table, "without", vocabulary))),
        weight,
        _weight(table, "diary", weight),
        table.line("example", ""),
        table.line("source", source),
        _question(table),
    )


def _question(table: Table) -> str:
    question = table.line("question", "")
    name = slot_in(question)
    if name and name not in SLOTS:
        known = f"Known are: {', '.join(SLOTS)}."
        raise table.problem("question", f"{{{name}}} stands for nothing", known)
    return question


def _weight(table: Table, key: str, default: int) -> int:
    weight = table.number(key, default)
    if not -_HEAVIEST <= weight <= _HEAVIEST:
        raise table.problem(key, f"expected a number from -{_HEAVIEST} to {_HEAVIEST}")
    return weight


def _registers(table: Table) -> frozenset[Register]:
    named = table.lines("registers") or _REGISTERS
    for name in named:
        if name not in _REGISTERS:
            known = ", ".join(_REGISTERS)
            raise table.problem("registers", f'"{name}" is not known here; expected: {known}')
    return frozenset(map(Register, named))


def _expanded(table: Table, key: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The words of a key, those of the lists that it names among them."""
    for word in table.lines(key):
        if not word.startswith(_LIST):
            yield from _plain([word])
            continue
        name = word.removeprefix(_LIST)
        if name not in vocabulary.lists:
            known = f"There is: {', '.join(vocabulary.lists)}."
            raise table.problem(key, f'there is no list "{name}"', known)
        yield from _plain(vocabulary.lists[name])


def _plain(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        plain = " ".join(word.lower().replace("'", "’").split())
        if plain:
            yield plain


def _pattern(
    table: Table, pattern: str, vocabulary: Vocabulary, problems: list[Problem] | None
) -> Pattern:
    named, letters = vocabulary.shorthands, vocabulary.letters
    try:
        if problems is None:
            return shipped_pattern(pattern, named, letters)
        if len(pattern) > LONGEST:
            raise table.problem("patterns", f"a pattern is longer than {LONGEST:,} characters")
        told = problems
        return own_pattern(pattern, named, letters, lambda: told.append(_too_slow(table, pattern)))
    except KeyError as error:
        known = f"Known are: {', '.join(('words', *named, *letters))}."
        message = f"{{{error.args[0]}}} stands for nothing"
        raise table.problem("patterns", message, known) from None
    except ValueError as error:
        message = f'"{pattern}" is no pattern: {error}'
        raise table.problem("patterns", message, "Mend it, or take the rule out.") from None


def _too_slow(table: Table, pattern: str) -> Problem:
    return table.problem(
        "patterns",
        f'"{pattern}" took too long on a sentence, so the rule is left out',
        "Make it simpler: repeated groups inside repeated groups are slow.",
    ).problem
