"""The deletion test: a move out, and its question comes; one by another author in, and it goes."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from real_sections import OwnedSection

from cmalt_tui.model.portfolio import REFLECTION, Section
from cmalt_tui.review.moves import MOVES, MoveRules, SectionXray, xray_section

_DONORS = 5
_SEED = 11


def show_deletions(
    sections: Sequence[OwnedSection], others: Sequence[OwnedSection], rules: MoveRules
) -> None:
    """Print for each move how often both directions hold, and the share over all moves.

    Args:
        sections: Where a move is taken out.
        others: More sections from which a sentence may be put in.
        rules: The rules.
    """
    chance = random.Random(_SEED)
    donors = _donors((*sections, *others), rules)
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    put: Counter[str] = Counter()
    for owned in sections:
        whole = xray_section(owned.section, rules)
        for move in (found.move for found in whole.found):
            bare = without(owned.section, whole, move)
            if not bare.reflections:
                continue
            taken[move] += 1
            came[move] += move in _asked(bare, rules)
            theirs = [text for author, text in donors[move] if author != owned.author]
            for text in chance.sample(theirs, min(_DONORS, len(theirs))):
                put[move] += 1
                went[move] += move not in _asked(_with(bare, text), rules)
    for move in MOVES:
        print(
            f"    {move.letter} {move.title:<22} question comes {came[move.id]}/{taken[move.id]},"
            f" goes {went[move.id]}/{put[move.id]}"
        )
    print(
        f"    all: comes {came.total()}/{taken.total()} ({_share(came, taken)}),"
        f" goes {went.total()}/{put.total()} ({_share(went, put)})"
    )


def _share(part: Counter[str], whole: Counter[str]) -> str:
    return f"{part.total() / max(1, whole.total()):.1%}"


def _asked(section: Section, rules: MoveRules) -> set[str]:
    return {question.move for question in xray_section(section, rules).questions}


def _donors(sections: Sequence[OwnedSection], rules: MoveRules) -> dict[str, list[tuple[str, str]]]:
    """Sentences of reflections by move, each with its author."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for author, section in sections:
        for text in xray_section(section, rules).texts:
            if text.part == REFLECTION:
                for sentence in text.sentences:
                    for move in sentence.moves:
                        found[move].append((author, sentence.text))
    return found


def without(section: Section, whole: SectionXray, move: str) -> Section:
    """A section without every sentence that makes a move."""
    texts = {(text.part, text.item): text for text in whole.texts}

    def cut(part: str, item: str, text: str) -> str:
        if (part, item) not in texts:
            return text
        for one in reversed(texts[part, item].sentences):
            if move in one.moves:
                text = text[: one.start] + text[one.end :]
        return text

    bare = replace(
        section,
        description=cut("description", "", section.description),
        statement=cut("statement", "", section.statement),
        reflections=tuple(
            replace(piece, text=cut(REFLECTION, piece.id, piece.text))
            for piece in section.reflections
        ),
    )
    return bare


def _with(section: Section, sentence: str) -> Section:
    last = section.reflections[-1]
    return section.with_reflection(replace(last, text=f"{last.text}\n\n{sentence}"))
