"""Frameworks: the external standards as data files, and their loader."""

from cmalt_tui.frameworks.loading import FrameworkSummary, list_frameworks, load_framework

__all__ = ["FrameworkSummary", "list_frameworks", "load_framework"]
