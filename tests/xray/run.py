"""Prints how well moves of reflection are told: on labelled sentences and on real sections.

Run: python tests/xray/run.py [--cered FOLDER] [--portfolios FOLDER]
FOLDER of CEReD holds train.tsv, val.tsv or test.tsv of EduMUNI/reflection-classification, English
(Apache-2.0); the weights for diaries were learnt from its train part, whose scores are therefore
too good. FOLDER of portfolios holds portfolios of this program, or documents that can be imported.
Without it the sample is measured.
"""

import argparse
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from cmalt_tui.places import personal_places, shipped
from cmalt_tui.plain_text import count_words
from cmalt_tui.review.moves import (
    MOVES,
    MoveRules,
    Register,
    load_move_rules,
    xray_section,
    xray_text,
)
from cmalt_tui.review.moves.density import density

sys.path.insert(0, str(Path(__file__).parent))
from cered import read_labelled, show_scores
from deletion import show_deletions
from real_sections import OwnedSection, sections_in

_WORDS = 5_000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cered", type=Path)
    arguments.add_argument("--portfolios", type=Path)
    chosen = arguments.parse_args()
    rules = load_move_rules()
    if chosen.cered:
        for part in ("train", "val", "test"):
            for file in sorted(chosen.cered.rglob(f"{part}*.tsv")):
                show_scores(file.stem, read_labelled(file), rules)
    sample = shipped("samples") / "portfolio"
    folder = chosen.portfolios or sample
    print(f"sections in {folder.name}")
    sections = list(sections_in(folder, personal_places()))
    reflected = [one for one in sections if one.section.reflections]
    show_told_apart(reflected, rules)
    show_shares(sections, rules)
    show_questions(reflected, rules)
    print("deletion test")
    show_deletions(reflected, list(sections_in(sample, personal_places())), rules)
    show_times(sections)


def show_told_apart(sections: Sequence[OwnedSection], rules: MoveRules) -> None:
    """Print in how many sections the reflection is denser than the description."""
    right: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    missed = []
    for author, section in sections:
        reflection = "\n\n".join(piece.text for piece in section.reflections)
        if not (section.description.strip() and reflection.strip()):
            continue
        described, reflected = (
            density(xray_text(text, rules)) for text in (section.description, reflection)
        )
        pairs[author] += 1
        right[author] += reflected > described
        if reflected <= described:
            missed.append(f"{author} {section.id} ({described:.2f} and {reflected:.2f})")
    share = right.total() / max(1, pairs.total())
    print(f"description and reflection told apart: {right.total()}/{pairs.total()} ({share:.0%})")
    for author in pairs:
        print(f"    {author}: {right[author]}/{pairs[author]}")
    for one in missed:
        print(f"    not: {one}")


def show_shares(sections: Sequence[OwnedSection], rules: MoveRules) -> None:
    """Print how many sentences of descriptions and of reflections make each move."""
    made: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    for _, section in sections:
        for text in xray_section(section, rules).texts:
            total[text.part] += len(text.sentences)
            for sentence in text.sentences:
                made[text.part].update(sentence.moves)
    print("share of sentences with a move")
    for move in MOVES:
        shares = (
            f"{part} {made[part][move.id] / max(1, total[part]):.0%}" for part in sorted(total)
        )
        print(f"    {move.letter} {move.title:<22} {', '.join(shares)}")


def show_questions(sections: Sequence[OwnedSection], rules: MoveRules) -> None:
    """Print how many questions each section gets as it stands, and the first one."""
    by_author: dict[str, list[int]] = defaultdict(list)
    for author, section in sections:
        questions = xray_section(section, rules).questions
        by_author[author].append(len(questions))
        asked = ", ".join(question.move for question in questions) or "none"
        first = f"; {questions[0].question}" if questions else ""
        print(f"    {author} {section.id}: {asked}{first}")
    for author, counts in by_author.items():
        print(
            f"questions a section, {author}: mean {statistics.mean(counts):.1f}, most {max(counts)}"
        )


def show_times(sections: Sequence[OwnedSection]) -> None:
    """Print what loading and marking take."""
    texts = [piece.text for _, section in sections for piece in section.reflections]
    texts += [section.description for _, section in sections]
    words = sum(map(count_words, texts))
    begun = time.perf_counter()
    load_move_rules(registers=(Register.PROFESSIONAL,))
    loaded = time.perf_counter()
    load_move_rules()
    both = time.perf_counter()
    print(f"load {1000 * (loaded - begun):.0f} ms, both registers {1000 * (both - loaded):.0f} ms")
    for register in Register:
        # Texts and sentences that were read before are remembered, so each run has its own.
        taken = []
        for run in range(4):
            fresh = [f"{text}\n\nRun {run} {register.value}." for text in texts]
            unused = load_move_rules()
            begun = time.perf_counter()
            for text in fresh:
                xray_text(text, unused, register)
            taken.append(time.perf_counter() - begun)
        spent = 1000 * statistics.median(taken) * _WORDS / max(1, words)
        first = 1000 * taken[0] * _WORDS / max(1, words)
        print(
            f"{register.value}: {spent:.0f} ms for {_WORDS:,} words; the first time {first:.0f} ms"
        )


if __name__ == "__main__":
    main()
