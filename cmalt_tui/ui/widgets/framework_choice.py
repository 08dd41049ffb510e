"""Chooses a framework and one of its pathways."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Select

from cmalt_tui.frameworks import DEFAULT_FRAMEWORK, load_framework
from cmalt_tui.model.framework import Framework
from cmalt_tui.places import Places
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.safe import safe_label
from cmalt_tui.ui.widgets.form_row import FormRow
from cmalt_tui.workbench.beginnings import frameworks_on_offer

_GUESS = ""


class FrameworkChoice(Vertical):
    """Two rows of a form: framework, pathway."""

    DEFAULT_CSS = """
    FrameworkChoice {
        height: auto;
    }
    """

    class Changed(Message):
        """Another framework or pathway was chosen."""

    def __init__(self, places: Places, *, may_guess: bool = False) -> None:
        """Offer what there is.

        Args:
            places: Where the person's own frameworks are.
            may_guess: Whether the pathway may be left to be guessed, and is at first.
        """
        super().__init__()
        self._places = places
        self._may_guess = may_guess
        self._offered = {one.id: one for one in frameworks_on_offer(places) if one.problem is None}
        first = next(iter(self._offered), DEFAULT_FRAMEWORK)
        self.framework_id = DEFAULT_FRAMEWORK if DEFAULT_FRAMEWORK in self._offered else first
        self.pathway_id: str | None = None
        self.fault = ""

    def compose(self) -> ComposeResult:
        """The framework's row and the pathway's."""
        titles = [(safe_label(one.title, 60), one.id) for one in self._offered.values()]
        framework: Select[str] = Select(
            titles, value=self.framework_id, allow_blank=False, id="framework", compact=True
        )
        yield FormRow("Framework", framework)
        options, chosen = self._pathways()
        pathway: Select[str] = Select(
            options, value=chosen, allow_blank=False, id="pathway", compact=True
        )
        yield FormRow("Pathway", pathway)

    @on(Select.Changed, "#framework")
    def _framework_changed(self, event: Select.Changed) -> None:
        event.stop()
        if event.value == self.framework_id:
            return
        self.framework_id = str(event.value)
        options, chosen = self._pathways()
        pathway = self.query_one("#pathway", Select)
        with self.prevent(Select.Changed):
            pathway.set_options(options)
            pathway.value = chosen
        self.post_message(self.Changed())

    @on(Select.Changed, "#pathway")
    def _pathway_changed(self, event: Select.Changed) -> None:
        event.stop()
        chosen = str(event.value) or None
        if chosen != self.pathway_id:
            self.pathway_id = chosen
            self.post_message(self.Changed())

    def _pathways(self) -> tuple[list[tuple[Text, str]], str]:
        framework = self._framework()
        options: list[tuple[Text, str]] = []
        if self._may_guess:
            options.append((Text("guess from what is there"), _GUESS))
        if framework is not None:
            options += [(safe_label(one.title, 60), one.id) for one in framework.pathways]
        default = framework.default_pathway.id if framework is not None else _GUESS
        chosen = _GUESS if self._may_guess else default
        self.pathway_id = chosen or None
        return options, chosen

    def _framework(self) -> Framework | None:
        try:
            framework = load_framework(self.framework_id, self._places)
        except InputProblem as refused:
            self.fault = str(refused.problem)
            return None
        self.fault = ""
        return framework
