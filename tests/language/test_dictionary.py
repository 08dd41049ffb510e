"""Which words are doubtful: by the word set, by rules for names and endings, by own words."""

import pytest

from cmalt_tui.language.dictionary import Dictionary, load_dictionary


@pytest.fixture(scope="module")
def british() -> Dictionary:
    return load_dictionary("british")


@pytest.fixture(scope="module")
def american() -> Dictionary:
    return load_dictionary("american")


def doubtful(dictionary: Dictionary, line: str) -> list[str]:
    return [one.word for one in dictionary.check_line(line)]


@pytest.mark.parametrize(
    "line",
    [
        "We organise and organize, analyse behaviour, and licensed the programme’s colours.",
        "The students' work, the VLE's logs, O’Brien's rubric; it's, don't, they’d, I'd.",
        "A naïve résumé from a café; Zoë and Brontë; the diﬀerent oﬃce.",
        "An ePortfolio in JavaScript for CMALT and UKPSF, with PDFs, MOOCs and H5P at 3rd try.",
        "Co-ordinated e-learning: non-verbal, pre-recorded, well-being.",
        "Panopto, Mentimeter, Moodle and Turnitin were anonymised by neurodiverse colleagues.",
    ],
)
def test_what_is_right_is_left_alone(british: Dictionary, line: str) -> None:
    assert doubtful(british, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "See `recieve` and ``teh``, [[recieve]] and [the film](films/recieve.mp4 'x').",
        "[1]: https://example.org/recieve",
        "Write to teh.recieve@example.org or look at www.recieve.example/teh, or at recieve.docx.",
        "<span class='recieve'>the end</span> <https://recieve.example> &ensp; @recieve #recieve",
        "![a film](teh.png){#teh .recieve}",
    ],
)
def test_what_is_no_prose_is_left_alone(british: Dictionary, line: str) -> None:
    assert doubtful(british, line) == []


def test_a_word_is_found_where_it_stands_also_between_marks_of_markdown(
    british: Dictionary,
) -> None:
    line = "# A *recieve* and **teh** _wich_, “definately”: [becuase](x.html) student-centerd"
    words = ["recieve", "teh", "wich", "definately", "becuase", "centerd"]
    found = british.check_line(line)
    assert [one.word for one in found] == words
    assert [line[one.start : one.end] for one in found] == words


def test_blocks_of_code_are_left_alone_and_what_follows_is_not(british: Dictionary) -> None:
    lines = ["teh", "```python", "teh", "```", "~~~", "teh", "~~~", "wich"]
    assert [(one.row, one.word) for one in british.check(lines)] == [(0, "teh"), (7, "wich")]


def test_a_name_is_no_slip_but_a_capitalised_slip_is(british: Dictionary) -> None:
    assert doubtful(british, "I asked Quillfeather of Larkmoor, and Anneke Vos agreed.") == []
    assert doubtful(british, "Tecnology changed. Definately so, in Febuary.") == [
        "Tecnology",
        "Definately",
        "Febuary",
    ]


def test_an_ending_does_not_hide_a_slip(british: Dictionary) -> None:
    assert doubtful(british, "the colleage's mark, their's, her's") == [
        "colleage's",
        "their's",
        "her's",
    ]


def test_the_other_spelling_is_doubtful_and_known_as_such(
    british: Dictionary, american: Dictionary
) -> None:
    assert doubtful(british, "the color of the center") == ["color", "center"]
    assert doubtful(american, "the colour of the centre") == ["colour", "centre"]
    assert doubtful(american, "the color of the center") == []
    assert british.is_elsewhere("Color") and not british.is_elsewhere("colour")
    assert british.suggest("organisd")[0] == "organised"
    assert american.suggest("organise")[0] == "organize"


def test_a_suggestion_is_written_as_the_word_is(british: Dictionary) -> None:
    assert british.suggest("Recieve")[0] == "Receive"
    assert british.suggest("dosn’t")[0] == "doesn’t"
    assert british.suggest("mentimeter")[0] == "Mentimeter"
    assert british.suggest("organizd")[0] == "organized"


def test_own_words_are_right_and_are_suggested() -> None:
    dictionary = load_dictionary("british", ["Quillfeather", "bookery"])
    line = "quillfeather Quillfeather's bookery Bookery BOOKERY"
    assert doubtful(dictionary, line) == []
    assert "bookery" in dictionary.suggest("bookry")
    assert doubtful(dictionary, "glueing-station zzyzx") == ["zzyzx"]
    dictionary.add(["zzyzx"])
    assert doubtful(dictionary, "zzyzx") == []


@pytest.mark.parametrize(
    "letter", ["a", "'", "`", "[", "<", "(", "@", ".", "’", "é", "\u0301", "🙂"]
)
def test_no_line_takes_long_or_fails(british: Dictionary, letter: str) -> None:
    """A pattern that looks back for each character would take minutes for these."""
    british.check_line(letter * 20_000)
    british.suggest(letter * 200)
