"""Makes the sample ready and says how far that is."""

from textual import work

from cmalt_tui.places import Places
from cmalt_tui.progress import Report
from cmalt_tui.ui.messages import OpenPortfolio, Told
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.work import Failed, Progressed, carry_out_for
from cmalt_tui.workbench.beginnings import fresh_demo


class DemoLine(ProgressLine):
    """Empty until the sample is asked for; then tells, and has it opened."""

    def __init__(self, places: Places) -> None:
        """Say where the sample is copied to."""
        super().__init__()
        self._places = places

    @property
    def is_working(self) -> bool:
        """Whether the sample is being made ready."""
        return any(not worker.is_finished for worker in self.workers if worker.node is self)

    @work(thread=True, exclusive=True, exit_on_error=False, group="demo")
    def make(self) -> None:
        """Copy the sample afresh and have it opened."""

        def make(report: Report) -> OpenPortfolio:
            demo = fresh_demo(self._places, report)
            return OpenPortfolio(demo.folder, demo.examples)

        carry_out_for(self, make)

    def on_progressed(self, message: Progressed) -> None:
        """Show how far it is."""
        self.show(message.progress)

    def on_failed(self, message: Failed) -> None:
        """Have it told why there is no sample."""
        self.clear_line()
        self.post_message(Told(message.problem))
