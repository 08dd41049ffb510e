"""Takes several lines from a person and saves each of them as it comes."""

from collections.abc import Callable
from typing import NamedTuple

from cmalt_tui.cli.plain.session import Session
from cmalt_tui.model.portfolio import Portfolio

END = "."


class Written(NamedTuple):
    """What was typed, without the full stop that ended it.

    Attributes:
        is_last: Whether the person stopped, or left, instead of ending it.
    """

    text: str
    is_last: bool = False


def several_lines(session: Session, so_far: Callable[[str], Portfolio]) -> Written:
    """Take lines until a full stop on a line of its own.

    Args:
        session: The talk.
        so_far: Makes the portfolio that has what was typed until now; it is saved silently, so
            that a closed terminal costs at most the line at hand.
    """
    lines: list[str] = []
    while True:
        try:
            line = session.ask("")
        except KeyboardInterrupt:
            there = " What you typed before is there; undo takes it out." if lines else ""
            session.speak("", f"Stopped, without the line at hand.{there}")
            return Written(_joined(lines), is_last=True)
        if line is None or line.strip() == END:
            return Written(_joined(lines), is_last=line is None)
        lines.append(line)
        session.save_silently(so_far(_joined(lines)))


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")
