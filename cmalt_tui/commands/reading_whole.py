"""The commands of the reading view, where letters are free because nothing is typed."""

from cmalt_tui.commands.command import Command, Scope


def _move(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"whole.{name}", keys, title, told, Scope.WHOLE, palette=False)


def _act(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"whole.{name}", keys, title, told, Scope.WHOLE, footer=True, palette=False)


READING_WHOLE = (
    _move("line_up", ("up", "k"), "up", "Go up a line."),
    _move("line_down", ("down", "j"), "down", "Go down a line."),
    _move("page_up", ("pageup", "b"), "page up", "Go up a page."),
    _move("page_down", ("pagedown", "space"), "page down", "Go down a page."),
    _move("first", ("home", "g"), "start", "Go to the start of the portfolio."),
    _move("last", ("end", "G"), "end", "Go to the end of the portfolio."),
    _act("next_section", ("n",), "next section", "Go to the start of the next section."),
    _move("previous_section", ("p",), "section before", "Go to the start of the section before."),
    _act("find", ("slash", "ctrl+f"), "find", "Find words in the whole portfolio."),
    _act("edit", ("enter",), "write here", "Go to the paragraph at the bar, to change it."),
    _act("back", ("escape",), "back", "Go back to the text that was left."),
)
