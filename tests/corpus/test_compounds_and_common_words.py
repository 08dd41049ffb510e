"""Compounds in one word or two, words that are everywhere, sentences, and more like a passage."""

import pytest

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Answer, Origin, Passage
from cmalt_tui.problems import InputProblem

TOWN = Origin("Town")


def ids(answer: Answer) -> list[str]:
    return [hit.passage.id for hit in answer.hits]


def filled(corpus: ExampleCorpus, *texts: str) -> ExampleCorpus:
    corpus.add("town", TOWN, [Passage(f"t{n}", text, TOWN) for n, text in enumerate(texts)])
    return corpus


@pytest.mark.parametrize("typed", ["elearning ", "e-learning ", "e learning "])
def test_a_compound_is_found_however_it_is_written(corpus: ExampleCorpus, typed: str) -> None:
    filled(
        corpus,
        "Our e-learning unit has three desks.",
        "I had read of elearning in a leaflet.",
        "There is a learning curve to baking.",
    )
    answer = corpus.search(typed)
    assert set(ids(answer)) == {"t0", "t1"}
    assert all(
        "learning" in hit.snippet[s:e] for hit in answer.hits for s, e in hit.highlights[-1:]
    )


@pytest.mark.parametrize("typed", ["lecturecapture ", "lecture capture ", "lecture-capture "])
def test_two_words_and_one(corpus: ExampleCorpus, typed: str) -> None:
    filled(
        corpus,
        "We looked at lecture capture for a year.",
        "The lecturecapture trolley has a wheel off.",
        "To capture the mood of a lecture is hard.",
    )
    found = ids(corpus.search(typed))
    assert {"t0", "t1"} <= set(found[:2])


def test_what_was_taken_for_a_joined_word_is_said(corpus: ExampleCorpus) -> None:
    filled(corpus, "We looked at lecture capture for a year.")
    assert corpus.search("lecturecapture ").corrected == {"lecturecapture": ("lecture capture",)}


def test_a_word_that_is_everywhere_makes_no_search_miss(corpus: ExampleCorpus) -> None:
    texts = [f"Technology in year {n} was slow." for n in range(90)]
    filled(corpus, *texts, "The ferret sat on a gramophone.")
    answer = corpus.search("technology ferret gramophone ")
    assert ids(answer) == ["t90"]
    assert answer.dropped == ("technology",)


def test_a_sentence_is_answered_by_what_holds_most_of_it(corpus: ExampleCorpus) -> None:
    filled(
        corpus,
        "The harbour crane lifts barrels of herring before dawn.",
        "Barrels are made of oak.",
        "Dawn came late, and with it the crane's driver.",
    )
    answer = corpus.search("how does a crane lift herring barrels out of ships in the harbour")
    assert ids(answer)[0] == "t0"
    assert "ships" in answer.dropped
    assert len(answer.hits) > 1


def test_a_finished_word_that_is_none_is_taken_for_what_it_begins(corpus: ExampleCorpus) -> None:
    answer = corpus.search("capt lecturers ")
    assert ids(answer) == ["captions"]
    assert answer.corrected == {"capt": ("captions",)}


def test_a_heading_that_is_what_was_typed_comes_first(corpus: ExampleCorpus) -> None:
    many = [
        Passage(f"m{n}", f"Oak and oak again, number {n}.", TOWN, title=f"The oak number {n}")
        for n in range(400)
    ]
    corpus.add("town", TOWN, [*many, Passage("wanted", "An elm, an oak.", TOWN, title="The oak")])
    assert ids(corpus.search("the oak"))[0] == "wanted"


def test_more_like_a_passage(corpus: ExampleCorpus) -> None:
    corpus.add(
        "town",
        TOWN,
        [
            Passage("a", "The orchard ladder leans on the damson tree.", TOWN, "1a", "evidence"),
            Passage("b", "A ladder and a damson tree, in my orchard.", TOWN, "2b", "reflection"),
            Passage("c", "A damson tree near that ladder, an orchard.", TOWN, "3a", "evidence"),
            Passage("d", "The tax return was late.", TOWN, "1a", "evidence"),
        ],
    )
    assert ids(corpus.like("a"))[:2] == ["c", "b"]
    assert "d" not in ids(corpus.like("a"))
    with pytest.raises(InputProblem, match="no passage"):
        corpus.like("nowhere")
