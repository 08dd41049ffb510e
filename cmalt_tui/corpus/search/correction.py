"""Finds the words of the corpus that a misspelt or unfinished word was meant to be."""

from dataclasses import dataclass

from cmalt_tui.corpus.index.vocabulary import LONGEST_WORD, Pool, Vocabulary

MOST_NEIGHBOURS = 6
# A neighbour that much rarer than the best one is a slip in the corpus, not what was meant.
_FAR_RARER = 50
_SPELLINGS = (
    *((f"is{end}", f"iz{end}") for end in ("e", "ed", "es", "er", "ing", "ation", "ations")),
    *((f"ys{end}", f"yz{end}") for end in ("e", "ed", "es", "ing")),
    *((f"our{end}", f"or{end}") for end in ("", "s", "ed", "ing", "al", "ite", "able")),
    *((f"ll{end}", f"l{end}") for end in ("ed", "ing", "er", "ers")),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("ence", "ense"),
    ("ice", "ise"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("lment", "llment"),
)


@dataclass(frozen=True)
class Neighbour:
    """A word of the corpus near a typed one.

    Attributes:
        start: The letters that were compared: the word, or a beginning of it.
        distance: Letters changed, left out, added or swapped with the next one.
    """

    word: str
    passages: int
    start: str
    distance: int


def neighbours(vocabulary: Vocabulary, word: str, *, unfinished: bool) -> tuple[Neighbour, ...]:
    """The words that a typed word was most likely meant to be, the likeliest first.

    How many slips are allowed goes by the word that was meant: none in one of up to 4 letters,
    one in one of up to 8, else two.
    Only words at the least distance are taken, since one slip is likelier than two. Distance is
    the optimal string alignment distance, in which two letters swapped are one slip.

    Args:
        vocabulary: The words of the corpus.
        word: Folded, as typed.
        unfinished: Whether the word is still being typed, so that it may be a beginning.
    """
    longest = _slips_in(len(word) + 1)
    if not longest or len(word) > LONGEST_WORD:
        return ()
    lengths = [
        length
        for length in range(max(1, len(word) - longest), len(word) + longest + 1)
        if _slips_in(length) >= abs(length - len(word))
    ]
    # Few slips fall on the first letter: words with another are looked at when there is need.
    every = vocabulary.letters()
    likely = every & set(word[:2])
    found: list[Neighbour] = []
    least = longest + 1
    for letters in (likely, every - likely):
        if least > 1:
            pools = [
                (length, vocabulary.pool(letter, length, beginnings=unfinished))
                for length in lengths
                for letter in sorted(letters)
            ]
            found += _nearest(word, pools, min(longest, least))
            least = min((near.distance for near in found), default=least)
    nearest = {}
    for near in sorted(found, key=lambda near: len(near.start)):
        if near.distance == least and near.word != word:
            nearest[near.word] = near
    likeliest = sorted(nearest.values(), key=lambda near: (-near.passages, near.word))
    return tuple(
        near
        for near in likeliest[:MOST_NEIGHBOURS]
        if near.passages * _FAR_RARER > likeliest[0].passages
    )


def other_spellings(word: str) -> tuple[str, ...]:
    """How the word might be spelt on the other side of the Atlantic; most are no words at all."""
    if len(word) < 5:
        return ()
    spelt = set()
    for british, american in _SPELLINGS:
        for end, instead in ((british, american), (american, british)):
            if word.endswith(end):
                spelt.add(word.removesuffix(end) + instead)
    return tuple(sorted(spelt - {word}))


def _nearest(word: str, pools: list[tuple[int, Pool]], most: int) -> list[Neighbour]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = []
    for length, pool in pools:
        slips = min(most, _slips_in(length))
        near = extract(word, pool.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        found += [
            Neighbour(*pool[start], start, int(distance))
            for start, distance, _ in near
            if start != word
        ]
    return found


def _slips_in(length: int) -> int:
    return 0 if length <= 4 else 1 if length <= 8 else 2
