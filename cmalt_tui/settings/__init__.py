"""What a person may set, and the theme files: read with checks, written with comments kept."""

from cmalt_tui.settings.contrast import contrast_ratio
from cmalt_tui.settings.reading import load_settings
from cmalt_tui.settings.saving import save_setting
from cmalt_tui.settings.settings import Settings
from cmalt_tui.settings.theme_data import ThemeData
from cmalt_tui.settings.theme_files import load_theme, load_themes

__all__ = [
    "Settings",
    "ThemeData",
    "contrast_ratio",
    "load_settings",
    "load_theme",
    "load_themes",
    "save_setting",
]
