"""Frameworks: the external standards as data files, and their loader."""

from cmalt_tui.frameworks.loading import (
    DEFAULT_FRAMEWORK,
    FrameworkSummary,
    list_frameworks,
    load_framework,
)

__all__ = ["DEFAULT_FRAMEWORK", "FrameworkSummary", "list_frameworks", "load_framework"]
