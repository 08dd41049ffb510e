"""The interview: questions for every section, and answers that become a marked draft."""

from datetime import date

import pytest

from cmalt_tui.frameworks import load_framework
from cmalt_tui.frameworks.questions import load_questions
from cmalt_tui.model.framework import Framework
from cmalt_tui.model.outline import entries, find_entry
from cmalt_tui.model.portfolio import Portfolio, Section, Status
from cmalt_tui.model.text_address import TextAddress, addresses_of
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.interview import (
    answers_as_text,
    first_open,
    questions_for,
    questions_left,
    with_answers,
    with_draft,
)

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("pathway", ["associate", "cmalt", "senior"])
def test_every_text_of_every_pathway_has_its_own_questions(
    pathway: str, framework: Framework, places: Places
) -> None:
    written = load_questions(framework.id, places)
    portfolio = Portfolio("Tides", "Ada Example", framework.id, pathway)
    asked = set()
    for entry in entries(framework, portfolio):
        for address in addresses_of(entry):
            if not address.is_text or address.part == "note" or entry.is_declaration:
                continue
            questions = questions_for(framework, entry, address.part, written)
            assert 4 <= len(questions) <= 6, address
            assert all(q.ask.endswith(("?", ".")) and q.why for q in questions), address
            if entry.id == entry.asked.id:
                fresh = {question.ask for question in questions}
                assert not fresh & asked, address
                asked |= fresh


def test_a_framework_without_questions_asks_its_prompts(places: Places) -> None:
    framework = load_framework("psf2023-d2", places)
    portfolio = Portfolio("Tides", "Ada Example", framework.id, framework.pathways[0].id)
    for entry in entries(framework, portfolio):
        if not entry.is_declaration and (entry.asked.prompts or entry.asked.parts):
            part = addresses_of(entry)[0].part
            assert questions_for(framework, entry, part, load_questions(framework.id, places))


def test_own_questions_come_first_and_a_broken_file_is_told(places: Places) -> None:
    folder = places.own_frameworks / "questions"
    folder.mkdir(parents=True)
    own = folder / "cmalt-2019.toml"
    own.write_text(
        'schema = 1\nextends = "cmalt-2019"\n[[question]]\nsection = "1a"\npart = "description"\n'
        'ask = "Which tide gauge?"\n',
        encoding="utf-8",
    )
    questions = load_questions("cmalt-2019", places)
    assert [question.ask for question in questions["1a", "description"]] == ["Which tide gauge?"]
    assert len(questions["1b", "description"]) > 3
    own.write_text('schema = 1\n[[question]]\nsection = "1a"\npart = "x"\nasc = "?"\n')
    with pytest.raises(InputProblem) as refused:
        load_questions("cmalt-2019", places)
    assert refused.value.problem.file == own and refused.value.problem.line == 5


def test_answers_become_paragraphs_in_the_order_of_the_questions() -> None:
    text = answers_as_text({3: "Last.\n", 0: " First.\n\nAnd more. ", 2: "  "}, 6, DAY)
    assert text == (
        "<!-- draft from answers to 1 and 4 of 6, 22 November 2026 -->\n\n"
        "First.\n\nAnd more.\n\nLast."
    )
    assert answers_as_text({0: "", 1: "\n"}, 6, DAY) == ""


def test_a_draft_goes_below_what_is_there_and_replaces_only_itself() -> None:
    first = answers_as_text({0: "One."}, 6, DAY)
    second = answers_as_text({0: "One.", 1: "Two."}, 6, DAY)
    mine = "My own words.\n"
    text = with_draft(mine, "", first)
    assert text == f"My own words.\n\n{first}"
    changed_elsewhere = f"{text}\n\nAdded in another program."
    assert with_draft(changed_elsewhere, first, second) == (
        f"My own words.\n\n{second}\n\nAdded in another program."
    )
    assert with_draft(text, first, "") == "My own words."
    # Somebody rewrote the draft itself: what they wrote stays, and so does what was answered.
    rewritten = with_draft("All anew.", first, second)
    assert rewritten.startswith("All anew.\n\n") and rewritten.endswith("Two.")


def test_notes_become_a_draft_and_a_finished_section_stays_finished(framework: Framework) -> None:
    address = TextAddress("1b", "description")
    for before, after in ((Status.EMPTY, "draft"), (Status.NOTES, "draft"), (Status.DONE, "done")):
        portfolio = Portfolio("Tides", "Ada Example", framework.id, "cmalt").with_section(
            Section("1b", status=before)
        )
        assert with_answers(portfolio, address, "An answer.", DAY).section("1b").status == after


def test_it_goes_on_at_the_first_question_that_is_open(
    framework: Framework, places: Places
) -> None:
    portfolio = Portfolio("Tides", "Ada Example", framework.id, "cmalt")
    entry = find_entry(framework, portfolio, "1b")
    questions = questions_for(framework, entry, "description", load_questions(framework.id, places))
    text = answers_as_text({0: "One.", 2: "Three."}, len(questions), DAY)
    assert first_open(text, len(questions)) == 1
    assert questions_left(text, questions) == (questions[1], *questions[3:])
    assert questions_left("All my own words.", questions) == ()
    assert questions_left("", questions) == questions
