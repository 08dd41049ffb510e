"""The commands of the outline, where letters are free because nothing is typed."""

from cmalt_tui.commands.command import Command, Scope


def _move(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"outline.{name}", keys, title, told, Scope.OUTLINE, palette=False)


OUTLINE = (
    _move("cursor_up", ("up", "k"), "up", "Go to the line above."),
    _move("cursor_down", ("down", "j"), "down", "Go to the line below."),
    _move("collapse", ("left", "h"), "close", "Close this branch, or go to the one above it."),
    _move("expand", ("right", "l"), "open", "Open this branch, or go to its first line."),
    _move("first", ("home", "g"), "first", "Go to the first line."),
    _move("last", ("end", "G"), "last", "Go to the last line."),
    _move("page_up", ("pageup",), "page up", "Go up a page."),
    _move("page_down", ("pagedown",), "page down", "Go down a page."),
    _move("toggle", ("space",), "open or close", "Open or close this branch."),
    _move("write_here", ("enter",), "write here", "Go to the text of this line."),
    _move("leave", ("escape",), "back to the text", "Go back to the text."),
    Command(
        "outline.rename",
        ("r",),
        "title",
        "Give this reflection or specialist option another title.",
        Scope.OUTLINE,
    ),
    Command(
        "outline.remove_reflection",
        ("delete",),
        "remove reflection",
        "Take this reflection out; undo brings it back.",
        Scope.OUTLINE,
    ),
    Command(
        "outline.move_reflection",
        ("m",),
        "move reflection",
        "Move this reflection to another section; undo brings it back.",
        Scope.OUTLINE,
    ),
    Command(
        "outline.place_item",
        ("p",),
        "put into a section",
        "Put this item of the inbox at the end of a text; undo brings it back.",
        Scope.OUTLINE,
    ),
    Command(
        "outline.add_repeat",
        ("plus",),
        "another of this kind",
        "Add another section of a kind that may come several times, such as a specialist option.",
        Scope.OUTLINE,
    ),
    Command(
        "outline.undo_step",
        ("ctrl+z", "u"),
        "undo last step",
        "Take back the last step: a status, a title, a removed reflection.",
        Scope.OUTLINE,
    ),
    Command(
        "outline.redo_step",
        ("ctrl+y", "U"),
        "redo step",
        "Do again the step that was taken back.",
        Scope.OUTLINE,
    ),
)
