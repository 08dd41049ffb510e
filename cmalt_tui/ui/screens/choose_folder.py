"""Chooses a path: typed with completion, or found in a plain list of what is there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cmalt_tui.commands.command import Scope
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.paths import FolderEntry, completed, entries_for, shown_path, typed_path
from cmalt_tui.ui.safe import safe_line
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line_input import LineInput


@dataclass(frozen=True)
class Purpose:
    """What a path is chosen for.

    Attributes:
        title: The question at the top.
        documents: Whether documents can be chosen beside folders.
        against: Why a path won't do, in words; empty if it will.
        takes_marked: Whether enter takes an entry of the list straight away; else it goes into it.
    """

    title: str
    documents: bool
    against: Callable[[Path], str]
    takes_marked: Callable[[FolderEntry], bool]


def portfolio_purpose() -> Purpose:
    """Choose the folder of a portfolio."""
    return Purpose("Which portfolio?", False, _no_portfolio, lambda entry: entry.is_portfolio)


def source_purpose() -> Purpose:
    """Choose a document, or a folder of documents."""
    return Purpose(
        "What do you want to bring in? A document, a zip, or a folder of them",
        True,
        lambda path: "" if path.exists() else "there is no such file or folder",
        lambda entry: not entry.is_folder,
    )


def folder_purpose() -> Purpose:
    """Choose any folder, also one that isn't there yet."""
    return Purpose(
        "Which folder?",
        False,
        lambda path: "that is a file, not a folder" if path.is_file() else "",
        lambda entry: False,
    )


class ChooseFolderScreen(Screen[Path | None]):
    """Asks for a path; the cursor stays in the typed path while the list is walked."""

    COMMAND_SCOPE = Scope.FOLDERS
    BINDINGS: ClassVar = bindings_of(Scope.FOLDERS)
    CSS_PATH = "choose_folder.tcss"

    def __init__(self, purpose: Purpose, start: Path | None = None) -> None:
        """Begin at a folder.

        Args:
            purpose: What the path is for.
            start: Where to begin; the current folder if None.
        """
        super().__init__()
        self._purpose = purpose
        self._start = start or _current_folder()
        self._entries: tuple[FolderEntry, ...] = ()

    def compose(self) -> ComposeResult:
        """The question, the path, and what lies there."""
        with Vertical(id="folders"):
            yield Static(self._purpose.title, id="folders-title", markup=False)
            yield LineInput(shown_path(self._start).rstrip("/") + "/", id="folders-path")
            yield Static("", id="folders-fault", markup=False)
            found = OptionList(id="folders-list", markup=False)
            found.can_focus = False
            yield found
        yield FooterLine()

    def on_mount(self) -> None:
        """Put the cursor behind the path."""
        path = self.query_one(Input)
        path.focus()
        path.cursor_position = len(path.value)

    def why_not(self, action: str) -> str:
        """Nothing stands against any of it."""
        del action
        return ""

    @on(Input.Changed, "#folders-path")
    def _path_changed(self, event: Input.Changed) -> None:
        self._say("")
        self._entries = entries_for(event.value, documents=self._purpose.documents)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_row(entry)) for entry in self._entries])
        listed.highlighted = None
        self._say_what_enter_does()

    @on(OptionList.OptionHighlighted, "#folders-list")
    def _say_what_enter_does(self) -> None:
        """Say below the path what enter would do: it depends on what is marked."""
        marked = self.query_one(OptionList).highlighted
        typed = typed_path(self.query_one(Input).value)
        if marked is not None:
            takes = self._purpose.takes_marked(self._entries[marked])
            self._say("enter takes it" if takes else "enter goes into it", "$text-muted")
        elif not self._purpose.against(typed):
            kind = "this folder" if typed.is_dir() else "this document"
            kind = kind if typed.exists() else "this new folder"
            self._say(
                f"enter takes {kind}{'   ↓ goes on below' if self._entries else ''}", "$text-muted"
            )
        elif not self._entries and typed.exists():
            self._say("nothing here that fits")
        else:
            self._say("")

    @on(Input.Submitted, "#folders-path")
    def action_take(self) -> None:
        """Take the marked entry, or the path as it is typed."""
        marked = self.query_one(OptionList).highlighted
        if marked is None:
            self._take(typed_path(self.query_one(Input).value))
        else:
            self._enter(self._entries[marked])

    @on(OptionList.OptionSelected, "#folders-list")
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._enter(self._entries[event.option_index])

    def action_complete(self) -> None:
        """Complete the path as far as it is clear, or to the marked entry."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            self._go_to(self._entries[marked])
        else:
            typed = self.query_one(Input).value
            self._type(completed(typed, documents=self._purpose.documents))

    def action_previous(self) -> None:
        """Mark the entry above."""
        self.query_one(OptionList).action_cursor_up()

    def action_next(self) -> None:
        """Mark the entry below."""
        self.query_one(OptionList).action_cursor_down()

    def action_above(self) -> None:
        """Go to the folder that holds this one."""
        self._type(shown_path(typed_path(self.query_one(Input).value).parent).rstrip("/") + "/")

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _enter(self, entry: FolderEntry) -> None:
        if self._purpose.takes_marked(entry):
            self._take(entry.path)
        else:
            self._go_to(entry)

    def _go_to(self, entry: FolderEntry) -> None:
        self._type(shown_path(entry.path) + ("/" if entry.is_folder else ""))

    def _take(self, path: Path) -> None:
        fault = self._purpose.against(path)
        if fault:
            self._say(fault)
        else:
            self.dismiss(path)

    def _type(self, value: str) -> None:
        path = self.query_one(Input)
        path.value = value
        path.cursor_position = len(value)

    def _say(self, told: str, style: str = "$warning") -> None:
        self.query_one("#folders-fault", Static).update(safe_line(told, style=style))


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was removed while the terminal stood in it
        return Path.home()


def _row(entry: FolderEntry) -> Content:
    name = safe_line(entry.path.name + ("/" if entry.is_folder else ""), 60)
    return Content.assemble(name, ("  ◆ portfolio", "$accent")) if entry.is_portfolio else name


def _no_portfolio(path: Path) -> str:
    if not path.is_dir():
        return "there is no such folder"
    if not (path / "portfolio.toml").is_file():
        return "that folder is no portfolio: it holds no portfolio.toml"
    return ""
