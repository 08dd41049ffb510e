"""Changing the text: ``write``, ``insert``, ``change``, ``delete``, ``shift``, ``edit``."""

import os
import re
from collections.abc import Callable
from datetime import date

from cmalt_tui.cli.plain.numbers import chosen, one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.cli.plain.several_lines import several_lines
from cmalt_tui.model.editing import with_text
from cmalt_tui.model.numbered_paragraphs import inserted, paragraphs, removed, replaced, shifted
from cmalt_tui.model.portfolio import Portfolio
from cmalt_tui.plain_text import amount, count_words
from cmalt_tui.problems import InputProblem

_HOW = "Type your text. An empty line parts paragraphs; a line with a single full stop ends it."


def write_command(session: Session, rest: str) -> None:
    """Write at the end of the text."""
    _write(session, session.text, len(paragraphs(session.text)) + 1, rest)


def insert_command(session: Session, rest: str) -> None:
    """Write before a paragraph."""
    number = one_chosen(rest, len(paragraphs(session.text)))
    _write(session, session.text, number, "")


def change_command(session: Session, rest: str) -> None:
    """Write a paragraph anew; with nothing written it stays."""
    text = session.text
    number = one_chosen(rest, len(paragraphs(text)))
    session.speak(f"It reads now: {paragraphs(text)[number - 1]}")
    session.speak(_HOW)
    _take_in(session, lambda written: replaced(text, number, written), "changed a paragraph")


def delete_command(session: Session, rest: str) -> None:
    """Take paragraphs out."""
    text = session.text
    if not rest:
        raise InputProblem("it is not said which one", "Name a number: delete 2, delete 2-3.")
    numbers = chosen(rest, len(paragraphs(text)))
    session.change_text(removed(text, numbers), "deleted paragraphs")
    many = f"{len(numbers)} paragraphs" if len(numbers) > 1 else f"paragraph {numbers[0]}"
    session.speak(f"Deleted {many}. undo brings it back.")


def shift_command(session: Session, rest: str) -> None:
    """Put a paragraph in another place of this text."""
    named = re.fullmatch(r"(\d+)\s+(?:to\s+)?(\d+)", rest)
    count = len(paragraphs(session.text))
    if named is None:
        raise InputProblem("it is not said from where to where", "Name two numbers: shift 3 to 1.")
    number, place = one_chosen(named[1], count), one_chosen(named[2], count)
    session.change_text(shifted(session.text, number, place), "shifted a paragraph")
    session.speak(f"Paragraph {number} is number {place} now.")


def edit_command(session: Session, rest: str) -> None:
    """Write this text in the person's own editor."""
    del rest
    from cmalt_tui.workbench import outside_text

    text = session.text
    command = outside_text.own_editor(os.environ)
    file = outside_text.put_outside(session.places.outside, session.address, text)
    code = outside_text.edit_outside(command, file)
    if code != 0:
        raise InputProblem(
            f"your editor ended with code {code}, so the text here is as it was",
            f"What it left is kept in {file}.",
        )
    edited = outside_text.take_back(file, text)
    if edited == text:
        session.speak("Nothing was changed.")
    else:
        session.change_text(edited, "edited in another program")
        session.speak(f"Taken in: {amount(len(paragraphs(session.text)), 'paragraph')}.")
    outside_text.remove_outside(file)


def _write(session: Session, text: str, number: int, first_line: str) -> None:
    if first_line:
        session.change_text(inserted(text, number, first_line), "written")
        _tell(session)
        return
    session.speak(_HOW)
    _take_in(session, lambda written: inserted(text, number, written), "written")


def _take_in(session: Session, so_written: Callable[[str], str], what: str) -> None:
    """Have a person type, with the text that the typing makes saved line by line."""
    before, address = session.desk.portfolio, session.address

    def so_far(written: str) -> Portfolio:
        return with_text(before, address, so_written(written), date.today())

    written = several_lines(session, so_far).text
    session.finish(before, so_far(written) if written else before, what)
    if written:
        _tell(session)
    else:
        session.speak("Nothing was written.")


def _tell(session: Session) -> None:
    text = session.text
    many = amount(len(paragraphs(text)), "paragraph")
    session.speak(f"{many}, {amount(count_words(text), 'word')}.")
