"""One sub-command a file; each holds a `command`."""
