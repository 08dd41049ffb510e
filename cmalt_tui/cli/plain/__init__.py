"""The line mode: every writing task by typed words and plain lines, for screen readers."""
