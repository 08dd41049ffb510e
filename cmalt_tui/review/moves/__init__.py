"""The X-ray of reflection: which moves a text makes, sentence by sentence, and what to ask."""

from cmalt_tui.review.moves.marking import MovedSentence, marked_sentence, xray_text
from cmalt_tui.review.moves.move import EXPERIENCE, MOVES, Move, Register, letters, move_of
from cmalt_tui.review.moves.move_rule import Fired
from cmalt_tui.review.moves.move_rules import MoveRules
from cmalt_tui.review.moves.questions import MoveQuestion
from cmalt_tui.review.moves.rule_files import load_move_rules
from cmalt_tui.review.moves.section_xray import FoundMove, MovedText, SectionXray, xray_section

__all__ = [
    "EXPERIENCE",
    "MOVES",
    "Fired",
    "FoundMove",
    "Move",
    "MoveQuestion",
    "MoveRules",
    "MovedSentence",
    "MovedText",
    "Register",
    "SectionXray",
    "letters",
    "load_move_rules",
    "marked_sentence",
    "move_of",
    "xray_section",
    "xray_text",
]
