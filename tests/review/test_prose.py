"""Sentences as they are read, with the places where they are written."""

from hypothesis import given
from hypothesis import strategies as st

from cmalt_tui.model.markdown_units import UnitKind
from cmalt_tui.review.prose import as_read, prose_sentences, without_unread

TEXT = """\
## What we *did*

I ran the [pilot](https://example.org/pilot) twice, see [[ev:film]]. It **failed**. <!-- Odo? -->

> She said no. I listened.

- one item
- another [[private: Odo was ill. He is back. ]] item

```
not = "prose."
```
"""


def test_marks_targets_and_what_is_private_are_not_read() -> None:
    assert [sentence.text for sentence in prose_sentences(TEXT)] == [
        "What we did",
        "I ran the pilot twice, see .",
        "It failed.",
        "She said no.",
        "I listened.",
        "one item",
        "another item",
    ]


def test_each_sentence_knows_what_it_stands_in() -> None:
    kinds = [(one.kind, one.is_running, one.is_quoted) for one in prose_sentences(TEXT)]
    assert kinds[0] == (UnitKind.HEADING, False, False)
    assert kinds[1] == (UnitKind.TEXT, True, False)
    assert kinds[3] == (UnitKind.TEXT, True, True)
    assert kinds[5] == (UnitKind.ITEM, True, False)


def test_sentences_of_a_paragraph_share_its_number() -> None:
    numbers = [sentence.paragraph for sentence in prose_sentences(TEXT)]
    assert numbers[1] == numbers[2] != numbers[3] == numbers[4]


def test_a_place_leads_to_the_words_as_they_are_written() -> None:
    second = prose_sentences(TEXT)[1]
    written = TEXT[second.start : second.end]
    assert written == "I ran the [pilot](https://example.org/pilot) twice, see [[ev:film]]."


def test_what_is_not_read_leaves_every_offset_where_it_was() -> None:
    shown = without_unread(TEXT)
    assert len(shown) == len(TEXT)
    assert shown.index("another") == TEXT.index("another")
    assert "ill" not in shown
    assert "Odo?" not in shown


def test_a_reference_leaves_no_brackets_behind() -> None:
    assert as_read("The survey ([[ev:a]]) says no.") == "The survey says no."
    assert as_read("Both ([[ev:a]], [[ev:b]]), then [[ev:c]].") == "Both, then ."


@given(st.text(alphabet="ab .!?\n>-*_[]()`<!#|\\:private", max_size=120))
def test_any_text_has_sentences_in_order_inside_it(text: str) -> None:
    before = 0
    for sentence in prose_sentences(text):
        assert before <= sentence.start < sentence.end <= len(text)
        assert sentence.text == " ".join(sentence.text.split()) != ""
        before = sentence.end


@given(st.text(max_size=200))
def test_what_is_read_is_one_line(text: str) -> None:
    assert "\n" not in as_read(text)
