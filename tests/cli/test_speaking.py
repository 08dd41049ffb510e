"""What stands on a terminal while and after work goes on."""

import sys

import pytest

from cmalt_tui.cli.speaking import report_to_terminal
from cmalt_tui.cli.streams import tell_on_one_line
from cmalt_tui.progress import Progress


def test_a_message_takes_the_place_of_the_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    report_to_terminal(Progress(1, 42, "Reading herons"))
    tell_on_one_line("stopped")
    assert capsys.readouterr().err.endswith("1 of 42\r\x1b[Kcmalt-tui: stopped\n")
