"""Asks the web whether links answer: politely, in limits, and never inside a private network."""

from cmalt_tui.links.asking import NOT_IN_TIME, USUAL, Limits, ask_links
from cmalt_tui.links.remembered import RememberedLinks

__all__ = ["NOT_IN_TIME", "USUAL", "Limits", "RememberedLinks", "ask_links"]
