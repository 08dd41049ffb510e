"""For whom a portfolio is written, as what, and where to."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, RadioSet, Static

from cmalt_tui.ui.paths import shown_path, typed_path
from cmalt_tui.ui.widgets.form_row import FormRow
from cmalt_tui.ui.widgets.glyph_toggles import GlyphCheckbox, GlyphRadioButton
from cmalt_tui.ui.widgets.line_input import LineInput
from cmalt_tui.workbench.exporting import Audience, Format

_AUDIENCES = {
    Audience.ASSESSOR: "assessor",
    Audience.PEER: "peer",
    Audience.PUBLIC: "public",
}
_DOCUMENTS = {
    Format.DOCX: "DOCX",
    Format.PDF: "PDF",
    Format.HTML: "HTML",
    Format.MARKDOWN: "Markdown",
}
_WITH_FILES = {
    Format.ZIP: "zip",
    Format.SITE: "web site",
    Format.ARCHIVE: "archive to import again",
}


class ExportChoices(Vertical):
    """Four rows of a form."""

    DEFAULT_CSS = """
    ExportChoices {
        height: auto;
    }
    ExportChoices .export-row {
        height: 1;
    }
    ExportChoices RadioSet {
        layout: horizontal;
        border: none;
        padding: 0;
        width: 1fr;
        background: transparent;
    }
    ExportChoices RadioSet:focus {
        border: none;
        background-tint: transparent;
    }
    ExportChoices RadioSet > GlyphRadioButton, ExportChoices GlyphCheckbox {
        width: auto;
        margin-right: 2;
        background: transparent;
        & > .toggle--button {
            color: $text-muted;
            background: transparent;
        }
        &.-on > .toggle--button {
            color: $accent;
            background: transparent;
        }
    }
    ExportChoices FormRow {
        margin-bottom: 0;
    }
    """

    def __init__(self, folder: Path) -> None:
        """Propose a folder for the documents."""
        super().__init__()
        self._folder = folder
        self._proposed = ""

    def compose(self) -> ComposeResult:
        """Audience, formats, folder."""
        buttons = (
            GlyphRadioButton(
                word, value=audience is Audience.ASSESSOR, id=audience.value, compact=True
            )
            for audience, word in _AUDIENCES.items()
        )
        yield FormRow("for", RadioSet(*buttons, compact=True))
        yield FormRow("as", _boxes(_DOCUMENTS))
        yield FormRow("with files", _boxes(_WITH_FILES))
        folder = LineInput(shown_path(self._folder), id="export-folder")
        self._proposed = folder.value
        yield FormRow("into", folder)
        yield Static("", markup=False)

    @property
    def audience(self) -> Audience:
        """For whom."""
        pressed = self.query_one(RadioSet).pressed_button
        return Audience(pressed.id) if pressed is not None and pressed.id else Audience.ASSESSOR

    @property
    def formats(self) -> tuple[Format, ...]:
        """As what; may be none."""
        return tuple(
            wanted
            for wanted in (*_DOCUMENTS, *_WITH_FILES)
            if self.query_one(f"#format-{wanted.value}", GlyphCheckbox).value
        )

    @property
    def folder(self) -> Path | None:
        """Where to; None for the portfolio's own folder of exports."""
        typed = self.query_one("#export-folder", Input).value
        if not typed.strip() or typed == self._proposed:
            return None
        return typed_path(typed)


def _boxes(formats: Mapping[Format, str]) -> Horizontal:
    boxes = (
        GlyphCheckbox(word, value=wanted is Format.DOCX, id=f"format-{wanted.value}", compact=True)
        for wanted, word in formats.items()
    )
    return Horizontal(*boxes, classes="export-row")
