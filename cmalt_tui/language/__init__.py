"""Spelling: a thin home of the word sets, offline. Import the module you need."""
