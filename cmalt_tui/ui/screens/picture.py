"""The picture of an evidence item, as large as the screen, with the words that stand for it."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cmalt_tui.commands.command import Scope
from cmalt_tui.export.picture_pixels import Pixels
from cmalt_tui.model.portfolio import EvidenceItem
from cmalt_tui.problems import InputProblem
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.latest import Latest
from cmalt_tui.ui.safe import cut_line, safe_line
from cmalt_tui.ui.widgets.footer_line import FooterLine
from cmalt_tui.ui.widgets.line import Line
from cmalt_tui.ui.widgets.picture_area import PictureArea
from cmalt_tui.ui.work import Failed
from cmalt_tui.workbench.opening_artefacts import open_artefact
from cmalt_tui.workbench.picture_preview import (
    SHARP_EXTRA,
    can_be_sharp,
    preview_of,
)


class PictureScreen(Screen[None]):
    """Shows a picture; what it shows, in words, stands below."""

    COMMAND_SCOPE = Scope.PICTURE
    BINDINGS: ClassVar = bindings_of(Scope.PICTURE)
    HELP = "The picture in coloured half blocks, which every terminal can draw."
    DEFAULT_CSS = """
    PictureScreen #picture-title { height: 1; padding: 0 1; }
    PictureScreen PictureArea { margin: 0 1; }
    PictureScreen #picture-told { height: auto; max-height: 5; padding: 0 1; }
    """

    def __init__(self, folder: Path, item: EvidenceItem) -> None:
        """Begin with nothing read.

        Args:
            folder: The portfolio's folder.
            item: The item.
        """
        super().__init__()
        self._folder = folder
        self._item = item
        self._pixels: Latest[tuple[int, int], Pixels] = Latest(self, self._read, self._show)

    def compose(self) -> ComposeResult:
        """The title, the picture, and what it shows in words."""
        yield Line("picture-title")
        yield PictureArea()
        yield Static(self._told(), id="picture-told", markup=False)
        yield FooterLine()

    def on_mount(self) -> None:
        """Say that the picture is being read."""
        self._show_head("reading …")

    def on_picture_area_sized(self) -> None:
        """Read it in the size that there is now."""
        room = self.query_one(PictureArea).room
        if room.width and room.height:
            self._pixels.want((room.width, room.height))

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out now, in words."""
        if action == "sharp" and not can_be_sharp():
            return f"showing pictures themselves needs an extra. Run: {SHARP_EXTRA}"
        return ""

    def action_sharp(self) -> None:
        """Hand the terminal over to the picture itself, until enter comes."""
        from cmalt_tui.ui.sharp_picture import show_sharp

        show_sharp(self.app, self._folder, self._item)

    @work(thread=True, exclusive=True, exit_on_error=False, group="open")
    def action_view(self) -> None:
        """Open it with the system's program."""
        try:
            told = f"Opening {open_artefact(self._folder, self._item)} …"
        except InputProblem as refused:
            told = str(refused.problem)
        self.app.notify(cut_line(told, 300), markup=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def on_failed(self, message: Failed) -> None:
        """Say why there is no picture."""
        message.stop()
        self._show_head("")
        self.query_one("#picture-told", Static).update(self._told(str(message.problem)))

    def _read(self, room: tuple[int, int]) -> Pixels:
        return preview_of(self._folder, self._item, *room)

    def _show(self, room: tuple[int, int], pixels: Pixels) -> None:
        del room
        self._show_head("")
        self.query_one(PictureArea).show(pixels)

    def _show_head(self, state: str) -> None:
        title = safe_line(self._item.title or self._item.id, 0, "bold $primary")
        head = self.query_one("#picture-title", Line)
        head.show(title, Content.styled(state, "$text-muted"))

    def _told(self, problem: str = "") -> Content:
        item = self._item
        told = [safe_line(item.caption, 0)] if item.caption else []
        if item.alt:
            told.append(safe_line(f"In words: {item.alt}", 0, "$text-muted"))
        else:
            missing = "What it shows is not said in words yet; some readers have the words alone."
            told.append(Content.styled(missing, "$warning"))
        if problem:
            told.insert(0, safe_line(cut_line(problem, 400), 0, "$text-error"))
        return Content("\n").join(told)
