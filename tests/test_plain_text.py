"""Text is made safe, counted as a person counts it, and turned into ids."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.plain_text import amount, clean, clean_line, count_words, slug, words

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from(
        ["\x1b", "[31m", "]0;t\x07", "\x9b", "P", "\\", "\r", "\n", "\u202e", "e\u0301"]
    )
).map("".join)


@given(ANY_TEXT)
def test_clean_text_has_no_control_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    controls = {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")} - {"\t", "\n"}
    assert not controls
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert clean(cleaned) == cleaned


@given(ANY_TEXT)
def test_a_clean_line_is_one_line_with_single_spaces(text: str) -> None:
    line = clean_line(text)
    assert line == " ".join(line.split())
    assert clean_line(line) == line


@given(st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x24F)))
def test_composed_prose_is_left_as_it_is(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "alink"),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("one\x0ctwo\x0bthree\x85four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a\tb"),
        ("e\u0301", "\u00e9"),
        ("\ud800", "\ufffd"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("— * - 1.", ["1"]),
        ("It’s a well-known, 1,000-word text.", ["It’s", "a", "well-known", "1,000-word", "text"]),
        ("yes--no and well...then", ["yes", "no", "and", "well", "then"]),
        ("before—after", ["before", "after"]),
        ("**bold** _and_ `code`", ["bold", "and", "code"]),
        ('[my report](https://example.org/a(b)c "t") here', ["my", "report", "here"]),
        ("[my report][ref] here\n\n[ref]: https://example.org Title", ["my", "report", "here"]),
        ("see <https://example.org/x> or https://example.org/y now", ["see", "or", "now"]),
        ("# Heading {#id .class}", ["Heading"]),
        ("![Alt text](files/a.png){width=50%}", ["Alt", "text"]),
        ("cafe\u0301 na\u00efve", ["cafe\u0301", "na\u00efve"]),
        ("学習 technology", ["学", "習", "technology"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_those_that_a_person_counts(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert count_words(text) == len(expected)


@given(st.text(), st.text())
def test_two_paragraphs_have_the_words_of_both(first: str, second: str) -> None:
    # Characters that reach over a line end in no way, so that each paragraph counts for itself.
    first, second = re.sub(r"[\[\]<>]", "", first), re.sub(r"[\[\]<>]", "", second)
    assert count_words(f"{first}\n\n{second}") == count_words(first) + count_words(second)


@given(st.text(), st.integers(min_value=1, max_value=80))
def test_a_slug_is_always_a_safe_file_name(text: str, longest: int) -> None:
    made = slug(text, longest=longest, fallback="x")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= longest


def test_slug() -> None:
    assert slug("Übersicht: VLE options, 2025!") == "ubersicht-vle-options-2025"
    assert slug("学習") == "item"
    assert slug("--", fallback="note") == "note"


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 words"), (1, "1 word"), (2, "2 words"), (1204, "1,204 words")]
)
def test_an_amount_is_told_as_a_person_says_it(count: int, told: str) -> None:
    assert amount(count, "word") == told
