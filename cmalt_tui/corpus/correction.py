"""Finds the words of the corpus that a misspelt or unfinished word was meant to be."""

from dataclasses import dataclass

from cmalt_tui.corpus.vocabulary import LONGEST_WORD, Pool, Vocabulary

MOST_NEIGHBOURS = 4
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


def allowed_slips(word: str) -> int:
    """How many slips a word of that length may hold: 0 up to 4 letters, 1 up to 8, else 2."""
    return 0 if len(word) <= 4 else 1 if len(word) <= 8 else 2


def neighbours(vocabulary: Vocabulary, word: str, *, unfinished: bool) -> tuple[Neighbour, ...]:
    """The words that a typed word was most likely meant to be, the likeliest first.

    How many slips are allowed goes by the word that was meant: none in one of up to 4 letters.
    Only words at the least distance are taken, since one slip is likelier than two. Distance is
    the optimal string alignment distance, in which two letters swapped are one slip.

    Args:
        vocabulary: The words of the corpus.
        word: Folded, as typed.
        unfinished: Whether the word is still being typed, so that it may be a beginning.
    """
    longest = allowed_slips(word + "  ")
    if not longest or len(word) > LONGEST_WORD:
        return ()
    pools = [
        pool
        for length in range(len(word) - longest, len(word) + longest + 1)
        for pool in vocabulary.pools(length, beginnings=unfinished)
        if allowed_slips(pool.first) >= abs(length - len(word))
    ]
    # Few slips fall on the first letter: those words are nearly always enough, and far fewer.
    likely = [pool for pool in pools if pool.first[0] in word[:2]]
    found = _nearest(word, likely, longest)
    least = min((near.distance for near in found), default=longest + 1)
    if least > 1:
        found += _nearest(word, [p for p in pools if p.first[0] not in word[:2]], least - 1)
        least = min((near.distance for near in found), default=0)
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


def _nearest(word: str, pools: list[Pool], most: int) -> list[Neighbour]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = []
    for pool in pools:
        slips = min(most, allowed_slips(pool.first))
        near = extract(word, pool.words.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        found += [
            Neighbour(*pool.words[start], start, int(distance))
            for start, distance, _ in near
            if start != word
        ]
    return found
