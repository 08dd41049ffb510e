"""Turns the source of a page that was pasted into Markdown."""

from cmalt_tui.intake import pasted_html

__all__ = ["pasted_html"]
