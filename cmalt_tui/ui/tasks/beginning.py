"""Begins a text where the page is blank: from questions, one at a time, or from a template."""

from datetime import date

from cmalt_tui.frameworks.questions import load_questions
from cmalt_tui.model.framework import Kind
from cmalt_tui.model.question import Question
from cmalt_tui.model.text_address import NOTE, TextAddress, addresses_of, text_at
from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.messages import Told
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.screens.interview import InterviewScreen
from cmalt_tui.ui.screens.write_edits import EditingScreen
from cmalt_tui.ui.text_names import text_name
from cmalt_tui.workbench import interview
from cmalt_tui.workbench.templates import Template, load_templates, with_template

_QUESTIONS = "questions"


def begin_writing(screen: EditingScreen) -> None:
    """Ask how to begin the text at hand, and begin it."""
    entry, address = screen.entry, screen.address
    if entry.asked.kind is Kind.DECLARATION or screen.reading or entry.broken:
        screen.main.say("There is no text here: go to a description or a reflection.", warn=True)
        return
    if not address.is_text or address.part == NOTE:
        address = addresses_of(entry)[0]
        screen.open_address(address)
    questions = interview.questions_for(
        screen.desk.framework,
        entry,
        address.part,
        load_questions(screen.desk.framework.id, screen.main.places),
    )
    templates, problems = load_templates(screen.main.places)
    for problem in problems:
        screen.post_message(Told(problem))
    fitting = {one.id: one for one in templates if one.part == address.part}

    def take(answer: str | None) -> None:
        if answer == _QUESTIONS:
            _interview(screen, address, questions)
        elif answer is not None:
            _put_template(screen, address, fitting[answer.partition(":")[2]])

    choices = [_questions_choice(screen, address, questions)] if questions else []
    choices += [_template_choice(one) for one in fitting.values()]
    if not choices:
        screen.main.say("There are no questions and no templates for this text.", warn=True)
    else:
        place = _place(screen, address)
        told = "What you write stands below what is there already; nothing is written over."
        screen.app.push_screen(ChooseScreen(f"Begin {place}", choices, text=told), take)


def _questions_choice(
    screen: EditingScreen, address: TextAddress, questions: tuple[Question, ...]
) -> Choice:
    text = text_at(screen.desk.portfolio, address)
    left = interview.questions_left(text, questions)
    told = f"{len(questions)} questions on this text"
    if left and len(left) < len(questions):
        told = f"{len(left)} of {len(questions)} still open"
    return Choice(_QUESTIONS, "Answer questions, one at a time", told)


def _template_choice(template: Template) -> Choice:
    return Choice(f"template:{template.id}", template.title, template.source)


def _interview(
    screen: EditingScreen, address: TextAddress, questions: tuple[Question, ...]
) -> None:
    desk, today = screen.desk, date.today()
    draft = ""

    def answered(answers: dict[int, str]) -> None:
        nonlocal draft
        fresh = interview.answers_as_text(answers, len(questions), today)
        text = interview.with_draft(text_at(desk.portfolio, address), draft, fresh)
        draft = fresh
        desk.change(interview.with_answers(desk.portfolio, address, text, today))
        screen.autosave.touched()

    def back(_: None) -> None:
        # The editor takes the new text over as one step that its undo takes back.
        screen.take_in_changes()
        screen.focus_text()
        if draft:
            screen.main.say("Your answers are in the text, marked as a draft.")

    first = interview.first_open(text_at(desk.portfolio, address), len(questions))
    screen.app.push_screen(
        InterviewScreen(_place(screen, address), questions, first, answered, screen.settings), back
    )


def _put_template(screen: EditingScreen, address: TextAddress, template: Template) -> None:
    before = text_at(screen.desk.portfolio, address)
    text = with_template(before, template)
    screen.desk.change(interview.with_answers(screen.desk.portfolio, address, text, date.today()))
    screen.autosave.touched()
    screen.take_in_changes()
    screen.focus_text()
    # Between the first prompt and the second there are three blank lines; write on the middle one.
    end_of_first = text.index("-->", len(before.rstrip()))
    screen.query_one(ProseEditor).move_cursor((text.count("\n", 0, end_of_first) + 2, 0))
    screen.main.say("Write below each prompt. Prompts are never exported; delete them as you like.")


def _place(screen: EditingScreen, address: TextAddress) -> str:
    return text_name(screen.entry, address, screen.desk.framework)
