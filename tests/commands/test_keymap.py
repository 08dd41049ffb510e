"""The person's own keys: what is taken over, what is refused, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.commands import COMMANDS
from cmalt_tui.commands.keymap import effective_keys, normal_key, together


def why(overrides: dict[str, str]) -> str:
    return " ".join(str(problem) for problem in effective_keys(overrides).problems)


def test_a_free_key_is_taken_over_and_several_may_be_given() -> None:
    keymap = effective_keys({"write.save": "f12, Alt+S"})
    assert keymap.problems == ()
    assert keymap.keys["write.save"] == ("f12", "alt+s")
    assert keymap.overrides == {"write.save": "f12,alt+s"}


def test_an_unknown_command_is_named_with_the_nearest_one() -> None:
    assert "write.status" in why({"write.statu": "f12"})
    assert effective_keys({"write.statu": "f12"}).overrides == {}


def test_a_key_of_a_command_that_listens_at_the_same_time_is_refused() -> None:
    told = why({"write.save": "f6"})
    assert "f6" in told and "write.status" in told
    assert effective_keys({"write.save": "f6"}).keys["write.save"] == ("ctrl+s", "alt+s")


def test_the_first_of_two_that_want_one_key_gets_it() -> None:
    keymap = effective_keys({"write.save": "f12", "write.status": "f12"})
    assert keymap.keys["write.save"] == ("f12",)
    assert keymap.keys["write.status"] == ("f6",)
    assert len(keymap.problems) == 1


def test_two_keys_can_be_swapped() -> None:
    keymap = effective_keys({"write.status": "f7", "write.add_reflection": "f6"})
    assert keymap.problems == ()
    assert keymap.keys["write.status"] == ("f7",)


def test_a_refused_override_keeps_its_key_from_others() -> None:
    keymap = effective_keys({"write.save": "f6", "write.status": "f12", "write.submit": "f12"})
    assert keymap.keys["write.save"] == ("f6",)
    assert keymap.keys["write.status"] == ("f12",)
    assert keymap.keys["write.submit"] == ("f8",)
    back = effective_keys({"write.save": "f6", "write.status": "ctrl+i"})
    assert back.keys["write.status"] == ("f6",)
    assert back.keys["write.save"] == ("ctrl+s", "alt+s")


def test_panes_that_never_listen_together_may_share_a_key() -> None:
    assert effective_keys({"context.leave": "U"}).problems == ()


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("x", "typing"),
        ("space", "typing"),
        ("ctrl+i", "tab"),
        ("ctrl+m", "enter"),
        ("escape", "reserved"),
        ("ctrl+shift+k", "sent"),
        ("super+k", "sent"),
        ("ctrl+1", "sent"),
        ("f99", "no key"),
        ("control+k", "no key"),
        ("", "no key"),
    ],
)
def test_keys_that_can_not_work_are_refused_with_the_reason(key: str, reason: str) -> None:
    assert reason in why({"write.save": key})


def test_letters_are_free_where_nothing_is_typed() -> None:
    assert effective_keys({"outline.rename": "t"}).problems == ()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Ctrl+S", "ctrl+s"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("+", "plus"),
        ("?", "question_mark"),
    ],
)
def test_keys_are_understood_as_people_write_them(typed: str, key: str) -> None:
    assert normal_key(typed) == key


_IDS = st.sampled_from([command.id for command in COMMANDS])
_KEYS = st.sampled_from(["f4", "f12", "f6", "ctrl+f", "alt+z", "ctrl+s", "j", "delete", "enter"])


@given(st.dictionaries(_IDS, _KEYS, max_size=8))
def test_whatever_is_asked_no_two_commands_that_listen_together_share_a_key(
    overrides: dict[str, str],
) -> None:
    keymap = effective_keys(overrides)
    table = {command.id: command for command in COMMANDS}
    for changed in keymap.overrides:
        for other in COMMANDS:
            if other.id != changed and together(table[changed].scope, other.scope):
                assert not set(keymap.keys[changed]) & set(keymap.keys[other.id])
