"""A text on its way to the person's own editor and back."""

import os
import stat
import sys
from pathlib import Path

import pytest

from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.outside_text import (
    edit_outside,
    own_editor,
    put_outside,
    remove_outside,
    take_back,
)

ADDRESS = TextAddress("1a", "reflection", "the-pilot")


def test_visual_goes_before_editor_and_may_have_arguments() -> None:
    python = sys.executable
    assert own_editor({"VISUAL": f"'{python}' --wait -x", "EDITOR": "no"}) == [
        python,
        "--wait",
        "-x",
    ]
    assert own_editor({"VISUAL": " ", "EDITOR": python}) == [python]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "EDITOR="),
        ({"EDITOR": "no-such-editor -w"}, "no program no-such-editor"),
        ({"VISUAL": "'half"}, "VISUAL can't be read"),
    ],
)
def test_what_is_not_there_says_what_to_do(environment: dict[str, str], told: str) -> None:
    with pytest.raises(InputProblem, match=told):
        own_editor(environment)


def test_the_file_is_private_named_after_the_section_and_goes_with_what_lies_beside_it(
    tmp_path: Path,
) -> None:
    file = put_outside(tmp_path / "outside", ADDRESS, "é")
    assert file.name == "1a-reflection-the-pilot.md"
    assert file.read_text(encoding="utf-8") == "é\n"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    (file.parent / ".1a.md.swp").touch()
    remove_outside(file)
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize("text", ["", "one", "one\n", "one\n\n"])
def test_a_text_that_was_not_touched_comes_back_the_same(tmp_path: Path, text: str) -> None:
    assert take_back(put_outside(tmp_path, ADDRESS, text), text) == text


def test_what_comes_back_is_cleaned(tmp_path: Path) -> None:
    file = put_outside(tmp_path, ADDRESS, "one")
    file.write_bytes("\ufeffone\r\ntwo\x1b]0;x\x07 e\u0301\r\n".encode())
    assert take_back(file, "one") == "one\ntwo é"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "gone"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"a\0b", "no text"),
        (b"x" * 5_000_001, "5 MB"),
    ],
)
def test_what_can_not_be_taken_back_is_kept_and_its_place_told(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    file = put_outside(tmp_path, ADDRESS, "one")
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with pytest.raises(InputProblem, match=told) as refused:
        take_back(file, "one")
    assert str(file) in str(refused.value)
    assert file.exists() is (content is not None)


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("no folder")
    with pytest.raises(InputProblem, match="Nothing was changed"):
        put_outside(tmp_path / "outside", ADDRESS, "one")


def test_the_exit_code_is_given_back_and_a_broken_program_told(tmp_path: Path) -> None:
    file = put_outside(tmp_path, ADDRESS, "one")
    assert edit_outside([sys.executable, "-c", "raise SystemExit(3)"], file) == 3
    with pytest.raises(InputProblem, match="can't be started"):
        edit_outside([str(tmp_path)], file)
