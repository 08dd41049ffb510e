"""What the X-ray of a section finds, and what it asks about its own words."""

from dataclasses import replace

import pytest

from cmalt_tui.model.portfolio import Portfolio, Reflection, Section
from cmalt_tui.places import Places, shipped
from cmalt_tui.review.moves import MOVES, MoveRules, SectionXray, load_move_rules, xray_section
from cmalt_tui.workbench.desk import open_desk
from tests.review.moves.move_sentences import MAKES

DESCRIBED = "I ran the pilot in Larkmoor with six volunteers. The rooms are large."
REFLECTED = "The main problem was the noise. I learnt that extractors are loud."


@pytest.fixture(scope="module")
def rules() -> MoveRules:
    return load_move_rules()


def section(described: str = DESCRIBED, reflected: str = REFLECTED) -> Section:
    return Section("1a", description=described, reflections=(Reflection("noise", text=reflected),))


def asked(xray: SectionXray) -> dict[str, str]:
    return {question.move: question.question for question in xray.questions}


def test_found_moves_are_shown_with_their_sentence(rules: MoveRules) -> None:
    xray = xray_section(section(), rules)
    assert [text.part for text in xray.texts] == ["description", "reflection"]
    assert [(one.move, one.part, one.item, one.start) for one in xray.found] == [
        ("experience", "description", "", 0),
        ("difficulty", "reflection", "noise", 0),
        ("lesson", "reflection", "noise", 32),
    ]
    assert xray.found[2].quote == "I learnt that extractors are loud."
    assert set(xray.missing) == {move.id for move in MOVES} - {one.move for one in xray.found}


def test_a_question_is_about_this_very_text(rules: MoveRules) -> None:
    xray = xray_section(section(), rules)
    assert set(asked(xray)) == set(xray.missing)
    assert xray.questions[0].question == (
        "You ran the pilot in Larkmoor with six volunteers: what would you change if you did it"
        " again, and why that first?"
    )
    assert xray.questions[0][2:] == (
        "I ran the pilot in Larkmoor with six volunteers.",
        *("description", "", 0),
    )
    assert asked(xray)["next-step"].startswith("You write “I learnt that extractors are loud”.")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("I took my kit to the Annexe, which was closed.", "You took your kit to the Annexe:"),
        ("I've moved the forms twice.", "If this began again on Monday"),
        ("In June I had led three workshops on captions.", "If this began again"),
        ("I wrote it for them.", "If this began again"),
        ("I developed a Node.js proof of concept.", "You developed a Node.js proof of concept:"),
        ("I made small, bright cards.", "If this began again"),
        ("Odo said that I built the bench rig.", "If this began again"),
        ("I adopted two tools such as cards.", "If this began again"),
        ("I wrote a page because Odo asked me.", "You wrote a page:"),
    ],
)
def test_a_clause_is_told_to_its_author_only_where_it_reads_well(
    rules: MoveRules, sentence: str, told: str
) -> None:
    xray = xray_section(section(sentence, "Every room has a door."), rules)
    assert asked(xray)["differently"].startswith(told)


def test_without_anything_to_hold_on_to_the_question_is_a_plain_one(rules: MoveRules) -> None:
    xray = xray_section(section("", "Every room has a door."), rules)
    assert len(xray.questions) == len(MOVES)
    assert all("{" not in one.question and one.quote == "" for one in xray.questions)


def test_long_and_quoting_sentences_are_quoted_in_short(rules: MoveRules) -> None:
    long = 'The problem was that the "quiet room" ' + "stood beside a road " * 10 + "."
    question = asked(xray_section(section("", long), rules))["lesson"]
    assert "“The problem was that the 'quiet room' stood" in question
    assert " …”." in question and len(question) < 200


def test_a_section_without_a_reflection_is_not_asked(rules: MoveRules) -> None:
    assert xray_section(section(reflected=" "), rules).questions == ()
    statement = Section("context", statement="I ran the pilot.")
    xray = xray_section(statement, rules)
    assert xray.texts[0].part == "statement" and xray.questions == ()
    assert xray_section(Section("1a"), rules).texts == ()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    home = tmp_path_factory.mktemp("home")
    places = Places(home / "config", home / "data", home / "cache")
    return open_desk(shipped("samples") / "portfolio", places).portfolio


@pytest.mark.parametrize("section_id", ["1a", "1c", "2a", "2b", "3a", "specialist-1"])
def test_a_move_taken_out_is_asked_for_and_one_put_in_is_not(
    rules: MoveRules, sample: Portfolio, section_id: str
) -> None:
    whole = sample.sections[section_id]
    for found in xray_section(whole, rules).found:
        bare = without(whole, found.move, rules)
        assert found.move in asked(xray_section(bare, rules)), found
        for sentence in MAKES[found.move]:
            last = bare.reflections[-1]
            mended = bare.with_reflection(replace(last, text=f"{last.text}\n\n{sentence}"))
            assert found.move not in asked(xray_section(mended, rules)), sentence


def without(whole: Section, move: str, rules: MoveRules) -> Section:
    texts = {(text.part, text.item): text.sentences for text in xray_section(whole, rules).texts}

    def cut(part: str, item: str, text: str) -> str:
        for one in reversed(texts.get((part, item), ())):
            if move in one.moves:
                text = text[: one.start] + text[one.end :]
        return text

    return replace(
        whole,
        description=cut("description", "", whole.description),
        reflections=tuple(
            replace(piece, text=cut("reflection", piece.id, piece.text))
            for piece in whole.reflections
        ),
    )
