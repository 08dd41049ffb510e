"""How long the parts of sections are: counted by portfolio, anew when the corpus changes."""

from cmalt_tui.corpus import ExampleCorpus
from cmalt_tui.model.passage import Origin, PartLength, Passage


def test_words_are_counted_by_portfolio_section_and_part(corpus: ExampleCorpus) -> None:
    kim = Origin("Kim at work", "Kim Alder")
    counted = {(one.author, one.section, one.part): one for one in corpus.lengths()}
    assert counted["Kim Alder", "specialist", "description"].passages == 1
    captions = counted["Sam Rowan", "1a", "reflection"]
    assert captions.passages == 2
    assert 60 <= captions.words <= 80
    assert PartLength(kim.portfolio, kim.author, "1a", "reflection", 24, 1) in corpus.lengths()


def test_passages_whose_section_is_not_known_do_not_count(corpus: ExampleCorpus) -> None:
    before = corpus.lengths()
    stray = Origin("Stray", "Jo Ash")
    corpus.add("stray", stray, [Passage("", "Three words here.", stray, "", "description")])
    assert corpus.lengths() == before


def test_they_follow_what_is_added_and_removed(corpus: ExampleCorpus) -> None:
    before = corpus.lengths()
    tutor = Origin("Tutor", "Jo Ash")
    corpus.add("tutor", tutor, [Passage("", "Three words here.", tutor, "2a", "description")])
    assert set(corpus.lengths()) - set(before) == {
        PartLength("Tutor", "Jo Ash", "2a", "description", 3, 1)
    }
    corpus.remove("tutor")
    assert corpus.lengths() == before
