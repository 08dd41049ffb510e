"""What a search line is taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.corpus.search.query_text import MOST_WORDS, Query, read_query
from cmalt_tui.model.passage import SearchFilter

ANYWHERE = SearchFilter()
Facts = dict[str, object]


def facts(query: Query) -> Facts:
    """What was read, shortly: only what there is, limits as ``field:value``."""
    read = {name: value for name, value in vars(query).items() if value and name != "typed"}
    for name in ("limits", "without"):
        if name in read:
            read[name] = [
                (one.field, one.first_year, one.last_year)
                if one.field == "year"
                else f"{one.field}:{one.value}"
                for one in read[name]
            ]
    return read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Café guide ", {"words": ("cafe", "guide")}),
        ("guide capt", {"words": ("guide", "capt"), "unfinished": True}),
        (
            '"change management" a',
            {
                "words": ("change", "management", "a"),
                "phrases": (("change", "management"),),
                "unfinished": True,
            },
        ),
        ("“change management”", {"words": ("change", "management"),
                                 "phrases": (("change", "management"),)}),
        ("pilot -groups", {"words": ("pilot",), "unwanted": (("groups",),)}),
        ('-"learning design" x ', {"words": ("x",), "unwanted": (("learning", "design"),)}),
        ("-part:evidence", {"without": ["part:evidence"]}),
        ("e-learning ", {"words": ("e", "learning")}),
        ("-e-learning", {"unwanted": (("e", "learning"),)}),
        ("'Café", {"words": ("cafe",), "exact": (("cafe",),)}),
        ("’cafe", {"words": ("cafe",), "exact": (("cafe",),)}),
        ("'\"two groups\"", {"words": ("two", "groups"), "exact": (("two", "groups"),)}),
        ("-'pilots", {"unspelt": (("pilots",),)}),
        ("don't ", {"words": ("don", "t")}),
        ("Section:SPECIALIST-2 PATH:Senior", {"limits": ["section:specialist", "pathway:senior"]}),
        ('author:"Sam  Rowan" license:CC-BY', {"limits": ["author:sam rowan", "licence:cc-by"]}),
        ("sector:college pathway:cmalt", {"limits": ["sector:college", "pathway:cmalt"]}),
        ("part:reflection part:description",
         {"limits": ["part:reflection", "part:description"]}),
    ],
)  # fmt: skip
def test_what_can_be_typed(typed: str, meant: Facts) -> None:
    assert facts(read_query(typed, ANYWHERE)) == meant


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", 2021, 2021),
        (">2021", 2022, 0),
        (">=2021", 2021, 0),
        ("<2021", 0, 2020),
        ("<=2021", 0, 2021),
        ("2019-2022", 2019, 2022),
        ("2022..2019", 2019, 2022),
        ('">2021"', 2022, 0),
    ],
)
def test_years(value: str, first: int, last: int) -> None:
    assert facts(read_query(f"year:{value}", ANYWHERE)) == {"limits": [("year", first, last)]}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('"learning des', ("learning", "des")),
        ('-"learning des', ("learning", "des")),
        ("year:abc x", ("year", "abc", "x")),
        ("-year:20 x", ("year", "20", "x")),
        ("section: x", ("section", "x")),
        ('part:"" x', ("part", "x")),
        ("author:--- x", ("author", "x")),
        ("section:1a:2b x", ("section", "1a", "2b", "x")),
        ("- x", ("x",)),
        ("' x", ("x",)),
        ("-' x", ("x",)),
        ("--x", ("x",)),
        ("-", ()),
        ('"', ()),
    ],
)
def test_what_is_broken_is_plain_words(typed: str, words: tuple[str, ...]) -> None:
    read = facts(read_query(f"{typed} ", ANYWHERE))
    assert read == ({"words": words} if words else {})


def test_a_field_of_the_line_wins_over_the_one_beside_it() -> None:
    beside = SearchFilter("1a", "Reflection", first_year=2020)
    query = read_query("section:3a year:<2000", beside)
    assert facts(query)["limits"] == ["part:reflection", "section:3a", ("year", 0, 1999)]


def test_what_is_too_long_is_cut() -> None:
    many = " ".join(f"-n{number} w{number} part:p{number}" for number in range(40))
    query = read_query(many, ANYWHERE)
    assert len(query.words) == len(query.unwanted) == len(query.limits) == MOST_WORDS


@given(st.text(alphabet=" '\"-:a1é’<>.=\x1b\ud800yer", max_size=80) | st.text())
def test_any_text_is_read(typed: str) -> None:
    query = read_query(typed, ANYWHERE)
    assert all(word and word == word.lower() for word in query.words)
    assert not query.unfinished or query.words
