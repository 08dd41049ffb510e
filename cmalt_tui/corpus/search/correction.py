"""Finds the words of the corpus that a misspelt or unfinished word was meant to be."""

from dataclasses import dataclass

from cmalt_tui.corpus.index.vocabulary import LONGEST_WORD, Vocabulary

MOST_NEIGHBOURS = 6
# Of the words at one distance, only so many of the most frequent are looked up.
_MOST_LOOKED_UP = 40
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
    ("gement", "gment"),
    *((f"our{end}", f"or{end}") for end in ("ful", "less", "ism", "ist", "ally", "ably", "er")),
    *((f"tr{end}", f"ter{end}") for end in ("ed", "ing")),
    ("rey", "ray"),
    ("fence", "fense"),
    ("ilful", "illful"),
)
# Inside a word: paediatric, anaesthetic, encyclopaedia.
_INSIDE = (("ae", "e"), ("oeuvre", "euver"))


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
    # Few slips fall on the first letter: words with another are looked at when there is need,
    # by their second one, which is the typed word's first or second if the first was the slip.
    letters = sorted(set(word[:2]))
    found: list[tuple[int, str]] = []
    least = longest + 1
    for place in (1, 2):
        if least > 1:
            for length in lengths:
                for letter in letters:
                    pool = vocabulary.pool(place, letter, length, beginnings=unfinished)
                    found += _nearest(word, pool, min(longest, least, _slips_in(length)))
            least = min((distance for distance, _ in found), default=least)
    if not found:
        rare = vocabulary.rare(word[0], min(lengths, default=1), max(lengths, default=1))
        found = [
            near for near in _nearest(word, rare, longest) if near[0] <= _slips_in(len(near[1]))
        ]
        least = min((distance for distance, _ in found), default=least)
    starts = dict.fromkeys(start for distance, start in found if distance == least)
    nearest: dict[str, Neighbour] = {}
    for start in sorted(list(starts)[:_MOST_LOOKED_UP], key=len):
        meant, passages = vocabulary.most_frequent(start) if unfinished else (start, 0)
        passages = passages or vocabulary.passages(meant)
        if meant != word:
            nearest[meant] = Neighbour(meant, passages, start, least)
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
    for british, american in _INSIDE:
        spelt.add(word.replace(british, american))
    return tuple(sorted(spelt - {word}))


def _nearest(word: str, pool: list[str], most: int) -> list[tuple[int, str]]:
    """Distance and word of what is near in a pool, in the order of the pool."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    near = extract(word, pool, scorer=OSA.distance, score_cutoff=most, limit=None)
    near.sort(key=lambda found: found[2])
    return [(int(distance), start) for start, distance, _ in near if start != word]


def _slips_in(length: int) -> int:
    return 0 if length <= 4 else 1 if length <= 8 else 2
