"""What the corpus is made of: its sources with their licences, to be added to and taken from."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker

from cmalt_tui.commands.command import Scope
from cmalt_tui.model.example_source import AddedSource, SourceSummary, SyncedSource
from cmalt_tui.model.framework import Framework
from cmalt_tui.places import Places
from cmalt_tui.plain_text import amount
from cmalt_tui.progress import Report
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.paths import typed_path
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.screens.ask_line import AskLineScreen
from cmalt_tui.ui.screens.choose import Choice, ChooseScreen
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.letter_list import LetterList
from cmalt_tui.ui.widgets.progress_line import ProgressLine
from cmalt_tui.ui.work import Failed, Progressed, Stopped, carry_out_for
from cmalt_tui.workbench.examples import Examples

_WHERE = "Add which source? A file, a folder, or an address: https://…"
_REMOVE = "remove"
_FEW = 3
# An address of a git repository as ssh writes it.
_AT_HOST = re.compile(r"[\w.-]+@[\w.-]+:")


class Done(Message):
    """The corpus was changed."""

    def __init__(self, told: str) -> None:
        """Say what was done."""
        super().__init__()
        self.told = told


class ExampleSourcesScreen(Screen[bool]):
    """Answers whether the corpus was changed."""

    COMMAND_SCOPE = Scope.SOURCES
    BINDINGS: ClassVar = bindings_of(Scope.SOURCES)
    CSS_PATH = "form.tcss"
    HELP = (
        "Portfolios of others, each with its licence. A page of the web is brought up to date by "
        "adding it again. From the shell: cmalt-tui corpus add, list, sync, remove."
    )
    DEFAULT_CSS = """
    ExampleSourcesScreen OptionList {
        border: none;
        height: 1fr;
        margin-top: 1;
        background: $background;
    }
    """

    def __init__(
        self,
        examples: Examples,
        places: Places,
        framework: Framework | None = None,
        *,
        add: bool = False,
    ) -> None:
        """Name the corpus.

        Args:
            examples: The corpus.
            places: Where the person's own frameworks are.
            framework: To whose sections documents are mapped; the usual one if None.
            add: Whether to ask for a source at once.
        """
        super().__init__()
        self._examples = examples
        self._places = places
        self._framework = framework
        self._add_first = add
        self._sources: tuple[SourceSummary, ...] = ()
        self._changed = False
        self._work: Worker[None] | None = None
        self._list: Latest[int, tuple[SourceSummary, ...]] = Latest(
            self, lambda _: examples.sources(), self._take_list
        )
        self._lists_asked = 0

    def compose(self) -> ComposeResult:
        """A line on what is going on, and the list."""
        with Vertical(classes="form -whole-width"):
            yield Static("Sources of the examples", classes="form-title", markup=False)
            yield ProgressLine()
            yield LetterList(markup=False, compact=True)
        yield FooterLine()

    def on_mount(self) -> None:
        """List what there is."""
        self.query_one(OptionList).focus()
        self._look()
        if self._add_first:
            self.action_add()

    def why_not(self, action: str) -> str:
        """One thing at a time; and without a source there is nothing to take out."""
        if action != "back" and self._is_working:
            return "wait until it is done, or stop it with escape"
        if action == "remove" and self._marked is None:
            return "no source is marked"
        if action == "sync" and not self._sources:
            return "there is no source yet"
        return ""

    def action_add(self) -> None:
        """Ask for a source, and add it."""

        def add(named: str | None) -> None:
            if named:
                self._work = self._carry_out(lambda report: self._add(named, report))

        self.app.push_screen(AskLineScreen(_WHERE), add)

    def action_remove(self) -> None:
        """Take the marked source out, if the person says so."""
        source = self._marked
        if source is None:
            return

        def remove(answer: str | None) -> None:
            if answer == _REMOVE:
                self._work = self._carry_out(lambda report: _removed(self._examples, source))

        told = f"{amount(source.passages, 'passage')}. What you keep in a portfolio stays there."
        choices = (Choice(_REMOVE, "take it out"), Choice("", "leave it"))
        question = f"Take “{source.title or source.id}” out of the corpus?"
        self.app.push_screen(ChooseScreen(question, choices, "", told), remove)

    def action_sync(self) -> None:
        """Bring the sources up to date."""
        self._work = self._carry_out(
            lambda report: Done(_synced(self._examples.sync(report=report)))
        )

    def action_back(self) -> None:
        """Stop what is going on; else go back to the examples."""
        if self._is_working and self._work is not None:
            self._work.cancel()
        else:
            self.dismiss(self._changed)

    def on_done(self, message: Done) -> None:
        """Say what was done and list anew."""
        self._changed = True
        self.query_one(ProgressLine).tell(message.told, "$success")
        self._look()

    def on_progressed(self, message: Progressed) -> None:
        """Show how far it is."""
        if self._is_working:
            self.query_one(ProgressLine).show(message.progress)

    def on_failed(self, message: Failed) -> None:
        """Say why it can't be done."""
        self.query_one(ProgressLine).tell(str(message.problem), "$warning")
        self._look()

    def on_stopped(self, message: Stopped) -> None:
        """Say so."""
        self.query_one(ProgressLine).tell("Stopped. What was not done is not half done.")
        self._look()

    @on(OptionList.OptionHighlighted)
    def _footer_changes(self) -> None:
        self.query_one(FooterLine).refresh()

    @property
    def _is_working(self) -> bool:
        return self._work is not None and not self._work.is_finished

    @property
    def _marked(self) -> SourceSummary | None:
        at = self.query_one(OptionList).highlighted
        return self._sources[at] if at is not None and at < len(self._sources) else None

    def _look(self) -> None:
        self._lists_asked += 1
        self._list.want(self._lists_asked)

    def _take_list(self, asked: int, sources: tuple[SourceSummary, ...]) -> None:
        del asked
        self._sources = sources
        listed = self.query_one(OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options([Option(_row(source)) for source in sources])
        listed.highlighted = min(at, len(sources) - 1) if sources else None
        self.query_one(FooterLine).refresh()

    @work(thread=True, exit_on_error=False, group="sources")
    def _carry_out(self, do: Callable[[Report], Message]) -> None:
        carry_out_for(self, do)

    def _add(self, named: str, report: Report) -> Done:
        from cmalt_tui.frameworks import DEFAULT_FRAMEWORK, load_framework

        framework = self._framework or load_framework(DEFAULT_FRAMEWORK, self._places)
        return Done(_added(self._examples.add([_source(named)], framework, report)))


def _removed(examples: Examples, source: SourceSummary) -> Done:
    examples.remove(source.id)
    return Done(f"Taken out: {source.title or source.id}")


def _source(named: str) -> str:
    """A path as the shell would hand it over, or an address as it was typed."""
    is_address = "://" in named or _AT_HOST.match(named)
    return named if is_address else str(typed_path(named))


def _added(added: Sequence[AddedSource]) -> str:
    told = []
    for one in added:
        if not one.id:
            continue
        if one.problem:
            told.append(f"{one.title or one.id}: {one.problem}")
        elif one.unchanged:
            told.append(f"{one.title or one.id} is there already, as it is now")
        else:
            words = sum(left.words for left in one.left_out)
            left = f", {words:,} words left out" if words else ""
            note = f" ({one.note})" if one.note else ""
            told.append(
                f"Added {one.title or one.id}: {amount(one.passages, 'passage')}{left}{note}"
            )
    return " · ".join(told) or "Nothing was added."


def _synced(synced: Sequence[SyncedSource]) -> str:
    changed = [source for one in synced for source in one.sources if not source.unchanged]
    same = sum(source.unchanged for one in synced for source in one.sources)
    gone = sum(len(one.gone) for one in synced)
    many = f"{len(changed)} new or changed"
    told = [many if len(changed) > _FEW else _added(changed)] if changed else []
    told += [
        f"{one.address}: not reached, it stays: {one.problem}" for one in synced if one.problem
    ]
    told += [f"{gone} gone there and taken out here"] if gone else []
    told += [f"{same} unchanged"] if same else []
    return " · ".join(told) or "No source says where it was taken from."


def _row(source: SourceSummary) -> Content:
    who = " · ".join(one for one in (source.author, source.address) if one)
    told = [
        safe_line(source.title or source.id, 60),
        safe_line(
            f"{amount(source.passages, 'passage')} · {source.licence or 'reading only'}",
            70,
            "$text-muted",
        ),
    ]
    if who:
        told.append(safe_line(who, 76, "$text-muted"))
    if source.problem:
        told.append(safe_line(source.problem, 200, "$warning"))
    return Content("\n").join([Content.assemble(told[0], "  ", told[1]), *told[2:]])
