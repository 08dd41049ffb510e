"""Asks which of two versions of a text shall stand; the other one is kept."""

from collections.abc import Callable, Mapping

from cmalt_tui.model.text_changes import ADDED, KEPT, REMOVED, changed_paragraphs
from cmalt_tui.model.versions import Side, Versions


def chosen_sides(
    versions: Versions, speak: Callable[..., None], ask: Callable[[str], str | None]
) -> Mapping[str, Side]:
    """Ask about each text that two programs changed; no answer means the person's own version.

    Args:
        versions: The texts.
        speak: Says lines.
        ask: Asks for a line; None where there are no more.
    """
    chosen: dict[str, Side] = {}
    for name, _, mine, theirs in versions.texts:
        speak(*told_changes(name, ("yours", mine), ("theirs", theirs)))
        answer = ask("mine or theirs? ") or ""
        chosen[name] = Side.THEIRS if answer.strip().lower().startswith("t") else Side.MINE
    speak("The version that was not chosen is kept; the bin shows it.")
    return chosen


def told_changes(name: str, one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    """Tell what differs between two versions, paragraph by paragraph.

    Args:
        name: The name of the text.
        one, other: Each version's name and text.
    """
    told: list[str] = []
    for paragraph in changed_paragraphs(one[1], other[1]):
        if paragraph.mark == KEPT:
            continue
        old = "".join(piece.text for piece in paragraph.pieces if piece.mark != ADDED)
        new = "".join(piece.text for piece in paragraph.pieces if piece.mark != REMOVED)
        told += [f"{name}, {one[0]}: {old.strip()}"] if old.strip() else []
        told += [f"{name}, {other[0]}: {new.strip()}"] if new.strip() else []
    return told
