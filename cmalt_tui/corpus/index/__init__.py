"""The search index: a file that can be thrown away at any time and is made again."""
