"""Long work in a thread: what it tells reaches the screen as messages, and escape stops it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import get_current_worker

from cmalt_tui.problems import InputProblem, Problem
from cmalt_tui.progress import Cancelled, Progress, Report

_BETWEEN_MESSAGES = 0.05


@dataclass
class Progressed(Message):
    """Work in a thread is further than before."""

    progress: Progress


@dataclass
class Failed(Message):
    """Work in a thread could not use its input; nothing is half done."""

    problem: Problem


@dataclass
class Stopped(Message):
    """Work in a thread was stopped on request; nothing is left behind."""


def carry_out_for(owner: MessagePump, work: Callable[[Report], Message]) -> None:
    """Do long work in the thread of a worker, and post what becomes of it.

    To be called inside ``@work(thread=True)``. Cancelling the worker makes the next report raise
    `Cancelled`, by which the work cleans up.

    Args:
        owner: Who gets `Progressed` on the way, and at the end the message that the work makes, or
            `Failed`, or `Stopped`.
        work: The work; called with a report.
    """
    worker = get_current_worker()
    told = 0.0

    def report(progress: Progress) -> None:
        nonlocal told
        if worker.is_cancelled:
            raise Cancelled
        if time.monotonic() - told >= _BETWEEN_MESSAGES or progress.done == progress.total:
            told = time.monotonic()
            owner.post_message(Progressed(progress))

    owner.post_message(ended_by(lambda: work(report)))


def ended_by(work: Callable[[], Message]) -> Message:
    """Do work and give the message that it makes, or `Failed`, or `Stopped`."""
    try:
        return work()
    except Cancelled:
        return Stopped()
    except InputProblem as refused:
        return Failed(refused.problem)
    except Exception as fault:
        # A fault of the program in work that stands apart from the text must not end the program.
        what = f"this met a fault of the program's own ({type(fault).__name__}: {fault})"
        return Failed(Problem(what, "Nothing was changed; please report it."))
