"""Reads the whole portfolio, and comes back to a paragraph of it."""

from cmalt_tui.ui.editor.prose_editor import ProseEditor
from cmalt_tui.ui.screens.read_whole import ReadWholeScreen, Spot
from cmalt_tui.ui.screens.write_edits import EditingScreen


def read_whole(screen: EditingScreen) -> None:
    """Open the reading view at the text at hand; enter there goes to a text to change it."""
    editor = screen.query_one(ProseEditor)
    row = editor.cursor_location[0] if editor.address == screen.address else 0

    def back(spot: Spot | None) -> None:
        if spot is None:
            return
        screen.open_address(spot.address)
        screen.focus_text()
        if editor.address == spot.address:
            editor.move_cursor((min(spot.row, editor.document.line_count - 1), 0), center=True)

    reading = ReadWholeScreen(
        screen.desk.framework,
        screen.desk.portfolio,
        screen.settings.text_width,
        Spot(screen.address, row),
    )
    screen.app.push_screen(reading, back)
