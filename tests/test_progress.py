"""Progress told in words: the rate and the time left, once there is something to tell."""

from cmalt_tui.progress import Pace, Progress


def told(*steps: tuple[float, int, int]) -> str:
    """What is said last, of steps as seconds, done and total."""
    clock = iter(seconds for seconds, _, _ in steps)
    pace = Pace(lambda: next(clock))
    return [pace.told(Progress(done, total, "Indexing")) for _, done, total in steps][-1]


def test_rate_and_time_left() -> None:
    end = (2.0, 12_000, 100_000)
    assert told((0.5, 0, 100_000), end) == "Indexing · 12,000 of 100,000 · 8,000/s · 11 s left"
    assert told((0, 0, 600), (10, 5, 600)) == "Indexing · 5 of 600 · 0.5/s · 20 min left"


def test_nothing_is_claimed_too_early_or_without_an_end() -> None:
    assert told((0, 0, 100), (0.1, 50, 100)) == "Indexing · 50 of 100"
    assert told((0, 0, 0)) == "Indexing"
    assert told((0, 500, 0), (1, 1_500, 0)) == "Indexing · 1,500 · 1,000/s"


def test_another_piece_of_work_starts_the_clock_again() -> None:
    assert told((0, 0, 10), (9, 9, 10), (10, 0, 20), (11, 5, 20)).endswith(
        "5 of 20 · 5.0/s · 3 s left"
    )
    assert told((0, 0, 10), (9, 9, 10), (10, 2, 10)) == "Indexing · 2 of 10"
