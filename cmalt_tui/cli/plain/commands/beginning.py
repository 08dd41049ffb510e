"""Where the page is blank: ``interview`` and ``template``."""

from datetime import date
from functools import partial

from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.cli.plain.several_lines import several_lines
from cmalt_tui.frameworks.questions import load_questions
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.interview import (
    answers_as_text,
    first_open,
    questions_for,
    with_answers,
    with_draft,
)
from cmalt_tui.workbench.templates import load_templates, with_template

_HOW = (
    "A full stop on a line of its own ends an answer; with nothing before it the question is "
    "skipped. ctrl+c ends the questions; what you answered stays."
)


def interview_command(session: Session, rest: str) -> None:
    """Ask the questions of this text one at a time; the answers become a draft at its end."""
    del rest
    desk, address, text = session.desk, session.address, session.text
    framework, before = desk.framework, desk.portfolio
    asked = load_questions(framework.id, session.places)
    questions = questions_for(framework, session.entry, address.part, asked)
    if not questions:
        raise InputProblem("there are no questions for this", "Go to a text: go description.")
    answers: dict[int, str] = {}

    def with_answer(number: int, answer: str) -> Portfolio:
        draft = answers_as_text({**answers, number: answer}, len(questions), date.today())
        return with_answers(before, address, with_draft(text, "", draft), date.today())

    session.speak(_HOW)
    after = before
    for number in range(first_open(text, len(questions)), len(questions)):
        ask, why = questions[number]
        session.speak(f"{number + 1} of {len(questions)}. {ask}", *([why] if why else []))
        written = several_lines(session, partial(with_answer, number))
        answers[number] = written.text
        after = with_answer(number, written.text)
        if written.is_last:
            break
    session.finish(before, after, "draft from answers")
    if after == before:
        session.speak("Nothing was answered.")
    else:
        session.speak("The answers stand at the end of this text as a draft, marked as one.")


def template_command(session: Session, rest: str) -> None:
    """List the templates, or put the prompts of one at the end of this text."""
    text = session.text
    templates, problems = load_templates(session.places)
    for problem in problems:
        session.speak(f"Left out: {problem}")
    if not rest:
        for number, template in enumerate(templates, 1):
            session.speak(f"{number}. {template.title} ({template.source}): {template.told}")
        return
    chosen = templates[one_chosen(rest, len(templates)) - 1]
    session.change_text(with_template(text, chosen), f"template {chosen.title}")
    session.speak(f"Put at the end: {len(chosen.prompts)} prompts. change NUMBER answers one.")
