"""``find`` and ``replace``, in this text or in the whole portfolio."""

from itertools import groupby

from cmalt_tui.cli.plain.excerpt import excerpt
from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.numbered_paragraphs import number_at
from cmalt_tui.model.text_search import Found, Match, Query, Spot, with_replaced
from cmalt_tui.problems import InputProblem
from cmalt_tui.workbench.find_and_replace import find_everywhere, find_in_text

_ARROW = "=>"
_EVERYWHERE = "everywhere "
_MOST_TOLD = 40


def find_command(session: Session, rest: str) -> None:
    """Find words, and read what stands round each of them."""
    found = _found(session, rest, None)
    _tell(session, found, found.matches[:_MOST_TOLD])
    session.speak(_count(found))


def replace_command(session: Session, rest: str) -> None:
    """Put other words in the place of some, after a look at each change."""
    words, arrow, put = rest.partition(_ARROW)
    if not arrow:
        raise InputProblem(
            "it is not said by what", "Write: replace OLD => NEW, or replace everywhere OLD => NEW."
        )
    found = _found(session, words.rstrip(), put.strip())
    if not found.matches:
        session.speak(_count(found))
        return
    session.speak("For each: y yes, n no, a this and all others, q stop asking.")
    chosen = _asked(session, found)
    if chosen:
        portfolio = with_replaced(session.desk.portfolio, found.texts, chosen)
        session.change(portfolio, f"replaced “{words.strip()}”")
    session.speak(f"Replaced {len(chosen)} of {len(found.matches)}.")


def _found(session: Session, words: str, put: str | None) -> Found:
    everywhere = words.startswith(_EVERYWHERE)
    query = Query(words.removeprefix(_EVERYWHERE).strip())
    if not query.words:
        raise InputProblem("it is not said what", "For example: find caption.")
    if everywhere:
        return find_everywhere(query, session.desk.framework, session.desk.portfolio, put)
    return find_in_text(query, Spot(session.address), session.text, put)


def _asked(session: Session, found: Found) -> list[Match]:
    chosen: list[Match] = []
    for number, match in enumerate(found.matches):
        _tell(session, found, [match])
        answer = (session.ask(f"replace by “{match.put}”? ") or "q").strip().lower()[:1]
        if answer == "a":
            return [*chosen, *found.matches[number:]]
        if answer == "q":
            break
        if answer == "y":
            chosen.append(match)
    return chosen


def _tell(session: Session, found: Found, matches: tuple[Match, ...] | list[Match]) -> None:
    for spot, there in groupby(matches, key=lambda match: match.spot):
        place = " ".join(part for part in (*spot.address, spot.field) if part)
        for match in there:
            text = found.texts[spot]
            number = "" if spot.field else f", paragraph {number_at(text, match.start)}"
            session.speak(f"{place}{number}: {excerpt(text, match.start, match.end)}")


def _count(found: Found) -> str:
    count = f"{len(found.matches)}{' or more' if found.is_cut else ''}"
    return f"Found {count}." if found.matches else "Nothing was found."
