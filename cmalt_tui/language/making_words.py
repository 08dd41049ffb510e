"""Makes the word set that the program ships out of the lists of SCOWL; run by its maintainers.

Run: python -m cmalt_tui.language.making_words FOLDER
FOLDER holds the lists of SCOWL as Debian's package ``scowl`` installs them, ``english-words.10``
and on. What is in the lists, and what their sizes mean, stands in SCOWL's README:
http://wordlist.aspell.net/scowl-readme/.
"""

import lzma
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cmalt_tui.language.word_set import (
    AMERICAN,
    BOTH,
    BRITISH,
    COMMONNESS,
    HEADING,
    RARE,
    WORDS_FILE,
)

_KINDS = ("words", "contractions", "upper", "proper-names", "abbreviations")
_LISTS = {
    # Oxford's -ize is British as well.
    BRITISH: ("english", "british", "british_z"),
    AMERICAN: ("english", "american"),
}
# Spellings that are nearly as usual, "imposter": right, but nothing to suggest first.
_VARIANTS = {BRITISH: "british_variant_1", AMERICAN: "variant_1"}
_SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
# Rare words that are short lie too near to slips of common ones: "alow", "pase", "beng".
_SHORTEST_RARE = 7
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0}]


def main() -> None:
    """Write the word set beside its licence, and say how large it is."""
    lists = Path(sys.argv[1])
    british, american = (_words_of(lists, spelling) for spelling in (BRITISH, AMERICAN))
    blocks: dict[tuple[str, int], list[str]] = {}
    for word in sorted({*british, *american}):
        where = BOTH if word in british and word in american else ""
        where = where or (BRITISH if word in british else AMERICAN)
        size = british.get(word) or american[word]
        blocks.setdefault((where, _commonness(size)), []).append(word)
    text = "".join(
        f"{HEADING}{where} {size}\n" + "".join(f"{word}\n" for word in words)
        for (where, size), words in sorted(blocks.items())
    )
    WORDS_FILE.write_bytes(lzma.compress(text.encode(), filters=_FILTERS))
    print(f"{len(british):,} British and {len(american):,} American words")
    print(f"{WORDS_FILE.stat().st_size:,} bytes in {WORDS_FILE}")


def _words_of(lists: Path, spelling: str) -> Mapping[str, int]:
    """The words of a spelling and the smallest list that each is in."""
    variants = dict.fromkeys(_words(lists, [_VARIANTS[spelling]], _SIZES[:-1]), RARE)
    return {**variants, **_words(lists, _LISTS[spelling], _SIZES)}


def _words(lists: Path, categories: Iterable[str], most: Sequence[int]) -> Mapping[str, int]:
    """The words of some categories, up to a size of list; no possessives."""
    sizes: dict[str, int] = {}
    for size in most:
        for name in (f"{category}-{kind}.{size}" for category in categories for kind in _KINDS):
            file = lists / name
            listed = file.read_text(encoding="utf-8").split() if file.exists() else []
            for word in listed:
                if size < RARE or len(word) >= _SHORTEST_RARE:
                    sizes.setdefault(word, size)
    return {
        word: size
        for word, size in sizes.items()
        if not (word.endswith("'s") and word.removesuffix("'s") in sizes)
    }


def _commonness(size: int) -> int:
    """Put sizes together that tell nothing about which word was meant."""
    return min(kept for kept in COMMONNESS if kept >= size)


if __name__ == "__main__":
    main()
