"""The outline: a tree of sections and texts that keeps its place while the portfolio changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from cmalt_tui.commands.command import Scope
from cmalt_tui.ui.bindings import bindings_of
from cmalt_tui.ui.outline_branches import Branch, Tone
from cmalt_tui.ui.safe import cut_line

_OPEN, _CLOSED, _INDENT = "▾ ", "▸ ", 2
_TOGGLE = Style(meta={"toggle": True})


class OutlineTree(Tree[Branch], inherit_bindings=False):
    """Shows the branches of a portfolio; going to a line shows its text at once."""

    COMMAND_SCOPE = Scope.OUTLINE
    ACTIONS: ClassVar[Mapping[str, str]] = {
        name: f"screen.{name}"
        for name in (
            *("rename", "remove_reflection", "add_repeat", "undo_step", "redo_step"),
            *("write_here", "leave"),
        )
    } | {
        "move_reflection": "screen.task('move_reflection')",
        "place_item": "screen.task('place_item')",
        "first": "scroll_home",
        "last": "scroll_end",
        "toggle": "toggle_node",
    }
    BINDINGS: ClassVar = bindings_of(Scope.OUTLINE, ACTIONS)
    HELP = (
        "The outline of all sections. Going to a line shows its text at once; enter writes there."
    )
    FOOTER = (
        *("outline.write_here", "outline.leave", "outline.rename"),
        "outline.add_repeat",
    )
    COMPONENT_CLASSES: ClassVar = {f"outline--{tone.value}" for tone in Tone} | {"outline--figure"}

    @dataclass
    class Shown(Message):
        """The cursor came to a line."""

        branch: Branch

    def __init__(self, branches: Iterable[Branch]) -> None:
        """Take what is shown first; the areas are open."""
        super().__init__(Text(""), id="outline")
        self.show_root = False
        self.show_guides = False
        self.guide_depth = _INDENT
        self.auto_expand = False
        self.root.expand()
        self._by_key: dict[str, TreeNode[Branch]] = {}
        self._branches = tuple(branches)
        self._grow(
            self.root,
            self._branches,
            opened={b.key for b in self._branches if b.tone is Tone.HEADING},
        )

    def show_branches(self, branches: Iterable[Branch]) -> None:
        """Show another version of the portfolio: nothing jumps, what is open stays open."""
        fresh = tuple(branches)
        if fresh == self._branches:
            return
        if _shape(fresh) == _shape(self._branches):
            for branch in _flat(fresh):
                node = self._by_key[branch.key]
                if node.data != branch:
                    node.data = branch
                    node.set_label(Text(branch.label))
        else:
            self._rebuild(fresh)
        self._branches = fresh

    def reveal(self, key: str) -> None:
        """Put the cursor on a line and open what it lies in; the line above if it is gone."""
        while key not in self._by_key and "/" in key:
            key = key.rpartition("/")[0]
        node = self._by_key.get(key)
        if node is None:
            return
        parent = node.parent
        while parent is not None:
            parent.expand()
            parent = parent.parent
        # A line has no number until the tree is built, which asking for one does.
        self.get_node_at_line(0)
        if not self.size.height:
            # Not laid out yet: scrolling would bring the line to the top for no reason.
            self.cursor_line = node.line
        elif self.cursor_node is not node:
            self.move_cursor(node)

    def show_cursor(self) -> None:
        """Scroll to the cursor, if there is anything to be seen of the outline."""
        if self.size.height:
            self.scroll_to_line(self.cursor_line, animate=False)

    def why_not(self, action: str) -> str:
        """Why an action can't be carried out here; the screen knows about its own."""
        if action.startswith("screen."):
            told: str = self.screen.why_not(action.removeprefix("screen."))  # type: ignore[attr-defined]
            return told
        return ""

    def action_collapse(self) -> None:
        """Close the branch, or go to the one above."""
        node = self.cursor_node
        if node is None:
            return
        if node.is_expanded and node.allow_expand:
            node.collapse()
        elif node.parent is not None and not node.parent.is_root:
            self.move_cursor(node.parent)

    def action_expand(self) -> None:
        """Open the branch, or go to its first line."""
        node = self.cursor_node
        if node is None or not node.allow_expand:
            return
        if node.is_expanded:
            self.move_cursor(node.children[0])
        else:
            node.expand()

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Branch]) -> None:
        """Say which line the cursor is on."""
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Shown(event.node.data))

    async def on_tree_node_selected(self, event: Tree.NodeSelected[Branch]) -> None:
        """A click on a line goes to it and opens or closes what is below."""
        event.stop()
        if event.node.allow_expand:
            event.node.toggle()

    def get_label_width(self, node: TreeNode[Branch]) -> int:
        """Every line is cut to the width of the pane, so that none has to be measured."""
        del node
        return 1

    def render_label(self, node: TreeNode[Branch], base_style: Style, style: Style) -> Text:
        """Draw a line: mark and title, and the figure at the right edge, cut to the width."""
        branch = node.data
        if branch is None:
            return Text("")
        depth = 0
        above = node.parent
        while above is not None and not above.is_root:
            depth += 1
            above = above.parent
        sign = (_OPEN if node.is_expanded else _CLOSED) if node.allow_expand else "  "
        figure = cut_line(branch.figure, 14)
        room = max(8, self.size.width - depth * _INDENT - len(sign) - 1)
        label = cut_line(branch.label, max(4, room - cell_len(figure) - 1))
        gap = " " * max(1, room - cell_len(label) - cell_len(figure))
        tone = self.get_component_rich_style(f"outline--{branch.tone.value}", partial=True)
        quiet = self.get_component_rich_style("outline--figure", partial=True)
        return Text.assemble(
            (
                sign,
                base_style + quiet + _TOGGLE + style if node.allow_expand else base_style + style,
            ),
            (label, tone + style),
            (gap, style),
            (figure, quiet + style),
            no_wrap=True,
        )

    def _rebuild(self, branches: tuple[Branch, ...]) -> None:
        opened = {key for key, node in self._by_key.items() if node.is_expanded}
        known = set(self._by_key)
        opened |= {b.key for b in branches if b.tone is Tone.HEADING and b.key not in known}
        here = self.cursor_node.data.key if self.cursor_node and self.cursor_node.data else ""
        top = self.scroll_offset.y
        with self.prevent(Tree.NodeHighlighted):
            self.clear()
            self.root.expand()
            self._by_key = {}
            self._grow(self.root, branches, opened)
            self.cursor_line = -1
            if here:
                self.reveal(here)
        self.scroll_to(y=top, animate=False)

    def _grow(self, parent: TreeNode[Branch], branches: Iterable[Branch], opened: set[str]) -> None:
        for branch in branches:
            node = parent.add(
                Text(branch.label),
                branch,
                expand=branch.key in opened,
                allow_expand=bool(branch.branches),
            )
            self._by_key[branch.key] = node
            self._grow(node, branch.branches, opened)


def _flat(branches: Iterable[Branch]) -> Iterable[Branch]:
    for branch in branches:
        yield branch
        yield from _flat(branch.branches)


def _shape(branches: Iterable[Branch]) -> tuple[tuple[str, tuple[object, ...]], ...]:
    return tuple((branch.key, _shape(branch.branches)) for branch in branches)
