"""The commands by name: where each one lives and its line in ``--help``.

The lines stand here so that ``--help`` loads no command at all.
"""

from typing import NamedTuple


class Listed(NamedTuple):
    """A command: its module below `cmalt_tui.cli.commands`, and what it does in a line."""

    module: str
    line: str


LISTED: dict[str, Listed] = {
    "open": Listed("open", "Open a portfolio on the screen; the same as no command at all."),
    "demo": Listed("demo", "Open a fresh copy of the sample portfolio, with examples to search."),
    "new": Listed("new", "Start an empty portfolio."),
    "import": Listed(
        "import_documents", "Bring Markdown, HTML or Word documents into a new portfolio."
    ),
    "status": Listed("status", "Show sections, statuses, words, evidence and the next step."),
    "plan": Listed("plan", "Plan some hours offline, and check that all they need is here."),
    "idea": Listed("idea", "Note an idea in one line; it waits in the inbox."),
    "log": Listed("log", "Note in a line what happened, as material for later."),
    "evidence": Listed("evidence", "Take evidence in, list it, and find what fits where."),
    "drafts": Listed("drafts", "List, take back or drop text that a crash left unsaved."),
    "bin": Listed("bin", "List, bring back or throw away what was removed or replaced."),
    "check": Listed("check", "Check a portfolio as an assessor would begin to read it."),
    "xray": Listed("xray", "Show the moves of reflection, sentence by sentence, and what to ask."),
    "spell": Listed("spell", "List words that may be misspelt, with suggestions."),
    "export": Listed(
        "export", "Write a DOCX, HTML, PDF or Markdown document, a zip, a site or an archive."
    ),
    "corpus": Listed("corpus", "Add, sync, list, remove and publish examples: public portfolios."),
    "search": Listed("search", "Search the examples."),
    "sessions": Listed("sessions", "Show when and how much was written in the last weeks."),
    "locate": Listed("locate", "Show where settings, themes, examples and the index are."),
    "doctor": Listed("doctor", "Check what is installed, and say what to do about the rest."),
    "keys": Listed("keys", "List every key of the screen."),
    "themes": Listed("themes", "List the colour themes."),
}
