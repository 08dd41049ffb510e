"""``spelling``: the doubtful words of this text, one at a time, with what they could be."""

from cmalt_tui.cli.plain.excerpt import excerpt
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.problems import InputProblem
from cmalt_tui.settings import load_settings
from cmalt_tui.workbench.spelling import DoubtfulWord, Spelling, open_spelling

_HOW = (
    "For each: a number takes a suggestion, other words are put in as typed, p adds it to this "
    "portfolio's words, m to your own, an empty line goes on, q ends."
)


def spelling_command(session: Session, rest: str) -> None:
    """Go through the doubtful words of this text."""
    del rest
    settings, _ = load_settings(session.places.settings_file)
    spelling = open_spelling(settings.spelling, session.places, session.desk.folder)
    if spelling is None:
        raise InputProblem("spelling is off", 'In the settings: spelling = "british".')
    session.speak(*(f"Note: {problem}" for problem in spelling.problems))
    if _next(spelling, session.text, 0) is not None:
        session.speak(_HOW)
    passed = 0
    while (word := _next(spelling, session.text, passed)) is not None:
        answer = _ask_about(session, word)
        if answer is None:
            return
        if not answer:
            passed += 1
        else:
            _settle(session, spelling, word, answer)
    session.speak("That is the end of this text." if passed else "No doubtful word is left.")


def _next(spelling: Spelling, text: str, passed: int) -> DoubtfulWord | None:
    """The first doubtful word behind those that were passed over."""
    for number, word in enumerate(spelling.doubtful_words(text)):
        if number == passed:
            return word
    return None


def _ask_about(session: Session, word: DoubtfulWord) -> str | None:
    line = session.text.split("\n")[word.line - 1]
    start = word.column - 1
    near = excerpt(line, start, start + len(word.word))
    session.speak(f"{word.word}, in: {near}")
    listed = (f"{number} {one}" for number, one in enumerate(word.suggestions, 1))
    answer = session.ask(f"{', '.join(listed) or 'no suggestions'}? ")
    return None if answer is None or answer.strip() == "q" else answer.strip()


def _settle(session: Session, spelling: Spelling, word: DoubtfulWord, answer: str) -> None:
    """Do what was answered."""
    if answer == "p":
        spelling.add_to_portfolio(word.word)
    elif answer == "m":
        spelling.add_to_own(word.word)
    elif answer.isdecimal() and not 1 <= int(answer) <= len(word.suggestions):
        session.speak(f"There is no number {answer}.")
    else:
        put = word.suggestions[int(answer) - 1] if answer.isdecimal() else answer
        # What a person typed is not asked about again.
        spelling.skip(put)
        lines = session.text.split("\n")
        line, start = lines[word.line - 1], word.column - 1
        lines[word.line - 1] = line[:start] + put + line[start + len(word.word) :]
        session.change_text("\n".join(lines), f"spelling of {word.word}")
        session.speak(f"{put}.")
