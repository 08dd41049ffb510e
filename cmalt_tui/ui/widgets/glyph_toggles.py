"""Check boxes and radio buttons whose state is a glyph, not a colour alone."""

from textual.widgets import Checkbox, RadioButton


class GlyphCheckbox(Checkbox):
    """``☑`` or ``☐``."""

    BUTTON_LEFT = ""
    BUTTON_INNER = "☐"
    BUTTON_RIGHT = " "

    def watch_value(self) -> None:
        """Show the state."""
        self.BUTTON_INNER = "☑" if self.value else "☐"
        super().watch_value()


class GlyphRadioButton(RadioButton):
    """``●`` or ``○``."""

    BUTTON_LEFT = ""
    BUTTON_INNER = "○"
    BUTTON_RIGHT = " "

    def watch_value(self) -> None:
        """Show the state."""
        self.BUTTON_INNER = "●" if self.value else "○"
        super().watch_value()
