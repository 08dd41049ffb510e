"""The text area that prose is written in, and the tools that work on it, one a file."""
