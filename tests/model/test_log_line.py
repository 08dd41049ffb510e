"""A line for the log: what is understood is taken out, and nothing else is lost."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmalt_tui.model.log_entry import LogEntry, LogKind
from cmalt_tui.model.log_line import LONGEST, read_log_line, written_as_line
from cmalt_tui.problems import InputProblem

DAY = date(2026, 12, 1)
SECTIONS = {"1a": "1a", "2b": "2b", "specialist-1": "specialist-1"}
PRINCIPLES = {"p1": "P1", "p2": "P2"}
EVIDENCE = {"bench-film": "bench-film"}


def read(text: str) -> LogEntry:
    return read_log_line(text, DAY, SECTIONS, PRINCIPLES, EVIDENCE)


def test_date_length_and_tags_are_read_out_of_the_line() -> None:
    entry = read("2026-11-10 Webinar on captions 2h #1a @p2 #Specialist #ev:bench-film")
    assert entry == LogEntry(
        "",
        "Webinar on captions",
        date(2026, 11, 10),
        LogKind.CPD,
        2.0,
        ("1a", "specialist-1"),
        ("P2",),
        ("bench-film",),
    )


@pytest.mark.parametrize(
    ("text", "day", "left"),
    [
        ("10 Nov: met Ilse", date(2026, 11, 10), "met Ilse"),
        ("24 Dec - met Ilse", date(2025, 12, 24), "met Ilse"),
        ("3 march 2024 met Ilse", date(2024, 3, 3), "met Ilse"),
        ("Yesterday met Ilse", date(2026, 11, 30), "met Ilse"),
        ("today: met Ilse", DAY, "met Ilse"),
        ("10 May be too many", DAY, "10 May be too many"),
        ("31 Feb: met Ilse", DAY, "31 Feb: met Ilse"),
        ("2026-13-40 met Ilse", DAY, "2026-13-40 met Ilse"),
        ("yesterdays met Ilse", DAY, "yesterdays met Ilse"),
    ],
)
def test_dates_in_front(text: str, day: date, left: str) -> None:
    assert (read(text).date, read(text).text) == (day, left)


@pytest.mark.parametrize(
    ("text", "hours", "left"),
    [
        ("90min webinar", 1.5, "webinar"),
        ("webinar 1h30", 1.5, "webinar"),
        ("webinar 0.5h #1a", 0.5, "webinar"),
        ("a 2h webinar", 0.0, "a 2h webinar"),
        ("0h webinar", 0.0, "0h webinar"),
        ("9999h webinar", 0.0, "9999h webinar"),
    ],
)
def test_lengths_at_either_end_make_it_cpd(text: str, hours: float, left: str) -> None:
    entry = read(text)
    assert (entry.hours, entry.text) == (hours, left)
    assert entry.kind is (LogKind.CPD if hours else LogKind.EXPERIENCE)


def test_tags_inside_a_sentence_stay_as_words_and_unknown_ones_as_they_are() -> None:
    entry = read("Filmed the #1a demo with @ilse for #nothing, P1.")
    assert entry.text == "Filmed the 1a demo with @ilse for #nothing, P1."
    assert entry.sections == ("1a",) and entry.principles == ("P1",)
    assert read("P2 it was, not p1 #cpd").principles == ("P2",)
    assert read("P2 it was, not p1 #cpd").kind is LogKind.CPD
    assert read("Cut [[ev:bench-film]] again").evidence == ("bench-film",)


def test_nothing_but_tags_leaves_no_text_and_too_much_is_refused() -> None:
    assert read("2h #1a").text == ""
    with pytest.raises(InputProblem):
        read("x" * (LONGEST + 1))


@settings(deadline=None)
@given(st.text(alphabet="ab #@P12h-.\n[]ev:", max_size=80))
def test_every_word_is_kept_or_understood(text: str) -> None:
    entry = read(text)
    taken = (
        *entry.sections,
        *entry.principles,
        *entry.evidence,
        entry.kind.value,
        str(entry.date),
    )
    for word in text.split():
        bare = word.strip("#@,;:.").removeprefix("ev:").lower()
        known = bare in {one.lower() for one in taken} or bool(entry.hours)
        kept = word in entry.text or (word[:1] in "#@" and word[1:] in entry.text)
        assert kept or known, word
    assert entry.text == entry.text.strip()


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_line_breaks_it(text: str) -> None:
    entry = read(text)
    assert 0 <= entry.hours <= 1000 and set(entry.sections) <= set(SECTIONS.values())


@pytest.mark.parametrize(
    "entry",
    [
        LogEntry(
            "", "Webinar on captions", DAY, LogKind.CPD, 2.0, ("1a",), ("P2",), ("bench-film",)
        ),
        LogEntry("", "Met Ilse about the glue", date(2025, 3, 1), sections=("specialist-1",)),
        LogEntry("", "Read a paper", DAY, LogKind.CPD),
        LogEntry("", "Course", DAY, LogKind.CPD, 1.5),
        LogEntry("", "today was long, 3 of us", DAY),
    ],
)
def test_an_entry_is_written_as_the_line_that_gives_it_again(entry: LogEntry) -> None:
    assert read(written_as_line(entry)) == entry


def test_only_the_first_line_of_an_entry_is_written() -> None:
    assert written_as_line(LogEntry("", "One\ntwo", DAY)) == "2026-12-01 One"
