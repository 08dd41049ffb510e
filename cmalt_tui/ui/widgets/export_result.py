"""What an export wrote: files with their sizes, and what the person should know about them."""

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cmalt_tui.ui.paths import shown_path
from cmalt_tui.ui.safe import safe_content, safe_line
from cmalt_tui.workbench.exporting import Exported

_MOST_NOTES = 200


class ExportResult(VerticalScroll):
    """Empty until something was written."""

    DEFAULT_CSS = """
    ExportResult {
        scrollbar-size-vertical: 1;
        height: 1fr;
    }
    ExportResult > Static {
        height: auto;
    }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", markup=False)

    def show(self, exported: Sequence[Exported]) -> None:
        """Tell what was written."""
        self.query_one(Static).update(result_content(exported))
        self.scroll_home(animate=False)

    def tell(self, fault: str) -> None:
        """Tell why nothing was written."""
        self.query_one(Static).update(safe_content(fault, "$warning"))


def result_content(exported: Sequence[Exported]) -> Content:
    """Write down files and notes; a note that holds for several formats stands once."""
    lines = []
    if exported:
        folder = safe_line(shown_path(exported[0].file.parent), style="$text-muted")
        lines.append(Content.assemble(("Written to ", "$text-muted"), folder))
    for one in exported:
        size = _size(one.file)
        lines.append(
            Content.assemble(
                ("✓ ", "$success"),
                safe_line(one.file.name),
                (f"   {size_words(size)}, {one.words:,} words", "$text-muted"),
            )
        )
    notes = dict.fromkeys((note.section, note.message) for one in exported for note in one.notes)
    for section, message in list(notes)[:_MOST_NOTES]:
        where = safe_line(f"{section}  " if section else "", style="bold")
        space = " " if section else ""
        lines.append(Content.assemble(("! ", "$warning"), where, space, safe_line(message)))
    return Content("\n").join(lines)


def _size(made: Path) -> int:
    """The bytes of a file, or of all files of a folder; 0 where it has gone."""
    files = made.rglob("*") if made.is_dir() else (made,)
    return sum(file.stat().st_size for file in files if file.is_file())


def size_words(size: int) -> str:
    """Write a size as a person would: ``48 kB``, ``2.4 MB``."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
