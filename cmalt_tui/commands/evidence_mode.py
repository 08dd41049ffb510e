"""The commands of evidence mode: the matrix, the chooser and the log."""

from cmalt_tui.commands.command import Command, Scope


def _matrix(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    return Command(f"matrix.{name}", keys, title, told, Scope.MATRIX, footer=footer)


def _move(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"matrix.{name}", keys, title, told, Scope.MATRIX, palette=False)


MATRIX = (
    _matrix("go_there", ("enter",), "go there", "Go to the marked section in the text."),
    _matrix(
        "use",
        ("space",),
        "use, or don't",
        "Use the marked item in the marked section, or use it there no longer; tag a principle.",
        footer=True,
    ),
    _matrix("say_shows", ("s",), "what it shows", "Say what the item shows in the section."),
    _matrix(
        "choose", ("c",), "choose for it", "See what fits the marked section, and why.", footer=True
    ),
    _matrix("where_else", ("w",), "where it fits", "See which sections could use the item."),
    _matrix("edit", ("e",), "edit", "Change what is said of the item.", footer=True),
    _matrix(
        "add",
        ("n", "insert"),
        "new item",
        "Take in a file, an address or a thing that is neither.",
        footer=True,
    ),
    _matrix("rename", ("r",), "rename", "Give the item another id; references go along."),
    _matrix("open", ("v",), "view it", "Open the file or the link with the system's program."),
    _matrix("picture", ("i",), "picture", "Look at the item's picture here."),
    _matrix("remove", ("delete",), "remove", "Move the item into the bin; asks first."),
    _matrix("sort", ("o",), "sort", "Put the items in another order."),
    _matrix("filter", ("slash",), "filter", "Show the items that have some letters only."),
    _matrix("gaps", ("f",), "gaps only", "Show only items that ask for a look; again, all."),
    _matrix("fold", ("z",), "fold", "Show areas in the place of sections; again, sections."),
    _matrix(
        "principles", ("tab",), "principles", "Show principles by sections; again, the evidence."
    ),
    _matrix("undo", ("u", "ctrl+z"), "undo", "Take the last step back."),
    _matrix("log", ("l",), "log", "See what was noted in the log."),
    _move("up", ("up", "k"), "up", "Mark the row above."),
    _move("down", ("down", "j"), "down", "Mark the row below."),
    _move("left", ("left", "h"), "left", "Mark the column before."),
    _move("right", ("right",), "right", "Mark the next column."),
    _move("page_up", ("pageup",), "page up", "Go up a page."),
    _move("page_down", ("pagedown",), "page down", "Go down a page."),
    _move("first", ("home", "g"), "first", "Mark the first row."),
    _move("last", ("end", "G"), "last", "Mark the last row."),
    _move("back", ("escape",), "back", "Show all again, or go back to the text."),
)

ITEM = (
    Command(
        "item.keep",
        ("ctrl+s", "alt+s"),
        "keep",
        "Keep what was filled in; so does enter in a field.",
        Scope.ITEM,
        footer=True,
    ),
    Command(
        "item.back",
        ("escape",),
        "back",
        "Leave the item as it was; asks where something was changed.",
        Scope.ITEM,
        footer=True,
        palette=False,
    ),
)

CHOOSER = (
    Command(
        "chooser.take",
        ("enter",),
        "use it",
        "Use what is marked in the section; for a line of the log, say how.",
        Scope.CHOOSER,
        footer=True,
    ),
    Command(
        "chooser.view",
        ("v", "o"),
        "view it",
        "Open the file or the link with the system's program.",
        Scope.CHOOSER,
        footer=True,
    ),
    Command("chooser.picture", ("i",), "picture", "Look at the item's picture.", Scope.CHOOSER),
    Command(
        "chooser.undo", ("u", "ctrl+z"), "undo last step", "Take back the last step.", Scope.CHOOSER
    ),
    Command(
        "chooser.back",
        ("escape",),
        "back",
        "Go back.",
        Scope.CHOOSER,
        footer=True,
        palette=False,
    ),
)

LOG = (
    Command(
        "log.edit",
        ("enter", "e"),
        "change",
        "Change the line; a date in front and tags at the end are read again.",
        Scope.LOG,
        footer=True,
    ),
    Command("log.add", ("n",), "new line", "Note what happened.", Scope.LOG, footer=True),
    Command(
        "log.where_else",
        ("w",),
        "where it fits",
        "See which sections could use this line, and why.",
        Scope.LOG,
        footer=True,
    ),
    Command(
        "log.remove",
        ("delete", "d"),
        "remove",
        "Move the line into the bin; undo brings it back.",
        Scope.LOG,
    ),
    Command("log.undo", ("u", "ctrl+z"), "undo last step", "Take back the last step.", Scope.LOG),
    Command("log.back", ("escape",), "back", "Go back.", Scope.LOG, footer=True, palette=False),
)
