"""``xray``: the moves of reflection of this section, sentence by sentence, and a question."""

from cmalt_tui.cli.plain.commands.reviewing import found_in
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.problems import InputProblem
from cmalt_tui.review.moves import MovedSentence, move_of, xray_section
from cmalt_tui.workbench.asked_questions import open_questions
from cmalt_tui.workbench.xray import move_rules

_NEXT = "next"


def xray_command(session: Session, rest: str) -> None:
    """Tell what each sentence of this section may do, and ask for what was not found."""
    xray = xray_section(session.entry.written, move_rules(session.places))
    questions = open_questions(found_in(session, session.entry.id), session.entry.id)
    if rest.lower() == _NEXT:
        session.asked += 1
    elif rest:
        raise InputProblem(f'"{rest}" is not known here', "xray, or xray next.")
    else:
        session.asked = 0
        for text in xray.texts:
            session.speak(f"{text.part} {text.title}".strip() + ":")
            session.speak(*(_told(sentence) for sentence in text.sentences))
        missing = ", ".join(move_of(one).title for one in xray.missing)
        session.speak(f"Not found in this section: {missing or 'nothing'}.")
    if not questions:
        session.speak("There is no question.")
        return
    number = session.asked % len(questions)
    session.speak(f"Question {number + 1} of {len(questions)}: {questions[number].question}")
    if len(questions) > 1:
        session.speak("xray next asks the next one.")


def _told(sentence: MovedSentence) -> str:
    moves = ", ".join(move_of(one).title for one in sentence.moves)
    return f"{sentence.text} ({moves})" if moves else sentence.text
