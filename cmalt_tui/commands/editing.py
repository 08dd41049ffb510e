"""The commands inside a text: moving, marking, deleting, undoing."""

from cmalt_tui.commands.command import Command, Scope


def _move(name: str, keys: tuple[str, ...], title: str) -> Command:
    told = f"Move the cursor: {title}."
    return Command(f"editor.{name}", keys, title, told, Scope.EDITOR, palette=False)


def _mark(name: str, keys: tuple[str, ...], title: str) -> Command:
    told = f"Mark text: {title}."
    return Command(f"editor.{name}", keys, title, told, Scope.EDITOR, palette=False)


def _edit(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"editor.{name}", keys, title, told, Scope.EDITOR)


EDITING = (
    _move("cursor_up", ("up",), "a line up"),
    _move("cursor_down", ("down",), "a line down"),
    _move("cursor_left", ("left",), "a character left"),
    _move("cursor_right", ("right",), "a character right"),
    _move("cursor_word_left", ("ctrl+left",), "a word left"),
    _move("cursor_word_right", ("ctrl+right",), "a word right"),
    _move("cursor_line_start", ("home", "ctrl+a"), "start of the line"),
    _move("cursor_line_end", ("end",), "end of the line"),
    _move("cursor_page_up", ("pageup",), "a page up"),
    _move("cursor_page_down", ("pagedown",), "a page down"),
    _move("paragraph_up", ("ctrl+up",), "a paragraph up"),
    _move("paragraph_down", ("ctrl+down",), "a paragraph down"),
    _move("text_start", ("ctrl+home",), "start of the text"),
    _move("text_end", ("ctrl+end",), "end of the text"),
    Command(
        "editor.leave",
        ("escape",),
        "back",
        "Close what lies over the text; in focus, bring the rest of the screen back.",
        Scope.EDITOR,
        palette=False,
    ),
    _mark("mark_up", ("shift+up",), "a line up"),
    _mark("mark_down", ("shift+down",), "a line down"),
    _mark("mark_left", ("shift+left",), "a character left"),
    _mark("mark_right", ("shift+right",), "a character right"),
    _mark("mark_word_left", ("ctrl+shift+left",), "a word left"),
    _mark("mark_word_right", ("ctrl+shift+right",), "a word right"),
    _mark("mark_line_start", ("shift+home",), "to the start of the line"),
    _mark("mark_line_end", ("shift+end",), "to the end of the line"),
    _edit("select_all", ("alt+a",), "mark all", "Mark the whole text."),
    _edit("delete_left", ("backspace",), "delete left", "Delete the character before the cursor."),
    _edit(
        "delete_right", ("delete", "ctrl+d"), "delete right", "Delete the character at the cursor."
    ),
    _edit(
        "delete_word_left",
        ("ctrl+w", "alt+backspace"),
        "delete word left",
        "Delete to the start of the word.",
    ),
    _edit("delete_word_right", ("alt+d",), "delete word right", "Delete to the end of the word."),
    _edit(
        "delete_to_start_of_line",
        ("ctrl+u",),
        "delete to line start",
        "Delete from the cursor to the start of the line.",
    ),
    _edit(
        "delete_to_end_of_line_or_delete_line",
        ("ctrl+k",),
        "delete to line end",
        "Delete from the cursor to the end of the line.",
    ),
    _edit("cut", ("ctrl+x",), "cut", "Cut what is marked, or the line."),
    _edit(
        "copy",
        ("ctrl+c",),
        "copy",
        "Copy what is marked; the terminal's clipboard gets it too, up to 75 kB, and in tmux only "
        "with: set -g set-clipboard on.",
    ),
    _edit("paste", ("ctrl+v",), "paste", "Put in what was cut or copied in this program."),
    _edit(
        "undo", ("ctrl+z", "alt+z"), "undo typing", "Take back what was typed last in this text."
    ),
    _edit("redo", ("ctrl+y", "alt+y"), "redo typing", "Type again what was taken back."),
)
