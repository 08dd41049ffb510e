"""Asks in a thread, one question at a time; of those that come meanwhile only the last is asked."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from cmalt_tui.ui.work import Failed, Stopped, ended_by

_MEANWHILE = 0.3

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class _Answered(Message, Generic[Answer]):
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Latest(Generic[Question, Answer]):
    """Answers the last question only: threads can't be stopped, and must not pile up.

    An answer that comes when something else is wanted by now is dropped.
    """

    def __init__(
        self,
        owner: Widget,
        ask: Callable[[Question], Answer],
        take: Callable[[Question, Answer], None],
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        """Say who asks, how, and who takes the answer.

        Args:
            owner: Whose workers do it; gets `Failed` where a question can't be answered, and
                `Stopped` where that was stopped.
            ask: Called in a thread.
            take: Called on the screen's side with the question that is wanted still.
            meanwhile: Called there every now and then while an answer is long in coming.
        """
        self._owner = owner
        self._ask = ask
        self._take = take
        self._meanwhile = meanwhile
        self._timer: Timer | None = None
        self._wanted: Question | None = None
        self._asking = False

    def want(self, question: Question) -> None:
        """Ask, as soon as the question that is under way is answered."""
        self._wanted = question
        if not self._asking:
            self._begin()

    def forget(self) -> None:
        """Want nothing: what is under way is dropped."""
        self._wanted = None

    def _begin(self) -> None:
        if self._wanted is not None and self._owner.is_attached:
            self._asking = True
            work = partial(self._carry_out, self._wanted)
            self._owner.run_worker(work, thread=True, exit_on_error=False, group="latest")
            if self._meanwhile is not None and self._timer is None:
                self._timer = self._owner.set_interval(_MEANWHILE, self._while_asking)

    def _while_asking(self) -> None:
        if self._asking and self._meanwhile is not None:
            self._meanwhile()
        elif self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _carry_out(self, question: Question) -> None:
        ended = ended_by(lambda: _Answered(self._ask(question)))
        self._owner.call_later(self._ended, question, ended)

    def _ended(self, question: Question, ended: Message) -> None:
        self._asking = False
        if question != self._wanted:
            self._begin()
            return
        self._wanted = None
        if isinstance(ended, _Answered):
            self._take(question, ended.answer)
        elif isinstance(ended, Failed | Stopped):
            self._owner.post_message(ended)
