"""From what is typed to the passages that fit it."""
