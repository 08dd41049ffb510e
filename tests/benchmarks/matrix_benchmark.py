"""Prints what a key costs in evidence mode, in a terminal of 120×40; asserts nothing.

One portfolio has the 2,000 items in the sections of the framework, one in 500 sections.
Run: python tests/benchmarks/matrix_benchmark.py
"""

import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from timing import environment_of, row
from typing_terminal import Answer, TypingTerminal, typing_into
from typing_texts import write_large_portfolio

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import EVIDENCE, EvidenceItem, EvidenceUse, Portfolio, Section
from cmalt_tui.places import personal_places
from cmalt_tui.store import create_portfolio

PROGRAM = Path(sys.executable).with_name("cmalt-tui")
ALT_SEMICOLON, RIGHT, LEFT, PAGE_DOWN, PAGE_UP = "\x1b;", "\x1b[C", "\x1b[D", "\x1b[6~", "\x1b[5~"
KEYS = {
    "a row down": ["j"] * 30,
    "a row up": ["k"] * 30,
    "a column": [RIGHT] * 8 + [LEFT] * 8,
    "a page": [PAGE_DOWN, PAGE_UP] * 8,
    "to the end and back": ["G", "g"] * 6,
    "another order": ["o"] * 6,
    "use and not": [" "] * 8,
}
_ITEMS = 2_000
_KINDS = ("report", "screenshot", "testimonial", "minutes", "certificate")
_PERMISSIONS = ("own", "granted", "asked", "anonymised", "needed", "")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        environment = {**environment_of(name), "HOME": name}
        for title, folder in (
            ("the sections of the framework", write_bank(home / "bank")),
            ("500 sections", write_large_portfolio(home / "large")),
        ):
            print(f"2,000 items, {title}: key to finished paint and bytes, medians (p95)")
            command = [PROGRAM, "open", folder, "--at", "1a/description"]
            with typing_into(command, environment) as terminal:
                terminal.rest(2.0)
                _print("evidence mode opens", [terminal.press(ALT_SEMICOLON, 0.3)])
                terminal.rest()
                _measure(terminal)


def write_bank(folder: Path) -> Path:
    """Write a portfolio whose sections share 2,000 items of all kinds, ages and permissions."""
    framework = load_framework("cmalt-2019", personal_places())
    empty = Portfolio("Bank", "Mara Ellison-Quaye", framework.id, "cmalt")
    asked = [entry.id for entry in entries(framework, empty) if EVIDENCE in entry.asked.parts]
    bank = {
        f"item-{number}": EvidenceItem(
            f"item-{number}",
            f"Paper number {number} on the recording of the workshops",
            _KINDS[number % len(_KINDS)],
            date(2026, 1, 1) - timedelta(days=number),
            permission=_PERMISSIONS[number % len(_PERMISSIONS)],
        )
        for number in range(_ITEMS)
    }
    sections = {
        section_id: Section(
            section_id,
            evidence=tuple(
                EvidenceUse(item, "It shows it." if place % 3 else "")
                for place, item in enumerate(list(bank)[number :: len(asked) + 2])
            ),
        )
        for number, section_id in enumerate(asked)
    }
    create_portfolio(folder, replace(empty, sections=sections, evidence=bank))
    return folder


def _measure(terminal: TypingTerminal) -> None:
    for action, keys in KEYS.items():
        _print(action, [terminal.press(key) for key in keys])


def _print(action: str, answers: list[Answer]) -> None:
    seconds = sorted(answer.seconds * 1000 for answer in answers)
    sent = sorted(answer.sent for answer in answers)
    p95 = int(len(answers) * 0.95)
    row(
        action,
        f"{median(seconds):.1f} ms ({seconds[p95]:.0f})",
        f"{median(sent):,.0f} B ({sent[p95]:,.0f})",
        "",
    )


if __name__ == "__main__":
    main()
