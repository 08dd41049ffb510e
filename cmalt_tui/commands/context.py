"""The commands of the guidance pane, where letters are free because nothing is typed."""

from cmalt_tui.commands.command import Command, Scope


def _move(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"context.{name}", keys, title, told, Scope.CONTEXT, palette=False)


CONTEXT = (
    _move("previous_tab", ("left", "h"), "tab before", "Go to the tab before this one."),
    _move("next_tab", ("right", "l"), "next tab", "Go to the next tab."),
    _move("scroll_up", ("up", "k"), "up", "Go to what is above, or scroll up a line."),
    _move("scroll_down", ("down", "j"), "down", "Go to what is below, or scroll down a line."),
    _move("page_up", ("pageup",), "page up", "Scroll up a page."),
    _move("page_down", ("pagedown",), "page down", "Scroll down a page."),
    _move("open", ("enter",), "open", "Read the whole passage, or go where the finding is."),
    _move("keep", ("s",), "keep", "Keep the passage with your section and note what works in it."),
    _move("copy_with_source", ("y",), "copy", "Copy the passage together with its source."),
    _move("remove", ("delete",), "keep no longer", "Take out an example that you keep."),
    _move(
        "explain", ("e",), "why this matters", "Say why the marked finding matters; again, hide it."
    ),
    _move("dismiss", ("x",), "dismiss", "Say why the finding doesn't hold, in a line."),
    _move("mend", ("m",), "mend", "Do what can be done about the finding by key."),
    _move(
        "dismissed", ("d",), "what was dismissed", "Show what you dismissed; again, what is open."
    ),
    _move("raise_again", ("r",), "raise again", "Raise the marked finding again."),
    _move("undo_step", ("u", "ctrl+z"), "undo last step", "Take back the last answer or step."),
    _move("leave", ("escape",), "back to the text", "Go back to the text."),
)
