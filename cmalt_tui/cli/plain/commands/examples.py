"""How others wrote it: ``examples``, ``example``, ``keep``."""

from cmalt_tui.cli.plain.numbers import one_chosen
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.passage import Answer, Hit
from cmalt_tui.model.text_address import text_at
from cmalt_tui.plain_text import clean_line
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.answers import READING_ONLY
from cmalt_tui.workbench.examples import open_examples
from cmalt_tui.workbench.saved_examples import save_example

_MOST = 8


def examples_command(session: Session, rest: str) -> None:
    """Find passages for this text, or search for words."""
    session.hits = _answer(session, rest).hits
    for number, hit in enumerate(session.hits, 1):
        session.speak(f"{number}. {_source(hit)}: {hit.snippet}")
    if session.hits:
        session.speak("example NUMBER reads one, keep NUMBER NOTE keeps it.")
    else:
        session.speak("Nothing fits. Try other words.")


def example_command(session: Session, rest: str) -> None:
    """Read one of the passages that were found."""
    hit = _hit(session, rest)
    session.speak(_source(hit), hit.passage.text)
    session.speak(f"Licence: {hit.passage.origin.licence or READING_ONLY}")


def keep_command(session: Session, rest: str) -> None:
    """Keep a passage with this section."""
    number, _, note = rest.partition(" ")
    hit = _hit(session, number)
    save_example(session.desk, hit.passage, session.entry.id, "", clean_line(note))
    session.save()
    session.speak(f"Kept with {session.entry.id}. undo takes it back.")


def _answer(session: Session, words: str) -> Answer:
    examples = open_examples(session.places)
    if examples.is_empty:
        raise InputProblem(
            "there are no examples yet",
            "Add some in the shell: cmalt-tui corpus add SOURCE, or corpus add --sample",
        )
    if words:
        return examples.search(words, _MOST)
    address = session.address
    text = text_at(session.desk.portfolio, address)
    return examples.for_section(session.entry.id, address.part, text, _MOST)


def _hit(session: Session, named: str) -> Hit:
    if not session.hits:
        raise InputProblem("nothing was looked for yet", "First: examples, or examples WORDS.")
    return session.hits[one_chosen(named, len(session.hits)) - 1]


def _source(hit: Hit) -> str:
    passage, origin = hit.passage, hit.passage.origin
    facts = (origin.portfolio, origin.author, str(origin.year or ""), passage.section, passage.part)
    return ", ".join(fact for fact in facts if fact)
