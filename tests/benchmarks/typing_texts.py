"""Texts and portfolios for the typing benchmark: seeded, of the lengths that have budgets."""

import random
from pathlib import Path

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.places import personal_places
from cmalt_tui.store import create_portfolio

_SENTENCES = """
    we asked the panel about captions and found that most learners watch without sound because
    trains are loud so I changed the template, wrote a guide, ran two short sessions with
    colleagues from the library, then measured how often the recordings were opened again.
"""
_WORDS = _SENTENCES.split()
_SECTIONS, _ITEMS = 500, 2_000


def text_of(words: int) -> str:
    """Paragraphs of 60 to 120 words."""
    chance = random.Random(words)
    paragraphs = []
    while words > 0:
        length = min(words, chance.randint(60, 120))
        paragraphs.append(" ".join(chance.choices(_WORDS, k=length)))
        words -= length
    return "\n\n".join(paragraphs) + "\n"


def paragraph_of(characters: int) -> str:
    """One line, as a word processor gives it away."""
    return " ".join(random.Random(characters).choices(_WORDS, k=characters))[:characters] + "\n"


def write_portfolio(folder: Path, text: str) -> Path:
    """Write a portfolio with one text, in ``1a/description``."""
    section = Section("1a", description=text)
    create_portfolio(
        folder,
        Portfolio("Typing", "Mara Ellison-Quaye", "cmalt-2019", "cmalt", sections={"1a": section}),
    )
    return folder


def write_large_portfolio(folder: Path) -> Path:
    """Write a portfolio of 500 sections and 2,000 items of evidence."""
    framework = load_framework("cmalt-2019", personal_places())
    empty = Portfolio("Large", "Mara Ellison-Quaye", framework.id, "cmalt")
    ids = [entry.id for entry in entries(framework, empty) if not entry.is_declaration]
    ids += [f"specialist-{number}" for number in range(2, _SECTIONS + 2)]
    bank = {
        f"item-{number}": EvidenceItem(f"item-{number}", f"Paper number {number}", "document")
        for number in range(_ITEMS)
    }
    sections = {
        section_id: Section(
            section_id,
            description=text_of(120),
            reflections=(Reflection("first", "What I learnt", text_of(60)),),
            evidence=tuple(EvidenceUse(item) for item in list(bank)[number::_SECTIONS]),
        )
        for number, section_id in enumerate(ids[:_SECTIONS])
    }
    create_portfolio(
        folder,
        Portfolio(
            "Large", "Mara Ellison-Quaye", framework.id, "cmalt", sections=sections, evidence=bank
        ),
    )
    return folder
