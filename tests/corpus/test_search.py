"""What a search finds, in which order, and what it says about it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Answer, Origin, Passage, SearchFilter


def ids(answer: Answer) -> list[str]:
    return [hit.passage.id for hit in answer.hits]


def marked(answer: Answer) -> list[str]:
    return [hit.snippet[start:end] for hit in answer.hits for start, end in hit.highlights]


def test_all_words_have_to_be_there_in_any_form(corpus: ExampleCorpus) -> None:
    answer = corpus.search("caption guides ")
    assert ids(answer) == ["captions"]
    assert {"Captions", "guide"} <= set(marked(answer))
    assert answer.total == 1
    assert answer.searched == 6


def test_last_word_may_be_unfinished(corpus: ExampleCorpus) -> None:
    assert ids(corpus.search("accessib")) == ["law"]
    assert "law" in ids(corpus.search("accessibility le"))


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        ("refelction", "reflection", "captions"),
        ("accessability", "accessibility", "law"),  # Porter gives both the same stem
        ("accesibility", "accessibility", "law"),
        ("legislaton", "legislation", "law"),
        ("regulatoins", "regulations", "law"),
        ("captoins", "captions", "captions"),
        ("pilt", "pilot", "pilot"),
        ("tmie", "", ""),
    ],
)
def test_slips_by_length_of_the_word(
    corpus: ExampleCorpus, typed: str, meant: str, found: str
) -> None:
    answer = corpus.search(f"{typed} ")
    if meant:
        assert answer.corrected[typed][0] == meant
        assert ids(answer)[0] == found
        assert meant in {word.lower() for word in marked(answer)}
    else:
        assert answer.corrected == {}
        assert answer.hits == ()
        assert answer.dropped == (typed,)


def test_two_slips_only_in_long_words(corpus: ExampleCorpus) -> None:
    assert corpus.search("acessibilty ").corrected == {"acessibilty": ("accessibility",)}
    assert corpus.search("pltfrm ").hits == ()  # platform, 8 letters, two left out


def test_slip_in_an_unfinished_word(corpus: ExampleCorpus) -> None:
    assert ids(corpus.search("accesibili")) == ["law"]


def test_exact_comes_before_corrected(corpus: ExampleCorpus) -> None:
    farm = Origin("Farm")
    extra = [Passage(f"house{n}", "A house.", farm, title="House") for n in range(60)]
    corpus.add("farm", farm, [*extra, Passage("horse", "The horse was hoarse.", farm)])
    answer = corpus.search("horse ")
    assert answer.corrected == {"horse": ("house",)}
    assert ids(answer)[0] == "horse"
    assert ids(answer)[1].startswith("house")


def test_phrase_and_title_come_first(corpus: ExampleCorpus) -> None:
    corpus.add(
        "order",
        Origin("Order"),
        [
            Passage(
                "far",
                "Change is slow. Every tool we had was kept for a management of it.",
                Origin("Order"),
            ),
            Passage(
                "near",
                "I read about change management in a book, and it was a help.",
                Origin("Order"),
            ),
            Passage(
                "headed",
                "It is what people do slowly.",
                Origin("Order"),
                title="Management of change",
            ),
        ],
    )
    assert ids(corpus.search("change management ")) == ["near", "headed", "far"]


def test_quoted_words_stand_side_by_side(corpus: ExampleCorpus) -> None:
    assert ids(corpus.search('"two groups"')) == ["pilot"]
    answer = corpus.search('"groups two"')
    assert ids(answer) == ["pilot"]
    assert answer.dropped == ('"groups two"',)


def test_filters_beside_and_inside_the_line(corpus: ExampleCorpus) -> None:
    assert set(ids(corpus.search("the", only=SearchFilter(section="1a", part="reflection")))) == {
        "captions",
        "pilot",
        "cafe",
    }
    assert ids(corpus.search("captions pathway:senior")) == ["cafe"]
    assert ids(corpus.search("section:SPECIALIST-2 platform")) == ["budget"]
    assert ids(corpus.search("section:3a", only=SearchFilter(section="1a"))) == ["law"]
    assert corpus.search("captions part:description").hits == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("author:rowan captions", {"captions"}),
        ("author:ro captions", {"captions"}),  # the name is being typed
        ('author:"alder kim"', {"budget", "cafe"}),
        ("licence:cc-by -section:1a", {"law"}),
        ("year:>2021", {"budget", "cafe"}),
        ("year:2019-2021 part:description", {"law"}),
        ("year:<2000", set()),
        ("sector:college", set()),
        ("part:description part:evidence author:rowan", {"law", "table"}),
        ("path:senior -part:reflection", {"budget"}),
    ],
)
def test_every_field_limits_and_excludes(
    corpus: ExampleCorpus, typed: str, found: set[str]
) -> None:
    answer = corpus.search(typed)
    assert set(ids(answer)) == found
    assert answer.total == len(found)


def test_filters_beside_the_line_know_every_field(corpus: ExampleCorpus) -> None:
    assert set(ids(corpus.search("the", only=SearchFilter(author="alder", first_year=2020)))) == {
        "budget",
        "cafe",
    }
    assert corpus.search("the", only=SearchFilter(licence="cc by", last_year=2020)).hits == ()
    assert ids(corpus.search("author:rowan pilot", only=SearchFilter(author="alder"))) == ["pilot"]


def test_what_is_excluded_is_never_shown(corpus: ExampleCorpus) -> None:
    assert ids(corpus.search("captions -college")) == ["captions"]
    assert ids(corpus.search("captions -guides")) == ["cafe"]  # in any form
    assert ids(corpus.search('captions -"a guide"')) == ["cafe"]
    assert ids(corpus.search("pilot -organization")) == []  # on either side of the Atlantic
    assert set(ids(corpus.search("-captions -platform"))) == {"table", "pilot"}
    # Words are given up when nothing fits, exclusions are not.
    answer = corpus.search("budget captions -college ")
    assert "cafe" not in ids(answer) and answer.hits


def test_an_exact_spelling_is_the_only_one_shown(corpus: ExampleCorpus) -> None:
    assert ids(corpus.search("'caption")) == ["captions"]
    assert marked(corpus.search("'caption")) == ["caption"]
    assert set(ids(corpus.search("'CAPTIONS"))) == {"captions", "cafe"}
    assert ids(corpus.search("'cafe")) == ["cafe"]
    for typed in ("'captio", "'captoins", "'guides", "'captions 'guides"):
        answer = corpus.search(typed)
        assert (answer.hits, answer.total, answer.corrected, answer.dropped) == ((), 0, {}, ())
    assert ids(corpus.search("captions -'caption")) == ["cafe"]
    assert ids(corpus.search("'pilot zeppelin ")) == ["pilot"]


def test_an_exact_spelling_that_is_rare_among_its_forms(corpus: ExampleCorpus) -> None:
    """Hits and total are right where most passages with the stem have another form."""
    walks = Origin("Walks")
    many = [Passage(f"w{n}", f"We walked route {n * 'so '}", walks) for n in range(1200)]
    many[700] = Passage("wanted", "A walking tour.", walks)
    many[1100] = Passage("headed", "It rained.", walks, title="Walking")
    corpus.add("walks", walks, many)
    answer = corpus.search("'walking")
    assert set(ids(answer)) == {"wanted", "headed"}
    assert answer.total == 2


def test_nearly_the_same_passage_is_listed_once(corpus: ExampleCorpus) -> None:
    text = (
        "The zeppelin landed on the meadow behind the college, and forty learners drew it from "
        "every side before it left again in the evening, which nobody had planned."
    )
    first = Origin("First shape", "Ada Moss", "https://example.org/first")
    second = Origin("Second shape", "Ada Moss", "https://example.org/second")
    corpus.add(
        "shapes",
        Origin("Shapes"),
        [
            Passage("other", "The zeppelin was late, and we wrote a rota for the hall.", first),
            Passage("copy", text.replace("evening", "night"), second),
            Passage("original", text, first, title="Zeppelin"),
            Passage("again", f"{text} Again.", first),
        ],
    )
    answer = corpus.search("zeppelin ")
    assert ids(answer) == ["original", "other"]
    assert [set(hit.also) for hit in answer.hits] == [{first, second}, set()]
    assert answer.total == 4
    assert ids(corpus.search("zeppelin ", limit=1)) == ["original"]
    assert ids(corpus.search("zeppelin -rota", limit=2)) == ["original"]


def test_folding_still_fills_the_list(corpus: ExampleCorpus) -> None:
    copies = Origin("Copies")
    words = ["anchor", "basket", "candle", "dragon", "engine", "falcon"]
    corpus.add(
        "copies",
        copies,
        [
            Passage("", f"Lantern {word} lantern {word}s near the lantern.", copies)
            for word in words
            for _ in range(8)
        ],
    )
    assert len(corpus.search("lantern ", limit=5).hits) == 5
    assert len(corpus.search("lantern ", limit=20).hits) == 6


def test_words_that_nothing_fits_are_dropped_and_named(corpus: ExampleCorpus) -> None:
    answer = corpus.search("captions zeppelin ")
    assert set(ids(answer)) == {"captions", "cafe"}
    assert answer.dropped == ("zeppelin",)
    answer = corpus.search("budget captions ")
    assert answer.dropped in (("captions",), ("budget",))
    assert answer.hits


def test_accents_and_british_or_american_spelling(corpus: ExampleCorpus) -> None:
    assert ids(corpus.search("cafe naive ")) == ["cafe"]
    answer = corpus.search("organization ")
    assert ids(answer) == ["pilot"]
    assert answer.corrected == {}
    assert "organisation" in marked(answer)


def test_nothing_found(corpus: ExampleCorpus) -> None:
    answer = corpus.search("zyzzyva ")
    assert (answer.hits, answer.total, answer.dropped) == ((), 0, ("zyzzyva",))
    assert corpus.search("   ").hits == ()


def test_snippet_is_plain_and_around_the_matches(corpus: ExampleCorpus) -> None:
    (hit,) = corpus.search("committee summary ").hits
    assert "https" not in hit.snippet
    assert "summary for the committee." in hit.snippet
    assert [hit.snippet[start:end] for start, end in hit.highlights] == ["summary", "committee"]
    assert hit.passage.text.count("](https://example.org/committee)") == 1


def test_long_sentence_is_cut_around_the_match(corpus: ExampleCorpus) -> None:
    text = "word " * 200 + "needle " + "word " * 200
    corpus.add("long", Origin("Long"), [Passage("long", text, Origin("Long"))])
    (hit,) = corpus.search("needle ").hits
    assert len(hit.snippet) < 400
    assert [hit.snippet[start:end] for start, end in hit.highlights] == ["needle"]
    assert hit.snippet.startswith("… ") and hit.snippet.endswith(" …")


def test_limit_and_total(corpus: ExampleCorpus) -> None:
    answer = corpus.search("the ", limit=2)
    assert len(answer.hits) == 2
    assert answer.total > 2
    assert [hit.score for hit in answer.hits] == sorted(
        (hit.score for hit in answer.hits), reverse=True
    )
    assert all(0 <= hit.score <= 1 for hit in answer.hits)


def test_more_matches_than_are_ranked_still_finds_the_phrase(corpus: ExampleCorpus) -> None:
    """The one passage with the words side by side is among thousands that have both."""
    many = [
        Passage("", f"The river is wide and the bridge number {n} is old.", Origin("Rivers"))
        for n in range(1500)
    ]
    many.insert(1200, Passage("wanted", "We crossed the river bridge.", Origin("Rivers")))
    corpus.add("rivers", Origin("Rivers"), many)
    answer = corpus.search("river bridge ")
    assert ids(answer)[0] == "wanted"
    assert answer.total == 1000


HOSTILE = [
    '"', '""', "*", "NEAR(a b)", "a AND", "OR", "NOT the", "--", "the\0pilot", "{title} : pilot",
    "^the", "title:pilot", "section:", 'part:"', "(" * 500, "the " * 5000, "x" * 10_000,
    "'; DROP TABLE passage",
    "-", "'", "-'", "-\"", "''", "year:>", "-year:2021", "'works0", "-zqpilot", "-\"a\" -'b'",
    "\x1b[31mpilot", "\ud800", "İstanbul", "+pilot -the", "a" * 41, "é" * 30, "section:\"", "𝔭𝔦𝔩𝔬𝔱",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_error(corpus: ExampleCorpus, typed: str) -> None:
    check(corpus, typed)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(["pilot", '"', "the", "NEAR", "(", ")", "*", ":", "section:1a", "AND",
                             "-", "capt", "reflexion", "'", "'the", "-pilot", "-'the", "year:>2000",
                             "author:sam", "-part:", '-"', "\x00", "{", "}", "^", "part:"]),
            max_size=12,
        ).map(" ".join),
    )
)  # fmt: skip
def test_any_text_is_a_query(corpus: ExampleCorpus, typed: str) -> None:
    check(corpus, typed)


def check(corpus: ExampleCorpus, typed: str) -> None:
    answer = corpus.search(typed)
    assert len(answer.hits) <= answer.total
    for hit in answer.hits:
        ends = [0]
        for start, end in hit.highlights:
            assert ends[-1] <= start < end <= len(hit.snippet)
            assert hit.snippet[start:end].isalnum()
            ends.append(end)
        assert not any(ord(letter) < 32 for letter in hit.snippet)
