"""Portfolios for the review's benchmark: sentences of the sample, put together anew by a seed."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.places import personal_places, shipped
from cmalt_tui.review.prose import prose_sentences
from cmalt_tui.store import open_portfolio_folder

WORDS, ITEMS = 12_000, 2_000
_KINDS = ("report", "screenshot", "testimonial", "minutes", "certificate", "video")
_TODAY = date(2026, 12, 1)


@cache
def framework() -> Framework:
    """The framework of all that is measured."""
    return load_framework("cmalt-2019", personal_places())


def portfolio_of(seed: int) -> Portfolio:
    """A portfolio of 12,000 words in all its sections; another seed gives another text."""
    chance = random.Random(seed)
    empty = Portfolio("Measured", "Mara Ellison-Quaye", "cmalt-2019", "cmalt")
    listed = [entry for entry in entries(framework(), empty) if not entry.is_declaration]
    pieces = sum(1 if entry.is_statement else 2 for entry in listed)
    sections = {}
    for entry in listed:
        if entry.is_statement:
            section = Section(entry.id, statement=text_of(chance, WORDS // pieces))
        else:
            reflection = Reflection("first", "What I learnt", text_of(chance, WORDS // pieces))
            described = text_of(chance, WORDS // pieces)
            section = Section(entry.id, description=described, reflections=(reflection,))
        sections[entry.id] = section
    return replace(empty, sections=sections)


def with_evidence(portfolio: Portfolio) -> Portfolio:
    """The portfolio with 2,000 items of evidence, half of them used in some section."""
    chance = random.Random(ITEMS)
    sentences = _sentences()
    bank = {
        f"item-{number}": EvidenceItem(
            f"item-{number}",
            " ".join(chance.choice(sentences).split()[:8]),
            chance.choice(_KINDS),
            _TODAY - timedelta(chance.randrange(1_500)),
            caption=chance.choice(sentences),
            url=f"https://example.org/{number}",
            permission="own",
        )
        for number in range(ITEMS)
    }
    graded = [one for one in portfolio.sections.values() if one.description]
    used = iter([*bank][: ITEMS // 2])
    each = ITEMS // 2 // len(graded)
    sections = {
        one.id: replace(
            one, evidence=tuple(EvidenceUse(next(used), "It shows it.") for _ in range(each))
        )
        for one in graded
    }
    return replace(portfolio, evidence=bank, sections={**portfolio.sections, **sections})


def text_of(chance: random.Random, words: int) -> str:
    """Paragraphs of three to six sentences, with some words of their own so that none recurs."""
    paragraphs = []
    while words > 0:
        sentences = [chance.choice(_sentences()) for _ in range(chance.randint(3, 6))]
        sentences.append(f"That was group {chance.randrange(10_000)} of the term.")
        paragraphs.append(" ".join(sentences))
        words -= len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


@cache
def _sentences() -> tuple[str, ...]:
    sample = open_portfolio_folder(shipped("samples") / "portfolio").load()
    texts = [
        text
        for one in sample.sections.values()
        for text in (one.statement, one.description, *(piece.text for piece in one.reflections))
    ]
    return tuple(one.text for text in texts for one in prose_sentences(text))
