"""Where sentences end, in prose as people write it."""

import pytest

from cmalt_tui.model.sentences import sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["I met Dr. Quill.", "She taught e.g. binding, i.e. glue.", "Done!"],
        ["It cost 3.5 pounds.", "We had 2.", "Why not?!", "Indeed…", "And so on"],
        ["“Why?” she asked.", "“I don’t know.”", "We left."],
        ["J. R. Hartley wrote it (see p. 12 and no. 4).", "Smith et al. (2019) said no.", "Yes."],
        ["We had glue, paper, etc.", "It was up to Ilse and I.", "She has a Ph.D. in it"],
        ["A **bold end.**", "Then *one.*", "A note.[^1]", "Another (in brackets.)", "Last."],
        ["これは。", "それは！", "はい"],
        ["A wrapped\nline.", "And\nmore."],
    ],
)
def test_sentences_of_a_paragraph(expected: list[str]) -> None:
    text = " ".join(expected) if expected[0].isascii() or "“" in expected[0] else "".join(expected)
    assert parted(text) == expected


def test_headings_items_quotations_and_cells_end_sentences_and_their_marks_belong_to_none() -> None:
    text = (
        "# A heading\nOne. Two\n- an item\n- another. More\n  of it\n1. first\n\n"
        "> Quoted. Twice\n\n| a. B | c |\n|---|---|\n\n---\n```\ncode. More\n```\n## Last"
    )
    assert parted(text) == [
        *("A heading", "One.", "Two", "an item", "another.", "More\n  of it", "first"),
        *("Quoted.", "Twice", "a.", "B", "c", "Last"),
    ]


def test_no_text_has_no_sentence() -> None:
    assert parted("") == parted("\n \n") == []
