"""EVI-7: a file that is another one than it was."""

from cmalt_tui.model.finding import Level
from cmalt_tui.review.reviewed import ArtefactFacts
from cmalt_tui.review.rules.evidence.evidence_changed import RULE
from tests.review.rules.evidence_example import MINE, THERE, found, mended, with_item

CHANGED = ArtefactFacts(is_there=True, has_changed=True, sha256="1" * 64)


def test_a_file_as_it_was_is_passed_over() -> None:
    assert found(RULE) == found(RULE, artefacts={"options": THERE}) == []
    assert found(RULE, artefacts={}) == []


def test_a_changed_file_is_told_and_can_be_noted() -> None:
    portfolio = with_item("options", sha256="0" * 64)
    (finding,) = found(RULE, portfolio, artefacts={"options": CHANGED})
    assert finding[:5] == ("EVI-7", Level.WARNING, "1a", "evidence", "options")
    after = mended(RULE, portfolio, finding)
    assert after.evidence["options"].sha256 == "1" * 64
    assert mended(RULE, after, finding) is after
    gone = finding._replace(item="gone")
    assert mended(RULE, MINE, gone) is MINE
