"""Pandoc as a pure function: bytes in, bytes out, in a sandbox, with limits of time and memory."""

from cmalt_tui.pandoc.run import PandocFailed, pandoc_file, run

__all__ = ["PandocFailed", "pandoc_file", "run"]
