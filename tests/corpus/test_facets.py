"""How what fits a query is counted by field."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.corpus.search.query_text import read_query
from cmalt_tui.model.facets import Facets
from cmalt_tui.model.passage import Origin, Passage, SearchFilter

FIELDS = ["section", "part", "pathway", "year", "sector", "licence", "author"]
MANY = 20_000


def counts(facets: Facets, field: str) -> dict[str, int]:
    return {one.value: one.passages for one in facets.fields[field]}


def test_everything_is_counted_most_frequent_first(corpus: ExampleCorpus) -> None:
    facets = corpus.facets("")
    assert list(facets.fields) == FIELDS
    assert [tuple(one) for one in facets.fields["section"]] == [
        ("1a", 4),
        ("3a", 1),
        ("specialist", 1),
    ]
    assert counts(facets, "year") == {"2021": 4, "2024": 2}
    assert counts(facets, "licence") == {"CC-BY-4.0": 4}  # the other one is unknown
    assert counts(facets, "sector") == {}
    assert (facets.counted, facets.is_all) == (6, True)


def test_counts_follow_what_is_added_replaced_and_removed(corpus: ExampleCorpus) -> None:
    tutor = Origin("Tutor", "Jo Ash", sector="Charity", year=1999)
    corpus.add("tutor", tutor, [Passage("", f"A lesson {n}.", tutor, "2a") for n in range(3)])
    corpus.add("tutor", tutor, [Passage("", "One lesson.", tutor, "2b")])
    corpus.remove("kim")
    facets = corpus.facets("  ")
    assert counts(facets, "section") == {"1a": 3, "3a": 1, "2b": 1}
    assert counts(facets, "author") == {"Sam Rowan": 4, "Jo Ash": 1}
    assert counts(facets, "sector") == {"Charity": 1}
    assert facets.counted == 5


def test_counts_are_of_what_a_search_finds(corpus: ExampleCorpus) -> None:
    for query in ("captoins ", "captions -reflection", "budget captions", "'caption", "-pilot",
                  "captions zeppelin ", '"groups two"', "year:>2021", "the part:reflection",
                  "-author:rowan", "zyzzyva "):  # fmt: skip
        answer, facets = corpus.search(query), corpus.facets(query)
        assert facets.counted == answer.total, query
        assert facets.is_all
    assert counts(corpus.facets("captoins "), "author") == {"Kim Alder": 1, "Sam Rowan": 1}


def test_a_limited_field_is_counted_as_if_it_were_not(corpus: ExampleCorpus) -> None:
    """Whoever looks at one author sees the others, and how much there is of each."""
    for facets in (
        corpus.facets("captions author:rowan"),
        corpus.facets("captions", SearchFilter(author="Rowan")),
    ):
        assert facets.counted == 1
        assert counts(facets, "author") == {"Sam Rowan": 1, "Kim Alder": 1}
        assert counts(facets, "year") == {"2021": 1}
    nothing = corpus.facets("pathway:none section:1a")
    assert nothing.counted == 0
    assert counts(nothing, "pathway") == {"cmalt": 3, "senior": 1}
    assert counts(nothing, "section") == {}


def test_counting_stops_at_its_limit_and_says_so(corpus: ExampleCorpus) -> None:
    farm = Origin("Farm", "Lee Hay", year=2000)
    corpus.add("farm", farm, (Passage("", "Hay.", farm) for _ in range(MANY + 1)))
    facets = corpus.facets("hay")
    assert (facets.counted, facets.is_all) == (MANY, False)
    assert counts(facets, "author") == {"Lee Hay": MANY}
    everything = corpus.facets("")
    assert (everything.counted, everything.is_all) == (MANY + 7, True)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(["pilot", "-the", '"', "'capt", "-'the", "year:>2000", "-part:evidence",
                         "author:sam", "section:1a", "year:", "-", "NEAR(", "*", "\x00"]),
        max_size=8,
    ).map(" ".join)
)  # fmt: skip
def test_any_text_is_counted_as_it_is_searched(corpus: ExampleCorpus, typed: str) -> None:
    facets, answer = corpus.facets(typed), corpus.search(typed)
    if read_query(typed, SearchFilter()).asks:
        assert facets.counted == answer.total
    assert all(one.value and one.passages for field in FIELDS for one in facets.fields[field])
