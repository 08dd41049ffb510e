"""Examples in a git repository: read from one, and published to one."""
