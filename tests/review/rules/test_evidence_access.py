"""EVI-6: evidence behind a door, or in a format that one program reads."""

import pytest

from cmalt_tui.model.finding import Level
from cmalt_tui.review.rules.evidence.evidence_access import RULE
from tests.review.rules.evidence_example import found, with_item

RESTRICTED = [
    "https://drive.google.com/file/d/1",
    "https://docs.google.com/document/d/1/edit",
    "https://larkmoor-my.sharepoint.com/personal/odo",
    "https://moodle.larkmoor.example/course/view.php?id=1",
    "https://www.vle.larkmoor.example/",
    "http://intranet/page",
    "http://10.0.0.7/page",
    "https://wiki.larkmoor.local/",
    "https://larkmoor.example/login/index.php",
]
OPEN = [
    "https://larkmoor.example/film",
    "https://docs.google.com/document/d/e/1/pub",
    "https://docs.moodle.org/33/en/Upgrading",
    "https://moodle.org/plugins",
    "https://learn.microsoft.com/en-us/training/1",
    "https://staff.larkmoor.example/odo",
    "https://canvasprints.example/x",
    "https://larkmoor.example/blogging-in-2026",
    "https://notdrive.google.company/x",
    "https://[broken",
]


@pytest.mark.parametrize("address", RESTRICTED)
def test_a_closed_door_needs_a_note(address: str) -> None:
    (finding,) = found(RULE, with_item("film", url=address))
    assert finding[:5] == ("EVI-6", Level.WARNING, "1a", "evidence", "film")
    assert found(RULE, with_item("film", url=address, access="Enter as guest.")) == []


@pytest.mark.parametrize("address", OPEN)
def test_an_open_page_is_passed_over(address: str) -> None:
    assert found(RULE, with_item("film", url=address)) == []


@pytest.mark.parametrize("file", ["files/a.pages", "files/A.KEY", "files/a.psd", "files/a.one"])
def test_a_closed_format_is_told(file: str) -> None:
    (finding,) = found(RULE, with_item("options", file=file))
    assert finding.item == "options" and file.rpartition(".")[2] in finding.message


@pytest.mark.parametrize("file", ["files/a.docx", "files/a.pptx", "files/a.pdf", "files/a"])
def test_a_format_that_everybody_can_open_is_passed_over(file: str) -> None:
    assert found(RULE, with_item("options", file=file)) == []
