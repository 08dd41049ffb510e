"""A checked table hands out values by type and names file, line and key of what doesn't fit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cmalt_tui.checked_toml import Table, parse_table, read_table
from cmalt_tui.problems import InputProblem

FILE = Path("sections") / "1a.toml"


def parsed(text: str) -> Table:
    return parse_table(text.encode(), FILE)


def test_values_come_out_by_type() -> None:
    table = parsed(
        'title = "  a\\u001b[31m  title\\n"\ntext = "a\\r\\nb"\nn = 3\non = true\n'
        'list = ["x ", "y"]\nday = 2026-03-01\nquoted = "2026-03-02"\nat = 2026-03-03T10:00:00\n'
        'empty = ""\nkind = "area"\n[inner]\nkey = "value"\n[[many]]\nid = "1"\n'
        '[[many]]\nid = "2"\n'
    )
    assert table.line("title") == "a title"
    assert table.text("text") == "a\nb"
    assert table.number("n") == 3
    assert table.flag("on") is True
    assert table.lines("list") == ("x", "y")
    assert table.day("day") == date(2026, 3, 1)
    assert table.day("quoted") == date(2026, 3, 2)
    assert table.day("at") == date(2026, 3, 3)
    assert table.day("empty") is None
    assert table.choice("kind", ("area", "log")) == "area"
    assert table.table("inner").line("key") == "value"
    assert [one.line("id") for one in table.tables("many")] == ["1", "2"]
    assert "n" in table
    assert table.unknown(("title", "text", "n", "on", "list", "day", "quoted", "at")) == (
        "empty",
        "kind",
        "inner",
        "many",
    )


def test_missing_keys_give_their_defaults() -> None:
    table = parsed("")
    assert table.text("a", "x") == "x"
    assert table.number("a", 4) == 4
    assert table.flag("a", False) is False
    assert table.lines("a") == ()
    assert table.tables("a") == ()
    assert table.day("a") is None
    assert table.table("a").line("b", "c") == "c"


@pytest.mark.parametrize(
    ("text", "take", "line", "key", "said"),
    [
        ("\na = 1", lambda t: t.text("a"), 2, "a", "expected text, found a whole number"),
        ("a = true", lambda t: t.number("a"), 1, "a", "expected a whole number, found true"),
        ("a = 1", lambda t: t.flag("a"), 1, "a", "expected true or false"),
        ("a = 1.5", lambda t: t.number("a"), 1, "a", "found float"),
        ('a = "x"', lambda t: t.lines("a"), 1, "a", "expected a list, found text"),
        ("a = [1]", lambda t: t.lines("a"), 1, "a", "expected a list of texts"),
        ("a = 1", lambda t: t.table("a"), 1, "a", "expected a table"),
        ("a = [1]", lambda t: t.tables("a"), 1, "a", "each under [[a]]"),
        ('a = "soon"', lambda t: t.day("a"), 1, "a", "a date such as"),
        ("a = 7", lambda t: t.day("a"), 1, "a", "a date such as"),
        ('a = "x"', lambda t: t.choice("a", ("y", "z")), 1, "a", "expected one of: y, z"),
        ("b = 1", lambda t: t.line("a"), 1, "a", "is missing; expected text"),
        ("b = 1\n[c]\n", lambda t: t.table("c").line("a"), 2, "c.a", "is missing"),
        (
            '[[r]]\nid = "1"\n[[r]]\nid = 2',
            lambda t: t.tables("r")[1].line("id"),
            4,
            "r.2.id",
            "expected text",
        ),
        (
            "[[r]]\n[[r]]\nid = 1",
            lambda t: t.tables("r")[0].line("id"),
            1,
            "r.1.id",
            "is missing",
        ),
    ],
)
def test_what_does_not_fit_is_named(
    text: str, take: Callable[[Table], object], line: int, key: str, said: str
) -> None:
    with pytest.raises(InputProblem) as caught:
        take(parsed(text))
    problem = caught.value.problem
    assert said in problem.message
    assert (problem.file, problem.line, problem.key) == (FILE, line, key)


def test_a_key_can_not_carry_an_escape_sequence_to_the_screen() -> None:
    table = parsed('"a\\u001b[2Jb" = 1')
    with pytest.raises(InputProblem) as caught:
        table.text("a\x1b[2Jb")
    assert caught.value.problem.key == "ab"


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"a = 1\nb = \xff", 2, "is not UTF-8 text"),
        (b"a = 1\nb = \n", 2, "is no valid TOML"),
        (b'a = 1\nb = "x', 2, "is no valid TOML"),
        (b"a = 1\na = 2\n", 2, "is no valid TOML"),
        (b"a = " + b"[" * 100_000, None, "is nested too deeply"),
        (b"a = " + b"9" * 5_000, None, "a number that is too long"),
    ],
)
def test_what_is_no_toml_is_refused(content: bytes, line: int | None, said: str) -> None:
    with pytest.raises(InputProblem) as caught:
        parse_table(content, FILE)
    assert said in caught.value.problem.message
    assert (caught.value.problem.file, caught.value.problem.line) == (FILE, line)


def test_windows_line_ends_and_a_byte_order_mark_are_taken() -> None:
    table = parse_table(b'\xef\xbb\xbfa = "x"\r\nb = 1\r\n', FILE)
    assert table.line("a") == "x"
    assert table.line_of("b") == 2


def test_a_file_that_is_not_there_or_is_a_folder_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no such file"):
        read_table(tmp_path / "missing.toml")
    with pytest.raises(InputProblem, match="can't be read"):
        read_table(tmp_path)
    large = tmp_path / "large.toml"
    with large.open("wb") as handle:
        handle.truncate(8_000_001)
    with pytest.raises(InputProblem, match="larger than the 8 MB"):
        read_table(large)
