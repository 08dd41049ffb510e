"""Prints how well spelling is checked: misspellings found, right words suggested, false alarms.

Run: python tests/spelling/run.py [--misspellings FOLDER] [--portfolios FOLDER…] [--misses]
FOLDER of misspellings holds dict-en.json and dict-en-gb.json of the npm package
@cspell/dict-en-common-misspellings 2.2.6 (CC BY-SA 4.0: to measure with, not to ship); the weights
of the suggestions were tried on another sample of it. FOLDER of portfolios is a portfolio of this
program, or holds text files; make one of others with `cmalt-tui import`.
"""

import argparse
import json
import random
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cmalt_tui.language.dictionary import Dictionary, load_dictionary
from cmalt_tui.plain_text import clean, count_words
from cmalt_tui.store import find_portfolio

sys.path.insert(0, str(Path(__file__).parent))
from pairs import PAIRS, Pair

_SAMPLE = 2_000
_SEEDS = (202, 7, 31)
_PROSE = Path(__file__).resolve().parents[2] / "samples" / "portfolio" / "sections"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misspellings", type=Path)
    arguments.add_argument("--portfolios", type=Path, nargs="*", default=[])
    arguments.add_argument("--misses", action="store_true", help="name what was not right")
    chosen = arguments.parse_args()
    dictionary = load_dictionary("british")
    show_times()
    show_found("own list", dictionary, PAIRS, misses=chosen.misses)
    show_suggested("own list", dictionary, PAIRS, misses=chosen.misses)
    if chosen.misspellings:
        for name in ("dict-en.json", "dict-en-gb.json"):
            pairs = read_pairs(chosen.misspellings / name)
            show_found(name, dictionary, pairs, misses=chosen.misses)
            for seed in _SEEDS:
                sample = random.Random(seed).sample(pairs, min(_SAMPLE, len(pairs)))
                show_suggested(f"{name}, sample {seed}", dictionary, sample, misses=chosen.misses)
    for folder in chosen.portfolios:
        show_false_alarms(dictionary, folder)


def show_times() -> None:
    """Print what loading and checking take; medians."""
    load = timed(lambda: load_dictionary("british"), 5)
    ready = timed(lambda: load_dictionary("british").prepare(), 5)
    dictionary = load_dictionary("british")
    dictionary.prepare()
    lines = prose_lines(5_000)
    first = timed(lambda: list(dictionary.check(lines)), 1)
    again = timed(lambda: list(dictionary.check(lines)), 9)
    words = [pair.typed for pair in PAIRS]
    each = [timed(lambda word=word: dictionary.suggest(word), 1) for word in words]  # type: ignore[misc]
    print(f"load {load:.0f} ms; with all that names and suggestions need {ready:.0f} ms")
    print(f"check of 5,000 words: the first time {first:.1f} ms, then {again:.1f} ms")
    print(
        f"suggestions: median {statistics.median(each):.1f} ms, slowest {max(each):.1f} ms a word"
    )


def timed(work: Callable[[], object], times: int) -> float:
    """The median of so many runs, in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def prose_lines(words: int) -> list[str]:
    """So many words of the sample portfolio."""
    lines: list[str] = []
    while count_words("\n".join(lines)) < words:
        for text in texts_of(_PROSE.parent):
            lines += text.split("\n")
    return lines


def read_pairs(file: Path) -> list[Pair]:
    """Read a dictionary of cspell: ``recieve->receive, relieve``, the usual one first."""
    known = json.loads(file.read_text(encoding="utf-8"))
    listed = [line for one in known["dictionaryDefinitions"] for line in one["suggestWords"]]
    split = (line.partition("->") for line in listed)
    return [Pair(typed, tuple(map(str.strip, right.split(",")))) for typed, _, right in split]


def show_found(name: str, dictionary: Dictionary, pairs: Sequence[Pair], *, misses: bool) -> None:
    """Print how many misspellings are doubtful."""
    missed = [pair.typed for pair in pairs if not dictionary.check_line(pair.typed)]
    print(f"{name}: {len(pairs):,} misspellings, {1 - len(missed) / len(pairs):.2%} found")
    if misses:
        print("   ", *missed[:200])


def show_suggested(
    name: str, dictionary: Dictionary, pairs: Sequence[Pair], *, misses: bool
) -> None:
    """Print how often a right word is first and among five; a word that is not found counts."""
    usual = first = among = known = first_known = among_known = 0
    for pair in pairs:
        found = dictionary.check_line(pair.typed)
        suggested = [folded(word) for word in dictionary.suggest(pair.typed)] if found else []
        right = [folded(word) for word in pair.right]
        is_first, is_among = suggested[:1] and suggested[0] in right, set(suggested) & set(right)
        usual += suggested[:1] == right[:1]
        first += bool(is_first)
        among += bool(is_among)
        if any(not dictionary.check_line(word) for word in pair.right):
            known += 1
            first_known += bool(is_first)
            among_known += bool(is_among)
        if misses and not is_first:
            print("   ", pair.typed, pair.right, suggested)
    count = len(pairs)
    print(
        f"{name}: {count:,} pairs: a right word first {first / count:.1%} (the one listed first "
        f"{usual / count:.1%}), among five {among / count:.1%}; of the {known / count:.0%} whose "
        f"right word is in the word set: {first_known / known:.1%}, {among_known / known:.1%}"
    )


def folded(word: str) -> str:
    """A word without capitals and accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def show_false_alarms(dictionary: Dictionary, folder: Path) -> None:
    """Print the doubtful words of a portfolio, for a person to tell which are true."""
    texts = list(texts_of(folder))
    words = sum(count_words(text) for text in texts)
    found = Counter(one.word for text in texts for one in dictionary.check(text.split("\n")))
    tokens = sum(found.values())
    print(
        f"{folder.name}: {words:,} words, {tokens} doubtful ({1000 * tokens / words:.2f} in 1,000),"
        f" {len(found)} different ones ({1000 * len(found) / words:.2f} in 1,000)"
    )
    print("   ", *(f"{word}×{times}" if times > 1 else word for word, times in found.most_common()))


def texts_of(folder: Path) -> Iterator[str]:
    """The texts of a portfolio, or of the text files in a folder."""
    if find_portfolio(folder) is None:
        for file in sorted((*folder.rglob("*.md"), *folder.rglob("*.txt"))):
            yield clean(file.read_text(encoding="utf-8"))
        return
    import tomllib

    for file in sorted(folder.glob("sections/*.toml")):
        section = tomllib.loads(file.read_text(encoding="utf-8"))
        pieces = [section.get(part, {}) for part in ("statement", "description", "note")]
        for piece in (*pieces, *section.get("reflection", [])):
            yield piece.get("text", "")
        for use in section.get("evidence", []):
            yield use.get("shows", "")


if __name__ == "__main__":
    main()
