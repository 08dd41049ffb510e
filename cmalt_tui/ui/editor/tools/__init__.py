"""The tools of the editor: each is a function of the text area, loaded when it is first used."""

from collections.abc import Callable, Mapping
from importlib import import_module

from cmalt_tui.ui.editor.exact_text_area import ExactTextArea

Tool = Callable[[ExactTextArea], None]
# A command's action, and the module here that has a function of that name. They are no methods of
# the editor, because then each would have to be loaded before the first frame.
TOOLS: Mapping[str, str] = {
    "sentence_left": "sentences",
    "sentence_right": "sentences",
    "move_paragraph_up": "paragraph_moves",
    "move_paragraph_down": "paragraph_moves",
    "embolden": "emphasis",
    "emphasise": "emphasis",
    "link": "links",
    "heading": "line_marks",
    "bullets": "line_marks",
    "numbers": "line_marks",
    "quotation": "line_marks",
}
CHANGES_NOTHING = frozenset({"sentence_left", "sentence_right"})
ACTIONS: Mapping[str, str] = {name: f"tool('{name}')" for name in TOOLS}
_NAMES = {action: name for name, action in ACTIONS.items()}


def changing_tool(action: str) -> bool:
    """Whether an action, as a binding names it, is a tool that changes the text."""
    return action in _NAMES and _NAMES[action] not in CHANGES_NOTHING


def load_tool(name: str) -> Tool:
    """Load the tool of a name."""
    tool: Tool = getattr(import_module(f"{__name__}.{TOOLS[name]}"), name)
    return tool
