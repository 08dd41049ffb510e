"""Grapheme clusters, against lines as Unicode's GraphemeBreakTest.txt writes them."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.ui.editor.clusters import (
    _is_plain,
    boundary_after,
    boundary_before,
    clusters,
    column_at,
    has_clusters,
    is_boundary,
)

# One case or more for each rule of UAX #29, table 1c; ÷ is a boundary, × is none.
CASES = {
    "letters": "0061 ÷ 0062 ÷ 0020",
    "accent (GB9)": "0061 × 0301 ÷ 0062",
    "two accents": "0061 × 0323 × 0302 ÷ 0020 × 0308 ÷ 0061",
    "Hangul L V T (GB6-8)": "1112 × 1161 × 11AB ÷ 1100",
    "Hangul LV T": "AC00 × 11A8 ÷ 1100",
    "Hangul T L": "11A8 ÷ 1100",
    "flags by twos (GB12)": "1F1EC × 1F1E7 ÷ 1F1EB × 1F1F7 ÷ 1F1E9",
    "flags behind a letter (GB13)": "0061 ÷ 1F1EC × 1F1E7 ÷ 1F1EB ÷ 0062",
    "family (GB11)": "1F469 × 200D × 1F469 × 200D × 1F467 ÷ 0061",
    "joiner behind a letter": "0061 × 200D ÷ 1F6D1",
    "skin tone": "1F44D × 1F3FD ÷ 1F44D",
    "keycap": "0031 × FE0F × 20E3 ÷ 0032",
    "flag of Scotland": "1F3F4 × E0067 × E0062 × E0073 × E0063 × E0074 × E007F ÷ 0020",
    "spacing mark (GB9a)": "0915 × 093E ÷ 0061",
    "conjunct (GB9c)": "0915 × 094D × 0937 × 093F ÷ 0915",
    "prepended (GB9b)": "0600 × 0661 ÷ 0020",
    "Thai vowel": "0E01 × 0E33 ÷ 0E01",
}


def parted(case: str) -> list[str]:
    return [
        "".join(chr(int(code, 16)) for code in cluster.split(" × "))
        for cluster in case.split(" ÷ ")
    ]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_boundaries_are_those_of_unicode(case: str) -> None:
    expected = parted(case)
    line = "".join(expected)
    assert list(clusters(line)) == expected
    ends = [sum(map(len, expected[:number])) for number in range(len(expected) + 1)]
    assert [column for column in range(len(line) + 1) if is_boundary(line, column)] == ends
    for start, end in pairwise(ends):
        assert {boundary_after(line, column) for column in range(start, end)} == {end}
        assert {boundary_before(line, column) for column in range(start + 1, end + 1)} == {start}


PIECES = st.sampled_from(
    [part for case in CASES.values() for part in case.replace("÷", "×").split(" × ")]
).map(lambda code: chr(int(code, 16)))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_looking_only_around_a_column_finds_what_the_whole_line_has(line: str) -> None:
    found, column = [], 0
    while column < len(line):
        end = boundary_after(line, column)
        assert boundary_before(line, end) == column
        found.append(line[column:end])
        column = end
    assert found == list(clusters(line))
    assert has_clusters(line) == (len(found) < len(line))


def test_edges_of_a_line_stay() -> None:
    assert boundary_before("", 0) == boundary_after("", 0) == 0
    assert boundary_before("ab", 0) == 0
    assert boundary_after("ab", 2) == 2
    assert is_boundary("e\u0301", 0) and is_boundary("e\u0301", 2)


def test_cells_are_counted_by_cluster() -> None:
    line = "a👩\u200d👩\u200d👧b🇬🇧c"
    assert [column_at(line, cell) for cell in range(8)] == [0, 1, 1, 6, 7, 7, 9, 10]


def test_letters_that_need_no_looking_at_are_clusters_by_themselves() -> None:
    plain = [letter for letter in map(chr, range(0x20, 0x1_0000)) if _is_plain(letter)]
    joined = regex.compile(r"\X")
    for letter in plain:
        assert len(joined.findall(f"a{letter}{letter}z")) == 4, f"{ord(letter):04x}"
    assert len(plain) > 25_000
