"""The command table: whole, unique, and with no key that can't work."""

from collections import Counter
from itertools import combinations

from cmalt_tui.commands import COMMANDS, Scope, commands_in
from cmalt_tui.commands.keymap import effective_keys, is_printable, normal_key, together

# Keys that terminals (F1, F10, F11), multiplexers or flow control take before they get here.
OFTEN_TAKEN = frozenset(
    {f"ctrl+{letter}" for letter in "abghnopqstz"} | {"f1", "f10", "f11", "ctrl+l", "ctrl+e"}
)


def test_every_command_says_what_it_is() -> None:
    for command in COMMANDS:
        assert command.title and command.help.endswith("."), command.id
        assert command.keys or command.palette, command.id
        assert "." in command.id and command.action.isidentifier(), command.id
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


def test_no_two_commands_that_listen_together_share_a_key() -> None:
    for one, other in combinations(COMMANDS, 2):
        if together(one.scope, other.scope):
            assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_keys_that_terminals_take_have_an_alternative() -> None:
    for command in COMMANDS:
        if set(command.keys) & OFTEN_TAKEN:
            assert set(command.keys) - OFTEN_TAKEN, command.id


def test_keys_are_written_as_textual_names_them() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert normal_key(key) == key, command.id


def test_nothing_printable_listens_while_prose_is_typed() -> None:
    for scope in (Scope.ANYWHERE, Scope.WRITE, Scope.EDITOR):
        for command in commands_in(scope):
            assert not any(is_printable(key) for key in command.keys), command.id


def test_the_footer_stays_short() -> None:
    for scope in Scope:
        assert sum(command.footer for command in commands_in(scope)) <= 5, scope


def test_the_table_itself_passes_its_own_check() -> None:
    same = {command.id: ",".join(command.keys) for command in COMMANDS if command.keys}
    assert effective_keys(same).problems == ()
