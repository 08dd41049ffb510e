"""What is found, what is not, what stands there afterwards, and what is refused."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.frameworks import load_framework
from cmalt_tui.model.portfolio import EvidenceItem, EvidenceUse, Portfolio, Reflection, Section
from cmalt_tui.model.text_address import TextAddress
from cmalt_tui.model.text_search import Query, Spot, replaced, with_replaced
from cmalt_tui.model.undoing import step_back
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.find_and_replace import MOST_MATCHES, find_everywhere, find_in_text

SPOT = Spot(TextAddress("1a", "description"))
TEXT = st.text(alphabet="aAbß ’'-–\n\n.éİ𝕏\u0301(", max_size=40)


def found(text: str, words: str, **switches: bool) -> list[str]:
    matches = find_in_text(Query(words, **switches), SPOT, text).matches
    return [text[match.start : match.end] for match in matches]


def replace_all(text: str, words: str, put: str, **switches: bool) -> str:
    matches = find_in_text(Query(words, **switches), SPOT, text, put).matches
    return replaced(text, matches)


@pytest.fixture
def portfolio() -> Portfolio:
    """One word in every kind of text that there is, and in what is not searched."""
    section = Section(
        "1a",
        title="cat",
        description="cat 1",
        reflections=(Reflection("one", "cat 2", "cat 3"), Reflection("two", "", "dog")),
        evidence=(EvidenceUse("paper", "cat 4"), EvidenceUse("paper", "cat 5")),
        note="cat 6",
    )
    paper = EvidenceItem(
        "paper", "cat 7", kind="cat", role="cat 8", url="cat", caption="cat 9", alt="cat 10"
    )
    return Portfolio(
        "cat",
        "cat",
        "cmalt-2019",
        "cmalt",
        sections={
            "context": Section("context", statement="cat 0"),
            "1a": section,
            "parked": Section("parked", description="cat 11"),
            "confirmation": Section("confirmation", declaration={"name": "cat"}),
        },
        evidence={"paper": paper},
    )


def test_quotes_and_hyphens_match_each_other_unless_case_is_matched() -> None:
    text = 'don’t don\'t “e‑learning” "E-learning"'
    assert found(text, "don't") == ["don’t", "don't"]
    assert found(text, "don't", match_case=True) == ["don't"]
    assert found(text, '"e-learning"') == ["“e‑learning”", '"E-learning"']


def test_words_are_found_over_the_end_of_a_line_but_not_of_a_paragraph() -> None:
    assert found("learning\ntechnology, learning\n\ntechnology", "learning technology") == [
        "learning\ntechnology"
    ]


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("word words sword _word_ word’s well-word", "word", 4),
        ("naïve naïvely na\u00efve", "naïve", 2),
        ("cafe\u0301s cafe\u0301", "cafe", 0),
        ("नमस्ते नमस", "नमस", 1),
        ("C++ and c++11", "c++", 1),
        ("P1 P12", "p1", 1),
    ],
)
def test_whole_words_end_where_letters_digits_and_marks_do(
    text: str, words: str, count: int
) -> None:
    assert len(found(text, words, whole_words=True)) == count


def test_groups_are_put_in_and_matches_of_no_length_work() -> None:
    assert replace_all("ab cd", r"(\w)(?P<x>\w)", r"\g<x>\1", regular=True) == "ba dc"
    assert replace_all("one\ntwo", "^", "> ", regular=True) == "> one\n> two"
    assert replace_all("ab", "x*", "-", regular=True) == "-a-b-"
    assert replace_all("a.b axb", "a.b", r"\1") == r"\1 axb"


@pytest.mark.parametrize("words", ["(", "[a", "a{2,1}", "(?P<x", "\\", "(?<=a+", "(" * 900, "*"])
def test_what_is_no_expression_is_said(words: str) -> None:
    with pytest.raises(InputProblem, match=r"no (regular )?expression"):
        found("some text", words, regular=True)


@pytest.mark.parametrize("put", [r"\3", r"\g<x>", "\\", r"\g<1"])
def test_a_replacement_that_can_not_be_read_is_said(put: str) -> None:
    with pytest.raises(InputProblem, match="replacement can't be read"):
        replace_all("a", "(a)", put, regular=True)


@pytest.mark.parametrize(
    "words", ["a{99999999}", "(?:(?:a{999}){999}){999}", "a{ 9999999 }", "a{9999999,}"]
)
def test_what_must_come_very_often_is_refused_before_it_takes_all_memory(words: str) -> None:
    with pytest.raises(InputProblem, match="too often"):
        found("aaa", words, regular=True)


def test_what_must_come_a_few_times_is_found() -> None:
    assert found("on 2026-03-01", r"\d{4}-\d{2}-\d{2}", regular=True) == ["2026-03-01"]


def test_an_expression_that_would_run_for_ever_is_stopped() -> None:
    with pytest.raises(InputProblem, match="takes too long"):
        found("a" * 50 + "b", "(a|aa)+c", regular=True)


def test_a_replacement_is_bounded_and_cleaned() -> None:
    with pytest.raises(InputProblem, match="too long"):
        replace_all("a" * 8_000, "(a{2000})", r"\1" * 500, regular=True)
    assert replace_all("a", "a", r"\x1b[31mred", regular=True) == "red"


def test_so_many_matches_are_bounded_and_that_is_said() -> None:
    many = find_in_text(Query("a"), SPOT, "a " * (MOST_MATCHES + 1))
    assert (len(many.matches), many.is_cut) == (MOST_MATCHES, True)
    just = find_in_text(Query("a"), SPOT, "a " * MOST_MATCHES)
    assert (len(just.matches), just.is_cut) == (MOST_MATCHES, False)


def test_everything_that_is_prose_is_searched_in_order(
    portfolio: Portfolio, places: Places
) -> None:
    framework = load_framework("cmalt-2019", places)
    result = find_everywhere(Query("cat"), framework, portfolio)
    said = [result.texts[match.spot] for match in result.matches]
    assert said == [
        *("cat 0", "cat", "cat 1", "cat 4", "cat 5", "cat 2", "cat 3", "cat 6", "cat 11"),
        *("cat 7", "cat 8", "cat 9", "cat 10"),
    ]


def test_what_is_replaced_goes_back_in_one_step(portfolio: Portfolio, places: Places) -> None:
    framework = load_framework("cmalt-2019", places)
    result = find_everywhere(Query("cat"), framework, portfolio, "dog\n")
    some = [match for match in result.matches if result.texts[match.spot] != "cat 4"]
    after = with_replaced(portfolio, result.texts, some)

    section = after.section("1a")
    assert [use.shows for use in section.evidence] == ["cat 4", "dog  5"]
    assert section.description == "dog\n 1"
    assert section.reflection("one").title == "dog  2"
    assert after.evidence["paper"].kind == "cat"
    assert not find_everywhere(Query("cat 1"), framework, after).matches
    assert step_back(after, portfolio, after) == portfolio


def test_a_text_that_changed_meanwhile_is_not_written_over(
    portfolio: Portfolio, places: Places
) -> None:
    framework = load_framework("cmalt-2019", places)
    result = find_everywhere(Query("cat"), framework, portfolio, "dog")
    changed = portfolio.with_section(replace(portfolio.section("1a"), note="other"))
    with pytest.raises(ValueError, match="another text"):
        with_replaced(changed, result.texts, result.matches)


@given(TEXT, st.text(alphabet="aAbß ’-.é(", min_size=1, max_size=4), TEXT)
def test_only_what_was_found_is_another(text: str, words: str, put: str) -> None:
    matches = find_in_text(Query(words), SPOT, text, put).matches
    assert all(one.end <= other.start for one, other in pairwise(matches))
    assert replaced(text, [match._replace(put=None) for match in matches]) == text
    same = [match._replace(put=text[match.start : match.end]) for match in matches]
    assert replaced(text, same) == text
    assert all(match.line == text.count("\n", 0, match.start) for match in matches)


@given(TEXT, st.text(max_size=8))
def test_no_expression_is_a_fault_of_the_program(text: str, words: str) -> None:
    try:
        found(text, words, regular=True, whole_words=True)
    except InputProblem as refused:
        assert refused.problem.message
