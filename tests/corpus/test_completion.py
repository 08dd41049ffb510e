"""How what stands at the cursor of the search line could go on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, Passage


def lines(corpus: ExampleCorpus, marked: str) -> list[str]:
    """The line as it would be after each completion; ``|`` marks the cursor."""
    line = marked.replace("|", "")
    return [
        line[: one.start] + one.text + line[one.end :]
        for one in corpus.completions(line, marked.index("|"))
    ]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("sec|", ["section:", "sector:"]),
        ("pilot PA|", ["pilot part:", "pilot path:"]),
        ("-lic|", ["-licence:"]),
        ("licens|", ["license:"]),
        ("s|", []),
        ("section:|", ["section:1a", "section:3a", "section:specialist"]),
        ("author:sa|", ['author:"Sam Rowan"']),
        ("-AUTHOR:ro| pilot", ['-author:"Sam Rowan" pilot']),
        ('author:"sam r|ow" pilot', ['author:"Sam Rowan" pilot']),
        ('author:"Sam| pilot', ['author:"Sam Rowan" pilot']),
        ("licence:|", ["licence:CC-BY-4.0"]),
        ("path:s|", ["path:senior"]),
        ("year:20|", ["year:2021", "year:2024"]),
        ("year:>=20|", ["year:>=2021", "year:>=2024"]),
        ("year:2019..2|", ["year:2019..2021", "year:2019..2024"]),
        ("capt|", ["captions", "caption"]),
        ("ca|", []),
        ("pilot 'capt|", ["pilot 'captions", "pilot 'caption"]),
        ('"two gro|', ['"two groups']),
        ("author:zz|", []),
        ("|", []),
        ("pilot |", []),
    ],
)
def test_completions(corpus: ExampleCorpus, typed: str, offered: list[str]) -> None:
    assert lines(corpus, typed) == offered


def test_values_say_how_many_passages_they_have(corpus: ExampleCorpus) -> None:
    found = corpus.completions("section:", 8)
    assert [one.passages for one in found] == [4, 1, 1]
    assert [one.passages for one in corpus.completions("capt", 4)] == [2, 1]


def test_at_most_eight_the_most_frequent_first_and_names_before_words(
    corpus: ExampleCorpus,
) -> None:
    many = [
        Passage(f"{n}/{m}", f"Sectional{n}.", Origin("Many", f"Ada {n}"))
        for n in range(20)
        for m in range(n)
    ]
    corpus.add("many", Origin("Many"), many)
    found = corpus.completions("author:ada", 10)
    assert [one.passages for one in found] == [19, 18, 17, 16, 15, 14, 13, 12]
    words = [one.text for one in corpus.completions("sect", 4)]
    assert words[:3] == ["section:", "sector:", "sectional19"]
    assert len(words) == 8


def test_a_completed_value_finds_its_passages(corpus: ExampleCorpus) -> None:
    odd = Origin("Odd", 'Max "M" O’Neil: tutor')
    corpus.add("odd", odd, [Passage("odd", "An odd name.", odd)])
    (line,) = lines(corpus, "author:neil|")
    assert [hit.passage.id for hit in corpus.search(line).hits] == ["odd"]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(max_size=40)
    | st.text(alphabet="author:\"year>-'capt \x00\ud800é", max_size=30)
    | st.sampled_from(["x" * 5_000, 'author:"' + "x " * 3_000]),
    st.integers(-5, 6_000),
)
def test_any_text_can_be_completed(corpus: ExampleCorpus, line: str, cursor: int) -> None:
    for one in corpus.completions(line, cursor):
        assert 0 <= one.start <= one.end <= len(line)
        assert one.text
