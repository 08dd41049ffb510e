"""Works out what each typed word may stand for in the corpus."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmalt_tui.corpus.index.vocabulary import MOST_COMPLETIONS, Known, Vocabulary
from cmalt_tui.corpus.search.compounds import Compound
from cmalt_tui.corpus.search.correction import Neighbour, neighbours, other_spellings

# How well a form answers the typed word. Whatever is not below SURE counts as exact.
TYPED, OTHER_SPELLING, COMPLETED, SURE = 1.0, 0.9, 0.85, 0.8
# What another word of the same stem answers of that.
_SAME_STEM = 0.92
ONE_SLIP, FURTHER_SLIP = 0.6, 0.1
# What a word answers that begins with a typed one, if that is finished and no word itself.
_CUT_SHORT = 0.5
# A known word is doubted in at most so many passages, if a neighbour is in so many times more.
_RARE, _FAR_COMMONER = 2, 50
# The rarest of several words that a slip may stand for, against the most frequent.
_UNLIKELY = 0.7
_SHORT_BEGINNING, _FEW_COMPLETIONS = 2, 12
_SHORTEST_CUT = 3


@dataclass(frozen=True)
class Sought:
    """A typed word and what is looked for because of it.

    Attributes:
        forms: Words of the corpus, to how well each answers what was typed, 0 to 1.
        terms: One word a stem, the best first: what FTS5 is asked for.
        beginning: Letters with which further words may begin; empty where only forms count.
        passages: About how many passages hold one of them.
        taken: The words that were taken for a misspelt one.
        is_common: Whether it is in so many passages that it tells little.
        rewritten: Compounds as they stand in a passage, and as they are to be read there.
    """

    typed: str
    forms: dict[str, float]
    terms: tuple[str, ...] = ()
    beginning: str = ""
    passages: int = 0
    taken: tuple[str, ...] = ()
    is_common: bool = False
    rewritten: tuple[tuple[str, str], ...] = ()


def understand(
    vocabulary: Vocabulary,
    word: str,
    *,
    unfinished: bool = False,
    alone: bool = False,
    doubted: bool = False,
) -> Sought:
    """Find what a typed word stands for: itself, its stem's other forms, what it begins, or a slip.

    Args:
        vocabulary: The words of the corpus.
        word: Folded.
        unfinished: Whether it is the last word and may still be growing.
        alone: Whether it is the only word, so that a long list of completions costs little.
        doubted: Whether a slip is looked for although the corpus knows the word as it is.
    """

    def nearest() -> tuple[Neighbour, ...]:
        return vocabulary.remembered(
            (word, unfinished), lambda: neighbours(vocabulary, word, unfinished=unfinished)
        )

    found = _Gathering()
    found.take_family(vocabulary, word, TYPED)
    completions = vocabulary.completions(word) if unfinished else ()
    spellings = [other for other in other_spellings(word) if vocabulary.passages(other)]
    is_known = word in found.forms or completions or spellings
    if found.forms and not is_known and any(near.word in found.forms for near in nearest()):
        # The stemmer gives a misspelt word some stem and so would hide which word was meant.
        found = _Gathering()
    for spelling in spellings:
        found.take_family(vocabulary, spelling, OTHER_SPELLING)
    few = len(word) <= _SHORT_BEGINNING and not alone
    found.take(completions[: _FEW_COMPLETIONS if few else None], COMPLETED)
    taken: list[str] = []
    if not found.forms and not unfinished and len(word) >= _SHORTEST_CUT:
        begun = vocabulary.completions(word)[:_FEW_COMPLETIONS]
        found.take(begun, _CUT_SHORT)
        taken += [known.word for known in begun[:1]]
    if found.passages <= _RARE or doubted:
        least = found.passages * (1 if doubted else _FAR_COMMONER)
        most = max((near.passages for near in nearest()), default=0)
        for near in nearest():
            if near.passages < least or near.word in found.forms:
                continue
            likely = _UNLIKELY + (1 - _UNLIKELY) * near.passages / most
            answers = likely * (ONE_SLIP - FURTHER_SLIP * (near.distance - 1))
            found.take_family(vocabulary, near.word, answers)
            if unfinished:
                begun = vocabulary.completions(near.start)[:_FEW_COMPLETIONS]
                found.take(begun, answers - FURTHER_SLIP)
            taken.append(near.word)
    beginning = word if len(completions) == MOST_COMPLETIONS else ""
    return Sought(
        word,
        found.forms,
        tuple(found.terms.values()),
        beginning,
        found.passages,
        tuple(dict.fromkeys(taken)),
        vocabulary.is_common(found.passages),
    )


def in_two_words(one: Sought, other: Compound) -> Sought:
    """Let a typed word stand for two of the corpus, too; one that isn't known only for these."""
    is_known = one.typed in one.forms
    forms = one.forms if is_known else {}
    return replace(
        one,
        forms={**forms, one.typed: TYPED if is_known else OTHER_SPELLING},
        terms=(*(one.terms if is_known else ()), other.stands),
        passages=(one.passages if is_known else 0) + other.passages,
        taken=one.taken if is_known else (other.stands,),
        rewritten=((other.stands, other.typed),),
    )


def in_one_word(sought: Sequence[Sought], others: Sequence[Compound]) -> tuple[Sought, ...]:
    """Let neighbouring typed words also be found where the corpus has them as one."""
    also = {typed: other for other in others for typed in other.typed.split()}
    return tuple(_joined(one, also[one.typed]) if one.typed in also else one for one in sought)


def _joined(one: Sought, other: Compound) -> Sought:
    is_known = one.typed in one.forms
    return replace(
        one,
        forms={**(one.forms if is_known else {}), one.typed: TYPED},
        terms=(*(one.terms if is_known else ()), other.stands),
        passages=(one.passages if is_known else 0) + other.passages,
        taken=() if is_known else (other.stands,),
        rewritten=((other.stands, other.typed),),
    )


class _Gathering:
    """Collects forms, each at the best it was found for, and one term a stem."""

    def __init__(self) -> None:
        self.forms: dict[str, float] = {}
        self.terms: dict[str, str] = {}
        self.passages = 0

    def take_family(self, vocabulary: Vocabulary, word: str, answers: float) -> None:
        family = vocabulary.family(word)
        self.take(tuple(known for known in family if known.word == word), answers)
        self.take(family, answers * _SAME_STEM)

    def take(self, known: tuple[Known, ...], answers: float) -> None:
        for one in known:
            if one.word in self.forms:
                continue
            self.forms[one.word] = answers
            self.passages += one.passages
            self.terms.setdefault(one.stem, one.word)
