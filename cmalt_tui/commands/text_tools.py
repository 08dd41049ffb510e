"""The commands that work on the text at the cursor: emphasis, lists, sentences, paragraphs."""

from cmalt_tui.commands.command import Command, Scope


def _tool(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"editor.{name}", keys, title, told, Scope.EDITOR)


def _move(name: str, keys: tuple[str, ...], title: str) -> Command:
    told = f"Move the cursor: {title}."
    return Command(f"editor.{name}", keys, title, told, Scope.EDITOR, palette=False)


TEXT_TOOLS = (
    _move("sentence_left", ("alt+comma",), "start of the sentence, or of the one before"),
    _move("sentence_right", ("alt+full_stop",), "start of the next sentence"),
    _tool(
        "move_paragraph_up",
        ("ctrl+shift+up", "alt+shift+up"),
        "move paragraph up",
        "Move the paragraph at the cursor above the one before it.",
    ),
    _tool(
        "move_paragraph_down",
        ("ctrl+shift+down", "alt+shift+down"),
        "move paragraph down",
        "Move the paragraph at the cursor below the next one.",
    ),
    _tool(
        "embolden",
        ("ctrl+b", "alt+8", "alt+b"),
        "bold",
        "Make what is marked, or the word at the cursor, bold; again takes it back.",
    ),
    _tool(
        "emphasise",
        ("alt+i",),
        "italic",
        "Make what is marked, or the word at the cursor, italic; again takes it back.",
    ),
    _tool("link", ("alt+u",), "link", "Make what is marked a link, and ask for its address."),
    _tool(
        "heading",
        ("alt+1",),
        "heading",
        "Make this line a heading, one level lower each time, and plain text in the end.",
    ),
    _tool("bullets", ("alt+2",), "list", "Make these lines a list; again takes it back."),
    _tool(
        "numbers",
        ("alt+3",),
        "numbered list",
        "Make these lines a numbered list; again takes it back.",
    ),
    _tool(
        "quotation",
        ("alt+4",),
        "quotation",
        "Make these lines a quotation; again takes it back.",
    ),
)
