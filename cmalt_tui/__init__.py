"""A keyboard-driven home for a CMALT portfolio. Imports nothing, so that it starts fast."""

__version__ = "0.1.0"
