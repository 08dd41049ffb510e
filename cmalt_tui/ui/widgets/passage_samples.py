"""What stands in place of the examples while there are none, and how they get there."""

from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from cmalt_tui.progress import Report
from cmalt_tui.ui.keys import shown_key_of
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.work import Failed, Progressed, Stopped, carry_out_for
from cmalt_tui.workbench.examples import Examples

_WORDS = """There are no examples yet.

  {samples:<5} add the sample passages that come with the program
  {sources:<5} add a portfolio of somebody else: a file, a folder or an address

From the shell: cmalt-tui corpus add SOURCE…"""


@dataclass
class SamplesAdded(Message):
    """The corpus has the samples now."""


class EmptyCorpus(Vertical):
    """Says how to fill the corpus, and fills it with the samples."""

    DEFAULT_CSS = """
    EmptyCorpus {
        padding: 2 4;
        height: 1fr;
    }
    EmptyCorpus > Static {
        height: auto;
        margin-bottom: 1;
    }
    """

    def __init__(self, examples: Examples) -> None:
        """Name the corpus."""
        super().__init__()
        self._examples = examples

    def compose(self) -> ComposeResult:
        """The words, and how far the filling is."""
        keys = {
            name: shown_key_of(self.app, f"examples.{command}")
            for name, command in (("samples", "add_samples"), ("sources", "sources"))
        }
        yield Static(_WORDS.format(**keys), markup=False)
        yield ProgressLine()

    @property
    def is_filling(self) -> bool:
        """Whether the samples are being added."""
        return any(not worker.is_finished for worker in self.workers if worker.node is self)

    @work(thread=True, exit_on_error=False, group="samples")
    def add_samples(self) -> None:
        """Add the samples; escape stops it."""

        def add(report: Report) -> SamplesAdded:
            self._examples.add_samples(report)
            return SamplesAdded()

        carry_out_for(self, add)

    def stop_filling(self) -> None:
        """Stop adding; nothing is left behind."""
        self.workers.cancel_node(self)

    def on_progressed(self, message: Progressed) -> None:
        """Show how far it is."""
        self.query_one(ProgressLine).show(message.progress)

    def on_failed(self, message: Failed) -> None:
        """Show nothing more here; the screen tells what was wrong."""
        self.query_one(ProgressLine).clear_line()

    def on_stopped(self, message: Stopped) -> None:
        """Say so."""
        self.query_one(ProgressLine).tell("Stopped. Nothing was added.", "$text-muted")
