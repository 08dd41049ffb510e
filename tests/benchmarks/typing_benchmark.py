"""Prints what a key costs, in bytes and until it is painted, beside a bare text area and editors.

Key by key and program by program in turns, in terminals of 120×40. The bare app is Textual's own
text area with a tree beside it; nano and micro are measured where they are installed.
Run: python tests/benchmarks/typing_benchmark.py
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import mean, median
from time import perf_counter

from timing import environment_of, row
from typing_terminal import Answer, typing_into
from typing_texts import paragraph_of, text_of, write_large_portfolio, write_portfolio

HERE = Path(__file__).resolve().parent
PROGRAM = Path(sys.executable).with_name("cmalt-tui")
OURS, BARE = "cmalt-tui", "bare text area"
RIGHT, DOWN, WORD, PAGE_UP, PAGE_DOWN = "\x1b[C", "\x1b[B", "\x1b[1;5C", "\x1b[5~", "\x1b[6~"
F2, CTRL_E, CTRL_P, ESCAPE = "\x1bOQ", "\x05", "\x10", "\x1b"
KEYS = {
    "a letter": list("and then we ask"),
    "cursor right": [RIGHT] * 14,
    "cursor down": [DOWN] * 14,
    "a word on": [WORD] * 14,
    "a page": [PAGE_DOWN, PAGE_UP] * 7,
}
TEXTS: Mapping[str, Callable[[], str]] = {
    "2,500 words": lambda: text_of(2_500),
    "20,000 words": lambda: text_of(20_000),
    "a paragraph of 30,000 characters": lambda: paragraph_of(30_000),
}
_PAGES_DOWN, _TO_WARM_UP, _IDLE, _ROUNDS = 3, 3, 5.0, 5


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        environment = {**environment_of(name), "HOME": name}
        for number, (title, make) in enumerate(TEXTS.items()):
            measure_text(home / str(number), title, make(), environment)
        measure_lists(home, environment)
        measure_opening(home, environment)


def measure_text(folder: Path, title: str, text: str, environment: Mapping[str, str]) -> None:
    """Press the same keys in every program in turn."""
    folder.mkdir()
    (folder / "text.md").write_text(text, encoding="utf-8")
    write_portfolio(folder / "portfolio", text)
    print(f"{title}: key to finished paint and bytes, medians (p95)")
    with ExitStack() as stack:
        programs = {
            name: stack.enter_context(typing_into(command, environment))
            for name, command in commands(folder).items()
        }
        for terminal in programs.values():
            terminal.rest()
            for _ in range(_PAGES_DOWN):
                terminal.press(PAGE_DOWN)
            terminal.rest()
            terminal.late = 0
        for action, keys in KEYS.items():
            answers: dict[str, list[Answer]] = {name: [] for name in programs}
            for key in [*keys[:_TO_WARM_UP], *keys]:
                for name, terminal in programs.items():
                    answers[name].append(terminal.press(key))
            print_answers(action, {name: a[_TO_WARM_UP:] for name, a in answers.items()})
        pressed = sum(len(keys) + _TO_WARM_UP for keys in KEYS.values())
        for name, terminal in programs.items():
            row(f"counts and the like, {name}", f"{terminal.late / pressed:.0f} B", "a key", "")
            terminal.rest(2.0)
            row(f"idle, {name}", f"{terminal.idle(_IDLE)} B", f"in {_IDLE:.0f} s", "0 B")
    print(flush=True)


def commands(folder: Path) -> dict[str, list[str | Path]]:
    """How the programs are started; those that aren't installed are told and left out."""
    text = folder / "text.md"
    found: dict[str, list[str | Path]] = {
        OURS: [PROGRAM, "open", folder / "portfolio", "--at", "1a/description"],
        BARE: [sys.executable, HERE / "bare_app.py", text],
    }
    for name, arguments in {"nano": ["-S"], "micro": ["-softwrap", "true"]}.items():
        if shutil.which(name):
            found[name] = [name, *arguments, text]
        else:
            print(f"{name} is not installed")
    return found


def measure_lists(home: Path, environment: Mapping[str, str]) -> None:
    """Type where a list changes with each key: what is sent is what changes on the screen."""
    print("lists and lines: bytes for a key, medians (p95)")
    with typing_into([PROGRAM, "demo", "--at", "1a/description"], environment) as terminal:
        terminal.rest(2.0)
        for place, opening, keys in (
            ("the outline, up and down", F2, "jjjjkkkkjjjjkkkk"),
            ("the palette", CTRL_P, "move the reflection"),
            ("the search list", CTRL_E, "captions and the pilot"),
        ):
            terminal.press(opening)
            terminal.rest(1.5)
            terminal.late = 0
            print_answers(place, {OURS: [terminal.press(key) for key in keys]})
            later = f"{terminal.late / len(keys):,.0f} B"
            row("and later, when results are there", later, "a key", "")
            terminal.press(ESCAPE)
            terminal.rest(1.0)
    print(flush=True)


def measure_opening(home: Path, environment: Mapping[str, str]) -> None:
    """Open a large portfolio, in turns with the bare app on one of its texts."""
    large = write_large_portfolio(home / "large")
    taken: dict[str, list[tuple[float, int]]] = {OURS: [], BARE: []}
    for _ in range(_ROUNDS):
        for name, command, last_words in (
            (OURS, [PROGRAM, "open", large], b"help"),
            (BARE, [sys.executable, HERE / "bare_app.py", HERE / "bare_app.py"], b"app ready"),
        ):
            start = perf_counter()
            with typing_into(command, environment) as terminal:
                terminal.wait_for(last_words)
                seconds = perf_counter() - start
                terminal.rest()
                taken[name].append((seconds, terminal.peak_memory()))
    print(f"opening 500 sections and 2,000 items of evidence, medians of {_ROUNDS}")
    for name, budget in ((OURS, "≤ 1 s, ≤ 150 MB"), (BARE, "")):
        seconds, memory = (median(column) for column in zip(*taken[name], strict=True))
        row(name, f"{seconds * 1000:.0f} ms", f"{memory / 1024:.0f} MB at most", budget)


def print_answers(action: str, answers: Mapping[str, Sequence[Answer]]) -> None:
    """Print a line for each program."""
    bare = answers.get(BARE)
    for name, given in answers.items():
        seconds = [answer.seconds * 1000 for answer in given]
        sent = [answer.sent for answer in given]
        told = f"{median(sent):,.0f} B ({_p95(sent):,.0f}, mean {mean(sent):,.0f})"
        budget = ""
        if bare and name != BARE:
            budget = f"{median(seconds) / (median(a.seconds for a in bare) * 1000):.2f} × bare"
        row(f"{action}, {name}", f"{median(seconds):.1f} ms ({_p95(seconds):.0f})", told, budget)


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


if __name__ == "__main__":
    main()
