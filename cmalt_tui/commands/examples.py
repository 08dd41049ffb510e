"""The commands of the examples screen; those with a letter also have a key that works in a line."""

from cmalt_tui.commands.command import Command, Scope


def _command(
    name: str,
    keys: tuple[str, ...],
    title: str,
    told: str,
    *,
    footer: bool = False,
    palette: bool = True,
) -> Command:
    return Command(f"examples.{name}", keys, title, told, Scope.EXAMPLES, footer, palette)


EXAMPLES = (
    _command(
        "previous",
        ("up", "alt+up", "p"),
        "previous",
        "Go to the passage above; the query keeps the cursor.",
        palette=False,
    ),
    _command(
        "next",
        ("down", "alt+down", "n"),
        "next",
        "Go to the passage below; the query keeps the cursor.",
        palette=False,
    ),
    _command(
        "read",
        ("enter",),
        "read",
        "Read the whole section that the passage was cut from.",
        footer=True,
    ),
    _command(
        "filter",
        ("f2", "alt+f"),
        "filter",
        "Limit the search to a section, a part, a pathway, a year, a sector, a licence, an author.",
        footer=True,
    ),
    _command(
        "section_only",
        ("f6",),
        "this section",
        "Show passages of this section alone, or of all sections.",
        footer=True,
    ),
    _command(
        "part_only",
        ("f7",),
        "this part",
        "Show passages of this part alone (description, reflection), or of all parts.",
    ),
    _command(
        "clear_filters",
        ("f8", "alt+x"),
        "lift all filters",
        "Lift every filter, those in the query line too; its words stay.",
    ),
    _command(
        "start_afresh",
        ("f5", "alt+n"),
        "start afresh",
        "Begin anew with the examples of the section at hand, as if nothing had been typed.",
    ),
    _command(
        "complete",
        ("tab",),
        "complete",
        "Take what is suggested behind the cursor; without a suggestion, go to the passage.",
        palette=False,
    ),
    _command(
        "next_completion",
        ("alt+right",),
        "next suggestion",
        "Suggest the next of several ways in which the query could go on.",
        palette=False,
    ),
    _command(
        "previous_completion",
        ("alt+left",),
        "suggestion before",
        "Suggest again what was suggested before this one.",
        palette=False,
    ),
    _command(
        "save_with_note",
        ("s", "ctrl+s", "alt+s"),
        "save with a note",
        "Keep the passage with your section, and say what works in it; again changes the note.",
    ),
    _command(
        "take_out",
        ("u", "alt+u"),
        "keep no longer",
        "Take the passage out of what you keep with your section.",
    ),
    _command(
        "copy_with_source",
        ("y", "alt+y"),
        "copy",
        "Copy the passage as a quotation, together with its source.",
    ),
    _command(
        "more_like_this",
        ("m", "alt+m"),
        "more like this",
        "Look for passages that resemble this one.",
    ),
    _command(
        "open_source",
        ("o", "alt+o"),
        "open in the browser",
        "Open the passage's page in the browser; where there is none, copy its address.",
    ),
    _command(
        "sources",
        ("f3", "alt+a"),
        "sources",
        "See what the corpus is made of; add a source or take one out.",
    ),
    _command(
        "add_samples",
        ("a",),
        "add the samples",
        "Fill an empty corpus with the sample passages that come with the program.",
    ),
    _command(
        "back",
        ("escape",),
        "back",
        "Go back one step: from reading to the query, from the query to your text.",
        footer=True,
    ),
)


def _reading(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"reading.{name}", keys, title, told, Scope.READING, palette=False)


READING = (
    _reading("next_match", ("right", "l"), "next match", "Go to the next match in this section."),
    _reading("previous_match", ("left", "h"), "match before", "Go to the match before this one."),
    _reading("scroll_up", ("up", "k"), "up", "Scroll up a line."),
    _reading("scroll_down", ("down", "j"), "down", "Scroll down a line."),
    _reading("page_up", ("pageup", "b"), "page up", "Scroll up a page."),
    _reading("page_down", ("pagedown", "space"), "page down", "Scroll down a page."),
    _reading("scroll_home", ("home", "g"), "top", "Go to the beginning of the section."),
    _reading("scroll_end", ("end", "G"), "end", "Go to the end of the section."),
)

SOURCES = (
    Command(
        "sources.add",
        ("a", "plus"),
        "add a source",
        "Add a portfolio, a document, a folder or an address to the corpus.",
        Scope.SOURCES,
        footer=True,
    ),
    Command(
        "sources.remove",
        ("delete", "d"),
        "take out",
        "Take the marked source out of the corpus; it asks first.",
        Scope.SOURCES,
        footer=True,
    ),
    Command(
        "sources.sync",
        ("s",),
        "bring up to date",
        "Look what is new, changed or gone where the sources are from, but for pages of the web.",
        Scope.SOURCES,
        footer=True,
    ),
    Command(
        "sources.back",
        ("escape",),
        "back",
        "Stop what is going on, or go back to the examples.",
        Scope.SOURCES,
        footer=True,
    ),
)
