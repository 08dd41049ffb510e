"""How densely a text reflects, by which a reflection is told apart from its own description."""

from collections.abc import Mapping, Sequence
from functools import cache

from cmalt_tui.checked_toml import read_table
from cmalt_tui.review.moves.marking import MovedSentence
from cmalt_tui.review.moves.rule_files import SHIPPED

_FEWEST_WORDS = 4
_FEWEST_SENTENCES = 3


def density(sentences: Sequence[MovedSentence]) -> float:
    """How much a text reflects for its length; comparable between texts of one author only.

    It is no measure of quality: it exists to test the rules, and to tell a reflection that only
    goes on describing.

    Args:
        sentences: A text's sentences, marked in the professional register.
    """
    counted = [one for one in sentences if len(one.text.split()) >= _FEWEST_WORDS]
    total = sum(_weights()[move] for one in counted for move in one.moves)
    return total / max(_FEWEST_SENTENCES, len(counted))


@cache
def _weights() -> Mapping[str, int]:
    table = read_table(SHIPPED / "score.toml").table("weights")
    return {move: table.number(move) for move in table.values}
