"""Scores of the X-ray against labelled sentences of diaries: CEReD, in tab-separated files."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cmalt_tui.review.moves import MovedSentence, MoveRules, Register, marked_sentence

_DESCRIPTIVE = ("Experience", "Other")
# Where a label of CEReD and a move mean the same; "Reflection" has no move of its own.
LABELS: Mapping[str, tuple[str, ...]] = {
    "experience": ("Experience",),
    "feeling": ("Feeling",),
    "difficulty": ("Difficulty", "Difficulties"),
    "assumption": ("Belief", "Reflection"),
    "other-view": ("Perspective",),
    "lesson": ("Learning",),
    "next-step": ("Intention",),
    "differently": ("Intention", "Learning"),
}


class Labelled(NamedTuple):
    """A sentence with its label."""

    text: str
    label: str

    @property
    def is_reflective(self) -> bool:
        """Whether the label is one of reflection."""
        return self.label not in _DESCRIPTIVE


def read_labelled(file: Path) -> list[Labelled]:
    """The sentences of one file."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [Labelled(" ".join(row["sentence"].split()), row["y"]) for row in rows]


def show_scores(name: str, sentences: Sequence[Labelled], rules: MoveRules) -> None:
    """Print agreement on "reflective or not", then precision and recall of each move."""
    for register in (Register.DIARY, Register.PROFESSIONAL):
        marked = [marked_sentence(one.text, rules, register) for one in sentences]
        agreement = _agreement(sentences, marked)
        print(f"{name}, {len(sentences):,} sentences, {register.value}: {agreement}")
        for move, labels in LABELS.items():
            _show_move(move, labels, sentences, marked)


def _agreement(sentences: Sequence[Labelled], marked: Sequence[MovedSentence]) -> str:
    said = [one.is_reflective for one in marked]
    meant = [one.is_reflective for one in sentences]
    count = len(said)
    right = sum(a and b for a, b in zip(said, meant, strict=True))
    alike = sum(a == b for a, b in zip(said, meant, strict=True)) / count
    chance = (sum(said) * sum(meant) + (count - sum(said)) * (count - sum(meant))) / count**2
    f1 = 2 * right / max(1, sum(said) + sum(meant))
    kappa = (alike - chance) / (1 - chance) if chance < 1 else 1.0
    return f"F1 {f1:.3f}, kappa {kappa:.3f}, accuracy {alike:.3f}"


def _show_move(
    move: str,
    labels: tuple[str, ...],
    sentences: Sequence[Labelled],
    marked: Sequence[MovedSentence],
) -> None:
    said = [move in one.moves for one in marked]
    meant = [one.label in labels for one in sentences]
    right = sum(a and b for a, b in zip(said, meant, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(meant))
    share = sum(meant) / len(meant)
    print(
        f"    {move:<12} as {'/'.join(labels):<24}"
        f" precision {precision:.2f} (by chance {share:.2f}),"
        f" recall {recall:.2f}, said {sum(said)}, labelled {sum(meant)}"
    )
