"""``cmalt-tui sessions``: the picture in the shell, and the log as JSON."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from cmalt_tui.cli.commands.sessions import command
from cmalt_tui.places import HOME_VARIABLE, personal_places
from cmalt_tui.workbench.session_log import WritingSession, log_session


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))


def test_the_weeks_are_drawn_and_json_is_json_alone() -> None:
    start = datetime.now().astimezone()
    end = start + timedelta(minutes=12)
    log_session(personal_places(), WritingSession("a", "/x/binding", start, end, 5, 7, 0))
    told = CliRunner().invoke(command, [])
    assert told.exit_code == 0
    assert "today      7 words (+5) in 12 min" in told.stdout
    as_json = json.loads(CliRunner().invoke(command, ["--json"]).stdout)
    assert as_json["sessions"][0]["added"] == 7 and as_json["schema"] == 1


def test_an_empty_log_is_no_error() -> None:
    told = CliRunner().invoke(command, [])
    assert told.exit_code == 0 and "Nothing has been written yet" in told.stdout
