"""The screen: the only home of Textual. Import the module you need; this file stays empty."""
