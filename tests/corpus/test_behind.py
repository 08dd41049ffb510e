"""Work on a thread behind the caller: one piece at a time, and no error gets lost."""

from threading import Event

import pytest

from cmalt_tui.corpus.index.behind import Behind


def fail() -> None:
    raise ValueError("the disk is full")


def test_pieces_are_done_in_turn_and_all_before_it_is_left() -> None:
    done: list[int] = []
    with Behind() as behind:
        for number in range(5):
            behind.start(lambda number=number: done.append(number))
    assert done == [0, 1, 2, 3, 4]


def test_an_error_is_raised_at_the_next_piece_or_at_the_end() -> None:
    started = Event()
    with pytest.raises(ValueError, match="disk"), Behind() as behind:
        behind.start(fail)
        behind.start(started.set)
    assert not started.is_set()
    with pytest.raises(ValueError, match="disk"), Behind() as behind:
        behind.start(fail)


def test_the_callers_own_error_comes_first_and_after_the_work() -> None:
    go, done = Event(), Event()
    with pytest.raises(KeyError), Behind() as behind:
        behind.start(lambda: go.wait(10) and done.set())
        go.set()
        raise KeyError
    assert done.is_set()
