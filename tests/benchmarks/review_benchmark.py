"""Times the review of 12,000 words, of a section, the X-ray and the evidence; asserts nothing.

Run: python tests/benchmarks/review_benchmark.py [rounds]

The yardstick is one pass that finds the sentences of the same text. Examples are not compared: see
overlap_benchmark.py.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from cmalt_tui.model.coverage import evidence_coverage, principle_coverage
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.places import Places
from cmalt_tui.review.moves import xray_section
from cmalt_tui.review.prose import prose_sentences
from cmalt_tui.review.reviewed_text import texts_of
from cmalt_tui.workbench.evidence_choosing import evidence_for, sections_for
from cmalt_tui.workbench.examples import Examples
from cmalt_tui.workbench.review import review_of
from cmalt_tui.workbench.xray import move_rules

sys.path.insert(0, str(Path(__file__).parent))
from review_texts import ITEMS, framework, portfolio_of, text_of, with_evidence
from timing import row

_ROUNDS = 5
_EDITS = 20
_SECTION = "1a"
_TODAY = date(2026, 12, 1)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        places = Places(home / "config", home / "data", home / "cache")
        measure(places, Examples(places), rounds)


def measure(places: Places, examples: Examples, rounds: int) -> None:
    """Measure on texts that were not seen before, and on those that were."""

    def review(portfolio: Portfolio, section_id: str = "") -> float:
        return _seconds(
            lambda: review_of(portfolio, framework(), examples, section_id=section_id, today=_TODAY)
        )

    framework()
    first = review(portfolio_of(0))
    unseen = [portfolio_of(seed) for seed in range(1, 3 * rounds + 1)]
    yardstick = statistics.median(_sentences_of(one) for one in unseen[:rounds])
    row("sentences of 12,000 words, one pass", _ms(yardstick), "the yardstick", "")
    _tell("full review, the first of the process", first, yardstick, "500 ms")
    fresh = [(review(one), review(one)) for one in unseen[rounds : 2 * rounds]]
    once, again = (statistics.median(column) for column in zip(*fresh, strict=True))
    _tell("full review, a text not seen before", once, yardstick, "500 ms")
    _tell("full review, the same again", again, yardstick, "500 ms")
    edited = [review(_edited(unseen[rounds], number), _SECTION) for number in range(_EDITS)]
    _tell("one section after an edit", statistics.median(edited), yardstick, "30 ms")
    _tell("the slowest of 20 edits", max(edited), yardstick, "")
    rules = move_rules(places)
    _tell("rules of the X-ray, loaded anew", _seconds(lambda: move_rules(places)), yardstick, "")
    xrays = [
        _seconds(lambda one=one: [xray_section(s, rules) for s in one.sections.values()])
        for one in unseen[2 * rounds :]
    ]
    _tell("X-ray alone, a text not seen before", statistics.median(xrays), yardstick, "")
    _measure_evidence(with_evidence(unseen[0]), rounds, yardstick, review)


def _measure_evidence(
    portfolio: Portfolio, rounds: int, yardstick: float, review: Callable[[Portfolio], float]
) -> None:
    print(f"with {ITEMS:,} items of evidence")
    tasks: dict[str, Callable[[], object]] = {
        "matrix of items and sections": lambda: evidence_coverage(framework(), portfolio, _TODAY),
        "matrix of principles": lambda: principle_coverage(framework(), portfolio),
        "what fits a section": lambda: evidence_for(framework(), portfolio, _SECTION, _TODAY),
        "what an item fits": lambda: sections_for(framework(), portfolio, "item-1999", _TODAY),
    }
    for name, task in tasks.items():
        taken = [_seconds(task) for _ in range(rounds + 1)]
        told = f"{name}, the first time", f"{name}, again"
        _tell(told[0], taken[0], yardstick, "")
        _tell(told[1], statistics.median(taken[1:]), yardstick, "")
    review(portfolio)
    _tell("full review, the same again", review(portfolio), yardstick, "500 ms")


def _edited(portfolio: Portfolio, number: int) -> Portfolio:
    """The portfolio after another sentence was written into one paragraph of a section."""
    section = portfolio.section(_SECTION)
    added = text_of(random.Random(number), 1).split(".")[0]
    return portfolio.with_section(
        replace(section, description=f"{section.description}\nOn day {number}, {added}.\n")
    )


def _sentences_of(portfolio: Portfolio) -> float:
    texts = [text.text for entry in entries(framework(), portfolio) for text in texts_of(entry)]
    return _seconds(lambda: [prose_sentences(text) for text in texts])


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _tell(what: str, seconds: float, yardstick: float, budget: str) -> None:
    row(what, _ms(seconds), f"{seconds / yardstick:.1f} x the sentences alone", budget)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
