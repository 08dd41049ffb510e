"""Where examples are kept and where they come from."""
