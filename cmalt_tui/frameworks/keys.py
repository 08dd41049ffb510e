"""What keys and ids a framework file may have, and the complaint about any other."""

from collections.abc import Iterable

from cmalt_tui.checked_toml import Table
from cmalt_tui.plain_text import ID_RULE, is_id
from cmalt_tui.problems import did_you_mean


def near_or_known(word: str, known: Iterable[str]) -> str:
    """Say as a way out which known words are near to one that isn't known, else name them all."""
    listed = list(known)
    named = f"Known are: {', '.join(listed)}." if listed else "Take it out: there are none yet."
    return did_you_mean(word, listed, named)


def refuse_unknown_keys(table: Table, known: tuple[str, ...]) -> None:
    """Refuse a table with a key that nothing reads: a slip there would go unnoticed.

    Raises:
        InputProblem: The table has such a key; names the key and a close known one.
    """
    for key in table.unknown(known):
        raise table.problem(key, "not known", near_or_known(key, known))


def read_id(table: Table, key: str = "id") -> str:
    """Read an id.

    Raises:
        InputProblem: It is missing or has characters that a file name should not have.
    """
    found = table.line(key)
    refuse_bad_id(table, key, found)
    return found


def refuse_bad_id(table: Table, key: str, found: str) -> None:
    """Refuse an id with characters that a file name should not have.

    Raises:
        InputProblem: It has such characters.
    """
    if not is_id(found):
        raise table.problem(key, f'"{found}" can\'t be an id; expected {ID_RULE}')


def refuse_unknown_names(
    table: Table, key: str, names: Iterable[str], known: Iterable[str], what: str
) -> None:
    """Refuse a reference to something that the framework doesn't have.

    Args:
        table: The table that holds the reference.
        key: The key of the reference.
        names: The names that it refers to.
        known: The names that exist.
        what: What they are names of, with its article: ``a section``.

    Raises:
        InputProblem: A name is not among the known ones.
    """
    listed = list(known)
    for name in names:
        if name not in listed:
            message = f'"{name}" is not {what} of this framework'
            raise table.problem(key, message, near_or_known(name, listed))
