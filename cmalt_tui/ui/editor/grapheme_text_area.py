"""A text area whose cursor and backspace go by what a person sees as one character."""

from cmalt_tui.ui.editor.exact_text_area import ExactTextArea


class GraphemeTextArea(ExactTextArea, inherit_bindings=False):
    """Moves and deletes by whole characters."""
