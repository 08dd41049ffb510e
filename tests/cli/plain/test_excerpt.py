"""What is read aloud round a place: whole words, and never less than the place itself."""

from cmalt_tui.cli.plain.excerpt import excerpt

TEXT = "The quick brown fox jumps over the lazy dog while nobody at all is watching it.\n\nEnd."


def test_words_are_whole() -> None:
    start = TEXT.index("nobody")
    said = excerpt(TEXT, start, start + len("nobody"))
    assert said == "brown fox jumps over the lazy dog while nobody at all is watching it. End."
    assert excerpt(TEXT, 0, 4) == "The quick brown fox jumps over the lazy"


def test_a_word_without_end_is_cut_and_not_lost() -> None:
    long = "x" * 300
    assert excerpt(long, 100, 110) == "x" * 90
    assert excerpt("", 0, 0) == ""
