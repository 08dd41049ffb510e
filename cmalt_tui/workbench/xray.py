"""The reflection X-ray of a portfolio's sections or of any text, for both front ends."""

from cmalt_tui.places import Places
from cmalt_tui.review.moves import (
    MovedSentence,
    MoveRules,
    Register,
    SectionXray,
    load_move_rules,
    marked_sentence,
)

SCHEMA = 1


def move_rules(places: Places, register: Register = Register.PROFESSIONAL) -> MoveRules:
    """Load the rules of the X-ray for a register, a person's own laid over the shipped ones.

    What can't be used is named among ``problems``; a pattern that proves too slow joins them.
    """
    return load_move_rules(places.own_moves, (register,))


def own_move_rules(places: Places) -> MoveRules | None:
    """The rules for a review where a person has some of their own; None where they have none."""
    if not places.own_moves.is_dir():
        return None
    return load_move_rules(places.own_moves, (Register.PROFESSIONAL,))


def xray_lines(text: str, rules: MoveRules, register: Register) -> tuple[MovedSentence, ...]:
    """Take every line of a text for one sentence, an empty one too."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()  # The end of the last line begins no other one.
    return tuple(marked_sentence(line, rules, register) for line in lines)


def sentences_as_json(sentences: tuple[MovedSentence, ...]) -> list[dict[str, object]]:
    """Sentences as ``xray --json`` prints them."""
    return [
        {
            "text": one.text,
            "moves": list(one.moves),
            "reflective": one.is_reflective,
            "start": one.start,
            "end": one.end,
            "paragraph": one.paragraph,
            "because": [
                {"rule": fired.rule, "move": fired.move, "words": fired.words}
                for fired in one.fired
                if fired.move in one.moves
            ],
        }
        for one in sentences
    ]


def section_as_json(xray: SectionXray) -> dict[str, object]:
    """The X-ray of a section as ``xray --section --json`` prints it."""
    return {
        "section": xray.section,
        "sentences": [
            {"part": text.part, "item": text.item, **sentence}
            for text in xray.texts
            for sentence in sentences_as_json(text.sentences)
        ],
        "found": [one._asdict() for one in xray.found],
        "missing": list(xray.missing),
        "questions": [one._asdict() for one in xray.questions],
    }
