"""The picture of progress: never wider than asked, right at its ends, and told in words."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.workbench.progress_picture import (
    LEAST_WIDTH,
    progress_as_json,
    progress_in_words,
    progress_picture,
)
from cmalt_tui.workbench.progress_record import ProgressDay

TODAY = date(2026, 3, 5)


def on(
    days_ago: int, words: int, done: int = 0, findings: dict[str, int] | None = None
) -> ProgressDay:
    statuses = {"done": done, "draft": 4, "empty": 9 - done}
    return ProgressDay("/p", TODAY - timedelta(days_ago), {"1a": words}, statuses, findings)


GROWN = (on(40, 0), on(20, 500, 1), on(10, 1_000, 2), on(0, 2_000, 5))


def test_the_area_rises_from_the_first_day_to_the_last() -> None:
    lines = progress_picture(GROWN, TODAY, 60)
    area = [line.partition("│")[2] for line in lines[:5]]
    assert lines[0].startswith("      2,000 │") and lines[4].startswith("          0 │")
    assert area[0].endswith("█") and set(area[0][:-1]) <= {" "}
    assert area[-1].startswith(" ") and len(area[-1].strip()) == 20 + 1
    assert "24 Jan" in lines[6] and lines[6].endswith("5 Mar")
    assert lines[8].startswith("done      5 │") and lines[8].endswith("▄")
    assert lines[9].startswith("in work   4 │") and lines[10].startswith("empty     4 │")


def test_the_growth_is_told_in_words() -> None:
    reviewed = (on(40, 0, 0, {"error": 3, "info": 1}), *GROWN[1:3], on(0, 2_000, 5, {"warn": 1}))
    told = progress_in_words(reviewed, TODAY)
    assert told[0] == "2,000 words on 5 March, 2,000 more than on 24 January, 40 days before."
    assert told[1] == "5 sections are called done, none then."
    assert told[2] == (
        "Open in the review: 0 errors (3 then), 1 warning (0 then), 0 hints (1 then)."
    )


def test_the_first_day_is_met_kindly() -> None:
    assert progress_picture((on(0, 200),), TODAY) == ()
    (told,) = progress_in_words((on(0, 200),), TODAY)
    assert told.startswith("This is the first day that is noted.")
    assert progress_in_words((), TODAY) == ("Nothing was noted about this portfolio so far.",)


def test_days_that_a_wrong_clock_left_are_passed_over() -> None:
    odd = (*GROWN, on(-3, 90_000))
    assert progress_picture(odd, TODAY) == progress_picture(GROWN, TODAY)
    assert progress_in_words(odd, TODAY) == progress_in_words(GROWN, TODAY)


def test_what_grew_shorter_is_said_so() -> None:
    told = progress_in_words((on(2, 300), on(0, 100)), TODAY)
    assert told[0] == "100 words on 5 March, 200 fewer than on 3 March, 2 days before."


def test_the_days_are_laid_out_for_other_programs() -> None:
    assert progress_as_json((on(0, 7, 1, {"error": 0}),)) == [
        {
            "day": "2026-03-05",
            "words": 7,
            "statuses": {"done": 1, "draft": 4, "empty": 8},
            "findings": {"error": 0},
        }
    ]


COUNTS = st.integers(0, 100_000_000)
DAYS = st.builds(
    ProgressDay,
    st.just("/p"),
    st.dates(TODAY - timedelta(400), TODAY + timedelta(40)),
    st.dictionaries(st.sampled_from(["1a", "漢字", "specialist-1"]), COUNTS),
    st.dictionaries(st.sampled_from(["done", "draft", "review", "notes", "empty", "odd"]), COUNTS),
    st.none() | st.dictionaries(st.sampled_from(["error", "warn", "info"]), COUNTS),
)


@given(st.lists(DAYS, max_size=40), st.integers(LEAST_WIDTH, 200))
def test_no_line_is_wider_than_asked_for(days: list[ProgressDay], width: int) -> None:
    in_order = sorted({one.day: one for one in days}.values(), key=lambda one: one.day)
    lines = progress_picture(in_order, TODAY, width)
    assert all(len(line) <= width for line in lines)
    assert progress_in_words(in_order, TODAY)
