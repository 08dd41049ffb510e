"""The id that somebody meant is found by one slip, and a stranger is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmalt_tui.model.near_ids import nearest_id

KNOWN = ("2025-bench-film", "2025-loud-rooms", "wall", "abc")


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("2025-bench-flim", "2025-bench-film"),
        ("2025-bench-fil", "2025-bench-film"),
        ("2025-bennch-film", "2025-bench-film"),
        ("2025-Bench-Film", "2025-bench-film"),
        ("bench-film", "2025-bench-film"),
        ("2024-loud-rooms", "2025-loud-rooms"),
        ("2026-wall", "wall"),
        ("will", "wall"),
        ("abd", ""),
        ("bench", ""),
        ("", ""),
    ],
)
def test_one_slip_is_forgiven(wanted: str, meant: str) -> None:
    assert nearest_id(wanted, KNOWN) == meant


@settings(deadline=None)
@given(st.text("abcd-", min_size=5, max_size=9), st.integers(0, 4), st.sampled_from("abcdx"))
def test_any_one_slip_leads_home(item_id: str, at: int, letter: str) -> None:
    swapped = item_id[:at] + item_id[at + 1 : at + 2] + item_id[at] + item_id[at + 2 :]
    for slip in (
        item_id[:at] + item_id[at + 1 :],
        item_id[:at] + letter + item_id[at:],
        item_id[:at] + letter + item_id[at + 1 :],
        swapped,
    ):
        assert nearest_id(slip, (item_id,)) == item_id
