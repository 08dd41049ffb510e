"""What the threshold for paraphrases was chosen for holds; `thresholds.py` prints the table."""

import sys
from pathlib import Path

import pytest

from cmalt_tui.model.overlap import CLOSE, RIGHT_IN_A_HUNDRED

sys.path.insert(0, str(Path(__file__).parent))
from thresholds import FAR, LOOSE, NONE, Scored, cases, scored, share


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    return scored(tmp_path_factory.mktemp("corpus"), cases())


def test_the_set_is_large_enough_to_tell(measured: list[Scored]) -> None:
    kinds = [one.case.kind for one in measured]
    assert len(kinds) - kinds.count(NONE) >= 80
    assert kinds.count(NONE) >= 1_500


def test_what_is_reported_is_a_paraphrase(measured: list[Scored]) -> None:
    reported = [one.case.kind for one in measured if one.likeness >= CLOSE]
    assert round(100 - 100 * reported.count(NONE) / len(reported)) == RIGHT_IN_A_HUNDRED


def test_close_paraphrases_are_found_and_loose_ones_sometimes(measured: list[Scored]) -> None:
    close = [one for one in measured if one.case.kind not in (NONE, LOOSE, FAR)]
    loose = [one for one in measured if one.case.kind == LOOSE]
    assert share(close, CLOSE) >= 0.91
    assert share(loose, CLOSE) >= 0.4
