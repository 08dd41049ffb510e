"""Sources of examples: opened, added, synced and listed."""
