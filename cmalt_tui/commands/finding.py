"""The commands of finding and replacing, in one text and in the whole portfolio."""

from cmalt_tui.commands.command import Command, Scope


def _bar(name: str, keys: tuple[str, ...], title: str, told: str) -> Command:
    return Command(f"finding.{name}", keys, title, told, Scope.FINDING, palette=False)


def _screen(
    name: str, keys: tuple[str, ...], title: str, told: str, *, footer: bool = False
) -> Command:
    scope = Scope.FINDING_EVERYWHERE
    return Command(f"everywhere.{name}", keys, title, told, scope, footer, palette=False)


_WHOLE_WORDS = "Find whole words only; again, parts of words as well."
_MATCH_CASE = "Tell capitals, quotation marks and hyphens apart; again, no longer."
_REGULAR = "Take what is typed for a regular expression; again, for words as they are."

FINDING = (
    _bar(
        "carry_out",
        ("enter",),
        "next, or replace",
        "Go to the next place; on the line of the replacement, replace this one.",
    ),
    _bar("next", ("down",), "next", "Go to the next place."),
    _bar("previous", ("up", "shift+enter"), "previous", "Go to the place before."),
    _bar("other_line", ("tab", "shift+tab"), "other line", "Go to the other line of the bar."),
    _bar("replace_all", ("alt+a",), "replace all", "Replace all places in this text."),
    _bar("whole_words", ("alt+d",), "whole words", _WHOLE_WORDS),
    _bar("match_case", ("alt+i",), "match case", _MATCH_CASE),
    _bar("regular", ("alt+u",), "regular expression", _REGULAR),
    _bar("undo", ("ctrl+z", "alt+z"), "undo", "Take back what was replaced last."),
    _bar("redo", ("ctrl+y", "alt+y"), "redo", "Replace again what was taken back."),
    _bar("close", ("escape",), "close", "Close the bar; the cursor stays where something is."),
)

FINDING_EVERYWHERE = (
    _screen("go_to", ("enter",), "go there", "Go to this place in its text.", footer=True),
    _screen(
        "replace",
        ("ctrl+r",),
        "replace",
        "Say what shall stand there instead; then carry out every change that is on.",
        footer=True,
    ),
    _screen("other_line", ("tab",), "next line", "Go from line to line, and to the list."),
    _screen("whole_words", ("alt+d",), "whole words", _WHOLE_WORDS),
    _screen("match_case", ("alt+i",), "match case", _MATCH_CASE),
    _screen("regular", ("alt+u",), "regular expression", _REGULAR),
    _screen("switch", ("alt+s", "space"), "on or off", "Leave this place as it is, or don't."),
    _screen("all_on", ("alt+a", "a"), "all on", "Replace every place."),
    _screen("all_off", ("alt+n", "n"), "all off", "Replace no place, to choose some."),
    _screen("previous", ("up", "k"), "up", "Mark the place above."),
    _screen("next", ("down", "j"), "down", "Mark the place below."),
    _screen("page_up", ("pageup",), "page up", "Go up a page."),
    _screen("page_down", ("pagedown",), "page down", "Go down a page."),
    _screen("back", ("escape",), "back", "Go back to the text.", footer=True),
)
