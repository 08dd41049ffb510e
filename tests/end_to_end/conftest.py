"""Runs commands in a folder of their own, and sees to what holds for every one of them."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cmalt_tui.cli.group import cmalt_tui

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CMALT_TUI_HOME", str(tmp_path / "home"))
    return folder


@pytest.fixture
def run(here: Path) -> Callable[..., Result]:
    """Run a command, and see to what holds for every command."""

    def call(*arguments: str | Path, code: int | None = 2) -> Result:
        done = CliRunner().invoke(cmalt_tui, [os.fspath(one) for one in arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert code is None or done.exit_code == code, done.output
        assert not ACTING.search(done.stdout + done.stderr), repr(done.output)
        if done.exit_code == 2 and not done.stderr.startswith("Usage:"):
            assert done.stdout == ""
            assert len(done.stderr.splitlines()) == 1
        return done

    return call
