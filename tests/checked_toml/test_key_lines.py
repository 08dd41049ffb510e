"""The line of a key is found in every form that TOML has."""

import pytest

from cmalt_tui.checked_toml.key_lines import line_of

DOCUMENT = '''\
# title = "not this one"
title = "first"
"quoted key" = 1
a.b = 2
text = """
title = "in a string"
[[section]]
quotes at the end""""
literal = \'\'\'
[section]\'\'\'
point = { x = 1, y = { z = 2 } }
list = [
    "one", # ]
    { name = "two" },
]

[table]   # a comment
title = "second"
[table.inner]
title = "third"

[[section]]
id = "1"
[[section]]
id = "2"
uses = [{ item = "x" }, { item = "y" }]
[[section.reflection]]
id = "r1"
[[section.reflection]]
id = "r2"
[section.note]
text = "n"
[[section]]
title = "no id here"
[ pathway . "senior" . override.1a ]
least = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("a",), 4),
        (("a", "b"), 4),
        (("text",), 5),
        (("literal",), 9),
        (("point", "y", "z"), 11),
        (("list",), 12),
        (("list", 0), 13),
        (("list", 1, "name"), 14),
        (("table",), 17),
        (("table", "title"), 18),
        (("table", "inner"), 19),
        (("table", "inner", "title"), 20),
        (("section",), 22),
        (("section", 0, "id"), 23),
        (("section", 1), 24),
        (("section", 1, "id"), 25),
        (("section", 1, "uses", 1, "item"), 26),
        (("section", 1, "reflection", 0, "id"), 28),
        (("section", 1, "reflection", 1, "id"), 30),
        (("section", 1, "note", "text"), 32),
        (("section", 2, "title"), 34),
        (("pathway", "senior", "override", "1a", "least"), 36),
    ],
)
def test_a_key_is_found(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(DOCUMENT, path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("missing",), 1),
        (("section", 2, "id"), 33),
        (("section", 1, "reflection", 1, "title"), 29),
        (("table", "inner", "missing"), 19),
        (("table", "missing", "deeper"), 17),
        (("point", "missing"), 11),
    ],
)
def test_a_missing_key_gives_the_table_that_should_have_it(
    path: tuple[str | int, ...], line: int
) -> None:
    assert line_of(DOCUMENT, path) == line


def test_a_document_nested_very_deeply_still_gets_a_line() -> None:
    document = f"first = 1\ndeep = {'[' * 2000}{']' * 2000}\n"
    assert line_of(document, ("deep",)) == 2


def test_long_strings_are_passed_over_in_linear_time() -> None:
    prose = 'it\'s "so" \\\\ ' * 20_000
    assert line_of(f'text = """\n{prose}"""\nlast = 1\n', ("last",)) == 3
