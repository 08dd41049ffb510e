"""A text area that underlines words whose spelling is doubtful."""

from cmalt_tui.ui.editor.grapheme_text_area import GraphemeTextArea


class SpellingTextArea(GraphemeTextArea, inherit_bindings=False):
    """Underlines doubtful words."""
