"""The word set that is shipped: small, with its licence, and made by the tool that is named."""

import lzma
from pathlib import Path

import pytest

from cmalt_tui.language import making_words, word_set


def test_the_word_set_is_small_and_has_its_licence_beside_it() -> None:
    assert word_set.WORDS_FILE.stat().st_size <= 350_000
    licence = word_set.WORDS_FILE.with_name("LICENCE-SCOWL.txt").read_text(encoding="utf-8")
    assert "Copyright 2000-2018 by Kevin Atkinson" in licence
    assert "this permission notice appear in\n  supporting documentation" in licence


def test_sector_words_say_nothing_twice() -> None:
    words = word_set.sector_words()
    assert len(set(words)) == len(words) > 200


def test_lists_become_a_word_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lists = {
        "english-words.10": "work\nwork's\n",
        "english-contractions.35": "don't\n",
        "english-words.50": "bookbinder\n",
        "english-words.70": "pase\nbookbindery\n",
        "british-words.35": "colour\norganise\n",
        "british_z-words.35": "organize\n",
        "american-words.35": "color\norganize\n",
        "british_variant_1-words.35": "imposter\n",
    }
    for name, words in lists.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    made = tmp_path / "words.txt.xz"
    monkeypatch.setattr(making_words, "WORDS_FILE", made)
    monkeypatch.setattr(word_set, "WORDS_FILE", made)
    monkeypatch.setattr("sys.argv", ["making_words", str(tmp_path)])
    making_words.main()
    assert "8 British and 6 American words" in capsys.readouterr().out
    assert b"= both 60\nbookbinder\n" in lzma.decompress(made.read_bytes())
    british, american = map(word_set.load_word_set, ("british", "american"))
    assert {"work", "don't", "bookbindery", "colour", "organise", "organize", "imposter"} < (
        british.words
    )
    assert british.words.isdisjoint({"work's", "pase", "color"})
    assert british.elsewhere == {"color"}
    assert american.elsewhere == {"colour", "organise", "imposter"}
    assert british.commonness["work"] == 10 and british.commonness["imposter"] == word_set.RARE
