"""A text area that can light the paragraph at the cursor and keep its line in the middle."""

from cmalt_tui.ui.editor.spelling_text_area import SpellingTextArea


class FocusTextArea(SpellingTextArea, inherit_bindings=False):
    """Dims all but one paragraph while it is in focus."""
